"""Goals: what became of the goals of pairs that are closed."""

from __future__ import annotations

from fractions import Fraction

from generator import lifecycle
from generator.language import N_
from generator.progress.goal_outcome import BROADLY
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

WORDS = Measure(
    id="goals-broad",
    name=N_("Goals of closed pairs"),
    formula="goals reached, closer or reframed ÷ all goals of pairs that are completed or ended early, added up",
    reads="what goal outcome reads, history of pairs",
    blind="what was learnt on the way to a goal that was dropped; how hard a goal was",
    example="Five closed pairs have 14 goals: six reached, three closer, two reframed, three dropped: 11 ÷ 14 = 79 %.",
    reading="for coordinators only: 70 % or more",
    source="usual in published programme guides",
)


def part(at: PairAt) -> Part | None:
    """Give the goals of a closed pair that led somewhere; nothing for a past day, since goals carry no dates."""
    goals = at.item.goals
    if at.state not in lifecycle.ENDED or not goals or at.is_past:
        return None
    return Part(sum(goal.state in BROADLY for goal in goals), len(goals), (at.file,))


KIND = Kind(WORDS, Fraction(7, 10), part, share)
