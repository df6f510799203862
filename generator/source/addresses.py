"""Where a programme's site explains a rule: one answer for the page and for the findings that lead to it."""

from __future__ import annotations

RULES = "/reference/rules/"


def of_subject(rules: str, subject: str) -> str:
    """Give the page of a subject's rules (`SES`), below the page of all rules."""
    return f"{rules}{subject.lower()}/"


def of_rule(rules: str, code: str) -> str:
    """Give the place of one rule on the page of its subject; the anchor is its code."""
    return f"{of_subject(rules, code[:3])}#{code}"


def on_site(url: str) -> str:
    """Give the page of all rules on the site at an address."""
    return url.rstrip("/") + RULES
