"""Progress of each side's goals, and how far it lags behind the term."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from generator.kinds.pair import PROGRESS, WHOLE, Goal
from generator.language import N_
from generator.progress.pair_at import PairAt, paths
from generator.progress.term import elapsed
from generator.progress.value import Measure, Value

STEPS = {"open": PROGRESS, "reached": (WHOLE,)}
"""States of goals whose progress says how far a side has come, and what it may be."""

MEASURES = (
    Measure(
        id="goal-progress",
        name=N_("Goal progress"),
        formula="the mean progress of a side's open and reached goals; n/a without any, and for a day in the past",
        reads=(
            "side, state and progress of goals in the pair's file; they carry no dates, so there is no value for a day "
            "after which the pair's files tell of something else"
        ),
        blind="how hard a goal is; each side judges its own",
        example="The mentor's goals: one reached (100), one open at 25, one dropped. (100 + 25) ÷ 2 = 62.5, so 0.63.",
        reading="for coordinators only",
    ),
    Measure(
        id="goal-lag",
        name=N_("Goal lag"),
        formula="share of the term that is over, in active days and at most 1, less goal progress",
        reads="what goal progress and active days read; ends in the agreement",
        blind="goals that are reached at once, at the end",
        example="Active day 110 of a term of 182 days, progress 0.25: 110 ÷ 182 - 0.25 = 0.35.",
        reading="for coordinators only: after half of the term, over 0.25 is worth a word in the next session",
        source="our own choice",
    ),
)


def mean(goals: Iterable[Goal], side: str) -> Fraction | None:
    """Give the mean progress of a side's open and reached goals; `None` without any, or where one cannot be read."""
    counted = [goal for goal in goals if goal.side == side and goal.state in STEPS]
    steps = [int(goal.progress or 0) for goal in counted if goal.progress in STEPS[goal.state or ""]]
    return Fraction(sum(steps), 100 * len(steps)) if steps and len(steps) == len(counted) else None


def of(at: PairAt, side: str) -> Value:
    """Give how far a side has come with its goals; n/a in the past, since goals carry no dates."""
    exact = None if at.is_past else mean(at.item.goals, side)
    return Value("goal-progress", exact, at.as_of, paths((at.file,)))


def lag(at: PairAt, progress: Value) -> Value:
    """Give how far a side's goals are behind the term; n/a without a progress or a term."""
    ahead = progress.exact
    exact = None if ahead is None or at.term is None else elapsed(at.item, at.term, at.as_of) - ahead
    return Value("goal-lag", exact, at.as_of, paths((at.file,)))
