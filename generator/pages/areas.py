"""`/areas/` and `/areas/<id>/`: where senior leaders need a fresh view, and who can give it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, path_of
from generator.pages.template import plural, render
from generator.view.shapes import AreaView, Link, View

SHOWN = 30
_HOME, _AREAS = Link("Home", "/"), Link("Focus areas", "/areas/")


def pages(view: View) -> Iterator[Page]:
    """Give the list of focus areas, and a page for each."""
    state = f"{plural(len(view.areas), 'focus area')}: where leaders of {view.site.organisation} need a fresh view."
    rows = [
        (area, balance(area), plural(len(area.roadmaps), "roadmap") if area.roadmaps else "") for area in view.areas
    ]
    html = render("areas", view, "/areas/", state=state, rows=rows, home=_HOME)
    yield Page("areas/index.md", "Focus areas", state, html, "home")
    for area in view.areas:
        yield _page(view, area)


def _page(view: View, area: AreaView) -> Page:
    sides = (
        ("offered", "Who offers it", area.offering),
        ("wanted", "Who wants to learn it", area.wanting),
    )
    html = render("area", view, area.address, area=area, balance=balance(area), sides=sides, shown=SHOWN, areas=_AREAS)
    return Page(path_of(area.address), area.title, area.why, html, "home")


def balance(area: AreaView) -> str:
    """Say demand against supply in words; nothing where a side is too small to be shown."""
    if area.balance is None:
        return ""
    if area.balance == 0:
        return "as many offer it as want it: even"
    if area.balance > 0:
        return f"more offer it than want it: spare {area.balance}"
    return f"more want it than offer it: short {-area.balance}"
