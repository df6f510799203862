"""How the two of a pair are called, where plain text is needed: titles and descriptions."""

from __future__ import annotations

from generator.language import gettext
from generator.view.shapes import Site, Someone


def together(mentor: Someone, mentee: Someone) -> str:
    """Name a pair by its two members, with a capital first letter."""
    neutral = gettext("a participant")
    return capital(gettext("%(mentor)s and %(mentee)s", mentor=mentor.name or neutral, mentee=mentee.name or neutral))


def capital(text: str) -> str:
    """Begin with a capital letter and leave the rest alone."""
    return text[:1].upper() + text[1:]


def side(site: Site, role: str) -> str:
    """Say a role at its first use on a page, in the programme's words: `Mentor (junior)`."""
    if role == "mentor":
        return gettext("%(mentor)s (junior)", mentor=capital(site.mentor))
    return gettext("%(mentee)s (senior)", mentee=capital(site.mentee))
