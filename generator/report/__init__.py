"""Findings as text for people, annotations for a forge, or data for a script: one renderer per module.

Every renderer is `render(findings, documents, as_of, files, rule_url)` and gives a text; none prints. One that
needs to know more takes it by name. What of the source may be shown is decided by the models, in `quoting.py`.
"""
