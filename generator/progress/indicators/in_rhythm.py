"""Pairs in rhythm: active pairs that nobody needs to look at, or only look at."""

from __future__ import annotations

from fractions import Fraction

from generator.language import N_
from generator.progress import bands, health, reciprocity
from generator.progress.indicators.indicator import Kind, Part, share
from generator.progress.pair_at import PairAt
from generator.progress.value import Measure

IN_RHYTHM = frozenset({"on track", "watch"})

WORDS = Measure(
    id="in-rhythm",
    name=N_("Pairs in rhythm"),
    formula="pairs on track or worth a look ÷ active pairs, those left out for which it is too early",
    reads="what band reads; a paused pair is left out, and one whose band is n/a",
    blind="how good the talks are",
    example="Of 14 active pairs two have just begun; of the other 12, nine are on track or watch: 9 ÷ 12 = 75 %.",
    reading=(
        "75 % or more; outside the circle of coordinators only with ten pairs or more, and then in three bands: "
        "80 % or more, 60 to 79 %, under 60 %"
    ),
    source="usual in published programme guides",
)


def part(at: PairAt) -> Part | None:
    """Give whether an active pair is in its rhythm; nothing where it is too early to say."""
    if at.state != "active":
        return None
    band = bands.name(at, health.score(at, reciprocity.exact(at)))
    if band in (None, "too early"):
        return None
    return Part(int(band in IN_RHYTHM), 1, (at.file, *at.room, *at.posts))


KIND = Kind(WORDS, Fraction(3, 4), part, share)
