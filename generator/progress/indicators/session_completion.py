"""Session completion: due sessions that took place."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

WORDS = Measure(
    id="session-completion",
    name=N_("Session completion"),
    formula="held sessions ÷ due sessions of all pairs, added up; n/a while none is due",
    reads="what due sessions read",
    blind="who called a session off, and why; a session that was moved and then held counts as held",
    example="Forty sessions were due: 34 held, three cancelled, one missed, two planned and lapsed: 34 ÷ 40 = 85 %.",
    reading="for coordinators only: 80 % or more",
    source="usual in published programme guides",
)


def part(at: PairAt) -> Part | None:
    """Give the held ones of a pair's due sessions."""
    held = sum(each.item.status == "held" for each in at.due)
    return Part(held, len(at.due), (at.file, *at.due)) if at.due else None


KIND = Kind(WORDS, Fraction(4, 5), part, share)
