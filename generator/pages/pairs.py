"""`/pairs/` and `/pairs/<cohort>/<pair>/`: who learns with whom, and how far they have come, as far as they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.sides import together
from generator.pages.template import day, plural, render, words
from generator.view.shapes import Link, PairView, RoadmapUse, RoomView, View

SHOWN = 30
_PEOPLE, _PAIRS = Link("People", "/people/"), Link("Pairs", "/pairs/")
_ENDS = ("completed", "ended_early")
_GOAL_STATES = ("open", "reached", "closer", "reframed", "dropped")


def pages(view: View) -> Iterator[Page]:
    """Give the list of pairs by cohort, the newest cohort first, and a page for each pair."""
    state = listed(view)
    for leaf in leaves(in_order(view), "/pairs/"):
        groups = [
            (cohort, [(pair, together(pair.mentor, pair.mentee)) for pair in found])
            for cohort, found in groupby(leaf.items, key=lambda pair: pair.cohort)
        ]
        title = leaf.title("Pairs")
        html = render("pairs", view, leaf.address, title=title, state=state, leaf=leaf, groups=groups, people=_PEOPLE)
        yield Page(path_of(leaf.address), title, state, html, "people")
    rooms = {room.address: room for room in view.rooms}
    for pair in view.pairs:
        yield _page(view, pair, rooms.get(pair.room or ""))


def in_order(view: View) -> list[PairView]:
    """Give the pairs cohort by cohort, the newest first, and by id within: an order that ranks nobody."""
    newest = {cohort.address: place for place, cohort in enumerate(view.cohorts)}
    return sorted(view.pairs, key=lambda pair: (newest.get(pair.cohort.address or "", len(newest)), pair.address))


def listed(view: View) -> str:
    """Say how many pairs this list holds, and outside on which ground."""
    if not view.pairs:
        return "No pair is listed here yet."
    count = plural(len(view.pairs), "pair")
    return f"{count}, shown as they agreed." if view.site.audience == "organisation" else f"{count}."


def _page(view: View, pair: PairView, room: RoomView | None) -> Page:
    title, state = together(pair.mentor, pair.mentee), standing(pair)
    uses = [(use, drawn.covered(use, f"roadmap_{at}")) for at, use in enumerate(pair.roadmaps, 1)]
    html = render(
        "pair", view, pair.address, pair=pair, title=title, state=state, goals=goals(pair), shown=SHOWN, pairs=_PAIRS,
        uses=uses, term=drawn.term(pair, room, view.site.as_of),
    )  # fmt: skip
    return Page(path_of(pair.address), title, f"{title}: {state}", html, "people", pair.source)


def standing(pair: PairView) -> str:
    """Say in one sentence how far a pair has come, from what this audience may know."""
    word = "on" if pair.state in _ENDS else "since"
    since = f" {word} {day(pair.state_since)}" if pair.state_since else ""
    said = f"{pair.cohort.title}, {words(pair.state)}{since}"
    done = [f"{pair.sessions.done} of {plural(pair.sessions.whole, 'session')} held"] if pair.sessions else []
    done += [_covered(use) for use in pair.roadmaps if use.part and use.part.whole]
    return f"{said}: {', '.join(done)}." if done else f"{said}."


def _covered(use: RoadmapUse) -> str:
    assert use.part is not None  # noqa: S101 - asked for where it is
    return f"{use.part.done} of {plural(use.part.whole, 'step')} of {use.roadmap.title} done"


def goals(pair: PairView) -> tuple[tuple[str, str], ...]:
    """Say for each side how many goals stand where: `1 open, 2 reached`; a side without any is left out."""
    found = []
    for side, counts in (pair.goals or {}).items():
        known = [state for state in _GOAL_STATES if counts.get(state)]
        said = [f"{counts[state]} {state}" for state in [*known, *sorted(set(counts) - set(_GOAL_STATES))]]
        if said:
            found.append((side, ", ".join(said)))
    return tuple(found)
