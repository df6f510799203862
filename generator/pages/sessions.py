"""`/pairs/<cohort>/<pair>/sessions/<nn>/`: the agenda before a session, what both chose to keep after it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.template import moment, render
from generator.view.shapes import Link, RoomView, SessionView, View

_PAIRS = Link("Pairs", "/pairs/")


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
    return Link(f"Session {session.number}", session.address) if session else None


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
        earlier=earlier,
        later=later,
        crumbs=[_PAIRS, room.pair, Link("Room", room.address)],
    )
    title = f"Session {session.number} of {room.pair.title}"
    return Page(path_of(session.address), title, standing(session), html, "people", session.source)


def standing(session: SessionView) -> str:
    """Say when a session is or was, and how long."""
    when = moment(session.start)
    if session.status == "held":
        took = f", for {session.actual} min ({session.length} planned)" if session.actual else f", {session.length} min"
        return f"Held on {when}{took}."
    return f"Planned for {when}, {session.length} min." if session.status == "planned" else f"Not held on {when}."


def kept(session: SessionView) -> tuple[tuple[str, str, bool], ...]:
    """Give each side's takeaway and whether it is their own words; `withheld` reads "kept private"."""
    if session.takeaways is None:
        return ()
    found = (("mentor", session.takeaways.mentor), ("mentee", session.takeaways.mentee))
    return tuple(
        (side, "kept private" if said == "withheld" else said, said != "withheld") for side, said in found if said
    )
