"""`404.md`: no page stands here. It says nothing of what was asked for, and guesses nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import MISSING, Page, address_of
from generator.pages.template import render
from generator.view.shapes import Link, View

STATE = "There is no page here for this audience, or the address is wrong."
DOORS = (
    (Link("Home", "/"), "What the programme is for, and what is new."),
    (Link("Threads", "/threads/"), "What pairs write."),
    (Link("Roadmaps", "/roadmaps/"), "Paths for a pair, step by step."),
    (Link("How to take part", "/handbook/"), "For everybody who mentors, learns or coordinates."),
)


def pages(view: View) -> Iterator[Page]:
    """Give the page that an absent address and one that never existed have in common."""
    html = render("missing", view, address_of(MISSING), state=STATE, doors=DOORS)
    yield Page(MISSING, "No page here", STATE, html, "home")
