"""`/pairs/` and `/pairs/<cohort>/<pair>/`: who learns with whom, and how far they have come, as far as they agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.language import gettext, ngettext
from generator.language.forms import day
from generator.pages import drawn, progress
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.saying import Say, filled, joined, linked, plainly
from generator.pages.sides import together
from generator.pages.template import render
from generator.pages.words import words
from generator.view.indicator import File
from generator.view.shapes import Link, PairView, RoadmapUse, RoomView, View

SHOWN = 30
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
        title = leaf.title(gettext("Pairs"))
        html = render(
            "pairs", view, leaf.address, title=title, state=listed(view, linked(leaf.address)), leaf=leaf,
            groups=groups, people=place("people"),
        )  # fmt: skip
        yield Page(path_of(leaf.address), title, state, html, "people")
    rooms = {room.address: room for room in view.rooms}
    for pair in view.pairs:
        yield _page(view, pair, rooms.get(pair.room or ""))


def in_order(view: View) -> list[PairView]:
    """Give the pairs cohort by cohort, the newest first, and by id within: an order that ranks nobody."""
    newest = {cohort.address: place for place, cohort in enumerate(view.cohorts)}
    return sorted(view.pairs, key=lambda pair: (newest.get(pair.cohort.address or "", len(newest)), pair.address))


def listed(view: View, say: Say = plainly) -> str:
    """Say how many pairs this list holds, and outside on which ground."""
    if not view.pairs:
        return gettext("No pair is listed here yet.")
    if view.site.audience == "organisation":
        said = ngettext("%(num)s pair, shown as they agreed.", "%(num)s pairs, shown as they agreed.", len(view.pairs))
    else:
        said = ngettext("%(num)s pair.", "%(num)s pairs.", len(view.pairs))
    return say(said, "listed", progress.listed(view, "pairs"))


def _page(view: View, pair: PairView, room: RoomView | None) -> Page:
    title, state = together(pair.mentor, pair.mentee), standing(pair)
    files = counted(pair)
    uses = [
        (use, drawn.covered(use, f"roadmap_{at}"), _to(files, f"roadmap-{at}"))
        for at, use in enumerate(pair.roadmaps, 1)
    ]
    listed = {name: f"#files-{name}" for name, *_ in files}

    def links(name: str) -> tuple[Link, ...]:
        return (progress.behind(listed[name]),) if name in listed else ()

    html = render(
        "pair", view, pair.address, pair=pair, title=title, state=standing(pair, linked(pair.address)),
        goals=goals(pair), shown=SHOWN,
        pairs=place("pairs"), uses=uses, term=drawn.term(pair, room, view.site.as_of), files=files,
        listed=listed, links=links,
    )  # fmt: skip
    return Page(path_of(pair.address), title, f"{title}: {state}", html, "people", pair.source)


def counted(pair: PairView) -> tuple[tuple[str, str, tuple[File, ...]], ...]:
    """Give what the pair's numbers were counted from: an anchor, a name and the files; for coordinators alone."""
    if pair.record is None:
        return ()
    parts = [("sessions", gettext("Sessions"), pair.sessions)]
    parts += [(f"roadmap-{at}", use.roadmap.title, use.part) for at, use in enumerate(pair.roadmaps, 1)]
    found = [(name, said, (pair.record, *part.sources)) for name, said, part in parts if part and part.whole]
    if pair.phases:
        found.append(("term", gettext("The term"), (pair.record, *pair.met)))
    if pair.milestones:
        found.append(("milestones", gettext("Worth celebrating"), (pair.record, *pair.met, *pair.wrote)))
    return (*found, *([("goals", gettext("Goals"), (pair.record,))] if goals(pair) else []))


def _to(files: Iterable[tuple[str, str, tuple[File, ...]]], name: str) -> str:
    return next((f"#files-{each}" for each, *_ in files if each == name), "")


def standing(pair: PairView, say: Say = plainly) -> str:
    """Say in one sentence how far a pair has come, from what this audience may know."""
    said, done, files = f"{pair.cohort.title}, {_state(pair)}", [], counted(pair)
    if pair.sessions:
        held = ngettext(
            "%(done)s of %(num)s session held",
            "%(done)s of %(num)s sessions held",
            pair.sessions.whole,
            done=pair.sessions.done,
        )
        done.append(say(held, pair.sessions.measure, _to(files, "sessions")))
    done += [
        _covered(use, say, _to(files, f"roadmap-{at}"))
        for at, use in enumerate(pair.roadmaps, 1)
        if use.part and use.part.whole
    ]
    return filled("{}: {}.", said, joined(done)) if done else f"{said}."


def _state(pair: PairView) -> str:
    state = words(pair.state)
    if pair.state_since is None:
        return state
    if pair.state in _ENDS:
        return gettext("%(state)s on %(day)s", state=state, day=day(pair.state_since))
    return gettext("%(state)s since %(day)s", state=state, day=day(pair.state_since))


def _covered(use: RoadmapUse, say: Say, files: str) -> str:
    assert use.part is not None  # noqa: S101 - asked for where it is
    steps = ngettext("%(done)s of %(num)s step", "%(done)s of %(num)s steps", use.part.whole, done=use.part.done)
    return gettext(
        "%(steps)s of %(roadmap)s done", steps=say(steps, use.part.measure, files), roadmap=use.roadmap.title
    )


def goals(pair: PairView) -> tuple[tuple[str, str], ...]:
    """Say for each side how many goals stand where: `1 open, 2 reached`; a side without any is left out."""
    found = []
    for side, counts in (pair.goals or {}).items():
        known = [state for state in _GOAL_STATES if counts.get(state)]
        said = [f"{counts[state]} {words(state)}" for state in [*known, *sorted(set(counts) - set(_GOAL_STATES))]]
        if said:
            found.append((side, ", ".join(said)))
    return tuple(found)
