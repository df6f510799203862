"""A pair as of a day: what its measures have in common, each found once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.post import Post
from generator.kinds.session import Action, Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress import rhythm, sessions
from generator.progress.activity import active_days
from generator.progress.term import Term, term


@dataclass(frozen=True)
class PairAt:
    """One pair of a programme as of a day, by the thresholds in force; the same three give the same values."""

    programme: Programme
    name: str
    as_of: date
    limits: Policy

    @property
    def file(self) -> Entry[Pair]:
        """Give the pair's own file."""
        return self.programme.pairs[self.name]

    @property
    def item(self) -> Pair:
        """Give the fields of the pair's own file."""
        return self.file.item

    @property
    def room(self) -> tuple[Entry[Session], ...]:
        """Give all sessions of the pair, those to come too."""
        return self.programme.sessions.get(self.name, ())

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
    def cadence(self) -> int:
        """Give the days agreed on between sessions (c)."""
        return rhythm.cadence(self.programme, self.name)

    @cached_property
    def counted(self) -> tuple[Entry[Session], ...]:
        """Give the counted held sessions (H), oldest first."""
        return sessions.held(self.programme, self.name, self.as_of)

    @cached_property
    def due(self) -> tuple[Entry[Session], ...]:
        """Give the due sessions, newest first."""
        return rhythm.due(self.programme, self.name, self.as_of)

    @cached_property
    def booked(self) -> bool:
        """Tell whether a next session is booked."""
        return rhythm.booked(self.room, self.cadence, self.as_of)

    @cached_property
    def quiet(self) -> int:
        """Count the active days since the last counted held session, else since the start."""
        return rhythm.quiet(self.item, self.counted, self.as_of)

    @cached_property
    def drift(self) -> Fraction | None:
        """Give the drift (D); `None` for a pair that was not active yet."""
        return Fraction(self.quiet, self.cadence) if self.began else None

    @cached_property
    def records(self) -> tuple[Entry[Session], ...]:
        """Give every held session, the crowded ones too."""
        return tuple(each for each in self.room if sessions.is_held(each.item, self.as_of))

    @cached_property
    def promises(self) -> tuple[tuple[Entry[Session], Action], ...]:
        """Give the actions of all held sessions, each with its session."""
        return tuple((each, action) for each in self.records for action in each.item.actions or ())

    @cached_property
    def posts(self) -> tuple[Entry[Post], ...]:
        """Give the posts of the pair's thread, sealed ones too."""
        return tuple(each for each in self.programme.threads.get(self.name, ()) if each.item.date <= self.as_of)

    @cached_property
    def term(self) -> Term | None:
        """Give the term, also of a day that is past by now; `None` where its dates cannot be meant."""
        return term(self.item, max([self.as_of, *(each.on for each in self.item.history)]))

    @cached_property
    def is_past(self) -> bool:
        """Tell whether the pair's files know a later day: what carries no date is then unknown for this one."""
        return any(day > self.as_of for day in self._told())

    def _told(self) -> Iterator[date]:
        yield from (each.on for each in self.item.history)
        yield from (each.item.date for each in self.programme.threads.get(self.name, ()))
        for session in self.room:
            if session.item.status in ("held", "missed"):
                yield session.item.day
            yield from (action.done_on for action in session.item.actions or () if action.done_on)


def pair_at(programme: Programme, pair: str, as_of: date) -> PairAt:
    """Give a pair of a programme as of a day."""
    return PairAt(programme, pair, as_of, policy(programme))


def paths(*groups: tuple[Entry[Pair] | Entry[Session] | Entry[Post], ...]) -> tuple[str, ...]:
    """Give the paths of files, sorted, each once."""
    return tuple(sorted({entry.path for group in groups for entry in group}))
