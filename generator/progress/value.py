"""A measured value: what it is, what it was counted from, and "not applicable" as a value."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many: `done` of `whole`, counted from `sources` (paths); n/a where `whole` is 0."""

    measure: str
    done: int
    whole: int
    sources: tuple[str, ...] = ()

    @property
    def fraction(self) -> Fraction | None:
        """Give the exact share, at most 1; `None` where nothing is due (n/a is not 0)."""
        return min(Fraction(1), Fraction(self.done, self.whole)) if self.whole else None

    @property
    def percent(self) -> int | None:
        """Give the share in whole per cent, rounded half up; `None` where it is n/a."""
        return None if self.fraction is None else int(self.fraction * 100 + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in words, declared beside the function that computes it; `id` is its anchor on the site.

    `reads` names the fields it is counted from, `blind` what it cannot see, `example` is worked out by
    hand (and a test), `reading` says what is good, `source` where the threshold comes from.
    """

    id: str
    name: str
    formula: str
    reads: str
    blind: str
    example: str
    reading: str = ""
    source: str = ""
