"""The gates of a match: which pairs they are run on, and with which two people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.programme import Entry, Programme

STANDING = lifecycle.OPEN | {"proposed"}
"""A proposal is held to the gates as well: what cannot be accepted is not asked."""


class Match(NamedTuple):
    """A pair with the files of its two people."""

    pair: Entry[Pair]
    mentor: Entry[Person]
    mentee: Entry[Person]

    @property
    def gap(self) -> int:
        """Give the number of levels the mentee stands above the mentor."""
        return self.mentee.item.level - self.mentor.item.level


def matches(programme: Programme, as_of: date) -> Iterator[Match]:
    """Give every pair that is proposed or open on a day; where a person is unknown nothing can be said of the two."""
    for pair in programme.pairs.values():
        mentor, mentee = (programme.people.get(member) for member in pair.item.members)
        if mentor is None or mentee is None or mentor is mentee:
            continue
        if lifecycle.state(pair.item, as_of) in STANDING:
            yield Match(pair, mentor, mentee)


def same(text: str) -> str:
    """Give a text as it is compared with another: case and spacing do not count."""
    return " ".join(text.split()).casefold()
