"""PAI002 and PAI003: how far the mentee stands above the mentor; places are counted by hand."""

from __future__ import annotations

import pytest
from small import ACCEPTED, BEGUN, PAIR, PROPOSED, pair, people, person, settings
from telling import findings, related, told

PAUSED = "state: paused, on: 2026-02-02, by: both, reason: leave, until: 2026-03-01"
ENDED = "state: ended_early, on: 2026-02-02, by: coordinator, reason: time"
DECLINED = "state: declined, on: 2026-01-08, by: coordinator, reason: time"


def two(mentor: int, mentee: int, *steps: str) -> dict[str, str]:
    """Give an open pair of two people by their levels."""
    return people(p017=person(mentor), p042=person(mentee)) | {PAIR: pair(*(steps or BEGUN))}


@pytest.mark.parametrize(("mentor", "mentee", "fires"), [(3, 4, False), (3, 3, True), (3, 2, True), (1, 99, False)])
def test_the_mentee_is_the_senior_one(mentor: int, mentee: int, *, fires: bool) -> None:
    says = f"the mentor has level {mentor} and the mentee level {mentee}; the mentee's must be higher"
    assert told("PAI002", two(mentor, mentee)) == ([f"{PAIR}:1:9-14 error: {says}"] if fires else [])


def test_both_levels_are_shown_and_the_level_that_is_needed_is_named() -> None:
    (found,) = findings("PAI002", two(3, 3))
    assert related(found) == [
        "pairs/people/p-017.yml:3:8-9: the mentor's level",
        "pairs/people/p-042.yml:3:8-9: the mentee's level",
    ]
    assert found.help == "name a mentee of level 4 or higher, or correct the `level` that is wrong"


def test_who_stands_lower_may_change_sides() -> None:
    (found,) = findings("PAI002", two(5, 3))
    assert found.help.startswith("let the two change sides, or name a mentee of level 6")


@pytest.mark.parametrize("code", ["PAI002", "PAI003"])
@pytest.mark.parametrize("steps", [(PROPOSED,), (PROPOSED, ACCEPTED), BEGUN, (*BEGUN, PAUSED)])
def test_every_pair_that_is_proposed_or_open_is_looked_at(code: str, steps: tuple[str, ...]) -> None:
    assert len(told(code, two(3, 3 if code == "PAI002" else 4, *steps))) == 1


@pytest.mark.parametrize("steps", [(*BEGUN, ENDED), (PROPOSED, DECLINED), (PROPOSED.replace("2026", "2027"),)])
def test_what_is_over_or_not_yet_is_left_alone(steps: tuple[str, ...]) -> None:
    assert told("PAI002", two(3, 3, *steps)) == told("PAI003", two(3, 4, *steps)) == []


def test_of_somebody_unknown_nothing_is_said() -> None:
    assert told("PAI002", people(p017=person(3)) | {PAIR: pair(*BEGUN)}) == []
    assert told("PAI002", people(p042=person(1)) | {PAIR: pair(*BEGUN)}) == []
    assert told("PAI002", people(p017=person(3)) | {PAIR: pair(*BEGUN, mentee="p-017")}) == []


@pytest.mark.parametrize(("mentee", "fires"), [(3, False), (4, True), (5, False)])
def test_two_levels_are_expected(mentee: int, *, fires: bool) -> None:
    says = f"{PAIR}:1:9-14 warning: levels between mentor and mentee: 1; expected: 2 at least"
    assert told("PAI003", two(3, mentee)) == ([says] if fires else [])


@pytest.mark.parametrize(("gap", "mentee", "fires"), [("1", 4, False), ("4", 6, True), ("4", 7, False)])
def test_the_programme_says_how_many_are_expected(gap: str, mentee: int, *, fires: bool) -> None:
    found = findings("PAI003", two(3, mentee) | settings(level_gap=gap))
    remedy = "name a mentee of level 7 or higher, or correct the `level` that is wrong"
    assert [each.help for each in found] == ([remedy] if fires else [])
