"""What became of a pair's goals: reached, strictly and broadly."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from generator.language import N_
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

BROADLY = frozenset({"reached", "closer", "reframed"})

MEASURES = (
    Measure(
        id="goal-outcome",
        name=N_("Goal outcome"),
        formula=(
            "strict: goals reached ÷ all goals of both sides; broad: goals reached, closer or reframed ÷ all; "
            "n/a without goals, and for a day in the past"
        ),
        reads=(
            "state of goals in the pair's file; they carry no dates, so there is no value for a day after which the "
            "pair's files tell of something else"
        ),
        blind="what was learnt on the way to a goal that was dropped",
        example="Four goals: one reached, one closer, one reframed, one dropped. Strict: 0.25, broad: 0.75.",
        reading="for coordinators only: broad, 0.70 or more at the end of a term",
        source="usual in published programme guides",
    ),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The share of goals reached, and of those that led somewhere."""

    strict: Value
    broad: Value


def of(at: PairAt) -> Outcome:
    """Give both shares of a pair's goals; n/a in the past, since goals carry no dates."""
    return Outcome(_share(at, frozenset({"reached"})), _share(at, BROADLY))


def _share(at: PairAt, states: Collection[str]) -> Value:
    found = [goal.state in states for goal in at.item.goals]
    exact = Fraction(sum(found), len(found)) if found and not at.is_past else None
    return Value("goal-outcome", exact, at.as_of, paths((at.file,)))
