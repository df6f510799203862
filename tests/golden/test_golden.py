"""The healthy programme is what a programme should be: nothing is found, and all kinds of file occur."""

from __future__ import annotations

import programmes

from generator.kinds import kinds, of_path

ABSENT = {
    "matching": "written by a matching run, with digests of the files it read",
    "pulse": "a programme of this size is too small for any aggregate",
    "room-note": "a sealed post under another path; `cases/` has one where a rule needs it",
    "signature": "`policy.signatures` is off by default",
}


def test_nothing_is_found_in_the_healthy_programme() -> None:
    found = programmes.judged(programmes.loaded_folder(programmes.HEALTHY))
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
