"""Totals of a cohort or of the whole programme: sums over pairs, never a pair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import lifecycle
from generator.programme import Programme
from generator.progress import roadmaps, sessions
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="pairs",
        name="Pairs and people",
        formula="pairs that were active on or before the as-of date, and the different people in them on each side",
        reads="history, mentor and mentee in the pairs' files",
        blind="pairs that were proposed and did not begin",
        example="Five pairs began, one mentor is in two of them: 5 pairs, 4 mentors, 5 mentees.",
    ),
    Measure(
        id="changes",
        name="Changes made",
        formula="posts of these pairs that say what is different now, unless the change was dropped",
        reads="date and changed of each post",
        blind="changes that nobody wrote down, and how large a change is",
        example="Four posts name a change: two done, one planned, one dropped. Counted: 3.",
    ),
    Measure(
        id="posts",
        name="Open posts",
        formula="posts of these pairs, dated on or before the as-of date, that are not sealed",
        reads="date and visibility of each post",
        blind="how often a post was read: the site counts no readers",
        example="Seven posts, two of them sealed: 5.",
    ),
)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all pairs that were ever active on the as-of date; `pairs` decides what may be shown.

    `records` is how many files of held sessions they were counted from.
    """

    pairs: int
    mentors: int
    mentees: int
    sessions: int
    minutes: int
    records: int
    steps: int
    posts: int
    changes: int
    completed: int


def of_cohort(programme: Programme, as_of: date, cohort: str | None) -> Totals:
    """Add up a cohort's pairs; with `None`, all pairs of the programme."""
    active = [
        (name, pair)
        for name, pair in programme.pairs.items()
        if (cohort is None or pair.parts["cohort"] == cohort) and lifecycle.was_active(pair.item, as_of)
    ]
    records = [each.item for name, _ in active for each in programme.sessions.get(name, ())]
    posts = [post.item for name, _ in active for post in programme.threads.get(name, ()) if post.item.date <= as_of]
    return Totals(
        pairs=len(active),
        mentors=len({pair.item.mentor for _, pair in active}),
        mentees=len({pair.item.mentee for _, pair in active}),
        sessions=sum(len(sessions.held(programme, name, as_of)) for name, _ in active),
        minutes=sum(sessions.minutes_held(programme, name, as_of) for name, _ in active),
        records=sum(sessions.is_held(session, as_of) for session in records),
        steps=sum(len(roadmaps.steps_done(programme, name, as_of)) for name, _ in active),
        posts=sum(not post.sealed for post in posts),
        changes=sum(post.changed is not None and post.changed.state != "dropped" for post in posts),
        completed=sum(lifecycle.state(pair.item, as_of) == "completed" for _, pair in active),
    )
