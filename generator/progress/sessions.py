"""Sessions held of sessions planned."""

from __future__ import annotations

from datetime import date, timedelta

from generator.kinds.session import Session
from generator.programme import Entry, Programme
from generator.progress.value import Share
from generator.source.durations import as_minutes

MONTH = timedelta(days=30)


def is_held(session: Session, as_of: date) -> bool:
    """Tell whether a session counts as held: said so, and not dated after the as-of date."""
    return session.status == "held" and session.date.date() <= as_of


def held(programme: Programme, pair: str, as_of: date) -> tuple[Entry[Session], ...]:
    """Give a pair's counted held sessions: each at least half a cadence (in whole days) after the last counted.

    Sessions crowded together count once, so that a rhythm cannot be stuffed.
    """
    agreement = programme.pairs[pair].item.agreement if pair in programme.pairs else None
    every = agreement.every if agreement and agreement.every else MONTH
    least = timedelta(days=every.days // 2)
    counted: list[Entry[Session]] = []
    for entry in sorted(programme.sessions.get(pair, ()), key=lambda each: (each.item.date, each.path)):
        if not is_held(entry.item, as_of):
            continue
        if not counted or entry.item.date.date() - counted[-1].item.date.date() >= least:
            counted.append(entry)
    return tuple(counted)


def held_of_planned(programme: Programme, pair: str, as_of: date) -> Share:
    """Count held sessions against the agreement's `sessions` (else the programme's default)."""
    found = held(programme, pair, as_of)
    return Share("sessions-held", len(found), planned(programme, pair), tuple(entry.path for entry in found))


def planned(programme: Programme, pair: str) -> int:
    """Give the number of sessions the pair agreed on; the programme's default without an agreement."""
    agreement = programme.pairs[pair].item.agreement
    if agreement and agreement.sessions:
        return agreement.sessions
    return programme.settings.item.defaults.sessions if programme.settings else 0


def minutes_held(programme: Programme, pair: str, as_of: date) -> int:
    """Add up how long the held sessions took (their planned length where `actual` is not given)."""
    return sum(
        as_minutes(entry.item.actual or entry.item.length)
        for entry in programme.sessions.get(pair, ())
        if is_held(entry.item, as_of)
    )
