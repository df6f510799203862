"""A timeline: what lasts as bars with their state in words, what happens on a day as marks, and a line for today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from markupsafe import Markup

from generator.language import gettext
from generator.language.forms import day, short_day, short_month
from generator.pages.charts.key import SIDE, Mark, key
from generator.pages.charts.svg import clipped, diamond, dot, figure, line, path, rect, text, twice, width
from generator.pages.charts.table import table
from generator.pages.words import counted

Look = Literal["solid", "hollow", "away"]
Shape = Literal["held", "planned", "missed", "turn"]
_BAR, _EVENTS, _NAME, _AXIS, _RADIUS = 24, 22, 20, 22, 6
_MONTH = 30
_LONGEST = 31
"""Days of the longest month."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to pixels."""

    first: date
    days: int
    wide: int

    def at(self, day: date) -> float:
        """Give the place of the beginning of a day; days outside stand at the edge."""
        return min(max((day - self.first).days, 0), self.days) * self.wide / self.days

    def middle(self, day: date) -> float:
        """Give the place of a mark of a day, wholly inside."""
        return min(max(self.at(day), _RADIUS + 1), self.wide - _RADIUS - 1)


@dataclass(frozen=True, slots=True)
class Stage:
    """What lasts from a day to a day, both included, with its state in words."""

    word: str
    first: date
    last: date
    look: Look


@dataclass(frozen=True, slots=True)
class Event:
    """What happens on a day; `word` says what came of it and stands in the key."""

    label: str
    on: date
    word: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: a pair, a cohort or a step; its name may be empty where there is only one."""

    label: str
    stages: tuple[Stage, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes over one stretch of days; `thing` is what the events are (in the singular), `today` the as-of date."""

    title: str
    thing: str
    first: date
    last: date
    today: date
    lanes: tuple[Lane, ...]


def finding(chart: Timeline) -> str:
    """Say where today stands, what came of the events, and when the next one is; a turn is not counted."""
    events = [event for lane in chart.lanes for event in lane.events if event.shape != "turn"]
    counts = Counter(event.word for event in events)
    told = ", ".join(f"{_counted(count, chart.thing, at)} {word}" for at, (word, count) in enumerate(counts.items()))
    coming = min((event.on for event in events if event.on >= chart.today), default=None)
    after = gettext("; next on %(day)s", day=day(coming)) if coming else ""
    return f"{_position(chart)}{': ' if told else ''}{told}{after}."


def _counted(count: int, thing: str, at: int) -> str:
    """Name the thing that is counted once."""
    return str(count) if at else counted(count, thing)


def _position(chart: Timeline) -> str:
    if len(chart.lanes) > 1:
        now = sum(any(each.first <= chart.today <= each.last for each in lane.stages) for lane in chart.lanes)
        return gettext("%(now)s of %(all)s under way on %(day)s", now=now, all=len(chart.lanes), day=day(chart.today))
    if chart.today < chart.first:
        return gettext("Begins on %(day)s", day=day(chart.first))
    if chart.today > chart.last:
        return gettext("Over since %(day)s", day=day(chart.last + _DAY))
    return gettext(
        "Day %(number)s of %(all)s",
        number=(chart.today - chart.first).days + 1, all=(chart.last - chart.first).days + 1,
    )  # fmt: skip


def draw(chart: Timeline, name: str) -> Markup:
    """Draw a lane for each row; its bars above, its marks below."""
    said = finding(chart)
    pictures = twice(name, chart.title, said, lambda wide: _sketch(chart, wide))
    return figure(
        said,
        pictures,
        table(chart.title, (gettext("What"), gettext("State"), gettext("From"), gettext("To")), _rows(chart)),
    )


def _rows(chart: Timeline) -> Iterator[tuple[str, str, str, str]]:
    for lane in chart.lanes:
        for stage in lane.stages:
            yield lane.label or gettext("Term"), stage.word, day(stage.first), day(stage.last)
        for event in lane.events:
            yield (
                f"{lane.label}, {event.label}" if lane.label else event.label,
                event.word,
                day(event.on),
                day(event.on),
            )


