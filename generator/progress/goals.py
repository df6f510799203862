"""Goals of each side by their state; the files carry no dates of goals, so only the present is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.kinds.pair import Pair
from generator.language import N_
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="goals",
        name=N_("Goals by side and state"),
        formula="how many goals each side has in each state: open, reached, closer, reframed, dropped",
        reads="goals in the pair's file; they carry no dates, so only the present is known",
        blind="how hard a goal was; a goal well reframed is as good as one reached",
        example="The mentor has one goal reached, the mentee one reached and one reframed: 2 of 3 goals are reached.",
    ),
)


@dataclass(frozen=True, slots=True)
class Goals:
    """How many goals each side has in each state."""

    mentor: Mapping[str, int]
    mentee: Mapping[str, int]

    @property
    def reached(self) -> int:
        """Count the goals reached on both sides."""
        return self.mentor.get("reached", 0) + self.mentee.get("reached", 0)

    @property
    def all(self) -> int:
        """Count all goals of both sides."""
        return sum(self.mentor.values()) + sum(self.mentee.values())


def by_side(pair: Pair) -> Goals:
    """Count a pair's goals by side and state."""
    counts = {
        side: Counter(str(goal.state) for goal in pair.goals if goal.side == side) for side in ("mentor", "mentee")
    }
    return Goals(dict(sorted(counts["mentor"].items())), dict(sorted(counts["mentee"].items())))
