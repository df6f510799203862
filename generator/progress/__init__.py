"""Measures of a programme at a date: pure functions of declared facts, each saying what it counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.programme import Programme
from generator.progress import goals, groups, roadmaps, sessions, totals
from generator.progress.goals import Goals
from generator.progress.value import Measure, Share

MEASURES: tuple[Measure, ...] = (
    *sessions.MEASURES, *roadmaps.MEASURES, *goals.MEASURES, *totals.MEASURES, *groups.MEASURES,
)  # fmt: skip
"""Every measure in words."""


@dataclass(frozen=True, slots=True)
class PairProgress:
    """What one pair has done so far."""

    sessions: Share
    roadmaps: Mapping[str, Share]
    steps_done: frozenset[str]
    goals: Goals


@dataclass(frozen=True, slots=True)
class Progress:
    """All measures at one as-of date."""

    as_of: date
    pairs: Mapping[str, PairProgress]


def measure(programme: Programme, as_of: date) -> Progress:
    """Measure every pair as of a date; totals are the view's, since they depend on who may know which pair."""
    pairs = {
        name: PairProgress(
            sessions=sessions.held_of_planned(programme, name, as_of),
            roadmaps=roadmaps.coverage(programme, name, as_of),
            steps_done=roadmaps.steps_done(programme, name, as_of),
            goals=goals.by_side(pair.item),
        )
        for name, pair in programme.pairs.items()
    }
    return Progress(as_of, pairs)
