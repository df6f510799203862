"""Agenda readiness: due sessions that had an agenda."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

MEASURES = (
    Measure(
        id="agenda-readiness",
        name=N_("Agenda readiness"),
        formula="due sessions with an agenda ÷ due sessions; n/a without due sessions",
        reads="agenda of each session file, and what due sessions reads",
        blind="when the agenda was written; the nightly check alone looks days ahead",
        example="Four due sessions, three of them with an agenda: 3 ÷ 4 = 0.75.",
        reading="for coordinators only: 0.80 or more is good",
        source="our own choice",
    ),
)


def of(at: PairAt) -> Value:
    """Give the share of due sessions that had an agenda; n/a where none is due."""
    exact = Fraction(sum(bool(entry.item.agenda) for entry in at.due), len(at.due)) if at.due else None
    return Value("agenda-readiness", exact, at.as_of, paths((at.file,), at.due))