def _sketch(chart: Timeline, wide: int) -> tuple[str, float]:
    scale = _Scale(chart.first, max(1, (chart.last - chart.first).days + 1), wide)
    drawn, top = list(_months(chart, scale)), float(_AXIS)
    for lane in chart.lanes:
        drawn += _lane(lane, top, scale)
        top += _high(lane)
    if chart.first <= chart.today <= chart.last:
        drawn += _today(chart.today, scale, top)
        top += _AXIS
    below, taken = key(_key(chart), wide, top + 4)
    return "".join([*drawn, below]), top + 4 + taken


def _high(lane: Lane) -> int:
    return (_NAME if lane.label else 0) + (_BAR if lane.stages else 0) + (_EVENTS if lane.events else 0) + 6


def _lane(lane: Lane, top: float, scale: _Scale) -> Iterator[str]:
    if lane.label:
        yield text(0, top + 14, clipped(lane.label, scale.wide, "m-c-strong"), "m-c-strong")
        top += _NAME
    for stage in lane.stages:
        yield from _stage(stage, top, scale)
    top += _BAR if lane.stages else 0
    strokes: dict[str, list[str]] = {}
    for event in lane.events:
        below_bar = event.shape == "turn" and lane.stages
        y = top - 1 if below_bar else top + _EVENTS / 2
        for look, stroke in _mark(event.shape, scale.middle(event.on), y):
            strokes.setdefault(look, []).append(stroke)
    yield from (path(strokes[look], look) for look in sorted(strokes))


def _stage(stage: Stage, top: float, scale: _Scale) -> Iterator[str]:
    """Draw a bar with its word inside, if there is room for all of it."""
    left, right = min(scale.at(stage.first), scale.wide - 3), scale.at(min(stage.last, date.max - _DAY) + _DAY)
    wide = max(3.0, right - left - 2)
    if stage.look == "away":
        yield path([line(left, top + _BAR / 2, left + wide, top + _BAR / 2)], "m-c-away")
        return
    yield rect(left + 0.5, top + 0.5, max(2.0, wide - 1), _BAR - 5, f"m-c-{stage.look}")
    look = "m-c-on" if stage.look == "solid" else ""
    if width(stage.word, look) + 12 <= wide:
        yield text(left + 8, top + 14.5, stage.word, look)


def _mark(shape: str, x: float, y: float) -> tuple[tuple[str, str], ...]:
    """Give the strokes of an event around its middle: solid, hollow, a slash, or a diamond for a turn."""
    if shape == "held":
        return (("m-c-solid", dot(x, y, _RADIUS)),)
    if shape == "planned":
        return (("m-c-hollow", dot(x, y, _RADIUS - 0.8)),)
    if shape == "missed":
        return (("m-c-stroke", line(x - 4.5, y + 4.5, x + 4.5, y - 4.5)),)
    return (("m-c-turn", diamond(x, y, _RADIUS - 1)),)


def _mark_at(shape: str) -> Mark:
    return lambda x, y: _mark(shape, x + SIDE / 2, y + SIDE / 2)


def _key(chart: Timeline) -> list[tuple[Mark, str]]:
    used = dict.fromkeys((event.shape, event.word) for lane in chart.lanes for event in lane.events)
    return [(_mark_at(shape), word) for shape, word in used]


def _today(today: date, scale: _Scale, foot: float) -> Iterator[str]:
    x = min(scale.at(today) + scale.wide / scale.days / 2, scale.wide - 1)
    said = short_day(today)
    yield path([line(x, _AXIS - 4, x, foot + 4)], "m-c-now")
    half = width(said, "m-c-strong") / 2
    yield text(min(max(x, half), scale.wide - half), foot + 17, said, "m-c-strong", "middle")


def _months(chart: Timeline, scale: _Scale) -> Iterator[str]:
    """Write the name of a month at its first day, with a tick, where there is room for it."""
    free, number = 0.0, chart.first.year * 12 + chart.first.month - 1
    while number < chart.last.year * 12 + chart.last.month:
        first = max(date(number // 12, number % 12 + 1, 1), chart.first)
        x = scale.at(first)
        name = short_month(first)
        room = max(_MONTH, width(name))
        number += 1
        if x >= free and x + room <= scale.wide:
            yield text(x, 13, name, "m-c-soft")
            free = x + room + 4
            # A term may last for millennia: what certainly begins below this name is not looked at.
            number += max(0, int((room + 4) * scale.days / scale.wide / _LONGEST) - 1)
