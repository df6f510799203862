"""Bands of health: one word for a coordinator's list. For coordinators only; it measures no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.language import N_
from generator.progress.health import Health
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

AT_RISK, WATCH = 4, 2
SAID = {
    "too early": N_("just started"),
    "on track": N_("on track"),
    "watch": N_("worth a look"),
    "at risk": N_("needs a check-in"),
    "stalled": N_("gone quiet"),
    "paused": N_("on a break"),
}
"""Each band, as people are told of it: in these words and no others."""

MEASURES = (
    Measure(
        id="band",
        name=N_("Band"),
        formula=(
            "the first that fits: paused (and no point), too early (before active day 21 and nothing held), stalled "
            "(drift of 3.00 or more, or 90 active days since a session), at risk (4 points or more), watch (2 or 3), "
            "on track"
        ),
        reads="what health, drift and active days read; the thresholds of `policy`",
        blind="why: a band says who needs a call, never who is to blame",
        example="The only session was on day 12, it is day 110, the rhythm is 30 days: 98 ÷ 30 = 3.27, so stalled.",
        reading="for coordinators only; n/a where health is",
        source="our own choice",
    ),
)


@dataclass(frozen=True, slots=True)
class Band:
    """The band of a pair as of a day; `None` where health is n/a."""

    measure: str
    name: str | None
    as_of: date
    sources: tuple[str, ...]


def of(at: PairAt, health: Health) -> Band:
    """Give the first band that fits."""
    score = health.score.exact
    return Band("band", name(at, None if score is None else int(score)), at.as_of, health.score.sources)


def name(at: PairAt, score: int | None) -> str | None:
    """Give the first band that fits so many points; `None` where a pair is not judged."""
    if score is None:
        return None
    if at.state == "paused" and score == 0:
        return "paused"
    if at.active < at.limits.first_session_within.days and not at.counted:
        return "too early"
    if (at.drift or 0) >= at.limits.drift_stalled or at.quiet >= at.limits.stalled_after.days:
        return "stalled"
    if score >= AT_RISK:
        return "at risk"
    return "watch" if score >= WATCH else "on track"
