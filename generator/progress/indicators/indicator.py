"""What an indicator is: what each pair adds to it, how these parts make one value, and the bar it is held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import floor
from statistics import median
from typing import NamedTuple

from generator.kinds.person import Person
from generator.programme import Entry
from generator.progress.pair_at import File, PairAt
from generator.progress.value import Measure


class Part(NamedTuple):
    """What one pair adds to an indicator: so many of so many, and the files that say so."""

    done: int
    whole: int
    files: tuple[File | Entry[Person], ...]


Fold = Callable[[Sequence[Part]], Fraction | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """An indicator in words, the bar it is held against, and how it is counted.

    `part` gives what a pair adds, `None` where it adds nothing; `fold` makes one exact value of all parts. `unit` is
    `%` for a share, and empty for a number of its own.
    """

    words: Measure
    bar: Fraction
    part: Callable[[PairAt], Part | None]
    fold: Fold
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a group of pairs as of a day; `exact` is `None` where there is nothing to count (n/a)."""

    kind: Kind
    exact: Fraction | None
    as_of: date
    parts: tuple[Part, ...] = field(repr=False)

    @property
    def n(self) -> int:
        """Give how many pairs (for match coverage: mentees) it was counted over."""
        return len(self.parts)

    @property
    def done(self) -> int:
        """Give the sum of what was done."""
        return sum(part.done for part in self.parts)

    @property
    def whole(self) -> int:
        """Give the sum of what there was to do."""
        return sum(part.whole for part in self.parts)

    @property
    def sources(self) -> tuple[str, ...]:
        """Give the paths of the files it was counted from, sorted."""
        return tuple(sorted({file.path for part in self.parts for file in part.files}))

    @property
    def measure(self) -> str:
        """Give the id of its measure: the anchor of its formula."""
        return self.kind.words.id

    @property
    def formula(self) -> str:
        """Say how it is counted."""
        return self.kind.words.formula

    @property
    def meets(self) -> bool | None:
        """Tell whether it reaches its bar; `None` where it is n/a."""
        return None if self.exact is None else self.exact >= self.kind.bar

    @property
    def shown(self) -> str:
        """Give the value as it is read: whole per cent or two places, rounded half up; `n/a` where there is none."""
        return "n/a" if self.exact is None else written(self.exact, self.kind.unit)


def written(exact: Fraction, unit: str) -> str:
    """Write a value that is not negative: `83 %`, or `0.75` without a unit."""
    if unit == "%":
        return f"{floor(exact * 100 + Fraction(1, 2))} %"
    whole, rest = divmod(floor(exact * 100 + Fraction(1, 2)), 100)
    return f"{whole}.{rest:02}"


def share(parts: Sequence[Part]) -> Fraction | None:
    """Give all that was done of all there was; n/a where there was nothing."""
    whole = sum(part.whole for part in parts)
    return Fraction(sum(part.done for part in parts), whole) if whole else None


def middle(parts: Sequence[Part]) -> Fraction | None:
    """Give the median of the pairs' own shares; between two, their mean."""
    return median([Fraction(part.done, part.whole) for part in parts]) if parts else None


def together(kind: Kind, parts: tuple[Part, ...], as_of: date) -> Indicator:
    """Make the indicator of a group from what its pairs add."""
    return Indicator(kind, kind.fold(parts), as_of, parts)
