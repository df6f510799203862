"""Completion: pairs that came to their end, of those that ended."""

from __future__ import annotations

from fractions import Fraction

from generator import lifecycle
from generator.language import N_
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

WORDS = Measure(
    id="pair-completion",
    name=N_("Pairs completed"),
    formula="completed pairs ÷ (completed pairs + pairs that ended early); those matched again are left out",
    reads="history of pairs",
    blind="why a pair ended: either side may leave without a reason",
    example="Seven pairs are completed, two ended early, one of these was matched again: 7 ÷ (7 + 1) = 88 %.",
    reading="for coordinators only: 85 % or more",
    source="our own choice; 25 of 26 pairs were seen in one published programme",
)


def part(at: PairAt) -> Part | None:
    """Give whether a pair that ended was completed."""
    return Part(int(at.state == "completed"), 1, (at.file,)) if at.state in lifecycle.ENDED else None


KIND = Kind(WORDS, Fraction(17, 20), part, share)
