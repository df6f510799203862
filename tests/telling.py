"""What one rule says of a few files: no healthy programme around them, so every place can be counted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import programmes

from generator.rules import rules
from generator.source.finding import Finding


def findings(code: str, files: Mapping[str, str], as_of: date = programmes.CLOCK) -> list[Finding]:
    """Load files that have no fault of their own, and give what one rule finds in them."""
    found = programmes.loaded(files)
    assert [f"{each.span} {each.code}" for each in found.findings] == []
    return [finding for check in rules()[code].checks for finding in check(found.programme, as_of)]


def told(code: str, files: Mapping[str, str], as_of: date = programmes.CLOCK) -> list[str]:
    """Give the findings of one rule as `place severity: message`."""
    return [f"{each.span} {each.severity}: {each.message}" for each in findings(code, files, as_of)]


def related(finding: Finding) -> list[str]:
    """Give the labels, second places and notes of a finding, each with its place if it has one."""
    return [f"{each.span}: {each.message}" if each.span else each.message for each in finding.related]
