"""`/roadmaps/` and `/roadmaps/<id>/`: curated paths whose every step has a value for both sides."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.language.forms import day, duration
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.saying import Say, linked, plainly
from generator.pages.template import render
from generator.view.shapes import RoadmapView, View

SHOWN = 12


def pages(view: View) -> Iterator[Page]:
    """Give the list of roadmaps, and a page for each."""
    state, said = listed(view), listed(view, linked("/roadmaps/"))
    html = render(
        "roadmaps", view, "/roadmaps/", state=said, roadmaps=view.roadmaps, lists=progress.links(view, "roadmaps"),
        home=place("home"),
    )  # fmt: skip
    yield Page("roadmaps/index.md", gettext("Roadmaps"), state, html, "roadmaps")
    for roadmap in view.roadmaps:
        yield _page(view, roadmap)


def listed(view: View, say: Say = plainly) -> str:
    """Say how many paths there are to walk, and how long they take; retired ones are not counted."""
    walked = [roadmap for roadmap in view.roadmaps if roadmap.state != "retired"]
    if not walked:
        return gettext("No roadmap is open yet.")
    files = progress.listed(view, "roadmaps")
    steps = say(_steps(sum(len(roadmap.steps) for roadmap in walked)), "path", files)
    length = say(duration(sum(roadmap.minutes for roadmap in walked)), "path", files)
    count = ngettext("%(num)s roadmap", "%(num)s roadmaps", len(walked))
    return gettext(
        "%(roadmaps)s with %(steps)s, %(length)s in all.",
        roadmaps=say(count, "path", files), steps=steps, length=length,
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
        state=standing(roadmap, linked(roadmap.address), "#files-path" if roadmap.files else None),
        shown=SHOWN,
        files=(("path", roadmap.title, roadmap.files),) if roadmap.files else (),
        roadmaps=place("roadmaps"),
        begun=progress.files(view, f"roadmap/{roadmap.id}").get("pairs"),
    )
    description = f"{roadmap.title}: {state}"
    facets = (("area", roadmap.area.title),)
    return Page(path_of(roadmap.address), roadmap.title, description, html, "roadmaps", roadmap.source, facets)


def standing(roadmap: RoadmapView, say: Say = plainly, files: str | None = None) -> str:
    """Say how long a path is and how fresh."""
    return gettext(
        "%(steps)s, %(length)s in all; reviewed on %(day)s.",
        steps=say(_steps(len(roadmap.steps)), "path", files), length=say(duration(roadmap.minutes), "path", files),
        day=day(roadmap.reviewed_on),
    )  # fmt: skip
