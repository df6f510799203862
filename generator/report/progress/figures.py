"""Every value of a pair or a programme as a figure: the same for each format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from generator.programme import Programme
from generator.progress import indicators, trends
from generator.progress.health import Point
from generator.progress.indicators.indicator import Indicator
from generator.progress.pair_at import PairAt
from generator.progress.trends import Trend
from generator.progress.value import Measure, Value
from generator.progress.whole import MEASURES, Standing, standing

IN_WORDS = {each.id: each for each in MEASURES}


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with all it rests on; `of` tells apart what one measure gives twice, such as each side.

    `bar`, `meets` and `n` (how many it was counted over) are there for indicators of a programme.
    """

    measure: Measure
    of: str
    exact: Fraction | None
    shown: str
    as_of: date
    sources: tuple[str, ...]
    unit: str = ""
    bar: Fraction | None = None
    meets: bool | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class OfPair:
    """How a pair stands: its state, its band (`None` where it is not judged), the reasons, and every value."""

    pair: str
    as_of: date
    state: str
    band: str | None
    points: tuple[Point, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A programme (`id` is empty), or one of its cohorts, focus areas or roadmaps, with its indicators."""

    kind: str
    id: str
    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class OfProgramme:
    """The indicators of a programme and its parts; the first group is the whole of it.

    `earlier` is the cohort before the newest, as of the day on which it was as old as that one is now. `year` is each
    indicator of the whole once a week for a year, if that was asked for.
    """

    name: str
    as_of: date
    groups: tuple[Group, ...]
    newest: str | None
    earlier: Group | None
    year: tuple[Trend, ...] = ()


def of_pair(at: PairAt) -> OfPair:
    """Tell how a pair stands."""
    found = standing(at)
    return OfPair(at.name, at.as_of, at.state, found.band.name, found.health.points, tuple(_values(found)))


def of_programme(programme: Programme, as_of: date, *, year: bool = False) -> OfProgramme:
    """Tell how a programme stands, with the weeks of the year before if they are asked for."""
    found, beside = indicators.of(programme, as_of), indicators.against(programme, as_of)
    cohorts = {each.id: each.title for each in programme.cohorts.values()}
    areas = {each.id: each.title for each in programme.focus_areas.values()}
    roadmaps = {name: entry.item.title for name, entry in programme.roadmaps.items()}
    name = programme.settings.item.name if programme.settings else "The programme"
    parts = (("cohort", cohorts, found.cohorts), ("area", areas, found.areas), ("roadmap", roadmaps, found.roadmaps))
    groups = [
        Group(kind, each, titles[each], _indicators(values)) for kind, titles, group in parts
        for each, values in group.items()
    ]  # fmt: skip
    earlier = Group("cohort", beside.before, cohorts[beside.before], _indicators(beside.then)) if beside else None
    whole = Group("programme", "", name, _indicators(found.programme))
    weeks = trends.year(programme, as_of) if year else ()
    return OfProgramme(name, as_of, (whole, *groups), beside.cohort if beside else None, earlier, weeks)


def _indicators(found: indicators.All) -> tuple[Figure, ...]:
    return tuple(map(_indicator, found))


def _indicator(each: Indicator) -> Figure:
    words, unit, bar = each.kind.words, each.kind.unit, each.kind.bar
    return Figure(words, "", each.exact, each.shown, each.as_of, each.sources, unit, bar, each.meets, each.n)


def _values(found: Standing) -> Iterator[Figure]:
    for value in (found.expected, found.adherence, found.drift, found.momentum, found.reciprocity):
        yield _value(value)
    for sides in (found.goal_progress, found.goal_lag):
        yield from (_value(value, side) for side, value in sides.items())
    yield _value(found.goal_outcome.strict, "strict")
    yield _value(found.goal_outcome.broad, "broad")
    for value in (found.closure, found.readiness, found.health.score):
        yield _value(value)


def _value(value: Value, of: str = "") -> Figure:
    return Figure(IN_WORDS[value.measure], of, value.exact, value.shown, value.as_of, value.sources)
