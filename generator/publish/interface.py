"""What the theme says by itself, in the site's language: it calls no Python, so its few words are settings."""

from __future__ import annotations

from generator.language import N_, direction, gettext, speaking, spoken
from generator.pages.page import ENTRIES
from generator.pages.places import Place, place

_WORDS = {
    "skip": N_("Skip to content"),
    "main": N_("Main"),
    "menu": N_("Menu"),
    "close": N_("Close"),
    "search": N_("Search"),
    "dark": N_("Dark colours"),
    "scrolls": N_("Scrolls sideways"),
    "missing": N_("There is no page here"),
    "wrong": N_("Not for this audience, or the address is wrong."),
    "first": N_("Go to the first page"),
}


def said(language: str) -> dict[str, object]:
    """Give the settings that the theme reads: the language's tag and direction, and its own words."""
    tag = spoken(language)
    with speaking(language):
        words = {name: gettext(message) for name, message in _WORDS.items()}
    return {"language": tag, "direction": direction(tag), "said": words}


def sections(language: str) -> dict[Place, str]:
    """Name the entries of the navigation, in their order."""
    with speaking(language):
        return {section: place(section).title for section in ENTRIES}
