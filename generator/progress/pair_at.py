"""A pair as of a day: what its measures have in common, each found once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.post import Post
from generator.kinds.session import Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress import rhythm
from generator.progress.activity import active_days
from generator.progress.course import Course, Promise
from generator.progress.term import Term, term

File = Entry[Pair] | Entry[Session] | Entry[Post]
"""A file that a pair's measures are counted from."""


@dataclass(frozen=True)
class PairAt:
    """One pair as of a day; the same course and day give the same values."""

    course: Course
    as_of: date

    @property
    def programme(self) -> Programme:
        """Give the programme it belongs to."""
        return self.course.programme

    @property
    def name(self) -> str:
        """Give its id, as `cohort/pair`."""
        return self.course.name

    @property
    def limits(self) -> Policy:
        """Give the thresholds in force."""
        return self.course.limits

    @property
    def file(self) -> Entry[Pair]:
        """Give the pair's own file."""
        return self.course.file

    @property
    def item(self) -> Pair:
        """Give the fields of the pair's own file."""
        return self.course.file.item

    @property
    def room(self) -> tuple[Entry[Session], ...]:
        """Give all sessions of the pair by their hour, those to come too."""
        return self.course.room.all

    @property
    def cadence(self) -> int:
        """Give the days agreed on between sessions (c)."""
        return self.course.cadence

    @cached_property
    def began(self) -> bool:
        """Tell whether the pair was ever active by this day."""
        return lifecycle.was_active(self.item, self.as_of)

    @cached_property
    def state(self) -> str:
        """Give the state the pair is in."""
        return lifecycle.state(self.item, self.as_of)

    @cached_property
    def active(self) -> int:
        """Count the active days (a)."""
        return active_days(self.item, self.as_of)

    @cached_property
    def counted(self) -> tuple[Entry[Session], ...]:
        """Give the counted held sessions (H), oldest first."""
        return self.course.counted.until(self.as_of)

    @cached_property
    def due(self) -> tuple[Entry[Session], ...]:
        """Give the due sessions, newest first."""
        found = self.course.room.until(self.as_of)
        return tuple(each for each in reversed(found) if rhythm.is_due(self.item, each.item, self.as_of))

    @cached_property
    def ahead(self) -> tuple[Entry[Session], ...]:
        """Give the sessions dated after this day, by their hour."""
        return self.course.room.all[self.course.room.count(self.as_of) :]

    @cached_property
    def booked(self) -> bool:
        """Tell whether a next session is booked."""
        return rhythm.booked(self.ahead, self.cadence, self.as_of)

    @cached_property
    def quiet(self) -> int:
        """Count the active days since the last counted held session, else since the start."""
        return rhythm.quiet(self.item, self.counted, self.as_of)

    @cached_property
    def drift(self) -> Fraction | None:
        """Give the drift (D); `None` for a pair that was not active yet."""
        return Fraction(self.quiet, self.cadence) if self.began else None

    @property
    def records(self) -> tuple[Entry[Session], ...]:
        """Give every held session, the crowded ones too."""
        return self.course.records.until(self.as_of)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Give the actions of all held sessions, each with its session."""
        return self.course.promises.until(self.as_of)

    @property
    def posts(self) -> tuple[Entry[Post], ...]:
        """Give the posts of the pair's thread, sealed ones too."""
        return self.course.posts.until(self.as_of)

    @cached_property
    def term(self) -> Term | None:
        """Give the term, also of a day that is past by now; `None` where its dates cannot be meant."""
        return term(self.item, max([self.as_of, *(each.on for each in self.item.history)]))

    @property
    def is_past(self) -> bool:
        """Tell whether the pair's files know a later day: what carries no date is then unknown for this one."""
        return self.course.told > self.as_of


def pair_at(programme: Programme, pair: str, as_of: date) -> PairAt:
    """Give a pair of a programme as of a day."""
    return PairAt(Course(programme, pair, policy(programme)), as_of)


def paths(*groups: tuple[File, ...]) -> tuple[str, ...]:
    """Give the paths of files, sorted, each once."""
    return tuple(sorted({entry.path for group in groups for entry in group}))
