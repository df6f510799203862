"""Action closure: promises that were kept about when they were due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from generator.kinds.session import Action
from generator.language import N_
from generator.progress.course import Promise
from generator.progress.pair_at import PairAt, paths
from generator.progress.value import Measure, Value

GRACE = timedelta(days=7)

MEASURES = (
    Measure(
        id="action-closure",
        name=N_("Action closure"),
        formula=(
            "actions done by 7 days after their due date ÷ actions due on or before the as-of date; dropped ones are "
            "left out; n/a where none is due"
        ),
        reads="due, status and done_on of the actions of each held session",
        blind="how large a promise was; an action said to be done without its day is left out",
        example="Due on day 45 and done on day 44; due on days 60 and 70 and still open. On day 110: 1 ÷ 3 = 0.33.",
        reading="for coordinators only: 0.70 or more is good",
        source="our own choice",
    ),
)


def of(at: PairAt) -> Value:
    """Give the share of promises kept in time of those that are due; n/a where none is."""
    found = due(at)
    exact = Fraction(kept(found, at.as_of), len(found)) if found else None
    return Value("action-closure", exact, at.as_of, paths((at.file,), tuple(entry for entry, _ in found)))


def due(at: PairAt) -> tuple[Promise, ...]:
    """Give the promises that are due, each with its session."""
    return tuple((entry, action) for entry, action in at.promises if _counts(action, at.as_of))


def kept(found: Iterable[Promise], as_of: date) -> int:
    """Count those of the promises due that were kept in time."""
    return sum(done_by(each, min(each.due + GRACE, as_of)) for _, each in found if each.due)


def done_by(action: Action, day: date) -> bool:
    """Tell whether an action was done by a day."""
    return action.status == "done" and action.done_on is not None and action.done_on <= day


def late(action: Action, as_of: date) -> int:
    """Count the days an open action is past its due date; 0 for one that is done, dropped or not due."""
    if not action.due or not _counts(action, as_of) or done_by(action, as_of):
        return 0
    return (as_of - action.due).days


def _counts(action: Action, as_of: date) -> bool:
    """Tell whether an action is due and neither dropped nor done on a day nobody knows."""
    undated = action.status == "done" and action.done_on is None
    return action.due is not None and action.due <= as_of and action.status != "dropped" and not undated
