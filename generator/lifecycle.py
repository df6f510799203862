"""The lifecycle of a pair, read from its history: state, active period, what may follow what."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import pairwise

from generator.kinds.pair import Entry, Pair

NEXT: dict[str, tuple[str, ...]] = {
    "": ("proposed",),
    "proposed": ("accepted", "declined", "expired"),
    "accepted": ("active", "ended_early"),
    "active": ("paused", "completed", "ended_early"),
    "paused": ("active", "ended_early"),
    "declined": ("re_matched",),
    "expired": ("re_matched",),
    "ended_early": ("re_matched",),
    "completed": (),
    "re_matched": (),
}
"""Each state and the states that may follow it (practice: pairs end by agreement or without fault)."""

OPEN = frozenset({"accepted", "active", "paused"})
ENDED = frozenset({"completed", "ended_early"})


def at(pair: Pair, as_of: date) -> Entry | None:
    """Give the last entry of the history dated on or before `as_of`; `None` before the first."""
    return next((entry for entry in reversed(pair.history) if entry.on <= as_of), None)


def first(pair: Pair, states: Collection[str]) -> int | None:
    """Give the position of the first entry of the history with one of these states."""
    return next((at for at, (_, state) in enumerate(pair.steps) if state in states), None)


def tells_its_period(pair: Pair, as_of: date) -> bool:
    """Tell whether a history says when the pair was active: dates in order, none to come, and no `active` lost.

    Where it does not, PAI008 or PAI009 says so, and nothing else is judged by it.
    """
    days = [*[on for on, _ in pair.steps], as_of]
    legal = (after in NEXT[before] for (_, before), (_, after) in pairwise(pair.steps))
    return days == sorted(days) and (started(pair) is not None or all(legal))


def sound(pair: Pair, as_of: date) -> tuple[Entry, ...]:
    """Give the history as far as it can be relied on: legal steps from `proposed` on, in order, none to come.

    Where it stops, PAI008 or PAI009 says why, and nothing else is judged by what follows.
    """
    before, day = "", date.min
    for number, (on, state) in enumerate(pair.steps):
        if state not in NEXT[before] or not day <= on <= as_of:
            return pair.history[:number]
        before, day = state, on
    return pair.history


def state(pair: Pair, as_of: date) -> str:
    """Give the pair's state on a day; the empty text before it was proposed."""
    return next((state for on, state in reversed(pair.steps) if on <= as_of), "")


def started(pair: Pair) -> date | None:
    """Give the first day of the active period: the first `active`."""
    return next((on for on, state in pair.steps if state == "active"), None)


def ended(pair: Pair) -> date | None:
    """Give the day the active period ended (`completed` or `ended_early`), if it did."""
    return next((on for on, state in pair.steps if state in ENDED), None)


def was_active(pair: Pair, as_of: date) -> bool:
    """Tell whether the pair was ever active on or before a day."""
    begun = started(pair)
    return begun is not None and begun <= as_of
