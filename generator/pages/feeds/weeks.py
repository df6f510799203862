"""`/calendar/`: what lies ahead, week by week, and where to subscribe to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from generator.language import gettext, ngettext
from generator.pages import progress
from generator.pages.feeds.calendars import PROGRAMME
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.saying import linked
from generator.pages.template import render
from generator.view.shapes import CohortView, Link, SessionView, View

ADDRESS = "/calendar/"
WEEKS = 8
"""So many weeks of sessions are listed; the files hold them all."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a day of a cohort, or a session with the two who meet."""

    day: date
    start: datetime | None
    link: Link
    pair: Link | None
    minutes: int
    number: int = 0


def pages(view: View) -> Iterator[Page]:
    """Give the one page."""
    state = standing(view)
    said = linked(ADDRESS)(state, "listed", progress.listed(view, "sessions")) if ahead(view) else state
    groups = [(monday, list(found)) for monday, found in groupby(lines(view), key=lambda line: _monday(line.day))]
    files = [(view.site.name, PROGRAMME), *((each.title, f"{each.address}calendar.ics") for each in view.cohorts)]
    html = render(
        "calendar", view, ADDRESS, state=said, groups=groups, cohorts=view.cohorts, files=files, home=place("home")
    )
    yield Page(path_of(ADDRESS), gettext("Calendar"), state, html, "home")


def standing(view: View) -> str:
    """Say how much lies ahead; outside, a pair's dates are nobody's business."""
    if view.site.audience == "organisation":
        return gettext("When cohorts begin and end. Pairs keep their own dates.")
    count = len(ahead(view))
    if not count:
        return gettext("No session planned in the next %(weeks)s weeks.", weeks=WEEKS)
    return ngettext(
        "%(num)s session planned in the next %(weeks)s weeks.", "%(num)s sessions planned in the next %(weeks)s weeks.",
        count, weeks=WEEKS,
    )  # fmt: skip


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
        Line(day, None, Link(said, cohort.address), None, 0)
        for cohort in view.cohorts
        for said, day in _turns(cohort)
        if day >= view.site.as_of
    ]
    met = [
        Line(
            each.start.date(),
            each.start,
            Link(gettext("Session %(number)s", number=each.number), each.address),
            pair,
            each.length,
            each.number,
        )
        for pair, each in ahead(view)
    ]
    return sorted([*days, *met], key=_when)


def _turns(cohort: CohortView) -> tuple[tuple[str, date], tuple[str, date]]:
    title = cohort.title
    return (
        (gettext("%(cohort)s starts", cohort=title), cohort.starts),
        (gettext("%(cohort)s ends", cohort=title), cohort.ends),
    )


def _when(line: Line) -> tuple[date, time, str]:
    return line.day, line.start.time() if line.start else time(), line.link.address or ""


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
