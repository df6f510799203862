"""Cadence adherence: sessions held of those expected by now."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

MEASURES = (
    Measure(
        id="cadence-adherence",
        name=N_("Cadence adherence"),
        formula="counted held sessions ÷ expected sessions, at most 1; n/a while none is expected",
        reads="what counted held sessions and expected sessions read",
        blind="how good a session was; a pair in which one side does all the work may have 1.00",
        example="Two counted sessions where three are expected: 2 ÷ 3 = 0.67.",
        reading="for coordinators only: 0.80 or more is good, 0.60 to 0.80 is worth a look",
        source="our own choice",
    ),
)


def of(at: PairAt, expected: Value) -> Value:
    """Give held of expected sessions, at most 1; n/a where none is expected yet."""
    return Value("cadence-adherence", exact(at, expected.exact), at.as_of, paths((at.file,), at.counted))


def exact(at: PairAt, expected: Fraction | int | None) -> Fraction | None:
    """Give the same without its files."""
    return min(Fraction(1), Fraction(len(at.counted)) / expected) if expected else None
