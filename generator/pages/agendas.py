"""`/agendas/` and `/agendas/<id>/`: templates for an hour, in the order in which a pair meets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.language import N_, gettext, ngettext
from generator.language.forms import duration
from generator.pages import drawn, progress
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.saying import Say, linked, plainly
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
    said, lists = listed(view, linked("/agendas/")), progress.links(view, "agendas")
    html = render("agendas", view, "/agendas/", state=said, groups=groups, lists=lists, home=place("home"))
    yield Page("agendas/index.md", gettext("Agendas"), state, html, "roadmaps")
    for agenda in view.agendas:
        yield _page(view, agenda)


def listed(view: View, say: Say = plainly) -> str:
    """Say how many templates there are, and how long the shortest and the longest take."""
    if not view.agendas:
        return gettext("No agenda template is written yet.")
    lengths = sorted(agenda.minutes for agenda in view.agendas)
    shortest, longest = duration(lengths[0]), duration(lengths[-1])
    files = progress.listed(view, "agendas")
    count = say(ngettext("%(num)s agenda", "%(num)s agendas", len(lengths)), "listed", files)
    least, most = (say(each, "agenda", files) for each in (shortest, longest))
    if shortest == longest:
        return gettext("%(agendas)s to start from, %(length)s.", agendas=count, length=least)
    return gettext("%(agendas)s to start from, from %(least)s to %(most)s.", agendas=count, least=least, most=most)


def _stage(stage: str) -> str:
    return gettext(STAGES[stage]) if stage in STAGES else ""


def _page(view: View, agenda: AgendaView) -> Page:
    state = standing(agenda)
    stage, agendas = _stage(agenda.stage), place("agendas")
    bar = drawn.agenda(agenda.items, view.site, "parts_bar")
    html = render(
        "agenda", view, agenda.address, agenda=agenda, state=standing(agenda, linked(agenda.address)), stage=stage,
        agendas=agendas, drawn=bar, files=(("agenda", agenda.title, agenda.files),) if agenda.files else (),
    )  # fmt: skip
    return Page(path_of(agenda.address), agenda.title, f"{agenda.title}: {state}", html, "roadmaps", agenda.source)


def standing(agenda: AgendaView, say: Say = plainly) -> str:
    """Say how long a template is and when to take it."""
    files = "#files-agenda" if agenda.files else None
    length = say(duration(agenda.minutes), "agenda", files)
    parts = say(ngettext("%(num)s part", "%(num)s parts", len(agenda.items)), "agenda", files)
    return gettext("%(length)s in %(parts)s. %(use_when)s", length=length, parts=parts, use_when=agenda.use_when)
