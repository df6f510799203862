"""`/needs/`: who needs a coordinator now, and below it how the programme stands; for coordinators alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.pages.page import Page
from generator.pages.template import day, plural, render
from generator.view.desk import CountView, DeskView, NeedView, StripView, WeekView
from generator.view.shapes import View

ADDRESS = "/needs/"
SHOWN = 10
NAMED = 8
"""So many pairs of a band are named; more would be a list to scroll, and each is on the page of pairs."""
FIRST = 3
"""So many entries stand on the first page."""
BANDS = {
    "too early": ("just started", "hollow", "muted"),
    "on track": ("on track", "full", "ok"),
    "watch": ("worth a look", "half", "watch"),
    "at risk": ("needs a check-in", "triangle", "care"),
    "stalled": ("gone quiet", "gap", "quiet"),
    "paused": ("on a break", "bars", "muted"),
}
"""What a band is called, its shape, its colour; no other word for a pair's health stands in the interface."""
MARKS = {"held": ("●", "held"), "planned": ("○", "planned"), "missed": ("⊘", "not held"), "away": ("-", "on a break")}


@dataclass(frozen=True, slots=True)
class Row:
    """A pair's weeks in words and marks."""

    strip: StripView
    marks: tuple[tuple[str, str], ...]
    says: str


def pages(view: View) -> Iterator[Page]:
    """Give the coordinators' page; no other audience has one."""
    desk = view.desk
    if desk is None:
        return
    state = standing(desk)
    html = render(
        "needs", view, ADDRESS, state=state, desk=desk, shown=desk.needs[:SHOWN], rest=desk.needs[SHOWN:],
        said=whose, bands=BANDS, named=NAMED, rows=[_row(each) for each in desk.strips], weeks=_weeks(desk.first, desk),
        merged=merged(desk), quality=view.quality, counted=counted, ready=(*desk.prepared, *desk.agendas),
    )  # fmt: skip
    yield Page("needs/index.md", "Needs you now", state, html, "needs")


def standing(desk: DeskView) -> str:
    """Say in one sentence how many need somebody, and since when; or that nobody does, and when to look again."""
    if not desk.needs:
        ahead = f" Next check: {day(desk.next_check)}." if desk.next_check else ""
        return f"Nobody needs you today.{ahead}"
    count = plural(len(desk.needs), "entry needs you", "entries need you")
    since = min((each.since for each in desk.needs if each.since), default=None)
    return f"{count}, the oldest since {day(since)}." if since else f"{count}."


def whose(need: NeedView) -> str:
    """Say whose turn it is."""
    if need.owner:
        return f"owned by {need.owner}"
    return f"the two are asked first; yours from {day(need.turn)}" if need.turn else "yours"


def counted(part: CountView) -> str:
    """Say so many of so many; what is not due has no number."""
    return f"{part.done} of {part.whole}" if part.whole else "nothing due yet"


def merged(desk: DeskView) -> str:
    """Say how long contributions took, the middle one of them."""
    if desk.merged is None:
        return "unknown: this history has no merges, or only a part of it is here"
    days = f"{desk.merged:g} {'day' if desk.merged == 1 else 'days'}"
    return f"{days}, the middle of {plural(desk.merges, 'merge')}"


def _row(strip: StripView) -> Row:
    marks = tuple(_mark(week) for week in strip.weeks)
    held, not_held = sum(each.held for each in strip.weeks), sum(each.missed for each in strip.weeks)
    planned = sum(each.planned for each in strip.weeks)
    waited = f"{plural(strip.waited, 'day')} since the last one" if strip.waited is not None else "on a break"
    return Row(strip, marks, f"{held} held, {not_held} not held, {planned} planned; {waited}")


def _mark(week: WeekView) -> tuple[str, str]:
    """Give the sign and the word of a week: what was held says more than what was not."""
    name = next((each for each in ("held", "missed", "planned", "away") if getattr(week, each)), "")
    return MARKS.get(name, ("·", "nothing"))


def _weeks(first: date, desk: DeskView) -> tuple[date, ...]:
    count = len(desk.strips[0].weeks) if desk.strips else 0
    return tuple(first + timedelta(weeks=at) for at in range(count))
