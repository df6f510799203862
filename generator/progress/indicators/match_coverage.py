"""Match coverage: mentees who signed up for a cohort and were given a partner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.language import N_
from generator.programme import Entry, Programme
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.value import Measure

WORDS = Measure(
    id="match-coverage",
    name=N_("Match coverage"),
    formula=(
        "mentees of a cohort with a pair in it that was ever accepted ÷ mentees of the cohort; for the programme, the "
        "cohorts that have begun, added up; n/a for an area and a roadmap"
    ),
    reads=(
        "role and cohorts of people, mentor, mentee and history of pairs; somebody who is both counts unless they are "
        "a mentor in the cohort and nobody's mentee"
    ),
    blind="when somebody signed up: files of people carry no dates, so all who did by now count for a past day too",
    example="Six mentees signed up, five of them have a pair that was accepted, one of these ended: 5 ÷ 6 = 83 %.",
    reading="for coordinators only: all of them, 100 %",
    source="usual in published programme guides",
)


def _no_part(_: object) -> None:
    """Say that no pair adds to it: it is counted over people."""


KIND = Kind(WORDS, Fraction(1), _no_part, share)


class Seat(NamedTuple):
    """A mentee of a cohort, with the pair that was accepted first and the day of that, if there is one."""

    person: Entry[Person]
    pair: Entry[Pair] | None
    since: date


def seats(programme: Programme, cohort: str) -> tuple[Seat, ...]:
    """Give the mentees who signed up for a cohort."""
    pairs = [each for each in programme.pairs.values() if each.parts["cohort"] == cohort]
    taken: dict[str, tuple[date, Entry[Pair]]] = {}
    for pair in pairs:
        on, mentee = _accepted(pair.item), pair.item.mentee
        if on and (mentee not in taken or on < taken[mentee][0]):
            taken[mentee] = on, pair
    mentees = {each.item.mentee for each in pairs}
    mentors = {each.item.mentor for each in pairs} - mentees
    found = (
        (name, person)
        for name, person in programme.people.items()
        if cohort in person.item.cohorts
        and (person.item.role == "mentee" or (person.item.role == "both" and name not in mentors))
    )
    return tuple(_seat(person, taken.get(name)) for name, person in found)


def _seat(person: Entry[Person], taken: tuple[date, Entry[Pair]] | None) -> Seat:
    since, pair = taken or (date.max, None)
    return Seat(person, pair, since)


def parts(found: Iterable[Seat], as_of: date) -> tuple[Part, ...]:
    """Give a part for each mentee: whether they have a pair that was ever accepted by a day."""
    return tuple(
        Part(1, 1, (each.person, each.pair)) if each.pair and each.since <= as_of else Part(0, 1, (each.person,))
        for each in found
    )


def _accepted(pair: Pair) -> date | None:
    at = lifecycle.first(pair, lifecycle.OPEN)
    return None if at is None else pair.history[at].on
