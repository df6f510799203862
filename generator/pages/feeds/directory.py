"""`/feeds/` and `/api/`: what can be subscribed to, and what programs can read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.pages.feeds import feed, schema, twins
from generator.pages.feeds.calendars import PROGRAMME
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import Link, View

FEEDS, DATA = "/feeds/", "/api/"


def pages(view: View) -> Iterator[Page]:
    """Give the page of all feeds and calendars, and the page of the data."""
    threads = {thread.address for thread in view.threads}
    found = [each for each in feed.feeds(view) if each.page not in threads]
    cohorts = [(Link(cohort.title, cohort.address), f"{cohort.address}calendar.ics") for cohort in view.cohorts]
    calendars = [(Link(view.site.name, "/calendar/"), PROGRAMME), *cohorts]
    state = gettext("What a feed reader, a calendar or a program can take from this site.")
    html = render(
        "feeds", view, FEEDS, state=state, feeds=found, threads=len(threads), newest=feed.NEWEST,
        calendars=calendars, home=place("home"),
    )  # fmt: skip
    yield Page(path_of(FEEDS), place("feeds").title, state, html, "home")
    yield _data(view)


def _data(view: View) -> Page:
    kinds = [(kind, schema.address(kind), kind.tables) for kind in twins.kinds(view)]
    state = ngettext(
        "%(num)s kind of page can be read by programs, each with a schema.",
        "%(num)s kinds of page can be read by programs, each with a schema.",
        len(kinds),
    )
    html = render("api", view, DATA, state=state, kinds=kinds, feeds=place("feeds"))
    return Page(path_of(DATA), gettext("Data"), state, html, "home")
