"""COM: what is said of communities, and where; every place is counted by hand in the text below."""

from __future__ import annotations

import programmes
import pytest
from telling import findings, related, told

PATH = "content/communities/circle/index.md"
TEXT = """\
---
title: Practice circle
purpose: People tell each other what did not work.
audience: Coordinators.
host: p-003
rule: Chatham House Rule.
joining: Write to the host.
calls: First Tuesday of a month.
code_of_conduct: One speaks, the others listen.
reviewed_on: 2026-01-13
---

Bring one thing that failed.
"""
PERSON = "name: Somebody\nrole: none\nlevel: 3\n"
HOST = "pairs/people/p-003.yml"


def test_a_community_with_host_and_rules_is_fine() -> None:
    assert told("COM001", {PATH: TEXT, HOST: PERSON}) == []


def test_an_unknown_host_is_proposed_the_nearest_id() -> None:
    (found,) = findings("COM001", {PATH: TEXT.replace("p-003", "p-0003"), HOST: PERSON})
    assert (str(found.span), found.severity) == (f"{PATH}:5:7-13", "error")
    assert found.message == "there is no person `p-0003`"
    assert found.help == "did you mean `p-003`?"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "p-003")
    assert related(found) == [f"{PATH}:5:7-13: no file pairs/people/p-0003.yml"]


def test_a_host_like_nobody_gets_no_proposal() -> None:
    (found,) = findings("COM001", {PATH: TEXT.replace("p-003", "everybody"), HOST: PERSON})
    assert found.help == "write the id of a person under pairs/people/, or add that file"
    assert found.fix.grade == "manual"


def test_a_host_whose_file_is_broken_is_known() -> None:
    found = programmes.loaded({PATH: TEXT, HOST: "name: [\n"})
    assert [each.code for each in programmes.judged(found) if each.code in {"COM001", "FIL006"}] == ["FIL006"]


@pytest.mark.parametrize(
    ("line", "name"),
    [("rule: Chatham House Rule.\n", "rule"), ("code_of_conduct: One speaks, the others listen.\n", "code_of_conduct")],
)
def test_rule_and_code_of_conduct_are_expected(line: str, name: str) -> None:
    (found,) = findings("COM001", {PATH: TEXT.replace(line, ""), HOST: PERSON})
    assert (str(found.span), found.message) == (f"{PATH}:1:1-4", f"`{name}` is missing")
    assert found.help.startswith(f"add `{name}:`")


def test_an_empty_rule_is_a_missing_one() -> None:
    (found,) = findings("COM001", {PATH: TEXT.replace("rule: Chatham House Rule.", "rule:"), HOST: PERSON})
    assert (str(found.span), found.message) == (f"{PATH}:6:1-5", "`rule` is missing")
