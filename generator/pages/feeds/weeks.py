"""`/calendar/`: what lies ahead, week by week, and where to subscribe to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from generator.pages.feeds.calendars import PROGRAMME
from generator.pages.page import Page, path_of
from generator.pages.template import plural, render
from generator.view.shapes import Link, SessionView, View

ADDRESS = "/calendar/"
WEEKS = 8
"""So many weeks of sessions are listed; the files hold them all."""
_HOME = Link("Home", "/")
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a day of a cohort, or a session with the two who meet."""

    day: date
    start: datetime | None
    link: Link
    pair: Link | None
    minutes: int


def pages(view: View) -> Iterator[Page]:
    """Give the one page."""
    state = standing(view)
    groups = [(monday, list(found)) for monday, found in groupby(lines(view), key=lambda line: _monday(line.day))]
    files = [(view.site.name, PROGRAMME), *((each.title, f"{each.address}calendar.ics") for each in view.cohorts)]
    html = render("calendar", view, ADDRESS, state=state, groups=groups, cohorts=view.cohorts, files=files, home=_HOME)
    yield Page(path_of(ADDRESS), "Calendar", state, html, "home")


def standing(view: View) -> str:
    """Say how much lies ahead; outside, a pair's dates are nobody's business."""
    if view.site.audience == "organisation":
        return "When cohorts begin and end. Pairs keep their own dates."
    count = len(ahead(view))
    return f"{plural(count, 'session') if count else 'No session'} planned in the next {WEEKS} weeks."


def ahead(view: View) -> tuple[tuple[Link, SessionView], ...]:
    """Give the sessions planned for the coming weeks, by time; rooms are known inside only."""
    first = view.site.as_of
    found = [
        (room.pair, session)
        for room in view.rooms
        for session in room.sessions
        if session.status == "planned"
        and first <= (day := session.start.date())
        and _monday(day) - _monday(first) < WEEKS * _WEEK
    ]
    return tuple(sorted(found, key=lambda each: (each[1].start, each[1].address)))


def lines(view: View) -> list[Line]:
    """Give the days of cohorts that have not passed, and the sessions of the coming weeks, by time."""
    days = [
        Line(day, None, Link(f"{cohort.title} {what}", cohort.address), None, 0)
        for cohort in view.cohorts
        for what, day in (("starts", cohort.starts), ("ends", cohort.ends))
        if day >= view.site.as_of
    ]
    met = [
        Line(each.start.date(), each.start, Link(f"Session {each.number}", each.address), pair, each.length)
        for pair, each in ahead(view)
    ]
    return sorted([*days, *met], key=_when)


def _when(line: Line) -> tuple[date, time, str]:
    return line.day, line.start.time() if line.start else time(), line.link.address or ""


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
