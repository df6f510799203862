"""`/privacy/`: who sees what, from the same declarations as the gate; what is promised, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.template import render
from generator.view.shapes import Link, View

_HANDBOOK = Link("How to", "/handbook/")
STATES = {
    "organisation": "This is the site for everyone in the organisation: nothing on it is for participants only.",
    "cohort": "This is the site for those who take part: nothing on it is meant for coordinators only.",
    "coordinators": "This is the coordinators' site: keep it among them.",
}


def pages(view: View) -> Iterator[Page]:
    """Give the page on privacy."""
    state = STATES[view.site.audience]
    html = render("privacy", view, "/privacy/", state=state, shows=view.shows, handbook=_HANDBOOK)
    yield Page("privacy/index.md", "Who sees what", state, html, "handbook")
