"""Actions: how well the pair in the middle keeps its promises."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress import closure
from generator.progress.indicators.indicator import Kind, Part, middle
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

WORDS = Measure(
    id="actions-closed",
    name=N_("Actions closed in time"),
    formula="the median of action closure over pairs that have one",
    reads="what action closure reads",
    blind="what action closure cannot see",
    example="Five pairs: 0.40, 0.50, 0.75, 1.00 and 1.00. The one in the middle: 0.75.",
    reading="for coordinators only: 0.70 or more",
    source="our own choice",
)


def part(at: PairAt) -> Part | None:
    """Give the promises a pair kept of those that are due."""
    due = closure.due(at)
    return Part(closure.kept(due, at.as_of), len(due), (at.file, *(entry for entry, _ in due))) if due else None


KIND = Kind(WORDS, Fraction(7, 10), part, middle, "")
