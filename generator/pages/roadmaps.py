"""`/roadmaps/` and `/roadmaps/<id>/`: curated paths whose every step has a value for both sides."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, path_of
from generator.pages.template import day, duration, plural, render
from generator.view.shapes import Link, RoadmapView, View

SHOWN = 12
_HOME, _ROADMAPS = Link("Home", "/"), Link("Roadmaps", "/roadmaps/")


def pages(view: View) -> Iterator[Page]:
    """Give the list of roadmaps, and a page for each."""
    state = listed(view)
    html = render("roadmaps", view, "/roadmaps/", state=state, roadmaps=view.roadmaps, home=_HOME)
    yield Page("roadmaps/index.md", "Roadmaps", state, html, "roadmaps")
    for roadmap in view.roadmaps:
        yield _page(view, roadmap)


def listed(view: View) -> str:
    """Say how many paths there are to walk, and how long they take; retired ones are not counted."""
    walked = [roadmap for roadmap in view.roadmaps if roadmap.state != "retired"]
    if not walked:
        return "No roadmap is open yet."
    steps = sum(len(roadmap.steps) for roadmap in walked)
    minutes = sum(roadmap.minutes for roadmap in walked)
    return f"{plural(len(walked), 'roadmap')} with {plural(steps, 'step')}, {duration(minutes)} in all."


def _page(view: View, roadmap: RoadmapView) -> Page:
    state = standing(roadmap)
    html = render("roadmap", view, roadmap.address, roadmap=roadmap, state=state, shown=SHOWN, roadmaps=_ROADMAPS)
    description = f"{roadmap.title}: {state}"
    facets = (("area", roadmap.area.title),)
    return Page(path_of(roadmap.address), roadmap.title, description, html, "roadmaps", roadmap.source, facets)


def standing(roadmap: RoadmapView) -> str:
    """Say how long a path is and how fresh."""
    length = f"{plural(len(roadmap.steps), 'step')}, {duration(roadmap.minutes)} in all"
    return f"{length}; reviewed on {day(roadmap.reviewed_on)}."
