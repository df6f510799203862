"""`/pairs/<cohort>/<pair>/sessions/<nn>/`: the agenda before a session, what both chose to keep after it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext
from generator.language.forms import moment
from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.template import render
from generator.view.indicator import File
from generator.view.shapes import Link, RoomView, SessionView, View


def pages(view: View) -> Iterator[Page]:
    """Give a page for every session of the rooms this audience knows."""
    for room in view.rooms:
        for at, session in enumerate(room.sessions):
            yield _page(view, room, session, *_around(room, at))


def _around(room: RoomView, at: int) -> tuple[Link | None, Link | None]:
    before = room.sessions[at - 1] if at else None
    after = room.sessions[at + 1] if at + 1 < len(room.sessions) else None
    return _link(before), _link(after)


def _link(session: SessionView | None) -> Link | None:
    return Link(gettext("Session %(number)s", number=session.number), session.address) if session else None


def _page(view: View, room: RoomView, session: SessionView, earlier: Link | None, later: Link | None) -> Page:
    html = render(
        "session",
        view,
        session.address,
        room=room,
        session=session,
        state=standing(session),
        kept=kept(session),
        drawn=drawn.agenda(session.items, view.site, "parts_bar"),
        files=_behind(session),
        earlier=earlier,
        later=later,
        crumbs=[place("pairs"), room.pair, Link(gettext("Room"), room.address)],
    )
    title = gettext("Session %(number)s of %(pair)s", number=session.number, pair=room.pair.title)
    return Page(path_of(session.address), title, standing(session), html, "people", session.source)


def _behind(session: SessionView) -> tuple[tuple[str, str, tuple[File, ...]], ...]:
    """Give the file the planned talk was counted from, for coordinators."""
    told = session.files and session.mentor_share is not None
    return (("agenda", gettext("Agenda"), session.files),) if told else ()


def standing(session: SessionView) -> str:
    """Say when a session is or was, and how long."""
    when = moment(session.start)
    if session.status == "held":
        if not session.actual:
            return gettext("Held on %(when)s, %(minutes)s min.", when=when, minutes=session.length)
        return gettext(
            "Held on %(when)s, for %(actual)s min (%(planned)s planned).",
            when=when, actual=session.actual, planned=session.length,
        )  # fmt: skip
    if session.status == "planned":
        return gettext("Planned for %(when)s, %(minutes)s min.", when=when, minutes=session.length)
    return gettext("Not held on %(when)s.", when=when)


def kept(session: SessionView) -> tuple[tuple[str, str, bool], ...]:
    """Give each side's takeaway and whether it is their own words; `withheld` reads "kept private"."""
    if session.takeaways is None:
        return ()
    found = (("mentor", session.takeaways.mentor), ("mentee", session.takeaways.mentee))
    return tuple(
        (side, gettext("kept private") if said == "withheld" else said, said != "withheld")
        for side, said in found
        if said
    )
