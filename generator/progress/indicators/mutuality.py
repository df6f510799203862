"""Mutuality: pairs in which both sides carry their part."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress import reciprocity
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

MUTUAL = Fraction(3, 5)

WORDS = Measure(
    id="mutuality",
    name=N_("Mutual pairs"),
    formula="pairs with a reciprocity of 0.60 or more ÷ pairs that have one",
    reads="what reciprocity reads",
    blind="who talks how much",
    example="Ten pairs have a reciprocity, eight of them 0.60 or more: 8 ÷ 10 = 80 %.",
    reading="for coordinators only: 70 % or more",
    source="our own choice",
)


def part(at: PairAt) -> Part | None:
    """Give whether both sides of a pair carry their part; nothing before they have met twice."""
    found = reciprocity.exact(at)
    return None if found is None else Part(int(found >= MUTUAL), 1, (at.file, *at.posts, *at.records))


KIND = Kind(WORDS, Fraction(7, 10), part, share)
