"""The course of a pair: its facts in the order of their days, sorted once, so that any day of it is a look-up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.post import Post
from generator.kinds.session import Action, Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress import rhythm, sessions

T = TypeVar("T")
Promise = tuple[Entry[Session], Action]
"""An action, with the session whose record holds it."""


class Dated(Generic[T]):
    """Things that each have a day, given oldest first."""

    def __init__(self, found: Iterable[T], day: Callable[[T], date]) -> None:
        self.all = tuple(found)
        self.days = [day(each) for each in self.all]

    def count(self, as_of: date) -> int:
        """Count those up to a day."""
        return bisect_right(self.days, as_of)

    def until(self, as_of: date) -> tuple[T, ...]:
        """Give those up to a day."""
        return self.all[: bisect_right(self.days, as_of)]


@dataclass(frozen=True)
class Course:
    """One pair of a programme with the thresholds in force; the same two give the same values for every day."""

    programme: Programme
    name: str
    limits: Policy

    @cached_property
    def file(self) -> Entry[Pair]:
        """Give the pair's own file."""
        return self.programme.pairs[self.name]

    @cached_property
    def cadence(self) -> int:
        """Give the days agreed on between sessions (c)."""
        return rhythm.cadence(self.programme, self.name)

    @cached_property
    def room(self) -> Dated[Entry[Session]]:
        """Give all sessions by their hour, those to come too."""
        found = sorted(self.programme.sessions.get(self.name, ()), key=lambda each: (each.item.date, each.path))
        return Dated(found, _day)

    @cached_property
    def records(self) -> Dated[Entry[Session]]:
        """Give every held session, the crowded ones too."""
        return Dated((each for each in self.room.all if each.item.status == "held"), _day)

    @cached_property
    def counted(self) -> Dated[Entry[Session]]:
        """Give the counted held sessions: which they are does not depend on what comes later."""
        return Dated(sessions.held(self.programme, self.name, date.max), _day)

    @cached_property
    def promises(self) -> Dated[Promise]:
        """Give the actions of all held sessions by the day of their session."""
        found = ((each, action) for each in self.records.all for action in each.item.actions or ())
        return Dated(found, lambda each: each[0].item.day)

    @cached_property
    def posts(self) -> Dated[Entry[Post]]:
        """Give the posts of the pair's thread, sealed ones too."""
        found = sorted(self.programme.threads.get(self.name, ()), key=lambda each: each.item.date)
        return Dated(found, lambda each: each.item.date)

    @cached_property
    def told(self) -> date:
        """Give the last day that the pair's files tell of as past: what carries no date is as of then."""
        return max(self._told(), default=date.min)

    @cached_property
    def rests(self) -> date | None:
        """Give the day from which on no measure of an ended pair changes; `None` for one that has not ended."""
        ended = lifecycle.ended(self.file.item)
        begun = lifecycle.started(self.file.item) or date.min
        if ended is None or date.max - begun < self.limits.first_session_within:
            return None
        due = (action.due for _, action in self.promises.all if action.due)
        return max([ended, self.told, begun + self.limits.first_session_within, *self.room.days[-1:], *due])

    def _told(self) -> Iterator[date]:
        yield from (each.on for each in self.file.item.history)
        yield from self.posts.days[-1:]
        for session in self.room.all:
            if session.item.status in ("held", "missed"):
                yield session.item.day
            yield from (action.done_on for action in session.item.actions or () if action.done_on)


def courses(programme: Programme) -> tuple[Course, ...]:
    """Give the courses of all pairs, in the order of their paths."""
    limits = policy(programme)
    return tuple(Course(programme, name, limits) for name in programme.pairs)


def _day(entry: Entry[Session]) -> date:
    return entry.item.day
