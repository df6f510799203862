"""`/privacy/`: who sees what, from the same declarations as the gate; what is promised, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import N_, gettext
from generator.pages.page import Page
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import View

STATES = {
    "organisation": N_("This is the site for everyone in the organisation: nothing on it is for participants only."),
    "cohort": N_("This is the site for those who take part: nothing on it is meant for coordinators only."),
    "coordinators": N_("This is the coordinators' site: keep it among them."),
}


def pages(view: View) -> Iterator[Page]:
    """Give the page on privacy."""
    state = gettext(STATES[view.site.audience])
    html = render("privacy", view, "/privacy/", state=state, shows=view.shows, handbook=place("handbook"))
    yield Page("privacy/index.md", gettext("Who sees what"), state, html, "handbook")
