"""A bar: a whole and its parts in their order, each as long as its share, each kind in a lane or look of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.language import gettext
from generator.pages.charts.svg import WIDE, drawing, figure, num, plain
from generator.pages.charts.table import table

Lane = Literal["upper", "lower", "both", "unsaid"]
_HIGH = 24
_HALF = 11
_LANES: dict[str, tuple[int, int]] = {"upper": (0, _HALF), "lower": (_HIGH - _HALF, _HALF)}


@dataclass(frozen=True, slots=True)
class Slice:
    """A part: what it is, how large, who leads it in words, and the lane that shows who."""

    label: str
    size: int
    who: str
    lane: Lane


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts of a whole in one unit; `finding` is computed where the words for the lanes are known."""

    title: str
    unit: str
    slices: tuple[Slice, ...]
    finding: str


def picture(bar: Bar, name: str) -> Markup:
    """Draw the bar alone, for a page whose own table says the same."""
    return Markup(_picture(bar, name))  # noqa: S704 - made of escaped texts only


def draw(bar: Bar, name: str) -> Markup:
    """Draw the bar with its table."""
    rows = [(each.label, str(each.size), each.who) for each in bar.slices]
    return figure(bar.finding, _picture(bar, name), table(bar.title, (gettext("Part"), bar.unit, gettext("Who")), rows))


def _picture(bar: Bar, name: str) -> str:
    drawn = drawing(name, (bar.title, bar.finding), (WIDE, _HIGH), "".join(_strokes(bar)), "m-draw-bar")
    return drawn.replace(" role=", ' preserveAspectRatio="none" role=', 1)


def _strokes(bar: Bar) -> Iterator[str]:
    whole, at = sum(each.size for each in bar.slices) or 1, 0
    for each in bar.slices:
        left, right = min(at * WIDE / whole, WIDE - 1), (at + each.size) * WIDE / whole  # the least part is in it too
        at += each.size
        top, high = _LANES.get(each.lane, (0, _HIGH))
        label = plain(f"{each.label}, {each.size} {bar.unit}")
        yield (
            f'<rect x="{num(left)}" y="{top}" width="{num(max(1, right - left - 3))}" height="{high}"'
            f' class="m-c-{each.lane}"><title>{label}</title></rect>'
        )
