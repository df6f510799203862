"""Which calendars there are: days of cohorts for everybody, sessions for those who may know of them.

A calendar is often read over its owner's shoulder, so an entry says the programme and a number, never whom
somebody meets nor what about. An event's id is made from the session's place in the repository: it survives
another date, another subject and another host.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import gettext
from generator.pages.feeds import ics
from generator.pages.feeds.ics import Event, Frame
from generator.pages.feeds.identity import home, identifier
from generator.view.shapes import CohortView, RoomView, SessionView, Site, View

PROGRAMME = "/calendar.ics"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar: its address, the pages it belongs to, what it is called and what it holds."""

    address: str
    pages: tuple[str, ...]
    name: str
    events: tuple[Event, ...]


def calendars(view: View) -> Iterator[Calendar]:
    """Give the calendars of the programme, of each cohort and of each room."""
    site, days, rooms = view.site, _by_cohort(view), _by_room(view)
    met: dict[str, list[Event]] = {}
    for room, events in rooms:
        met.setdefault(room.address.split("/")[2], []).extend(events)
    held = [event for found in met.values() for event in found]
    everything = (*(event for found in days.values() for event in found), *held)
    yield Calendar(PROGRAMME, ("/calendar/",), site.name, in_order(everything))
    for cohort in view.cohorts:
        name, events = f"{site.name}, {cohort.title}", (*days[cohort.id], *met.get(cohort.id, ()))
        yield Calendar(f"{cohort.address}calendar.ics", (cohort.address,), name, in_order(events))
    for room, events in rooms:
        pages = (room.address, room.pair.address or room.address)
        yield Calendar(f"{room.address}calendar.ics", pages, site.name, events)


def frame(view: View) -> Frame:
    """Give what all calendars share; years are those of all dates in them."""
    starts = [session.start for room in view.rooms for session in room.sessions]
    years = [view.site.as_of.year, *(start.year for start in starts)]
    return Frame(view.site.as_of, view.site.timezone, min(years), max(years))


def write(calendar: Calendar, shared: Frame, written: dict[Event, bytes]) -> bytes:
    """Write a calendar; an event that stands in several is written once, and kept in `written`."""
    for each in calendar.events:
        if each not in written:
            written[each] = ics.event(each, shared)
    return ics.calendar(calendar.name, (written[each] for each in calendar.events), shared)


def in_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Put events by day and id."""
    return tuple(sorted(events, key=lambda each: (each.day, each.uid)))


def _by_cohort(view: View) -> dict[str, tuple[Event, ...]]:
    return {cohort.id: tuple(_days(view.site, cohort)) for cohort in view.cohorts}


def _days(site: Site, cohort: CohortView) -> Iterator[Event]:
    starts, ends = gettext("%(cohort)s starts", cohort=cohort.title), gettext("%(cohort)s ends", cohort=cohort.title)
    for what, said, day in (("starts", starts, cohort.starts), ("ends", ends, cohort.ends)):
        uid = identifier(site, f"{cohort.id}#{what}")
        yield Event(uid, f"{site.name}: {said}", day, 0, _link(site, cohort.address), 0, cancelled=False)


def _by_room(view: View) -> list[tuple[RoomView, tuple[Event, ...]]]:
    return [(room, in_order(tuple(_session(view.site, each) for each in room.sessions))) for room in view.rooms]


def _session(site: Site, session: SessionView) -> Event:
    """Give a session; one that was not held is cancelled, whatever the reason, as its page says no more either."""
    cohort, pair, number = (session.address.split("/")[at] for at in (2, 3, 5))
    off = session.status not in {"planned", "held"}
    name = gettext("%(programme)s: session %(number)s", programme=site.name, number=session.number)
    return Event(
        identifier(site, f"{cohort}/{pair}/{number}"), name, session.start,
        session.length, _link(site, session.address), session.moved + off, cancelled=off,
    )  # fmt: skip


def _link(site: Site, address: str) -> str:
    root = home(site)
    return root + address if root else ""
