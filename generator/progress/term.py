"""The term of a pair: the time planned for it, from its first `active` to the last day agreed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.progress.activity import active_days


@dataclass(frozen=True, slots=True)
class Term:
    """The first and the last day of a pair's term; the last is always the later one."""

    start: date
    ends: date

    @property
    def days(self) -> int:
        """Give its length, one day at least."""
        return (self.ends - self.start).days


def term(pair: Pair, as_of: date) -> Term | None:
    """Give a pair's term; `None` where it has not begun, is not agreed on, or cannot be meant."""
    ends, start = pair.agreement.ends if pair.agreement else None, lifecycle.started(pair)
    if ends is None or start is None or ends <= start or not lifecycle.tells_its_period(pair, as_of):
        return None
    return Term(start, ends)


def elapsed(pair: Pair, found: Term, as_of: date) -> Fraction:
    """Give the share of the term that is over in active days, at most 1."""
    return min(Fraction(1), Fraction(active_days(pair, as_of), found.days))
