"""Figures as a table for a spreadsheet (RFC 4180): one row a value, nothing in it a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from generator.progress.indicators.indicator import written
from generator.progress.trends import Trend
from generator.report.progress.figures import Figure, OfPair, OfProgramme

HEADS = ("about", "id", "measure", "of", "value", "shown", "n", "bar", "meets", "as_of", "formula", "sources")
DECIMALS = 6


def pair(found: OfPair) -> str:
    """Give a row for each value of a pair, and one for each point of its health."""
    rows = [("pair", found.pair, each) for each in found.figures]
    points = [
        ("pair", found.pair, "point", point.sentence, str(point.weight), str(point.weight), "", "", "",
         found.as_of.isoformat(), "", " ".join(point.sources))
        for point in found.points
    ]  # fmt: skip
    return _written([*(_row(*row) for row in rows), *points])


def programme(found: OfProgramme) -> str:
    """Give a row for each indicator of the programme and each of its parts, and for each week of the year before."""
    rows = [_row(group.kind, group.id, each) for group in found.groups for each in group.figures]
    return _written([*rows, *(_row("week", "", each) for trend in found.year for each in _weeks(trend))])


def _weeks(trend: Trend) -> Iterator[Figure]:
    kind = trend.kind
    for point in trend.points:
        said = "n/a" if point.exact is None else written(point.exact, kind.unit)
        meets = None if point.exact is None else point.exact >= kind.bar
        yield Figure(kind.words, "", point.exact, said, point.on, (), kind.unit, kind.bar, meets, point.n)


def _row(about: str, name: str, each: Figure) -> tuple[str, ...]:
    number = "" if each.exact is None else f"{float(each.exact):.{DECIMALS}f}"
    meets = {None: "", True: "yes", False: "no"}[each.meets]
    bar = "" if each.bar is None else f"{float(each.bar):.2f}"
    n = "" if each.n is None else str(each.n)
    told = (each.as_of.isoformat(), each.measure.formula, " ".join(each.sources))
    return about, name, each.measure.id, each.of, number, each.shown, n, bar, meets, *told


def _written(rows: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(_safe([HEADS, *rows]))
    return text.getvalue()


def _safe(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Keep a spreadsheet from taking a text for a formula; a negative number stays a number."""
    for row in rows:
        yield tuple(f"'{cell}" if cell[:1] in "=+@\t\r" and cell else cell for cell in row)
