"""Sessions held of sessions planned."""

from __future__ import annotations

from datetime import date, timedelta

from generator.kinds.session import Session
from generator.language import N_
from generator.programme import Entry, Programme
from generator.progress.value import Measure, Share
from generator.source.durations import as_minutes

MONTH = timedelta(days=30)

MEASURES = (
    Measure(
        id="counted-session",
        name=N_("Counted held session"),
        formula=(
            "a session that is held, dated on or before the as-of date, and at least half the agreed rhythm "
            "(in whole days, rounded down) after the previous counted one"
        ),
        reads="status and date of each session file; every in the agreement, else 30 days",
        blind="whether the talk was good, and sessions that nobody recorded",
        example=(
            "The rhythm is 30 days, so half of it is 15. Held on day 12, day 20 and day 43: day 20 is 8 days after "
            "day 12 and not counted, day 43 is 31 days after day 12 and counted. Counted: 2."
        ),
        source="our own choice, so that a rhythm cannot be stuffed",
    ),
    Measure(
        id="sessions-held",
        name=N_("Sessions held"),
        formula="counted held sessions ÷ sessions agreed on; for a cohort, those held by all its pairs, added up",
        reads="the session files; sessions in the agreement, else the programme's default",
        blind="how long a session was, who moved it, and what was said",
        example="Two counted sessions of six agreed on: 2 of 6, which is 33 % (2 ÷ 6 = 0.333, rounded half up).",
        source="usual dose: 6 to 8 sessions in 6 to 9 months (published programme guides)",
    ),
    Measure(
        id="hours",
        name=N_("Hours of talk"),
        formula="the length of every held session, added up and rounded to whole hours, half an hour up",
        reads="actual of each held session file, else its planned length",
        blind="preparation, and time between sessions; a crowded session counts here though it is no counted one",
        example="Held for 65 min, 55 min, and 60 min as planned without a record: 180 min, so 3 hours.",
    ),
)


def is_held(session: Session, as_of: date) -> bool:
    """Tell whether a session counts as held: said so, and not dated after the as-of date."""
    return session.status == "held" and session.day <= as_of


def held(programme: Programme, pair: str, as_of: date) -> tuple[Entry[Session], ...]:
    """Give a pair's counted held sessions: each at least half a cadence (in whole days) after the last counted.

    Sessions crowded together count once, so that a rhythm cannot be stuffed.
    """
    least = timedelta(days=every(programme, pair).days // 2)
    counted: list[Entry[Session]] = []
    for entry in sorted(programme.sessions.get(pair, ()), key=lambda each: (each.item.date, each.path)):
        if not is_held(entry.item, as_of):
            continue
        if not counted or entry.item.day - counted[-1].item.day >= least:
            counted.append(entry)
    return tuple(counted)


def every(programme: Programme, pair: str) -> timedelta:
    """Give the rhythm the pair agreed on; a month without an agreement."""
    agreement = programme.pairs[pair].item.agreement if pair in programme.pairs else None
    return agreement.every if agreement and agreement.every else MONTH


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
