"""The policy in force: a programme's own thresholds over the defaults, each within its bounds.

`Policy` is the one table: a field for each key of `policy` in programme.yml, with its default and the
bounds a programme may set it to. What lies outside is an error (PRG004) and is read as the nearest bound,
so that no policy switches off a protection and one fault shows once.
"""

# ruff: noqa: RUF009 - `within` declares a field of a dataclass; it makes no value that could be shared

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from datetime import timedelta
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from generator.kinds import programme as given
from generator.programme import Programme
from generator.source.limits import Limits

SIZES = Limits()


class Bounds(NamedTuple):
    """The smallest and the largest value a key may have; `None` where there is no edge."""

    least: Any
    most: Any


class Outside(NamedTuple):
    """A value beyond its bounds: the key, the item of a range (else `None`), the bounds, the nearest value allowed."""

    key: str
    item: int | None
    bounds: Bounds
    nearest: Any


def days(count: int) -> timedelta:
    """Give a number of days."""
    return timedelta(days=count)


def minutes(count: int) -> timedelta:
    """Give a number of minutes."""
    return timedelta(minutes=count)


def within(default: Any, least: Any, most: Any) -> Any:
    """Declare a value with its bounds; for a range each end has bounds of its own, given as pairs."""
    bounds = tuple(map(Bounds, least, most)) if isinstance(default, tuple) else (Bounds(least, most),)
    return field(default=default, metadata={"bounds": bounds})


@dataclass(frozen=True, slots=True)
class Policy:
    """Every threshold with the value that is in force.

    A policy may be stricter than the default, and looser as far as the bounds go: those of the rule where it
    has its own, else half or double the default.
    """

    max_yaml: int = within(SIZES.yaml, SIZES.yaml // 2, SIZES.yaml * 2)
    max_markdown: int = within(SIZES.markdown, SIZES.markdown // 2, SIZES.markdown * 2)
    max_sealed: int = within(SIZES.sealed, SIZES.sealed // 2, SIZES.sealed * 2)
    cohort_weeks: tuple[int, int] = within((13, 78), (7, 13), (78, 156))
    training_required: Literal["both", "mentor", "mentee", "none"] = "both"
    capacity_mentor: int = within(1, 1, 2)
    capacity_mentee: int = within(2, 1, 4)
    level_gap: int = within(2, 1, 10)
    common_manager: int = within(0, 0, 5)
    first_session_within: timedelta = within(days(21), days(1), days(42))
    closing_required: bool = True
    pause: timedelta = within(days(30), days(1), days(42))
    pauses: int = within(2, 0, 4)
    answer_within: timedelta = within(days(14), days(1), days(28))
    closing_lead: timedelta = within(days(30), days(15), days(60))
    cadence: tuple[timedelta, timedelta] = within((days(7), days(42)), (days(4), days(7)), (days(42), days(84)))
    rebook_within: timedelta = within(days(14), days(1), days(28))
    midpoint: tuple[Fraction, Fraction] = within(
        (Fraction(2, 5), Fraction(3, 5)), (Fraction(1, 5), Fraction(1, 2)), (Fraction(1, 2), Fraction(1))
    )
    goals_by: timedelta = within(days(30), days(1), days(60))
    goal_lag: Fraction = within(Fraction(1, 4), Fraction(0), Fraction(1, 2))
    session_length: tuple[timedelta, timedelta] = within(
        (minutes(20), minutes(180)), (minutes(10), minutes(20)), (minutes(180), minutes(360))
    )
    mentee_lead: Fraction = within(Fraction(7, 10), Fraction(0), Fraction(1))
    drift_watch: Fraction = within(Fraction(7, 4), Fraction(1), Fraction(7, 2))
    drift_risk: Fraction = within(Fraction(2), Fraction(1), Fraction(4))
    drift_risk_fast: Fraction = within(Fraction(5, 2), Fraction(1), Fraction(5))
    drift_stalled: Fraction = within(Fraction(3), Fraction(1), Fraction(6))
    stalled_after: timedelta = within(days(90), days(1), days(180))
    final_after: timedelta = within(days(14), days(1), days(28))
    moves: int = within(2, 0, 4)
    agenda_lead: timedelta = within(days(3), days(2), days(6))
    record_within: timedelta = within(days(3), days(1), days(6))
    actions: int = within(4, 1, 8)
    action_stale: timedelta = within(days(30), days(1), days(60))
    action_late: timedelta = within(days(14), days(1), days(28))
    post_grace: timedelta = within(days(30), days(1), days(60))
    post_words: tuple[int, int] = within((120, 600), (60, 120), (600, 1200))
    review_age: timedelta = within(days(365), days(1), days(730))
    review_age_fast: timedelta = within(days(180), days(1), days(360))
    fast_areas: tuple[str, ...] = ()
    small_group: int = within(5, 5, None)
    match: given.Match | None = None
    signatures: Literal["off", "agreements", "all"] = "off"
    retention: timedelta = within(days(730), days(1), days(1460))


DEFAULTS = Policy()


def policy(programme: Programme) -> Policy:
    """Give the thresholds in force in a programme."""
    return effective(programme.policy)


def effective(own: given.Policy | None) -> Policy:
    """Lay a programme's own values over the defaults, each kept within its bounds; a range turned round is none."""
    if own is None or not own.model_fields_set:
        return DEFAULTS
    found = ((each, getattr(own, each.name)) for each in fields(Policy))
    return Policy(**{each.name: _kept(each, value) for each, value in found if value is not None})


def outside(own: given.Policy) -> Iterator[Outside]:
    """Find what lies beyond its bounds, in the order of the table."""
    for each in fields(Policy):
        value = getattr(own, each.name)
        if value is None or "bounds" not in each.metadata:
            continue
        items = value if isinstance(value, tuple) else (value,)
        for place, (item, bounds) in enumerate(zip(items, each.metadata["bounds"], strict=True)):
            nearest = _clamped(item, bounds)
            if nearest != item:
                yield Outside(each.name, place if isinstance(value, tuple) else None, bounds, nearest)


def _kept(each: Field[Any], value: Any) -> Any:
    bounds = each.metadata.get("bounds")
    if bounds is None:
        return value
    if not isinstance(value, tuple):
        return _clamped(value, bounds[0])
    kept = tuple(map(_clamped, value, bounds))
    return kept if list(kept) == sorted(kept) else each.default


def _clamped(value: Any, bounds: Bounds) -> Any:
    if value < bounds.least:
        return bounds.least
    return bounds.most if bounds.most is not None and value > bounds.most else value
