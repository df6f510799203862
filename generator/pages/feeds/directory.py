"""`/feeds/` and `/api/`: what can be subscribed to, and what programs can read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.feeds import feed, schema, twins
from generator.pages.feeds.calendars import PROGRAMME
from generator.pages.page import Page, path_of
from generator.pages.template import plural, render
from generator.view.shapes import Link, View

FEEDS, DATA = "/feeds/", "/api/"
_HOME, _FEEDS = Link("Home", "/"), Link("Feeds and data", FEEDS)


def pages(view: View) -> Iterator[Page]:
    """Give the page of all feeds and calendars, and the page of the data."""
    threads = {thread.address for thread in view.threads}
    found = [each for each in feed.feeds(view) if each.page not in threads]
    cohorts = [(Link(cohort.title, cohort.address), f"{cohort.address}calendar.ics") for cohort in view.cohorts]
    calendars = [(Link(view.site.name, "/calendar/"), PROGRAMME), *cohorts]
    state = "What a feed reader, a calendar or a program can take from this site."
    html = render(
        "feeds", view, FEEDS, state=state, feeds=found, threads=len(threads), newest=feed.NEWEST,
        calendars=calendars, home=_HOME,
    )  # fmt: skip
    yield Page(path_of(FEEDS), _FEEDS.title, state, html, "home")
    yield _data(view)


def _data(view: View) -> Page:
    kinds = [(kind, schema.address(kind), kind.tables) for kind in twins.kinds(view)]
    state = f"{plural(len(kinds), 'kind')} of page can be read by programs, each with a schema."
    html = render("api", view, DATA, state=state, kinds=kinds, feeds=_FEEDS)
    return Page(path_of(DATA), "Data", state, html, "home")
