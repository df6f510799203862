"""A heat strip: what each pair did in each week, by marks that need no colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from markupsafe import Markup

from generator.language import N_, gettext, ngettext
from generator.language.forms import short_month
from generator.pages.absent import nothing_due
from generator.pages.charts.key import SIDE, Mark, key
from generator.pages.charts.svg import WIDE, figure, num, path, text, twice, width, wrapped
from generator.pages.charts.table import table

_MONDAY = timedelta(days=7)
_NAMES = 264
_LINE, _GAP = 15, 8
_LEAST, _WIDEST = 5, 22
_KEY = (
    ("held", N_("held")), ("twice", N_("held twice")), ("planned", N_("planned")), ("missed", N_("not held")),
    ("away", N_("break")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Week:
    """What one pair did in one week; `away` while it was on a break."""

    held: int = 0
    planned: int = 0
    missed: int = 0
    away: bool = False

    @property
    def mark(self) -> str:
        """Name the one mark a week is drawn with: what was held says more than what was not."""
        if self.held:
            return "held" if self.held == 1 else "twice"
        return "missed" if self.missed else "planned" if self.planned else "away" if self.away else "none"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with its weeks, and for how many days it has waited since the last session (None: nothing to wait for)."""

    label: str
    weeks: tuple[Week, ...]
    waited: int | None = None

    def sums(self) -> tuple[int, int, int, int]:
        """Count sessions held, planned and not held, and weeks on a break."""
        return (
            sum(week.held for week in self.weeks),
            sum(week.planned for week in self.weeks),
            sum(week.missed for week in self.weeks),
            sum(week.away for week in self.weeks),
        )


@dataclass(frozen=True, slots=True)
class Heat:
    """Pairs by week, from the week of `first` on; all rows have as many weeks."""

    title: str
    first: date
    rows: tuple[Row, ...]


def finding(heat: Heat) -> str:
    """Count what was held, and say who has waited longest; of equal ones, the first."""
    held, weeks = sum(row.sums()[0] for row in heat.rows), max((len(row.weeks) for row in heat.rows), default=0)
    said = ngettext(
        "%(num)s session by %(pairs)s in %(weeks)s", "%(num)s sessions by %(pairs)s in %(weeks)s", held,
        pairs=ngettext("%(num)s pair", "%(num)s pairs", len(heat.rows)),
        weeks=ngettext("%(num)s week", "%(num)s weeks", weeks),
    )  # fmt: skip
    waiting = [row for row in heat.rows if row.waited is not None]
    if not waiting:
        return f"{said}."
    longest = max(waiting, key=lambda row: row.waited or 0)
    days = ngettext("%(num)s day", "%(num)s days", longest.waited or 0)
    if len(heat.rows) == 1:
        return gettext("%(sessions)s; the last one was %(days)s ago.", sessions=said, days=days)
    return gettext("%(sessions)s; longest wait: %(pair)s, %(days)s.", sessions=said, pair=longest.label, days=days)


def draw(heat: Heat, name: str) -> Markup:
    """Draw a row of weeks for each pair; on a narrow screen its name stands above its row."""
    said = finding(heat)
    rows = [
        (row.label, *map(str, row.sums()), nothing_due() if row.waited is None else str(row.waited))
        for row in heat.rows
    ]
    heads = (
        gettext("Pair"), gettext("Held"), gettext("Planned"), gettext("Not held"), gettext("Weeks on a break"),
        gettext("Days since the last one"),
    )  # fmt: skip
    pictures = twice(name, heat.title, said, lambda wide: _sketch(heat, wide)) if rows else ""
    return figure(said, pictures, table(heat.title, heads, rows))


