"""`/pairs/<cohort>/<pair>/room/`: what is next, what was promised, and the sessions so far."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext
from generator.language.forms import moment
from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.sides import capital
from generator.pages.template import render
from generator.view.shapes import RoomView, View


def pages(view: View) -> Iterator[Page]:
    """Give the rooms this audience knows; outside there are none."""
    for room in view.rooms:
        state = standing(room)
        bar = drawn.agenda(room.upcoming.items, view.site, "agenda_bar") if room.upcoming else ""
        html = render("room", view, room.address, room=room, state=state, pairs=place("pairs"), drawn=bar)
        title = gettext("Room of %(pair)s", pair=room.pair.title)
        yield Page(path_of(room.address), title, f"{capital(room.pair.title)}. {state}", html, "people")


def standing(room: RoomView) -> str:
    """Say what is next in this room."""
    if room.upcoming:
        return gettext(
            "Session %(number)s is planned for %(when)s, %(minutes)s min.",
            number=room.upcoming.number, when=moment(room.upcoming.start), minutes=room.upcoming.length,
        )  # fmt: skip
    if room.sessions:
        return gettext("No session is planned.")
    return gettext("No session is planned yet; the first is usually the agreement's.")
