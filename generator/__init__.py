"""A reverse-mentoring programme kept as files: check it, and publish it as a site."""

__version__ = "0.1.0"
