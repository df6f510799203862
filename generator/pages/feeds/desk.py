"""What coordinators' programs can read of their page: who needs somebody, and how the pairs stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.language import N_
from generator.pages import drawn, needs
from generator.pages.charts.heat import Row
from generator.pages.feeds.table import MAYBE_DAY, MAYBE_WHOLE, TEXT, WHOLE, Column, Table
from generator.pages.feeds.tables import QUALITY
from generator.pages.words import words
from generator.view.desk import About, CountView, DeskView, NeedView, ReachView, WishView
from generator.view.shapes import View

Banded = tuple[str, About]

NEEDS: Table[NeedView] = Table(
    "needs",
    N_("who needs somebody"),
    "who needs somebody, the most pressing first",
    (
        Column("who", "who", TEXT, lambda each: each.who.title),
        Column("why", "the sentence of the rule", TEXT, lambda each: each.sentence),
        Column("rule", "rule", TEXT, lambda each: each.rule.title),
        Column("since", "since when", MAYBE_DAY, lambda each: each.since.isoformat() if each.since else None),
        Column("step", "what to do next", TEXT, lambda each: each.step),
        Column("turn", "whose turn it is", TEXT, needs.whose),
        Column("others", "how much else waits for the same pair", WHOLE, lambda each: each.others),
        Column("place", "file and line", TEXT, lambda each: each.place),
    ),
)
BANDS: Table[Banded] = Table(
    "bands",
    N_("pairs by band"),
    "pairs by band, in an order that ranks nobody",
    (
        Column("band", "band", TEXT, lambda each: needs.BANDS[each[0]][0]),
        Column("pair", "pair", TEXT, lambda each: each[1].title),
    ),
)
RHYTHM: Table[Row] = Table(
    "rhythm",
    N_("rhythm of the pairs"),
    "what pairs did in the weeks that the page draws",
    (
        Column("pair", "pair", TEXT, lambda each: each.label),
        Column("held", "sessions held", WHOLE, lambda each: each.sums()[0]),
        Column("planned", "sessions planned", WHOLE, lambda each: each.sums()[1]),
        Column("not_held", "sessions not held", WHOLE, lambda each: each.sums()[2]),
        Column("away", "weeks on a break", WHOLE, lambda each: each.sums()[3]),
        Column("waited", "days since the last one; null without one", MAYBE_WHOLE, lambda each: each.waited),
    ),
)
STALLS: Table[tuple[About, str, int]] = Table(
    "stalls",
    N_("what holds pairs up"),
    "what holds pairs up, by rule",
    (
        Column("rule", "rule", TEXT, lambda each: each[0].title),
        Column("what", "what", TEXT, lambda each: each[1]),
        Column("count", "how often", WHOLE, lambda each: each[2]),
    ),
)
WISHES: Table[WishView] = Table(
    "wishes",
    N_("asked for and offered"),
    "what is asked for and offered; null protects a small group",
    (
        Column("area", "focus area", TEXT, lambda each: each.area.title),
        Column("ask", "how many ask for it", MAYBE_WHOLE, lambda each: each.ask),
        Column("offer", "how many offer it", MAYBE_WHOLE, lambda each: each.offer),
    ),
)
REACH: Table[ReachView] = Table(
    "reach",
    N_("how far roadmaps carry"),
    "how far roadmaps carry",
    (
        Column("roadmap", "roadmap", TEXT, lambda each: each.roadmap.title),
        Column("pairs", "pairs on it", WHOLE, lambda each: each.pairs),
        Column("steps", "pairs that have done each step", TEXT, lambda each: " · ".join(map(str, each.steps))),
    ),
)
FUNNEL: Table[tuple[str, int]] = Table(
    "funnel",
    N_("pairs by state"),
    "pairs so far by state",
    (
        Column("state", "state", TEXT, lambda each: words(each[0])),
        Column("pairs", "how many", WHOLE, lambda each: each[1]),
    ),
)
READY: Table[CountView] = Table(
    "ready",
    N_("what is ready"),
    "what is set up and ready",
    (
        Column("what", "what", TEXT, lambda each: each.about.title),
        Column("done", "how many", MAYBE_WHOLE, lambda each: each.done if each.whole else None),
        Column("whole", "of how many; null where nothing is due yet", MAYBE_WHOLE, lambda each: each.whole or None),
    ),
)
TABLES: tuple[Table[Any], ...] = (NEEDS, BANDS, RHYTHM, STALLS, WISHES, REACH, FUNNEL, READY, QUALITY)


def items(view: View, desk: DeskView) -> tuple[Sequence[Any], ...]:
    """Give the items of each table."""
    banded = [(band.name, pair) for band in desk.bands for pair in band.pairs[: needs.NAMED]]
    ready = (*desk.prepared, *desk.agendas)
    return (
        desk.needs,
        banded,
        drawn.strips(desk),
        desk.stalls,
        desk.wishes,
        desk.reach,
        desk.funnel,
        ready,
        view.quality,
    )
