"""Indicators of a programme: what its pairs come to together, each held against a bar. For coordinators.

Participation is hygiene, not success; none of these says anything about a person. `of` gives them for the whole
programme and each of its cohorts, focus areas and roadmaps; `against` sets the newest cohort beside the one before
it, on the same day of its own course.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from generator.programme import Programme
from generator.progress.course import courses
from generator.progress.indicators import (
    actions_closed,
    cadence_kept,
    changes_made,
    goals_broad,
    in_rhythm,
    launch_rate,
    match_coverage,
    mutuality,
    pair_completion,
    session_completion,
)
from generator.progress.indicators.indicator import Indicator, Kind, Part, together
from generator.progress.pair_at import PairAt

KINDS: tuple[Kind, ...] = (
    match_coverage.KIND, launch_rate.KIND, in_rhythm.KIND, session_completion.KIND, cadence_kept.KIND,
    goals_broad.KIND, pair_completion.KIND, mutuality.KIND, actions_closed.KIND, changes_made.KIND,
)  # fmt: skip
"""All indicators, in the order of a programme's life."""

MEASURES = tuple(each.words for each in KINDS)

All = tuple[Indicator, ...]
"""One of each kind, in the order of `KINDS`."""
Parts = tuple[Part | None, ...]
"""What one pair adds to each kind, in the order of `KINDS`."""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators of a programme and of each of its parts, by id, as of a day.

    A cohort that has not begun has none. A pair with two focus areas counts in both.
    """

    as_of: date
    programme: All
    cohorts: Mapping[str, All]
    areas: Mapping[str, All]
    roadmaps: Mapping[str, All]


@dataclass(frozen=True, slots=True)
class Beside:
    """A cohort and the one before it, as of the same day of their courses (days since the cohort began)."""

    day: int
    cohort: str
    now: All
    before: str
    then: All


def of(programme: Programme, as_of: date) -> Indicators:
    """Count the indicators of a programme, its cohorts, focus areas and roadmaps."""
    found = {each.name: parts(PairAt(each, as_of)) for each in courses(programme)}
    begun = [cohort.id for cohort in programme.cohorts.values() if cohort.starts <= as_of]
    covered = {cohort: match_coverage.parts(match_coverage.seats(programme, cohort), as_of) for cohort in begun}

    def group(pairs: Collection[str], people: tuple[Part, ...] = ()) -> All:
        return _group([found[name] for name in pairs], people, as_of)

    return Indicators(
        as_of,
        programme=group(tuple(found), tuple(part for people in covered.values() for part in people)),
        cohorts={each: group(in_cohort(programme, each), covered[each]) for each in begun},
        areas={each: group(in_area(programme, each)) for each in programme.focus_areas},
        roadmaps={each: group(on_roadmap(programme, each)) for each in programme.roadmaps},
    )


def of_cohort(programme: Programme, cohort: str, as_of: date) -> All:
    """Count the indicators of one cohort."""
    pairs = frozenset(in_cohort(programme, cohort))
    found = [parts(PairAt(each, as_of)) for each in courses(programme) if each.name in pairs]
    return _group(found, match_coverage.parts(match_coverage.seats(programme, cohort), as_of), as_of)


def against(programme: Programme, as_of: date) -> Beside | None:
    """Set the newest cohort that has begun beside the one that began before it, on the same day of their courses.

    `None` with fewer than two cohorts that have begun. What carries no date (goals) is n/a for the earlier one.
    """
    begun = sorted((each.starts, each.id) for each in programme.cohorts.values() if each.starts <= as_of)
    if len(begun) < 2:  # noqa: PLR2004 - two, to compare
        return None
    (earlier, before), (starts, cohort) = begun[-2:]
    then = of_cohort(programme, before, earlier + (as_of - starts))
    return Beside((as_of - starts).days, cohort, of_cohort(programme, cohort, as_of), before, then)


def in_cohort(programme: Programme, cohort: str) -> tuple[str, ...]:
    """Name the pairs of a cohort."""
    return tuple(name for name, pair in programme.pairs.items() if pair.parts["cohort"] == cohort)


def in_area(programme: Programme, area: str) -> tuple[str, ...]:
    """Name the pairs that work on a focus area."""
    return tuple(name for name, pair in programme.pairs.items() if area in pair.item.focus)


def on_roadmap(programme: Programme, roadmap: str) -> tuple[str, ...]:
    """Name the pairs that follow a roadmap."""
    return tuple(name for name, pair in programme.pairs.items() if roadmap in pair.item.roadmaps)


def parts(at: PairAt, kinds: tuple[Kind, ...] = KINDS) -> Parts:
    """Give what a pair adds to each indicator; nothing before it was active, or where it never was."""
    return tuple(kind.part(at) if at.began else None for kind in kinds)


def _group(pairs: Collection[Parts], people: tuple[Part, ...], as_of: date) -> All:
    columns = zip(*pairs, strict=True) if pairs else [()] * len(KINDS)
    found = [tuple(part for part in column if part) for column in columns]
    return tuple(
        together(kind, people if kind is match_coverage.KIND else parts, as_of)
        for kind, parts in zip(KINDS, found, strict=True)
    )
