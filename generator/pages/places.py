"""The pages that other pages lead to, each with its one name."""

from __future__ import annotations

from typing import Literal

from generator.language import N_, gettext
from generator.view.shapes import Link

Place = Literal[
    "needs", "home", "roadmaps", "threads", "people", "communities", "progress", "handbook",
    "search", "agendas", "areas", "pairs", "reference", "rules", "tags",
    "celebrations", "calendar", "feeds",
]  # fmt: skip

_PLACES: dict[Place, tuple[str, str]] = {
    "needs": (N_("Needs you now"), "/needs/"),
    "home": (N_("Home"), "/"),
    "roadmaps": (N_("Roadmaps"), "/roadmaps/"),
    "threads": (N_("Threads"), "/threads/"),
    "people": (N_("People"), "/people/"),
    "communities": (N_("Communities"), "/communities/"),
    "progress": (N_("Progress"), "/progress/"),
    "handbook": (N_("How to"), "/handbook/"),
    "search": (N_("Search"), "/search/"),
    "agendas": (N_("Agendas"), "/agendas/"),
    "areas": (N_("Focus areas"), "/areas/"),
    "pairs": (N_("Pairs"), "/pairs/"),
    "reference": (N_("Rules and fields"), "/reference/"),
    "rules": (N_("Rules"), "/reference/rules/"),
    "calendar": (N_("Calendar"), "/calendar/"),
    "feeds": (N_("Feeds and data"), "/feeds/"),
    "celebrations": (N_("Celebrations"), "/celebrations/"),
    "tags": (N_("Tags"), "/tags/"),
}


def place(name: Place) -> Link:
    """Link a page by its name in the site's language."""
    title, address = _PLACES[name]
    return Link(gettext(title), address)
