"""`/pairs/<cohort>/<pair>/room/`: what is next, what was promised, and the sessions so far."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.sides import capital
from generator.pages.template import moment, render
from generator.view.shapes import Link, RoomView, View

_PAIRS = Link("Pairs", "/pairs/")


def pages(view: View) -> Iterator[Page]:
    """Give the rooms this audience knows; outside there are none."""
    for room in view.rooms:
        state = standing(room)
        bar = drawn.agenda(room.upcoming.items, view.site, "agenda_bar") if room.upcoming else ""
        html = render("room", view, room.address, room=room, state=state, pairs=_PAIRS, drawn=bar)
        title = f"Room of {room.pair.title}"
        yield Page(path_of(room.address), title, f"{capital(room.pair.title)}. {state}", html, "people")


def standing(room: RoomView) -> str:
    """Say what is next in this room."""
    if room.upcoming:
        return (
            f"Session {room.upcoming.number} is planned for {moment(room.upcoming.start)}, {room.upcoming.length} min."
        )
    return (
        "No session is planned."
        if room.sessions
        else "No session is planned yet; the first is usually the agreement's."
    )
