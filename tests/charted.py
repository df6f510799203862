"""Charts made by hand for the tests, and how a test reads one back: its words, its table, where its strokes go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from xml.etree import ElementTree as ET

from generator.pages.charts import bar, demand, heat, lines, ring, timeline
from generator.pages.charts.heat import Week

_TOKEN = re.compile(r"[MLlhvazHV]|-?\d+(?:\.\d+)?")
_TAKES = {"M": 2, "L": 2, "l": 2, "h": 1, "v": 1, "a": 7, "z": 0}

NONE, HELD, TWICE = Week(), Week(held=1), Week(held=2)
PLANNED, MISSED, AWAY = Week(planned=1), Week(missed=1), Week(away=True)

RING = ring.Ring("Steps of AI fluency", "step", "done", 3, 6)
BAR = bar.Bar(
    "4 parts in 60 minutes",
    "minutes",
    (
        bar.Slice("check-in", 5, "both", "both"),
        bar.Slice("<try> & tell", 25, "mentor", "upper"),
        bar.Slice("questions", 20, "mentee", "lower"),
        bar.Slice("actions", 10, "both", "both"),
    ),
    "The mentor leads 25 of 60 minutes alone.",
)
DEMAND = demand.Demand(
    "Demand and supply",
    (
        demand.Need("AI fluency", 14, 6),
        demand.Need("Candour", 6, 11),
        demand.Need("Sustainability", None, 9),
        demand.Need("Wettbewerbsfähigkeit und Kundenzufriedenheit im Mittelstand", 7, 7),
    ),
)
LINES = lines.Lines(
    "Sessions held a pair",
    "held",
    "sessions a pair",
    (
        lines.Line("Autumn 2026", (Fraction(0), Fraction(1, 2), Fraction(41, 10))),
        lines.Line("Spring 2026", (None, Fraction(1, 4), Fraction(16, 5), 4)),
    ),
)
HEAT = heat.Heat(
    "Sessions by week",
    date(2026, 1, 5),
    (
        heat.Row("pair-07", (HELD, NONE, NONE, NONE, TWICE, NONE), 12),
        heat.Row("pair-09", (HELD, NONE, MISSED, AWAY, AWAY, PLANNED), 41),
        heat.Row("Tiago Serrano-Pinto and Catarina Almeida Brandão", (NONE, NONE, NONE, NONE, NONE, NONE), None),
    ),
)
TERM = timeline.Timeline(
    "The term",
    "session",
    date(2026, 1, 12),
    date(2026, 7, 13),
    date(2026, 5, 2),
    (
        timeline.Lane(
            "",
            (
                timeline.Stage("active", date(2026, 1, 12), date(2026, 3, 2), "solid"),
                timeline.Stage("on a break", date(2026, 3, 3), date(2026, 3, 31), "away"),
                timeline.Stage("active", date(2026, 4, 1), date(2026, 5, 2), "solid"),
                timeline.Stage("to come", date(2026, 5, 3), date(2026, 7, 13), "hollow"),
            ),
            (
                timeline.Event("Session 1", date(2026, 1, 24), "held", "held"),
                timeline.Event("Session 2", date(2026, 2, 24), "not held", "missed"),
                timeline.Event("Review", date(2026, 4, 14), "date of the review", "turn"),
                timeline.Event("Session 3", date(2026, 4, 20), "held", "held"),
                timeline.Event("Session 4", date(2026, 5, 25), "planned", "planned"),
            ),
        ),
    ),
)

DRAWN: Mapping[str, Callable[[], str]] = {
    "ring": lambda: ring.draw(RING, "ring"),
    "bar": lambda: bar.draw(BAR, "bar"),
    "demand": lambda: demand.draw(DEMAND, "demand"),
    "lines": lambda: lines.draw(LINES, "lines"),
    "heat": lambda: heat.draw(HEAT, "heat"),
    "timeline": lambda: timeline.draw(TERM, "timeline"),
}
"""One of each chart; their golden files are read by a person."""


def page() -> str:
    """Give a bare page with all of them, for a browser."""
    charts = "".join(f"<section><h2>{name}</h2>{draw()}</section>" for name, draw in DRAWN.items())
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title>'
        '<link rel="stylesheet" href="mentoring.css"><body><main class="m-content">'
        f'<article class="m-page">{charts}</article></main>'
    )


@dataclass(frozen=True)
class Read:
    """A chart as a machine reads it."""

    tree: ET.Element

    @property
    def finding(self) -> str:
        """Give what stands above the picture."""
        return self.tree.findtext("figcaption") or ""

    @property
    def pictures(self) -> list[ET.Element]:
        """Give its drawings, one or two."""
        return self.tree.findall("svg")

    @property
    def cells(self) -> list[list[str]]:
        """Give the rows of its table below the head."""
        return [["".join(cell.itertext()) for cell in row] for row in self.tree.findall(".//tbody/tr")]

    @property
    def heads(self) -> list[str]:
        """Give the head of its table."""
        return [head.text or "" for head in self.tree.findall(".//thead/tr/th")]


def read(html: str) -> Read:
    """Parse a chart; it must be well formed, so that no engine can mistake it."""
    return Read(ET.fromstring(html))  # noqa: S314 - written by the code under test


def places(picture: ET.Element) -> Iterator[tuple[float, float]]:
    """Give every point that strokes go to, half of their own width left out."""
    for each in picture.iter():
        get = lambda name, each=each: float(each.get(name, "0"))  # noqa: E731 - read as a table
        if each.tag == "rect":
            yield from ((get("x"), get("y")), (get("x") + get("width"), get("y") + get("height")))
        elif each.tag == "circle":
            yield from ((get("cx") - get("r"), get("cy") - get("r")), (get("cx") + get("r"), get("cy") + get("r")))
        elif each.tag == "text":
            yield get("x"), get("y")
        elif each.tag == "path":
            yield from _walk(each.get("d", ""))


def _walk(strokes: str) -> Iterator[tuple[float, float]]:
    tokens = iter(_TOKEN.findall(strokes))
    x = y = 0.0
    for name in tokens:
        given = [float(next(tokens)) for _ in range(_TAKES[name])]
        if name in "ML":
            x, y = given
        elif name in "la":
            x, y = x + given[-2], y + given[-1]
        elif name in "hv":
            x, y = (x + given[0], y) if name == "h" else (x, y + given[0])
        if name != "z":
            yield x, y
