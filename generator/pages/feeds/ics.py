"""Calendars in iCalendar (RFC 5545): the only module that imports `icalendar`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from uuid import UUID

import icalendar

from generator.pages.feeds.zone import onsets, span

TYPE = "text/calendar"
_PRODUCT = "-//mentoring//reverse mentoring programme//EN"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """What a calendar holds of a session or of a day of a cohort: when, under a neutral name, and where to read on.

    `start` is a local moment with `minutes`, or a whole day without.
    """

    uid: UUID
    name: str
    start: datetime | date
    minutes: int
    link: str
    sequence: int
    cancelled: bool

    @property
    def day(self) -> date:
        """Give the day it begins on."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


@dataclass(frozen=True, slots=True)
class Frame:
    """What all calendars of a site share: as of when they are made, their zone, and the years it is told for."""

    as_of: date
    zone: str
    first: int
    last: int


def event(each: Event, frame: Frame) -> bytes:
    """Write one event.

    Its stamp is the as-of date's midnight UTC, never the clock. It ends, rather than lasts: where clocks change in
    between, readers disagree about how long an hour is.
    """
    found = icalendar.Event()
    found.add("uid", each.uid.urn)
    found.add("dtstamp", datetime.combine(frame.as_of, time(), UTC))
    found.add("sequence", each.sequence)
    found.add("summary", each.name)
    if isinstance(each.start, datetime):
        begins, ends = span(each.start, each.minutes, frame.zone)
        found.add("dtstart", begins)
        found.add("dtend", ends)
    else:
        found.add("dtstart", each.start)
        if each.start < date.max:  # without an end it lasts for the day
            found.add("dtend", each.start + _DAY)
        found.add("transp", "TRANSPARENT")
    found.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    if each.link:
        found.add("url", each.link)
        found.add("description", each.link)
    written: bytes = found.to_ical()
    return written


def calendar(name: str, events: Iterable[bytes], frame: Frame) -> bytes:
    """Put written events into a calendar, after the zone their times are in."""
    found = icalendar.Calendar()
    found.add("prodid", _PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    one_line = " ".join(name.split())  # not every property of the library escapes the end of a line
    found.add("name", one_line)
    found.add("x-wr-calname", one_line)
    found.add("x-wr-timezone", frame.zone)
    end = b"END:VCALENDAR\r\n"
    return b"".join([found.to_ical().removesuffix(end), _zone(frame), *events, end])


@cache
def _zone(frame: Frame) -> bytes:
    """Write the zone's own changes: the library's maker puts the beginning of summer time an hour late."""
    found = icalendar.Timezone()
    found.add("tzid", frame.zone)
    for each in onsets(frame.zone, frame.first, frame.last):
        part = icalendar.TimezoneDaylight() if each.summer else icalendar.TimezoneStandard()
        part.add("dtstart", each.at)
        part.add("tzoffsetfrom", each.since)
        part.add("tzoffsetto", each.to)
        part.add("tzname", each.name)
        found.add_component(part)
    written: bytes = found.to_ical()
    return written
