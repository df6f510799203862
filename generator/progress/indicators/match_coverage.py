"""Match coverage: mentees who signed up for a cohort and were given a partner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.programme import Entry, Programme
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.value import Measure

WORDS = Measure(
    id="match-coverage",
    name="Match coverage",
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


def parts(programme: Programme, cohort: str, as_of: date) -> Iterator[Part]:
    """Give a part for each mentee of a cohort: whether they have a pair that was ever accepted by a day."""
    pairs = [each for each in programme.pairs.values() if each.parts["cohort"] == cohort]
    found = {each.item.mentee: each for each in reversed(pairs) if _accepted(each.item, as_of)}
    elsewhere = {each.item.mentor for each in pairs} - {each.item.mentee for each in pairs}
    for name, person in programme.people.items():
        signed_up = cohort in person.item.cohorts and person.item.role in ("mentee", "both")
        if signed_up and not (person.item.role == "both" and name in elsewhere):
            pair: tuple[Entry[Pair], ...] = (found[name],) if name in found else ()
            yield Part(len(pair), 1, (person, *pair))


def _accepted(pair: Pair, as_of: date) -> bool:
    at = lifecycle.first(pair, lifecycle.OPEN)
    return at is not None and pair.history[at].on <= as_of
