"""Figures for somebody at a terminal: reasons first, then the values in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.progress.bands import SAID
from generator.progress.indicators.indicator import written
from generator.progress.trends import Trend
from generator.report.cells import plain, width
from generator.report.progress.figures import Figure, Group, OfPair, OfProgramme

QUARTER = 13
"""Weeks from one column of the year to the next."""
COUNTS = frozenset({"expected-sessions", "health"})
"""Measures whose value is a whole number."""
KEY = "In brackets how many pairs (for match coverage: mentees) were counted; * is under the bar.\n"
NOT_FOR = "For coordinators. It says whether people met and kept what they agreed on, and is no performance data.\n"


def pair(found: OfPair) -> str:
    """Give the band, a sentence for each point with its files, and every value."""
    stands = SAID[found.band] if found.band else f"{found.state.replace('_', ' ') or 'to come'}, so it is not judged"
    head = f"{found.pair} as of {found.as_of}: {stands}\n"
    said = "".join(
        f"\n  {point.weight}  {point.sentence}\n" + "".join(f"     {plain(path)}\n" for path in point.sources)
        for point in found.points
    )
    none = "" if found.points or found.band is None else "\n  nothing to look at\n"
    return f"{head}{said}{none}\n{_table((_name(each), _value(each)) for each in found.figures)}\n{NOT_FOR}"


def programme(found: OfProgramme) -> str:
    """Give the indicators of the whole, the newest cohort and the one before it, each beside its bar."""
    groups = [found.groups[0], *(each for each in found.groups if each.kind == "cohort" and each.id == found.newest)]
    heads = ["", "bar", *(plain(each.title) for each in groups)]
    if found.earlier:
        groups.append(found.earlier)
        heads.append(f"{plain(found.earlier.title)}, on the same day of its course")
    rows = [_row(at, groups) for at in range(len(found.groups[0].figures))]
    year = f"{_year(found.year)}\n" if found.year else ""
    return f"{plain(found.name)} as of {found.as_of}\n\n{_table([heads, *rows])}\n{year}{KEY}{NOT_FOR}"


def _year(trends: Sequence[Trend]) -> str:
    """Give the programme at the end of each quarter of the year, the newest last."""
    days = [str(point.on) for point in trends[0].points[::QUARTER]]
    return _table([["The programme", *days], *([each.kind.words.name, *_points(each)] for each in trends)])


def _points(trend: Trend) -> Iterator[str]:
    for point in trend.points[::QUARTER]:
        said = "n/a" if point.exact is None else written(point.exact, trend.kind.unit)
        yield f"{said} ({point.n})" if point.n else said


def _row(at: int, groups: Sequence[Group]) -> list[str]:
    found = [group.figures[at] for group in groups]
    return [found[0].measure.name, _bar(found[0]), *map(_cell, found)]


def _bar(each: Figure) -> str:
    return "" if each.bar is None else written(each.bar, each.unit)


def _cell(each: Figure) -> str:
    """Write a value with how many it was counted over, and a mark where it is under its bar."""
    return f"{each.shown}{' *' if each.meets is False else ''} ({each.n})" if each.n else each.shown


def _value(each: Figure) -> str:
    return str(each.exact) if each.measure.id in COUNTS and each.exact is not None else each.shown


def _name(each: Figure) -> str:
    return f"{each.measure.name}, {each.of}" if each.of else each.measure.name


def _table(rows: Iterable[Sequence[str]]) -> str:
    found = [tuple(row) for row in rows]
    wide = [max(map(width, column)) for column in zip(*found, strict=True)]
    return "".join(_line(row, wide) for row in found)


def _line(row: Sequence[str], wide: Sequence[int]) -> str:
    cells = (cell + " " * (most - width(cell)) for cell, most in zip(row, wide, strict=True))
    return f"  {'  '.join(cells).rstrip()}\n"
