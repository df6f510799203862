"""What one rule says of a few files: no healthy programme around them, so every place can be counted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import programmes

from generator.programme import Programme
from generator.rules import rules
from generator.source.finding import Finding


def findings(
    code: str, files: Mapping[str, str], as_of: date = programmes.CLOCK, *, before: Mapping[str, str] | None = None
) -> list[Finding]:
    """Load files that have no fault of their own, and give what one rule finds in them, by time as well.

    With the files `before` a change, also what the rule finds in the change.
    """
    head, rule = _loaded(files), rules()[code]
    found = [finding for check in (*rule.checks, *rule.over_time) for finding in check(head, as_of)]
    if before is not None:
        base = _loaded(before)
        found += [finding for check in rule.of_change for finding in check(head, as_of, base)]
    return found


def _loaded(files: Mapping[str, str]) -> Programme:
    found = programmes.loaded(files)
    assert [f"{each.span} {each.code}" for each in found.findings] == []
    return found.programme


def told(
    code: str, files: Mapping[str, str], as_of: date = programmes.CLOCK, *, before: Mapping[str, str] | None = None
) -> list[str]:
    """Give the findings of one rule as `place severity: message`."""
    return [f"{each.span} {each.severity}: {each.message}" for each in findings(code, files, as_of, before=before)]


def related(finding: Finding) -> list[str]:
    """Give the labels, second places and notes of a finding, each with its place if it has one."""
    return [f"{each.span}: {each.message}" if each.span else each.message for each in finding.related]
