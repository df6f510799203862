"""Active days of a pair: the days since it became active, without those of its pauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator import lifecycle
from generator.kinds.pair import Pair


def until(pair: Pair, as_of: date) -> date:
    """Give the last day of the active period: the day it ended, else the as-of date."""
    return min(lifecycle.ended(pair) or as_of, as_of)


def pauses(pair: Pair, as_of: date) -> Iterator[tuple[date, date]]:
    """Give each pause as its first day and the first day after it; one that goes on ends at the as-of date."""
    last = until(pair, as_of)
    for entry, after in pairwise([*pair.history, None]):
        if entry is not None and entry.state == "paused" and entry.on < last:
            yield entry.on, min(after.on, last) if after else last


def active_days(pair: Pair, as_of: date, since: date | None = None) -> int:
    """Count the days from `since` (else the first `active`) to the as-of date, days of pauses left out.

    0 for a pair that was never active. The day a pause begins belongs to it, the day it ends does not.
    """
    begun, last = lifecycle.started(pair), until(pair, as_of)
    if begun is None:
        return 0
    first = max(since or begun, begun)
    paused = sum(max(0, (end - max(start, first)).days) for start, end in pauses(pair, as_of))
    return max(0, (last - first).days - paused)


def reached(pair: Pair, days: int, as_of: date, since: date | None = None) -> date:
    """Give the first day, the as-of date at the latest, on which so many active days had gone by."""
    begun = since or lifecycle.started(pair) or as_of
    every = range(max(0, (as_of - begun).days))
    return begun + timedelta(
        bisect_left(every, days, key=lambda each: active_days(pair, begun + timedelta(each), since))
    )
