"""`404.md`: no page stands here. It says nothing of what was asked for, and guesses nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import N_, gettext
from generator.pages.page import MISSING, Page, address_of
from generator.pages.template import render
from generator.view.shapes import Link, View

STATE = N_("There is no page here for this audience, or the address is wrong.")
DOORS = (
    (N_("Home"), "/", N_("What the programme is for, and what is new.")),
    (N_("Threads"), "/threads/", N_("What pairs write.")),
    (N_("Roadmaps"), "/roadmaps/", N_("Paths for a pair, step by step.")),
    (N_("How to take part"), "/handbook/", N_("For everybody who mentors, learns or coordinates.")),
)


def pages(view: View) -> Iterator[Page]:
    """Give the page that an absent address and one that never existed have in common."""
    state = gettext(STATE)
    doors = [(Link(gettext(title), address), gettext(says)) for title, address, says in DOORS]
    html = render("missing", view, address_of(MISSING), state=state, doors=doors)
    yield Page(MISSING, gettext("No page here"), state, html, "home")