def _sketch(heat: Heat, wide: int) -> tuple[str, float]:
    beside = wide == WIDE
    names = [wrapped(row.label, _NAMES - _GAP if beside else wide) for row in heat.rows]
    left = ceil(max(width(line) for lines in names for line in lines)) + _GAP if beside else 0
    weeks = max((len(row.weeks) for row in heat.rows), default=1)
    step = max(_LEAST, min(_WIDEST, (wide - left) // max(1, weeks)))
    tops, foot = _places(names, step, beside=beside)
    lines = (_name(lines, top, step, beside=beside) for lines, top in zip(names, tops, strict=True))
    used = {week.mark for row in heat.rows for week in row.weeks}
    marks = [(_mark_at(mark), gettext(word)) for mark, word in _KEY if mark in used]
    below, taken = key(marks, wide, foot + 6)
    strokes = "".join([*_months(heat.first, weeks, left, step, wide), *lines, *_cells(heat, tops, left, step), below])
    return strokes, foot + 6 + taken


def _places(names: Sequence[Sequence[str]], step: int, *, beside: bool) -> tuple[list[int], int]:
    """Give the top of the weeks of each row, and where the last row ends; beside names all are of one height."""
    if beside:
        high = _LINE * max(map(len, names))
        row = max(20, step + 2, high + 6 if high > _LINE else 0)
        return [20 + at * row + max(0, high - step) // 2 for at in range(len(names))], 24 + len(names) * row
    tops, at = [], 20
    for lines in names:
        tops.append(at + _LINE * len(lines) + 2)
        at = tops[-1] + step + 5
    return tops, at + 4


def _name(lines: Sequence[str], top: int, step: int, *, beside: bool) -> str:
    """Write a name beside the middle of its weeks, or above them."""
    first = top + step / 2 + 4.5 - _LINE * (len(lines) - 1) / 2 if beside else top - 5 - _LINE * (len(lines) - 1)
    return "".join(text(0, first + at * _LINE, line) for at, line in enumerate(lines))


def _months(first: date, weeks: int, left: int, step: float, wide: int) -> Iterator[str]:
    """Write the name of a month above its first week, where there is room for it."""
    month, free = 0, 0.0
    for at in range(weeks):
        day = first + at * _MONDAY
        x = left + at * step
        name = short_month(day)
        room = max(30, width(name))
        if day.month != month and x >= free and x + room <= wide:
            yield text(x, 13, name, "m-c-soft")
            free = x + room + 4
        month = day.month


def _cells(heat: Heat, tops: Sequence[int], left: int, step: int) -> Iterator[str]:
    """Draw all weeks of one mark as one path, and below each row a hairline that the empty weeks stand on."""
    marks = _marks(step)
    strokes: dict[str, list[str]] = {}
    for row, top in zip(heat.rows, tops, strict=True):
        for at, week in enumerate(row.weeks):
            for look, across, down, tail in marks.get(week.mark, ()):
                strokes.setdefault(look, []).append(f"M{left + at * step + across} {top + down}{tail}")
    wide = step * max((len(row.weeks) for row in heat.rows), default=0)
    yield path((f"M{left} {top + step}h{wide}" for top in tops), "m-c-rule")
    yield from (path(strokes[look], look) for look in sorted(strokes))


_Stroke = tuple[str, int, int, str]


def _marks(step: int) -> Mapping[str, tuple[_Stroke, ...]]:
    """Give the strokes of each mark: held solid, twice with a hole, planned hollow, not held a slash, a break a line.

    Each is a look, the place of its first point in the square of a week, and what follows from there.
    """
    side, middle = step - 2, step // 2 - 1
    square, hole = f"h{side}v{side}h-{side}z", max(2, side // 3)
    inner = side - 2
    return {
        "held": (("m-c-solid", 0, 0, square),),
        "twice": (
            ("m-c-full", 0, 0, square),
            ("m-c-hole", (side - hole) // 2, (side - hole) // 2, f"h{hole}v{hole}h-{hole}z"),
        ),
        "planned": (("m-c-hollow", 1, 1, f"h{inner}v{inner}h-{inner}z"),),
        "missed": (("m-c-stroke", 1, side - 1, f"l{inner} -{inner}"),),
        "away": (("m-c-away", 0, middle, f"h{side}"),),
    }


def _mark_at(mark: str) -> Mark:
    def strokes(x: float, y: float) -> Iterator[tuple[str, str]]:
        for look, across, down, tail in _marks(SIDE + 2)[mark]:
            yield look, f"M{num(x + across)} {num(y + down)}{tail}"

    return strokes
