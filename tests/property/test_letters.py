"""Letters over time, whatever a pair does: never two within a week, of one thing never two within two weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import programmes
from couple import NAME, Couple
from couples import COUPLES
from hypothesis import given
from hypothesis import strategies as st
from needing import needed, written
from often import times

from generator.nudge import Letter, day
from generator.programme import Programme

WEEK = timedelta(days=7)
SETTINGS = "pairs/programme.yml"


def with_coordinators(couple: Couple) -> Programme:
    return programmes.loaded({**couple.files(), SETTINGS: programmes.healthy()[SETTINGS]}).programme


def over_time(found: Programme, couple: Couple, days: range) -> Mapping[str, list[tuple[date, Letter]]]:
    """Move the day on, and note the first day on which each letter is there, by whom it is for."""
    seen: dict[str, tuple[date, Letter]] = {}
    of = cache(lambda on: written(found, on))
    for number in days:
        for letter in of(day(couple.day(number))):
            seen.setdefault(letter.name, (couple.day(number), letter))
    told: dict[str, list[tuple[date, Letter]]] = {}
    for on, letter in seen.values():
        told.setdefault(letter.name.partition(".")[2], []).append((on, letter))
    return told


@times(25)
@given(COUPLES)
def test_moving_the_day_never_gives_a_pair_two_letters_within_a_week(couple: Couple) -> None:
    for letters in over_time(with_coordinators(couple), couple, range(210)).values():
        days = [letter.on for _, letter in letters]
        assert all(after - before >= WEEK for before, after in pairwise(days))


@times(25)
@given(COUPLES, st.lists(COUPLES, min_size=1, max_size=4))
def test_nor_does_it_when_the_files_change_meanwhile(couple: Couple, others: list[Couple]) -> None:
    """Every day the files are other ones: what was sent is kept nowhere, and still no letter comes too soon."""
    states = [with_coordinators(each) for each in (couple, *others)]
    sent: dict[str, date] = {}
    for number in range(60, 110):
        for letter in written(states[number % len(states)], day(couple.day(number))):
            if letter.to and not letter.name.endswith("coordinators"):
                sent.setdefault(letter.name, letter.on)
    assert all(after - before >= WEEK for before, after in pairwise(sorted(sent.values())))


@times(25)
@given(COUPLES)
def test_the_same_thing_is_not_said_twice_within_two_weeks(couple: Couple) -> None:
    """A paragraph with a day or a number in it is about one thing; the way out and the greeting stand in all."""
    letters = over_time(with_coordinators(couple), couple, range(210)).get(NAME.replace("/", "."), [])
    for (_, before), (_, after) in pairwise(letters):
        if after.on - before.on < 2 * WEEK:
            said = [
                {each.removeprefix("One more thing: ").casefold() for each in _middle(letter)}
                for letter in (before, after)
            ]
            assert not said[0] & said[1]


def _middle(letter: Letter) -> list[str]:
    return [each for each in letter.text.split("\n\n")[1:-2] if any(sign.isdigit() for sign in each)]


@times(50)
@given(COUPLES, st.integers(0, 200))
def test_a_pair_has_one_entry_at_most(couple: Couple, number: int) -> None:
    found = needed({**couple.files()}, str(couple.day(number)))
    pairs = [each.signal.pair for each in found if each.signal.pair]
    assert len(pairs) == len(set(pairs))
    assert all(each.signal.since is None or each.signal.since <= couple.day(number) for each in found)
