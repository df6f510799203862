"""Launch rate: pairs that met soon after they began."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from generator import lifecycle
from generator.language import N_
from generator.progress.activity import active_days
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

WORDS = Measure(
    id="launch-rate",
    name=N_("Launch rate"),
    formula=(
        "pairs with a held session by active day 21 ÷ pairs that have had 21 active days, or ended and began 21 days "
        "ago or more"
    ),
    reads="what active days and counted held sessions read; `policy.first_session_within` for the 21 days",
    blind="why the first session came late",
    example="Ten pairs had 21 active days, nine of them met by then, one on day 25: 9 ÷ 10 = 90 %.",
    reading="for coordinators only: 90 % or more",
    source="our own choice",
)


def part(at: PairAt) -> Part | None:
    """Give whether a pair met by the day on which that can be said."""
    within = at.limits.first_session_within
    if at.active < within.days and not _ended_later(at, within):
        return None
    first = at.counted[:1]
    met = bool(first) and active_days(at.item, first[0].item.day) <= within.days
    return Part(int(met), 1, (at.file, *first))


def _ended_later(at: PairAt, within: timedelta) -> bool:
    """Tell whether a pair ended, and began so long ago that it could have met if it had stayed."""
    began = lifecycle.started(at.item)
    return began is not None and began + within <= at.as_of and at.state not in ("active", "paused")


KIND = Kind(WORDS, Fraction(9, 10), part, share)
