"""Demand and supply: for each area how many ask and how many offer, the largest shortage first in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.language import N_, gettext
from generator.pages.absent import suppressed
from generator.pages.charts.svg import clipped, figure, rect, text, twice, width
from generator.pages.charts.table import table

_ROW, _BAR = 62, 12
_VERBS = (N_("ask"), N_("offer"))


@dataclass(frozen=True, slots=True)
class Need:
    """An area: how many ask for it, how many offer it; a side is None where a small group hides it."""

    area: str
    ask: int | None
    offer: int | None

    @property
    def balance(self) -> int | None:
        """Give offers less asks; None where a side is hidden."""
        return None if self.ask is None or self.offer is None else self.offer - self.ask


@dataclass(frozen=True, slots=True)
class Demand:
    """All areas, in the order of the page; `hidden` is said of a side that is too small."""

    title: str
    needs: tuple[Need, ...]
    hidden: str = ""


def finding(demand: Demand) -> str:
    """Name the largest shortage; of equal ones, the first."""
    known = [need for need in demand.needs if need.balance is not None]
    if not known:
        return f"{demand.title}: {_hidden(demand)}."
    worst = min(known, key=lambda need: need.balance or 0)
    if (worst.balance or 0) >= 0:
        return gettext("No area shown here is short: at least as many offer as ask.")
    return gettext(
        "Largest shortage: %(area)s, %(ask)s ask, %(offer)s offer.", area=worst.area, ask=worst.ask, offer=worst.offer
    )


def words(need: Need, hidden: str) -> str:
    """Say the balance of an area: `short 8`, `spare 3`, `even`."""
    if need.balance is None:
        return hidden
    if need.balance < 0:
        return gettext("short %(count)s", count=-need.balance)
    return gettext("spare %(count)s", count=need.balance) if need.balance else gettext("even")


def draw(demand: Demand, name: str) -> Markup:
    """Draw two bars for each area: who asks is hollow, who offers is solid."""
    said, hidden = finding(demand), _hidden(demand)
    rows = [
        (need.area, _count(need.ask, hidden), _count(need.offer, hidden), words(need, hidden)) for need in demand.needs
    ]
    pictures = twice(name, demand.title, said, lambda wide: _sketch(demand, wide)) if rows else ""
    return figure(
        said,
        pictures,
        table(demand.title, (gettext("Area"), gettext("Ask"), gettext("Offer"), gettext("Balance")), rows),
    )


def _hidden(demand: Demand) -> str:
    return demand.hidden or suppressed()


def _count(count: int | None, hidden: str) -> str:
    return hidden if count is None else str(count)


def _sketch(demand: Demand, wide: int) -> tuple[str, float]:
    return "".join(_strokes(demand, wide)), _ROW * len(demand.needs)


def _strokes(demand: Demand, wide: int) -> Iterator[str]:
    most = max([count for need in demand.needs for count in (need.ask, need.offer) if count is not None], default=0)
    beside = max(width(f"{most} {verb}") for verb in map(gettext, _VERBS)) + 8
    scale = (wide - beside) / max(1, most)
    for at, need in enumerate(demand.needs):
        top = at * _ROW
        yield text(0, top + 13, clipped(need.area, wide, "m-c-strong"), "m-c-strong")
        yield from _side(need.ask, (gettext(_VERBS[0]), _hidden(demand), "m-c-hollow"), top + 20, scale)
        yield from _side(need.offer, (gettext(_VERBS[1]), _hidden(demand), "m-c-solid"), top + 37, scale)


def _side(count: int | None, said: tuple[str, str, str], top: int, scale: float) -> Iterator[str]:
    verb, hidden, look = said
    if count is None:
        yield text(0, top + 10.5, f"{verb}: {hidden}", "m-c-soft")
        return
    if count:
        yield rect(0.5, top + 0.5, max(1, count * scale - 1), _BAR, look)
    yield text(count * scale + (6 if count else 0), top + 11, f"{count} {verb}")
