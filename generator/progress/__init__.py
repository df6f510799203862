"""Measures as of a date: one module each, put together in `whole.py`; to ask for one does not import all."""
