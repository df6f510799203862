"""Measures of a programme at a date: pure functions of declared facts, each saying what it counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.programme import Programme
from generator.progress import (
    adherence,
    bands,
    closure,
    contributions,
    desk,
    drift,
    expected,
    goal_outcome,
    goal_progress,
    goals,
    groups,
    health,
    indicators,
    milestones,
    momentum,
    pace,
    pulse,
    readiness,
    reciprocity,
    roadmaps,
    sessions,
    totals,
)  # fmt: skip
from generator.progress.bands import Band
from generator.progress.course import courses
from generator.progress.goal_outcome import Outcome
from generator.progress.goals import Goals
from generator.progress.health import Health
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure, Share, Value

MEASURES: tuple[Measure, ...] = (
    *sessions.MEASURES, *roadmaps.MEASURES, *goals.MEASURES, *totals.MEASURES, *groups.MEASURES,
    *expected.MEASURES, *adherence.MEASURES, *drift.MEASURES, *momentum.MEASURES, *reciprocity.MEASURES,
    *goal_progress.MEASURES, *goal_outcome.MEASURES, *closure.MEASURES, *readiness.MEASURES,
    *health.MEASURES, *bands.MEASURES, *indicators.MEASURES, *pace.MEASURES,
    *milestones.MEASURES, *pulse.MEASURES, *contributions.MEASURES, *desk.MEASURES,
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


@dataclass(frozen=True, slots=True)
class Standing:
    """How one pair stands as of a day: for coordinators only, and never about a person."""

    expected: Value
    adherence: Value
    drift: Value
    momentum: Value
    reciprocity: Value
    goal_progress: Mapping[str, Value]
    goal_lag: Mapping[str, Value]
    goal_outcome: Outcome
    closure: Value
    readiness: Value
    health: Health
    band: Band


def standing(at: PairAt) -> Standing:
    """Measure how one pair stands."""
    sessions_expected, mutual = expected.of(at), reciprocity.of(at)
    progress = {side: goal_progress.of(at, side) for side in ("mentor", "mentee")}
    points = health.of(at, mutual)
    return Standing(
        expected=sessions_expected,
        adherence=adherence.of(at, sessions_expected),
        drift=drift.of(at),
        momentum=momentum.of(at),
        reciprocity=mutual,
        goal_progress=progress,
        goal_lag={side: goal_progress.lag(at, value) for side, value in progress.items()},
        goal_outcome=goal_outcome.of(at),
        closure=closure.of(at),
        readiness=readiness.of(at),
        health=points,
        band=bands.of(at, points),
    )


def standings(programme: Programme, as_of: date) -> Mapping[str, Standing]:
    """Measure how every pair stands as of a day; no audience but the coordinators' asks for it."""
    return {each.name: standing(PairAt(each, as_of)) for each in courses(programme)}
