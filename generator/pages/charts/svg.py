"""The few strokes all charts are drawn with: escaped text, coordinates with one decimal, classes instead of colours."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from markupsafe import Markup, escape

from generator.language import gettext

WIDE, NARROW = 640, 288
"""The two widths in pixels at which a wide chart is drawn: it is never scaled, so that its text stays readable."""

SIZE = 13
"""The size of all text in pixels; the stylesheet says the same."""

_SLIM, _BROAD = frozenset("iljtfrI.,:;'!|()[]- "), frozenset("mwMW@%—…")
_STRONG = ("m-c-strong", "m-c-on")
_BOLD = 1.12
"""How much more room bold letters take."""


def plain(said: str) -> str:
    """Give somebody's words on one line, escaped: a chart is one block without a line break inside."""
    return str(escape(" ".join(said.split())))


def num(value: float) -> str:
    """Write a coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def width(said: str, look: str = "") -> float:
    """Estimate the width of a text in pixels, rather too wide than too narrow: fonts are the reader's own.

    It is what DejaVu Sans takes, the widest of those that systems bring, and all there is on some of them.
    """
    return sum(_em(each) for each in said) * SIZE * (_BOLD if look in _STRONG else 1)


@cache
def _em(letter: str) -> float:
    if letter in _SLIM:
        return 0.4
    if letter in _BROAD or unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.78 if letter.isupper() else 0.0 if unicodedata.combining(letter) else 0.64


def clipped(said: str, room: float, look: str = "") -> str:
    """Shorten a text to so many pixels, with an ellipsis; its table says all of it."""
    said = " ".join(said.split())
    if width(said, look) <= room:
        return said
    kept = said
    while kept and width(kept, look) + SIZE > room:
        kept = kept[:-1]
        while kept and unicodedata.combining(kept[-1]):
            kept = kept[:-1]
    return f"{kept.rstrip()}…"


def wrapped(said: str, room: float) -> tuple[str, ...]:
    """Break a text into two lines of about one length where one is too short; what is too long even so is cut."""
    words = said.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not halves or width(" ".join(words)) <= room:
        return (clipped(said, room),)
    fitting = [each for each in halves if width(each[0]) <= room]
    return tuple(clipped(each, room) for each in min(fitting or halves[:1], key=lambda each: max(map(width, each))))


def text(x: float, y: float, said: str, look: str = "", anchor: str = "") -> str:
    """Write a text at its base line; `anchor` is `middle` or `end`."""
    classes = f' class="{look}"' if look else ""
    place = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{num(x)}" y="{num(y)}"{classes}{place}>{plain(said)}</text>'


def rect(x: float, y: float, wide: float, high: float, look: str) -> str:
    """Draw a box."""
    return f'<rect x="{num(x)}" y="{num(y)}" width="{num(wide)}" height="{num(high)}" class="{look}"/>'


def path(strokes: Iterable[str], look: str) -> str:
    """Draw many strokes of one look at once; nothing where there are none."""
    joined = "".join(strokes)
    return f'<path d="{joined}" class="{look}"/>' if joined else ""


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Give the stroke of a line."""
    return f"M{num(x)} {num(y)}L{num(to_x)} {num(to_y)}"


def dot(x: float, y: float, radius: float) -> str:
    """Give the strokes of a circle."""
    size = num(radius)
    half = f"a{size} {size} 0 1 0"
    return f"M{num(x - radius)} {num(y)}{half} {num(2 * radius)} 0{half} -{num(2 * radius)} 0z"


def diamond(x: float, y: float, radius: float) -> str:
    """Give the strokes of a square that stands on a corner."""
    size = num(radius)
    return f"M{num(x)} {num(y - radius)}l{size} {size}l-{size} {size}l-{size} -{size}z"


def drawing(name: str, said: tuple[str, str], size: tuple[float, float], strokes: str, look: str = "") -> str:
    """Give a picture that says what it shows: `said` is its title and what it finds, `size` its width and height.

    `name` is unique on its page, its ids are made of it. They have an underscore, which no id of a roadmap's step
    and no heading of a text can have.
    """
    (title, finding), (wide, high) = said, map(num, size)
    classes = f"m-draw {look}".rstrip()
    return (
        f'<svg class="{classes}" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img"'
        f' aria-labelledby="{name}_t" aria-describedby="{name}_d"><title id="{name}_t">{plain(title)}</title>'
        f'<desc id="{name}_d">{plain(finding)}</desc>{strokes}</svg>'
    )


Sketch = Callable[[int], tuple[str, float]]
"""Gives the strokes for a width, and the height they take."""


def twice(name: str, title: str, finding: str, sketch: Sketch) -> str:
    """Draw a chart for wide and for narrow screens; the stylesheet shows the one that fits."""
    found = []
    for look, wide in (("wide", WIDE), ("narrow", NARROW)):
        strokes, high = sketch(wide)
        found.append(drawing(f"{name}_{look[0]}", (title, finding), (wide, high), strokes, f"m-draw-{look}"))
    return "".join(found)


def figure(finding: str, pictures: str, table: str, look: str = "") -> Markup:
    """Put together a chart: what it finds, in words; the picture; and its numbers as a table to unfold."""
    classes = f"m-chart {look}".rstrip()
    summary = plain(gettext("The same in a table"))
    return Markup(  # noqa: S704 - made of escaped texts only
        f'<figure class="{classes}"><figcaption>{plain(finding)}</figcaption>{pictures}'
        f"<details><summary>{summary}</summary>{table}</details></figure>"
    )
