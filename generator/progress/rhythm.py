"""Rhythm of a pair: how its sessions follow one another, measured against what the two agreed on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.programme import Entry, Programme
from generator.progress import sessions
from generator.progress.activity import active_days, reached

LAPSED = 14
"""A planned session nobody recorded for more active days than this counts as missed."""
MOVES = 2
"""A date that moved more often is no date: such a session is not booked."""


def cadence(programme: Programme, pair: str) -> int:
    """Give the days the pair agreed on between sessions, one at least; a month without an agreement."""
    return max(1, sessions.every(programme, pair).days)


def drift(programme: Programme, pair: str, as_of: date) -> Fraction | None:
    """Give the active days since the last counted held session (else since the start) ÷ cadence.

    `None` for a pair that was not active yet.
    """
    item = programme.pairs[pair].item
    if not lifecycle.was_active(item, as_of):
        return None
    return Fraction(quiet(item, sessions.held(programme, pair, as_of), as_of), cadence(programme, pair))


def quiet(pair: Pair, held: Sequence[Entry[Session]], as_of: date) -> int:
    """Count the active days since the last counted held session, else since the start."""
    return active_days(pair, as_of, held[-1].item.day if held else None)


def due(programme: Programme, pair: str, as_of: date) -> tuple[Entry[Session], ...]:
    """Give the sessions that should have been by now, newest first: held, cancelled, missed or lapsed."""
    item = programme.pairs[pair].item
    found = (each for each in programme.sessions.get(pair, ()) if is_due(item, each.item, as_of))
    return tuple(sorted(found, key=lambda each: (each.item.date, each.path), reverse=True))


def is_due(pair: Pair, session: Session, as_of: date) -> bool:
    """Tell whether a session should have been by now; one that is planned only once it lapsed.

    A pause is a rest: what falls into it and was not held is not due, and nothing lapses while it goes on.
    """
    if session.day > as_of or session.status == "held":
        return session.day <= as_of
    if lifecycle.state(pair, session.day) == "paused":
        return False
    return session.status != "planned" or active_days(pair, as_of, session.day) > LAPSED


def lost_on(pair: Pair, session: Session, as_of: date) -> date:
    """Give the day from which a session is known not to be held: its own, or the one on which it lapsed."""
    return reached(pair, LAPSED + 1, as_of, session.day) if session.status == "planned" else session.day


def booked(found: Iterable[Entry[Session]], days: int, as_of: date) -> bool:
    """Tell whether a session is planned within 1¼ cadences of `days` from the as-of date, on a date that holds."""
    last = days * 5 // 4
    return any(is_to_come(each.item, as_of) and (each.item.day - as_of).days <= last for each in found)


def is_to_come(session: Session, as_of: date) -> bool:
    """Tell whether a session lies ahead: dated later, whatever its status says but for one called off."""
    called_off = session.status in ("cancelled", "missed")
    return as_of < session.day and not called_off and (session.moved or 0) <= MOVES
