"""What progress is told by beyond totals: the shapes of indicators, of lines over time, and of what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

File = tuple[str, str | None]
"""A file's path, and its place on the forge if there is one."""


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator (coordinators only): its value and its bar as they are read, and over how many it was counted.

    `meets` is `None` where it is n/a; `files` is the page that lists the files it was counted from.
    """

    measure: str
    name: str
    shown: str
    bar: str
    meets: bool | None
    n: int
    files: str | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """All indicators of the programme or a part of it, as of a day."""

    title: str
    address: str
    as_of: date
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A cohort with a value at the end of each week of its course, from week 0; `None` where it has none.

    `files` is the page that lists what its weeks were counted from (coordinators only).
    """

    cohort: str
    values: tuple[Fraction | None, ...]
    files: str | None = None


@dataclass(frozen=True, slots=True)
class LinesView:
    """A measure over the weeks of cohorts, the newest first: `Spring 2026 {verb} 4.1 {unit} by week 20`."""

    measure: str
    name: str
    verb: str
    unit: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class CountedView:
    """The files a number was counted from (coordinators only): each with its place on the forge, if there is one.

    `of` is the programme, a cohort (with the day, of the earlier one), an area or a roadmap, and `above` a page that
    tells of it, with its name. The formula is that of `measure`.
    """

    address: str
    measure: str
    name: str
    of: str
    above: tuple[str, str]
    shown: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Lines for everybody; for coordinators the indicators too, and what every number was counted from.

    `cohorts` are by id. `earlier` is the cohort before the newest (`newest`), as of the day on which it was as old as
    that one is now. `files` maps a group (the id of a cohort, `then/…` for the earlier one, `area/…`, `roadmap/…`, the
    empty text for the programme) and a measure to the page that lists its files, and `listed` with a list of the
    site, such as `posts`, to what that list was made from.
    """

    lines: tuple[LinesView, ...] = ()
    programme: GroupView | None = None
    cohorts: Mapping[str, GroupView] = field(default_factory=dict)
    areas: tuple[GroupView, ...] = ()
    roadmaps: tuple[GroupView, ...] = ()
    newest: str | None = None
    earlier: GroupView | None = None
    counted: tuple[CountedView, ...] = ()
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
