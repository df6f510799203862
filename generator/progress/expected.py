"""Sessions a pair should have held by now, by the rhythm it agreed on."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress import sessions
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

MEASURES = (
    Measure(
        id="active-days",
        name=N_("Active days"),
        formula="days from the first `active` to the as-of date or the end of the pair, days of pauses left out",
        reads=(
            "history in the pair's file; the day a pause begins belongs to it, the day it ends does not, and one "
            "without an end goes on; days are those of the calendar, also where clocks change"
        ),
        blind="leave that nobody declared as a pause",
        example="Active from day 0, paused on day 50, active again on day 85. On day 110: 110 less 35, so 75.",
    ),
    Measure(
        id="expected-sessions",
        name=N_("Expected sessions"),
        formula=(
            "0 before active day 21, then 1 and one more for each whole rhythm since; at most the sessions agreed on"
        ),
        reads=(
            "active days; every and sessions in the agreement as it stands now, also where it changed during the term; "
            "`policy.first_session_within` for the 21 days"
        ),
        blind="holidays that are no pause",
        example="Active day 110, a rhythm of 30 days, six agreed on: 1 + (110 - 21) ÷ 30 = 3.97, so 3 are expected.",
        reading="for coordinators only",
        source="our own choice; a first session within three weeks is usual (published programme guides)",
    ),
)


def of(at: PairAt) -> Value:
    """Give the number of sessions expected by now; 0 while the first may still come."""
    return Value("expected-sessions", Fraction(count(at)), at.as_of, paths((at.file,)))


def count(at: PairAt) -> int:
    """Give the same without its files."""
    first = at.limits.first_session_within.days
    if at.active < first:
        return 0
    return min(sessions.planned(at.programme, at.name), 1 + (at.active - first) // at.cadence)
