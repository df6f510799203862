"""Cohort lines: one measure week by week, each cohort a line with its own dash and mark and its name at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from markupsafe import Markup

from generator.language import decimal, gettext
from generator.pages.absent import nothing_due
from generator.pages.charts.svg import clipped, diamond, dot, figure, line, num, path, text, twice, width
from generator.pages.charts.table import table

Value = Fraction | float | None
_HIGH, _TOP, _FOOT, _LEFT = 220, 12, 28, 34
_APART = 16
_TOPS = (1, 2, 4, 6, 8, 10)
_MARKS = (dot, diamond)


@dataclass(frozen=True, slots=True)
class Line:
    """A cohort with one value a week, from its week 0 on; None where there is none to show."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """`held 4.1 sessions a pair`: a verb and a unit, and the cohorts, the one to speak of first.

    `absent` says why a value is missing: nothing was due, or a group is too small.
    """

    title: str
    verb: str
    unit: str
    lines: tuple[Line, ...]
    absent: str = ""


def shown(value: Value) -> str:
    """Write a value with one decimal, rounded half up."""
    if value is None:
        return ""
    return decimal("{}.{}".format(*_tenths(value)))


def brief(value: Value) -> str:
    """Write a value as a sentence does: `4.1`, and `90` where `90.0` would say no more."""
    if value is None:
        return ""
    whole, tenths = _tenths(value)
    return shown(value) if tenths else decimal(f"{whole}")


def _tenths(value: Fraction | float) -> tuple[int, int]:
    exact = Fraction(value)
    return divmod((20 * exact.numerator + exact.denominator) // (2 * exact.denominator), 10)


def finding(chart: Lines) -> str:
    """Compare the first line at its last known week with the next one at the same week."""
    first = next((each for each in chart.lines if _last(each) is not None), None)
    week = _last(first) if first else None
    if first is None or week is None:
        return f"{chart.title}: {_absent(chart)}."
    said = gettext(
        "%(cohort)s %(verb)s %(value)s %(unit)s by week %(week)s",
        cohort=first.label, verb=chart.verb, value=brief(first.values[week]), unit=chart.unit, week=week,
    )  # fmt: skip
    others = [each for each in chart.lines if each is not first and week < len(each.values)]
    known = next((each for each in others if each.values[week] is not None), None)
    return f"{said}; {known.label}: {brief(known.values[week])}." if known else f"{said}."


def _last(each: Line) -> int | None:
    return next((week for week in reversed(range(len(each.values))) if each.values[week] is not None), None)


def _absent(chart: Lines) -> str:
    return chart.absent or nothing_due()


def draw(chart: Lines, name: str) -> Markup:
    """Draw the lines; a week without a value is a gap in its line."""
    said = finding(chart)
    weeks = max((len(each.values) for each in chart.lines), default=0)
    rows = [(str(week), *(_cell(each, week, _absent(chart)) for each in chart.lines)) for week in range(weeks)]
    known = any(_last(each) is not None for each in chart.lines)
    pictures = twice(name, chart.title, said, lambda wide: (_strokes(chart, wide, weeks), _HIGH)) if known else ""
    heads = (gettext("Week"), *(each.label for each in chart.lines))
    return figure(said, pictures, table(f"{chart.title}: {chart.unit}", heads, rows))


def _cell(each: Line, week: int, absent: str) -> str:
    """Give a value, or say why there is none."""
    if week >= len(each.values):
        return gettext("no such week")
    return shown(each.values[week]) or absent


def _strokes(chart: Lines, wide: int, weeks: int) -> str:
    most = max((float(value) for each in chart.lines for value in each.values if value is not None), default=0)
    top = _ceiling(most)
    right = wide - _named(chart, wide)
    across, high = (right - _LEFT) / max(1, weeks - 1), _HIGH - _TOP - _FOOT

    def at(week: int, value: Value) -> tuple[float, float]:
        return _LEFT + week * across, _TOP + high * (1 - float(value or 0) / top)

    drawn = [_axis(top, right, weeks, across)]
    ends = [(at(week, each.values[week]), each.label) for each in chart.lines if (week := _last(each)) is not None]
    for place, each in enumerate(chart.lines):
        points = [(week, at(week, value)) if value is not None else None for week, value in enumerate(each.values)]
        drawn += [_line(points, place), _marks(points, place)]
    return "".join([*drawn, *_labels(ends, right, wide)])


def _named(chart: Lines, wide: int) -> float:
    """Give the room of the names at the right edge: as much as they need, but never more than two fifths."""
    return min(max(width(each.label, "m-c-strong") for each in chart.lines) + 12, wide * 2 / 5)


def _ceiling(most: float) -> float:
    """Give the top of the scale, near above the highest: the next of 1, 2, 4, 6, 8, 10, 20 and so on."""
    ten = 1.0
    while ten * 10 < most:
        ten *= 10
    return next(ten * each for each in _TOPS if ten * each >= most)


def _axis(top: float, right: float, weeks: int, across: float) -> str:
    foot = _HIGH - _FOOT
    heights = [(part, _TOP + (foot - _TOP) * (1 - part)) for part in (0.0, 0.5, 1.0)]
    rules = path((line(_LEFT, y, right, y) for _, y in heights), "m-c-rule")
    scale = "".join(text(_LEFT - 6, y + 4.5, num(top * part), "m-c-soft", "end") for part, y in heights)
    last = max(0, weeks - 1)
    feet = text(_LEFT, foot + 18, gettext("week %(number)s", number=0), "m-c-soft")
    if last:
        feet += text(_LEFT + last * across, foot + 18, f"{last}", "m-c-soft", "end")
    return rules + scale + feet


Points = Sequence[tuple[int, tuple[float, float]] | None]


def _line(points: Points, place: int) -> str:
    runs = [[each for each in run if each] for there, run in groupby(points, lambda each: each is not None) if there]
    strokes = ("M" + "L".join(f"{num(x)} {num(y)}" for _, (x, y) in run) for run in runs if len(run) > 1)
    return path(strokes, f"m-c-line m-c-line-{place % 3}" if place % 3 else "m-c-line")


def _marks(points: Points, place: int) -> str:
    """Mark every fourth week and the last one, by the line's own shape."""
    known = [each for each in points if each]
    chosen = [each for each in known if each[0] % 4 == 0 or each is known[-1]]
    shape = _MARKS[place % 2]
    look = "m-c-solid" if place % 3 == 0 else "m-c-open"
    return path((shape(x, y, 3.5) for _, (x, y) in chosen), look)


def _labels(ends: Sequence[tuple[tuple[float, float], str]], right: float, wide: int) -> Iterator[str]:
    """Write the names at the right edge, never on top of each other, each with a hairline from its last point."""
    below = -1e9
    places = sorted(ends, key=lambda each: each[0][1])
    spare = (_HIGH - 4) - _APART * len(places)
    for at, ((x, y), label) in enumerate(places):
        below = max(min(y + 4.5, spare + _APART * (at + 1)), below + _APART)
        yield path([line(min(x + 6, right + 2), y, right + 6, below - 4.5)], "m-c-leader")
        yield text(right + 10, below, clipped(label, wide - right - 10, "m-c-strong"), "m-c-strong")
