"""A measured value: what it is, what it was counted from, and "not applicable" as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor


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
class Value:
    """An exact value as of a day, counted from `sources` (paths); `None` where it is n/a."""

    measure: str
    exact: Fraction | None
    as_of: date
    sources: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Give the value with two places, rounded half up; `n/a` where there is none."""
        if self.exact is None:
            return "n/a"
        hundredths = floor(self.exact * 100 + Fraction(1, 2))
        whole, rest = divmod(abs(hundredths), 100)
        return f"{'-' if hundredths < 0 else ''}{whole}.{rest:02}"


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
