"""Momentum: whether the latest sessions happened, a next one is booked, and how long ago that was."""

from __future__ import annotations

from fractions import Fraction

from generator.kinds.session import Session
from generator.language import N_
from generator.programme import Entry
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

WEIGHTS = (4, 3, 2, 1)
"""The newest of the due sessions weighs most, in tenths."""
HELD, BOOKED = Fraction(3, 5), Fraction(2, 5)

MEASURES = (
    Measure(
        id="due-sessions",
        name=N_("Due sessions"),
        formula=(
            "sessions dated on or before the as-of date that were held, cancelled or missed, or planned and without "
            "a record for more than 14 active days; what falls into a pause and was not held is not due"
        ),
        reads="date and status of each session file, history in the pair's file",
        blind="who called a session off, and why",
        example="Held on days 14 and 45, cancelled on day 75, missed on day 92, planned for day 133. On day 110: 4.",
    ),
    Measure(
        id="booked",
        name=N_("Next session booked"),
        formula=(
            "a session that is not called off and moved at most twice lies ahead, no further than 1.25 times the "
            "agreed rhythm, rounded down to whole days"
        ),
        reads="date, status and moved of each session file; every in the agreement, else 30 days",
        blind="dates that stand in a calendar alone",
        example="It is day 110, the rhythm is 30 days: the last day that counts is day 147. Planned for day 133: yes.",
        source="our own choice",
    ),
    Measure(
        id="momentum",
        name=N_("Momentum"),
        formula=(
            "(0.6 times the weighted share held of the four newest due sessions + 0.4 if a next one is booked), times "
            "(1 less half of what drift is over 1, at least 0); weights from the newest on: 0.4, 0.3, 0.2, 0.1; "
            "n/a without due sessions"
        ),
        reads="what due sessions, next session booked and drift read",
        blind="why a session did not take place",
        example=(
            "Newest first: missed, cancelled, held, held, so 0.3 of the weight. Nothing is booked, drift is 65 ÷ 30: "
            "0.6 times 0.3 times (1 - 35 ÷ 60) is 3 ÷ 40, which is 0.08."
        ),
        reading="for coordinators only: 0.70 or more is strong, under 0.40 is weak",
        source="our own choice; after a couple of cancelled sessions momentum goes (published programme guides)",
    ),
)


def of(at: PairAt) -> Value:
    """Give the momentum; n/a for a pair without due sessions."""
    newest = at.due[: len(WEIGHTS)]
    exact = None if at.drift is None or not newest else _held(newest, booked=at.booked) * _left(at.drift)
    return Value("momentum", exact, at.as_of, paths((at.file,), newest, at.counted[-1:], at.ahead))


def _held(newest: tuple[Entry[Session], ...], *, booked: bool) -> Fraction:
    weighed = list(zip(newest, WEIGHTS, strict=False))
    held = sum(weight for entry, weight in weighed if entry.item.status == "held")
    return HELD * Fraction(held, sum(weight for _, weight in weighed)) + BOOKED * booked


def _left(drift: Fraction) -> Fraction:
    """Give what a pair's drift leaves of its momentum: all of it for one rhythm, nothing after three."""
    return max(Fraction(0), 1 - max(Fraction(0), drift - 1) / 2)
