"""`/roadmaps/` and `/roadmaps/<id>/`: curated paths whose every step has a value for both sides."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.language.forms import day, duration
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import RoadmapView, View

SHOWN = 12


def pages(view: View) -> Iterator[Page]:
    """Give the list of roadmaps, and a page for each."""
    state = listed(view)
    html = render("roadmaps", view, "/roadmaps/", state=state, roadmaps=view.roadmaps, home=place("home"))
    yield Page("roadmaps/index.md", gettext("Roadmaps"), state, html, "roadmaps")
    for roadmap in view.roadmaps:
        yield _page(view, roadmap)


def listed(view: View) -> str:
    """Say how many paths there are to walk, and how long they take; retired ones are not counted."""
    walked = [roadmap for roadmap in view.roadmaps if roadmap.state != "retired"]
    if not walked:
        return gettext("No roadmap is open yet.")
    steps = sum(len(roadmap.steps) for roadmap in walked)
    minutes = sum(roadmap.minutes for roadmap in walked)
    return ngettext(
        "%(num)s roadmap with %(steps)s, %(length)s in all.", "%(num)s roadmaps with %(steps)s, %(length)s in all.",
        len(walked), steps=_steps(steps), length=duration(minutes),
    )  # fmt: skip


def _steps(count: int) -> str:
    return ngettext("%(num)s step", "%(num)s steps", count)


def _page(view: View, roadmap: RoadmapView) -> Page:
    state = standing(roadmap)
    html = render(
        "roadmap",
        view,
        roadmap.address,
        roadmap=roadmap,
        state=state,
        shown=SHOWN,
        roadmaps=place("roadmaps"),
        begun=progress.files(view, f"roadmap/{roadmap.id}").get("pairs"),
    )
    description = f"{roadmap.title}: {state}"
    facets = (("area", roadmap.area.title),)
    return Page(path_of(roadmap.address), roadmap.title, description, html, "roadmaps", roadmap.source, facets)


def standing(roadmap: RoadmapView) -> str:
    """Say how long a path is and how fresh."""
    return gettext(
        "%(steps)s, %(length)s in all; reviewed on %(day)s.",
        steps=_steps(len(roadmap.steps)), length=duration(roadmap.minutes), day=day(roadmap.reviewed_on),
    )  # fmt: skip
