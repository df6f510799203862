"""The healthy programme is what a programme should be, and the broken one has every fault there is a code for."""

from __future__ import annotations

import re
from collections import Counter

import bless
import programmes
import pytest

from generator.kinds import kinds, of_path
from generator.rules import rules

ABSENT = {
    "matching": "written by a matching run, with digests of the files it read",
    "pulse": "a programme of this size is too small for any aggregate",
    "room-note": "a sealed post under another path; `cases/` has one where a rule needs it",
    "signature": "`policy.signatures` is off by default",
}


OF_A_PATH = {"FIL002", "FIL003", "FIL004"}
"""Codes that tell something of a path: there is nothing to underline in the file."""

SHARED = "pairs/programme.yml"
"""The only file of the broken programme with several faults: there is but one of its kind."""


def test_nothing_is_found_in_the_healthy_programme() -> None:
    healthy = programmes.loaded_folder(programmes.HEALTHY)
    found = programmes.judged(healthy, nightly=True, before=healthy)
    assert [f"{each.span} {each.code} {each.message}" for each in found] == []


def test_it_is_judged_on_the_day_tests_take_for_granted() -> None:
    settings = programmes.loaded_folder(programmes.HEALTHY).programme.settings
    assert settings
    assert settings.item.clock == programmes.CLOCK


def test_every_file_is_of_a_known_kind() -> None:
    assert [path for path in programmes.healthy() if of_path(path) is None] == []


def test_every_kind_occurs_or_is_absent_for_a_reason() -> None:
    present = {claimed[0].name for path in programmes.healthy() if (claimed := of_path(path))}
    assert present | set(ABSENT) == set(kinds())
    assert not present & set(ABSENT)


def test_every_code_fires_in_the_broken_programme() -> None:
    assert {each.code for each in bless.broken_findings()} == set(rules())


def test_every_finding_of_the_broken_programme_has_a_file_of_its_own() -> None:
    found = Counter(each.span.path for each in bless.broken_findings())
    assert {path: count for path, count in found.items() if count > 1 and path != SHARED} == {}


def test_every_finding_of_the_broken_programme_has_a_range_and_says_what_to_do() -> None:
    for each in bless.broken_findings():
        start, end = (each.span.line, each.span.column), (each.span.end_line, each.span.end_column)
        assert (1, 1) <= start <= end, each
        assert start < end or each.code in OF_A_PATH, each
        assert each.help == each.help.strip() != "", each
    helps = re.findall(r"^ *= help: \S", bless.broken_report(), re.MULTILINE)
    assert len(helps) == len(bless.broken_findings())


@pytest.mark.parametrize("name", bless.MAKERS)
def test_a_golden_file_is_as_it_was_blessed(name: str) -> None:
    change = "".join(bless.difference(name, bless.MAKERS[name]()))
    assert not change, f"`make bless` accepts this, once it has been read:\n{change}"
