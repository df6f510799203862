"""Every rule's documentation has its headings, and its examples are what the rule really says."""

from __future__ import annotations

import pytest
from examples import LOADING, Part, differences, findings, sections

from generator.rules import Rule, rules

HEADINGS = ["## What it checks", "## Why it matters", "## Example", "## Instead"]
PUSHED = "## If it was pushed already"
PRIVATE = ("PRI", "SEA", "PER001")


def _parts(rule: Rule, heading: str) -> tuple[Part, ...]:
    return next(section.parts for section in sections(rule.documentation) if section.heading == heading)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_the_documentation_of_a_rule_is_true(rule: Rule) -> None:
    headings = [section.heading for section in sections(rule.documentation)]
    assert headings == [*HEADINGS, *([PUSHED] if rule.code.startswith(PRIVATE) else [])]
    assert rule.title.endswith(".")
    _example_gives_what_it_marks(rule)
    _instead_is_free_of_it(rule)


def _example_gives_what_it_marks(rule: Rule) -> None:
    parts = _parts(rule, "## Example")
    assert parts, "the example has no block"
    found, expected = findings(rule.code, parts)
    assert differences(found, expected) == []
    own = {severity for _, _, code, severity in expected if code == rule.code}
    assert own, f"the example marks no line with {rule.code}"
    assert own <= set(rule.severity)


def _instead_is_free_of_it(rule: Rule) -> None:
    parts = _parts(rule, "## Instead")
    assert parts, "what to write instead has no block"
    found, _ = findings(rule.code, parts)
    # A file that cannot be loaded would be free of everything.
    assert differences([each for each in found if each.code == rule.code or each.code.startswith(LOADING)], []) == []
