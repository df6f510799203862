"""`/agendas/` and `/agendas/<id>/`: templates for an hour, in the order in which a pair meets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.language import N_, gettext, ngettext
from generator.language.forms import duration
from generator.pages import drawn
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import AgendaView, View

STAGES = {
    "before": N_("Before anybody signs"),
    "first": N_("The first session"),
    "working": N_("Working sessions"),
    "midpoint": N_("Half-way"),
    "repair": N_("When something needs mending"),
    "closing": N_("The last session"),
}


def pages(view: View) -> Iterator[Page]:
    """Give the library by stage, and a page for each template."""
    state = listed(view)
    by_stage = groupby(view.agendas, lambda agenda: agenda.stage)
    groups = [(stage, _stage(stage) or gettext("Others"), list(found)) for stage, found in by_stage]
    html = render("agendas", view, "/agendas/", state=state, groups=groups, home=place("home"))
    yield Page("agendas/index.md", gettext("Agendas"), state, html, "roadmaps")
    for agenda in view.agendas:
        yield _page(view, agenda)


def listed(view: View) -> str:
    """Say how many templates there are, and how long the shortest and the longest take."""
    if not view.agendas:
        return gettext("No agenda template is written yet.")
    lengths = sorted(agenda.minutes for agenda in view.agendas)
    shortest, longest = duration(lengths[0]), duration(lengths[-1])
    if shortest == longest:
        return ngettext(
            "%(num)s agenda to start from, %(length)s.", "%(num)s agendas to start from, %(length)s.",
            len(lengths), length=shortest,
        )  # fmt: skip
    return ngettext(
        "%(num)s agenda to start from, from %(least)s to %(most)s.",
        "%(num)s agendas to start from, from %(least)s to %(most)s.",
        len(lengths), least=shortest, most=longest,
    )  # fmt: skip


def _stage(stage: str) -> str:
    return gettext(STAGES[stage]) if stage in STAGES else ""


def _page(view: View, agenda: AgendaView) -> Page:
    state = standing(agenda)
    stage, agendas = _stage(agenda.stage), place("agendas")
    bar = drawn.agenda(agenda.items, view.site, "parts_bar")
    html = render("agenda", view, agenda.address, agenda=agenda, state=state, stage=stage, agendas=agendas, drawn=bar)
    return Page(path_of(agenda.address), agenda.title, f"{agenda.title}: {state}", html, "roadmaps", agenda.source)


def standing(agenda: AgendaView) -> str:
    """Say how long a template is and when to take it."""
    return ngettext(
        "%(length)s in %(num)s part. %(use_when)s", "%(length)s in %(num)s parts. %(use_when)s",
        len(agenda.items), length=duration(agenda.minutes), use_when=agenda.use_when,
    )  # fmt: skip
