"""Totals of a cohort or of the whole programme: sums over pairs, never a pair."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.kinds.post import Post
from generator.language import N_
from generator.programme import Programme
from generator.progress import roadmaps, sessions
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="pairs",
        name=N_("Pairs and people"),
        formula="pairs that were active on or before the as-of date, and the different people in them on each side",
        reads="history, mentor and mentee in the pairs' files",
        blind="pairs that were proposed and did not begin",
        example="Five pairs began, one mentor is in two of them: 5 pairs, 4 mentors, 5 mentees.",
    ),
    Measure(
        id="changes",
        name=N_("Changes made"),
        formula="posts you may read that say what is different now, unless the change was dropped",
        reads="date and changed of each post",
        blind="changes that nobody wrote down, and how large a change is",
        example="Four posts name a change: two done, one planned, one dropped. Counted: 3.",
    ),
    Measure(
        id="posts",
        name=N_("Open posts"),
        formula="posts you may read, dated on or before the as-of date",
        reads="date and visibility of each post",
        blind="how often a post was read: the site counts no readers",
        example="Seven posts, two of them sealed: 5.",
    ),
)


def tells_of_a_change(post: Post) -> bool:
    """Tell whether a post says what is different now, and it was not dropped."""
    return post.changed is not None and post.changed.state in ("planned", "done")


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over pairs; `records` is how many files of held sessions they were counted from."""

    pairs: int
    mentors: int
    mentees: int
    sessions: int
    minutes: int
    records: int
    steps: int
    finished: int


def of_pairs(programme: Programme, as_of: date, pairs: Collection[str]) -> Totals:
    """Add up what these pairs have done by a day; people in several of them count once on each side."""
    items = [programme.pairs[name].item for name in pairs]
    records = [each.item for name in pairs for each in programme.sessions.get(name, ())]
    return Totals(
        pairs=len(items),
        mentors=len({item.mentor for item in items}),
        mentees=len({item.mentee for item in items}),
        sessions=sum(len(sessions.held(programme, name, as_of)) for name in pairs),
        minutes=sum(sessions.minutes_held(programme, name, as_of) for name in pairs),
        records=sum(sessions.is_held(session, as_of) for session in records),
        steps=sum(len(roadmaps.steps_done(programme, name, as_of)) for name in pairs),
        finished=sum(len(roadmaps.finished(programme, name, as_of)) for name in pairs),
    )
