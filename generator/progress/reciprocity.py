"""Reciprocity: whether both sides write, keep something and promise something."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.language import N_
from generator.progress.pair_at import PairAt, paths
from generator.progress.roadmaps import reflected
from generator.progress.value import Measure, Value

LEAST = 2
"""Before so many sessions it is too early to say who carries it."""

MEASURES = (
    Measure(
        id="reciprocity",
        name=N_("Reciprocity"),
        formula=(
            "the mean of those that can be had: balance of posts by author; counted held sessions with a takeaway of "
            "both sides, or withheld, ÷ counted held sessions; balance of actions by owner. Balance is twice the "
            "smaller number ÷ the sum of both. n/a before two counted sessions"
        ),
        reads="author of each post, sealed ones too; takeaways and owners of actions in each held session",
        blind="who talks how much; it says nothing about either person",
        example=(
            "Posts 3 and 0: balance 0. One of two sessions has both takeaways: 0.5. Actions 3 and 1: 2 ÷ 4 = 0.5. "
            "The mean is 0.33."
        ),
        reading="for coordinators only: 0.60 or more is mutual, under 0.40 one side carries it",
        source="our own choice; both sides must gain (peer-reviewed studies of reverse mentoring)",
    ),
)


def of(at: PairAt) -> Value:
    """Give how evenly the two share the work; n/a before they have met twice."""
    return Value("reciprocity", exact(at), at.as_of, paths((at.file,), at.posts, at.records))


def exact(at: PairAt) -> Fraction | None:
    """Give the same without its files."""
    parts = list(_parts(at)) if len(at.counted) >= LEAST else []
    return sum(parts, Fraction(0)) / len(parts) if parts else None


def balance(one: int, other: int) -> Fraction | None:
    """Give 1 for two equal numbers, 0 where one side has all; `None` where neither has any."""
    return Fraction(2 * min(one, other), one + other) if one + other else None


def _parts(at: PairAt) -> Iterator[Fraction]:
    authors = [post.item.author for post in at.posts]
    owners = [action.owner for _, action in at.promises]
    both = sum(reflected(entry.item) for entry in at.counted)
    posts = balance(authors.count(at.item.mentor), authors.count(at.item.mentee))
    actions = balance(owners.count("mentor"), owners.count("mentee"))
    for part in (posts, Fraction(both, len(at.counted)), actions):
        if part is not None:
            yield part
