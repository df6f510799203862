"""Cadence: pairs that keep the rhythm they agreed on."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress import adherence, expected
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

GOOD = Fraction(4, 5)

WORDS = Measure(
    id="cadence-kept",
    name=N_("Pairs that keep their cadence"),
    formula="pairs with a cadence adherence of 0.80 or more ÷ pairs that have one",
    reads="what cadence adherence reads",
    blind="what cadence adherence cannot see",
    example="Eight pairs have an adherence, six of them 0.80 or more: 6 ÷ 8 = 75 %.",
    reading="for coordinators only: 70 % or more",
    source="usual in published programme guides",
)


def part(at: PairAt) -> Part | None:
    """Give whether a pair keeps its rhythm; nothing while no session is expected."""
    found = adherence.exact(at, expected.count(at))
    return None if found is None else Part(int(found >= GOOD), 1, (at.file, *at.counted))


KIND = Kind(WORDS, Fraction(7, 10), part, share)
