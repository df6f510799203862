"""Health of a pair: points that add up, each of them a sentence. For coordinators only; it measures no person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from generator import lifecycle
from generator.kinds.session import Session
from generator.language import N_
from generator.programme import Entry
from generator.progress import closure
from generator.progress.pair_at import File, PairAt, paths
from generator.progress.value import Measure, Value

JUDGED = frozenset({"active", "paused"})
REVIEW = "midpoint"
ONE_SIDED = Fraction(2, 5)
FAST = 14
"""With so many days between sessions or fewer, one missed week is a large drift."""
IN_A_ROW, PROMISES = 2, 2

MEASURES = (
    Measure(
        id="health",
        name=N_("Health"),
        formula=(
            "the sum of: 3 no first session by day 21; 3 far behind the agreed rhythm (drift over 2.00, or over 2.50 "
            "with a rhythm of 14 days or less), else 2 behind it (over 1.75); 3 two sessions in a row did not happen; "
            "2 no goal after 30 days; 2 one side carries it (reciprocity under 0.40); 2 no mid-point review after 60 % "
            "of the term; 2 pause is overdue (over 30 days); 1 no next session planned, unless paused; "
            "1 promises are late (two open ones, over 14 days)"
        ),
        reads=(
            "what active days, drift, due sessions, reciprocity and next session booked read; goals, template of held "
            "sessions, open actions; the thresholds of `policy`"
        ),
        blind="what is said, how it feels, and any private concern: that goes to the support contact and is no point",
        example=(
            "Held on days 14 and 45, cancelled on 75, missed on 92, no review, nothing booked, two promises over 14 "
            "days late, reciprocity 0.33. On day 110 of 182: 3 + 3 + 2 + 2 + 1 + 1 = 12."
        ),
        reading=(
            "for coordinators only; n/a unless a pair is active or paused, the dates of its history are in order and "
            "all its sessions can be read"
        ),
        source="our own choice, so that each point is a reason somebody can talk about",
    ),
)


@dataclass(frozen=True, slots=True)
class Point:
    """One reason to look at a pair: how much it weighs, in a sentence, and the files that say so."""

    weight: int
    sentence: str
    sources: tuple[str, ...]


class _Reason(NamedTuple):
    """A point, and the groups of files that say so."""

    weight: int
    sentence: str
    files: tuple[tuple[File, ...], ...]


@dataclass(frozen=True, slots=True)
class Health:
    """The points of a pair, heaviest thought first as in the table, and their sum; n/a where it is not judged."""

    points: tuple[Point, ...]
    score: Value


def of(at: PairAt, reciprocity: Value) -> Health:
    """Give a pair's points and their sum; n/a for a pair that is not judged."""
    judged = is_judged(at)
    found = _reasons(at, reciprocity.exact) if judged else ()
    points = tuple(Point(each.weight, each.sentence, paths(*each.files)) for each in found)
    exact = Fraction(sum(each.weight for each in points)) if judged else None
    # What takes no point was read as well: without a session that was held, there would be another one.
    return Health(points, Value("health", exact, at.as_of, paths((at.file,), at.room, at.posts)))


def score(at: PairAt, reciprocity: Fraction | None) -> int | None:
    """Give the sum of a pair's points without their files; `None` for a pair that is not judged."""
    return sum(each.weight for each in _reasons(at, reciprocity)) if is_judged(at) else None


def is_judged(at: PairAt) -> bool:
    """Tell whether a pair is active or paused, its history tells when, and every session of it could be read."""
    last = max([at.as_of, *(each.on for each in at.item.history)])
    told = at.state in JUDGED and lifecycle.tells_its_period(at.item, last)
    return told and not at.programme.unread_in_room(at.name)


def _reasons(at: PairAt, reciprocity: Fraction | None) -> Iterator[_Reason]:
    """Give the points in the order of the table."""
    own = (at.file,)
    yield from _sessions(at)
    if at.active > at.limits.goals_by.days and not at.item.goals and not at.is_past:
        yield _Reason(2, f"no goal after {at.limits.goals_by.days} days", (own,))
    if reciprocity is not None and reciprocity < ONE_SIDED:
        yield _Reason(2, "one side carries it", (own, at.posts, at.records))
    yield from _course(at)
    late = [entry for entry, each in at.promises if closure.late(each, at.as_of) > at.limits.action_late.days]
    if len(late) >= PROMISES:
        yield _Reason(1, "promises are late", (tuple(late),))


def _sessions(at: PairAt) -> Iterator[_Reason]:
    """Look at whether sessions happen, and how they follow one another."""
    own = (at.file,)
    first, last = at.limits.first_session_within.days, at.counted[-1:]
    drift = at.drift if at.drift is not None and last else Fraction(0)
    if at.active >= first and not last:
        yield _Reason(3, f"no first session by day {first}", (own,))
    if drift > (at.limits.drift_risk_fast if at.cadence <= FAST else at.limits.drift_risk):
        yield _Reason(3, "far behind the agreed rhythm", (own, last))
    elif drift > at.limits.drift_watch:
        yield _Reason(2, "behind the agreed rhythm", (own, last))
    newest = at.due[:IN_A_ROW]
    if len(newest) == IN_A_ROW and all(each.item.status != "held" for each in newest):
        yield _Reason(3, "two sessions in a row did not happen", (newest,))


def _course(at: PairAt) -> Iterator[_Reason]:
    """Look at the term: its review, its pause, its next session."""
    own = (at.file,)
    if at.term and at.active > at.limits.midpoint[1] * at.term.days and not any(_may_review(at, e) for e in at.records):
        yield _Reason(2, "no mid-point review", (own, at.records))
    if at.state == "paused":
        step = lifecycle.at(at.item, at.as_of)
        if step and at.as_of - step.on > at.limits.pause:
            yield _Reason(2, "pause is overdue", (own,))
    elif not at.booked:
        yield _Reason(1, "no next session planned", (own, at.counted[-1:]))


def _may_review(at: PairAt, entry: Entry[Session]) -> bool:
    """Tell whether a session was a review; one from a template nobody can read may have been."""
    template = at.programme.agendas.get(entry.item.template)
    return template is None or template.item.stage == REVIEW
