"""`/areas/` and `/areas/<id>/`: where senior leaders need a fresh view, and who can give it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.pages import needs, progress
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.saying import linked
from generator.pages.template import render
from generator.view.shapes import AreaView, Link, View

SHOWN = 30


def pages(view: View) -> Iterator[Page]:
    """Give the list of focus areas, and a page for each."""
    state = ngettext(
        "%(num)s focus area: where leaders of %(organisation)s need a fresh view.",
        "%(num)s focus areas: where leaders of %(organisation)s need a fresh view.",
        len(view.areas), organisation=view.site.organisation,
    )  # fmt: skip
    say = linked("/areas/")
    rows = [(area, balance(area), say(_paths(area), "listed", None) if area.roadmaps else "") for area in view.areas]
    html = render(
        "areas",
        view,
        "/areas/",
        state=say(state, "listed", progress.listed(view, "areas")),
        rows=rows,
        lists=(*needs.behind(view, "wishes"), *_files(view)),
        home=place("home"),
    )
    yield Page("areas/index.md", gettext("Focus areas"), state, html, "home")
    for area in view.areas:
        yield _page(view, area)


def _paths(area: AreaView) -> str:
    return ngettext("%(num)s roadmap", "%(num)s roadmaps", len(area.roadmaps))


def _files(view: View) -> tuple[Link, ...]:
    """Link the files of the roadmaps that are counted, for coordinators."""
    found, roadmaps = progress.listed(view, "roadmaps"), place("roadmaps").title
    return (Link(gettext("%(list)s: files", list=roadmaps), found),) if found else ()


def _page(view: View, area: AreaView) -> Page:
    sides = (
        ("offered", gettext("Who offers it"), area.offering),
        ("wanted", gettext("Who wants to learn it"), area.wanting),
    )
    html = render(
        "area",
        view,
        area.address,
        area=area,
        balance=balance(area),
        sides=sides,
        shown=SHOWN,
        areas=place("areas"),
        lists=needs.behind(view, "wishes"),
    )
    return Page(path_of(area.address), area.title, area.why, html, "home")


def balance(area: AreaView) -> str:
    """Say demand against supply in words; nothing where a side is too small to be shown."""
    if area.balance is None:
        return ""
    if area.balance == 0:
        return gettext("as many offer it as want it: even")
    if area.balance > 0:
        return gettext("more offer it than want it: spare %(count)s", count=area.balance)
    return gettext("more want it than offer it: short %(count)s", count=-area.balance)
