"""How the two of a pair are called, where plain text is needed: titles and descriptions."""

from __future__ import annotations

from generator.view.shapes import Site, Someone

NEUTRAL = "a participant"


def together(mentor: Someone, mentee: Someone) -> str:
    """Name a pair by its two members, with a capital first letter."""
    return capital(f"{mentor.name or NEUTRAL} and {mentee.name or NEUTRAL}")


def capital(text: str) -> str:
    """Begin with a capital letter and leave the rest alone."""
    return text[:1].upper() + text[1:]


def side(site: Site, role: str) -> str:
    """Say a role at its first use on a page, in the programme's words: `Mentor (junior)`."""
    return f"{capital(site.mentor)} (junior)" if role == "mentor" else f"{capital(site.mentee)} (senior)"
