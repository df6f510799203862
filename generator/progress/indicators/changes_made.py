"""Changes: what is different now because somebody was heard."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from generator.language import N_
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.openness import is_open
from generator.progress.pair_at import PairAt
from generator.progress.totals import tells_of_a_change
from generator.progress.value import Measure

PAIRS = 5

WORDS = Measure(
    id="changes-per-five",
    name=N_("Changes for every five pairs"),
    formula="5 times the changes that posts tell of, planned or done, ÷ pairs that ever began",
    reads="date and changed of each post, history of pairs; a sealed post tells of none",
    blind="changes that nobody wrote down, and how large a change is",
    example="Twelve pairs began; their posts tell of three changes: 5 times 3 ÷ 12 = 1.25.",
    reading="for coordinators only: 1 or more",
    source="our own choice",
)


def part(at: PairAt) -> Part | None:
    """Give the changes a pair's posts tell of, for one pair."""
    if not at.began:
        return None
    told = tuple(post for post in at.posts if tells_of_a_change(post.item) and is_open(at.programme, post))
    return Part(len(told), 1, (at.file, *told))


def for_five(parts: Sequence[Part]) -> Fraction | None:
    """Give the changes for every five pairs."""
    found = share(parts)
    return None if found is None else PAIRS * found


KIND = Kind(WORDS, Fraction(1), part, for_five, "")
