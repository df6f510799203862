"""`/agendas/` and `/agendas/<id>/`: templates for an hour, in the order in which a pair meets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.template import duration, plural, render
from generator.view.shapes import AgendaView, Link, View

_HOME, _AGENDAS = Link("Home", "/"), Link("Agendas", "/agendas/")
STAGES = {
    "before": "Before anybody signs",
    "first": "The first session",
    "working": "Working sessions",
    "midpoint": "Half-way",
    "repair": "When something needs mending",
    "closing": "The last session",
}


def pages(view: View) -> Iterator[Page]:
    """Give the library by stage, and a page for each template."""
    state = listed(view)
    by_stage = groupby(view.agendas, lambda agenda: agenda.stage)
    groups = [(stage, STAGES.get(stage, "Others"), list(found)) for stage, found in by_stage]
    html = render("agendas", view, "/agendas/", state=state, groups=groups, home=_HOME)
    yield Page("agendas/index.md", "Agendas", state, html, "roadmaps")
    for agenda in view.agendas:
        yield _page(view, agenda)


def listed(view: View) -> str:
    """Say how many templates there are, and how long the shortest and the longest take."""
    if not view.agendas:
        return "No agenda template is written yet."
    lengths = sorted(agenda.minutes for agenda in view.agendas)
    shortest, longest = duration(lengths[0]), duration(lengths[-1])
    span = shortest if shortest == longest else f"from {shortest} to {longest}"
    return f"{plural(len(lengths), 'agenda')} to start from, {span}."


def _page(view: View, agenda: AgendaView) -> Page:
    state = standing(agenda)
    stage = STAGES.get(agenda.stage, "")
    bar = drawn.agenda(agenda.items, view.site, "parts_bar")
    html = render("agenda", view, agenda.address, agenda=agenda, state=state, stage=stage, agendas=_AGENDAS, drawn=bar)
    return Page(path_of(agenda.address), agenda.title, f"{agenda.title}: {state}", html, "roadmaps", agenda.source)


def standing(agenda: AgendaView) -> str:
    """Say how long a template is and when to take it."""
    return f"{duration(agenda.minutes)} in {plural(len(agenda.items), 'part')}. {agenda.use_when}"
