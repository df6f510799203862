"""A ring: how much of a whole is done, each part a piece of it as long as they can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import tau

from markupsafe import Markup

from generator.language import gettext, ngettext
from generator.pages.absent import nothing_due, suppressed
from generator.pages.charts.svg import drawing, figure, num, text
from generator.pages.charts.table import table
from generator.pages.sides import capital
from generator.pages.words import counted, things

_SIDE, _MIDDLE, _RADIUS = 80, 40, 32
_GAP = 4
_PIECES = 16


@dataclass(frozen=True, slots=True)
class Ring:
    """So many of so many `things` (in the singular) are `verb`; `done` is None where `hidden` says why."""

    title: str
    thing: str
    verb: str
    done: int | None
    whole: int
    hidden: str = ""


def finding(ring: Ring) -> str:
    """Say it in words, such as `17 of 24 steps are done`."""
    if ring.done is None:
        return f"{ring.title}: {ring.hidden or suppressed()}."
    if not ring.whole:
        return f"{ring.title}: {nothing_due()}."
    return ngettext(
        "%(num)s of %(things)s is %(verb)s.", "%(num)s of %(things)s are %(verb)s.",
        ring.done, things=counted(ring.whole, ring.thing), verb=ring.verb,
    )  # fmt: skip


def draw(ring: Ring, name: str) -> Markup:
    """Draw it; the part done is thick, the rest a thin line, so that no colour is needed."""
    known = ring.whole and ring.done is not None
    picture = drawing(name, (ring.title, finding(ring)), (_SIDE, _SIDE), _strokes(ring)) if known else ""
    return figure(
        finding(ring),
        picture,
        table(ring.title, (capital(things(ring.thing)), gettext("Count")), _rows(ring)),
        "m-ring",
    )


def _rows(ring: Ring) -> list[tuple[str, str]]:
    if ring.done is None:
        return [(ring.verb, ring.hidden or suppressed())]
    return [(ring.verb, str(ring.done)), (gettext("not %(verb)s yet", verb=ring.verb), str(ring.whole - ring.done))]


def _strokes(ring: Ring) -> str:
    done = ring.done or 0
    label = text(_MIDDLE, _MIDDLE + 4.5, f"{done}/{ring.whole}", "m-c-strong", "middle")
    return _arc(ring.whole, done, ring.whole, "m-c-rest") + _arc(ring.whole, 0, done, "m-c-part") + label


def _arc(whole: int, first: int, last: int, look: str) -> str:
    """Give the pieces from `first` to `last` as dashes of one circle that begins at the top."""
    if first == last:
        return ""
    piece = tau * _RADIUS / whole
    gap = _GAP if 1 < whole <= _PIECES else 0
    dashes = [piece - gap, gap] * (last - first) if gap else [piece * (last - first), 0]
    dashes[-1] += piece * (whole - last + first)
    turn = f"rotate({num(first * 360 / whole - 90)} {_MIDDLE} {_MIDDLE})"
    pattern = " ".join(map(num, dashes))
    place = f'cx="{_MIDDLE}" cy="{_MIDDLE}" r="{_RADIUS}"'
    return f'<circle {place} class="{look}" transform="{turn}" stroke-dasharray="{pattern}"/>'
