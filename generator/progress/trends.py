"""Trends: every indicator on many days, each counted anew from the files as if it were that day.

Nothing is stored: a trend is right for a file that was corrected yesterday, too. Most of the work of a day is
shared: the course of a pair is sorted once, and one that ended is left alone once nothing of it changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from generator.programme import Programme
from generator.progress.course import Course, courses
from generator.progress.indicators import KINDS, Parts, parts
from generator.progress.indicators import match_coverage as coverage
from generator.progress.indicators.indicator import Kind, Part
from generator.progress.pair_at import PairAt

WEEK = timedelta(weeks=1)
YEAR = 52
"""The weeks of a trend; it has one point more."""


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator on a day: its exact value (`None` is n/a) and how many pairs or mentees it was counted over."""

    on: date
    exact: Fraction | None
    n: int


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over time, oldest first."""

    kind: Kind
    points: tuple[Point, ...]


def year(programme: Programme, as_of: date) -> tuple[Trend, ...]:
    """Give each indicator of the whole programme once a week, for the year up to a day; in the order of `KINDS`."""
    return over(programme, [as_of - (YEAR - week) * WEEK for week in range(YEAR + 1)], tuple(programme.cohorts))


def of_cohort(programme: Programme, cohort: str, as_of: date, kinds: tuple[Kind, ...] = KINDS) -> tuple[Trend, ...]:
    """Give indicators of a cohort once a week, from its first day up to a day or its own last one."""
    return over(programme, weeks_of(programme, cohort, as_of), (cohort,), kinds)


def weeks_of(programme: Programme, cohort: str, as_of: date) -> tuple[date, ...]:
    """Give the days on which the weeks of a cohort's course end, from its first day (week 0) up to a day."""
    found = programme.cohorts[cohort]
    weeks = (min(as_of, found.ends) - found.starts) // WEEK
    return tuple(found.starts + week * WEEK for week in range(weeks + 1))


def over(
    programme: Programme, days: Sequence[date], cohorts: Collection[str], kinds: tuple[Kind, ...] = KINDS
) -> tuple[Trend, ...]:
    """Give indicators of some cohorts on each of these days, which come in their order; only these are counted."""
    rows = [_row(kinds, day, found) for day, found in _parts(programme, days, cohorts, kinds)]
    return tuple(Trend(kind, tuple(row[at] for row in rows)) for at, kind in enumerate(kinds))


def with_sources(
    programme: Programme, cohort: str, as_of: date, kinds: tuple[Kind, ...]
) -> tuple[tuple[Trend, tuple[str, ...]], ...]:
    """Give the trends of a cohort, as `of_cohort` does, each with the files that any of its weeks was counted from."""
    found = tuple(_parts(programme, weeks_of(programme, cohort, as_of), (cohort,), kinds))
    rows = [_row(kinds, day, columns) for day, columns in found]
    return tuple(
        (Trend(kind, tuple(row[at] for row in rows)), _sources(part for _, columns in found for part in columns[at]))
        for at, kind in enumerate(kinds)
    )


def _sources(found: Iterable[Part]) -> tuple[str, ...]:
    return tuple(sorted({file.path for part in found for file in part.files}))


def _parts(
    programme: Programme, days: Sequence[date], cohorts: Collection[str], kinds: tuple[Kind, ...]
) -> Iterator[tuple[date, list[list[Part]]]]:
    """Give for each day what adds to each of the kinds."""
    pairs = [each for each in courses(programme) if each.file.parts["cohort"] in cohorts]
    seats = {cohort: coverage.seats(programme, cohort) for cohort in cohorts}
    walks = [_walk(each, days, kinds) for each in pairs]
    for day in days:
        yield day, _columns(kinds, _people(programme, seats, day), (next(walk) for walk in walks))


def _people(programme: Programme, seats: Mapping[str, tuple[coverage.Seat, ...]], day: date) -> list[Part]:
    """Give the mentees of the cohorts that have begun by a day."""
    begun = [cohort for cohort in seats if programme.cohorts[cohort].starts <= day]
    return [part for cohort in begun for part in coverage.parts(seats[cohort], day)]


def _columns(kinds: tuple[Kind, ...], people: list[Part], found: Iterable[Parts]) -> list[list[Part]]:
    columns: list[list[Part]] = [[] for _ in kinds]
    for parts_of_pair in found:
        for column, part in zip(columns, parts_of_pair, strict=True):
            if part is not None:
                column.append(part)
    return [people if kind is coverage.KIND else column for kind, column in zip(kinds, columns, strict=True)]


def _row(kinds: tuple[Kind, ...], day: date, columns: list[list[Part]]) -> list[Point]:
    return [Point(day, kind.fold(column), len(column)) for kind, column in zip(kinds, columns, strict=True)]


def _walk(course: Course, days: Iterable[date], kinds: tuple[Kind, ...]) -> Iterator[Parts]:
    """Give what a pair adds on each day; once nothing of it changes any more, the same as before."""
    rests, rested = course.rests, False
    found: Parts = ()
    for day in days:
        if not rested:
            found = parts(PairAt(course, day), kinds)
            rested = rests is not None and day >= rests
        yield found
