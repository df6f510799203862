"""Drift: how long a pair has been quiet, measured in its own rhythm."""

from __future__ import annotations

from generator.language import N_
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

MEASURES = (
    Measure(
        id="drift",
        name=N_("Drift"),
        formula="active days since the last counted held session, else since the start, ÷ days of the agreed rhythm",
        reads="what active days and counted held sessions read; every in the agreement, else 30 days",
        blind="a session that nobody recorded",
        example="The last of two sessions was on day 45, it is day 110, the rhythm is 30 days: 65 ÷ 30 = 2.17.",
        reading=(
            "for coordinators only: over 1.75 behind, over 2.00 far behind (2.50 with a rhythm of 14 days or less), "
            "3.00 or more stalled"
        ),
        source="our own simulation of healthy pairs, to be fitted again on real ones",
    ),
)


def of(at: PairAt) -> Value:
    """Give the rhythms gone by without a session; n/a for a pair that was not active yet."""
    return Value("drift", at.drift, at.as_of, paths((at.file,), at.counted[-1:]))
