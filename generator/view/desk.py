"""The coordinators' desk: the shapes of what stands in no other build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.view.indicator import CountedView
from generator.view.offer import Offer


@dataclass(frozen=True, slots=True)
class About:
    """What an entry or a number is about: a title, and its page where there is one."""

    title: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class NeedView:
    """Somebody who needs a coordinator: what a rule says, since when, what to do next, and what to write.

    `turn` is the day from which it is a coordinator's; without it, it is one's already. `owner` is whoever owns a
    file of the programme. `others` counts what else waits for the same pair; `doors` lead to where it is put right.
    """

    who: About
    sentence: str
    rule: About
    since: date | None
    age: int | None
    step: str
    owner: str | None
    turn: date | None
    others: int
    place: str
    file: str | None
    subject: str | None
    note: str | None
    doors: tuple[About, ...]
    check_in: Offer | None


@dataclass(frozen=True, slots=True)
class BandView:
    """The pairs of one band, by their addresses: an order that ranks nobody; `said` is what people call it."""

    name: str
    said: str
    pairs: tuple[About, ...]


@dataclass(frozen=True, slots=True)
class WeekView:
    """What one pair did in one week, which begins on a Monday."""

    held: int
    planned: int
    missed: int
    away: bool


@dataclass(frozen=True, slots=True)
class StripView:
    """A pair's weeks, and the days it has waited since the last session."""

    pair: About
    weeks: tuple[WeekView, ...]
    waited: int | None


@dataclass(frozen=True, slots=True)
class CountView:
    """So many of so many, in words; n/a where `whole` is 0. `about` may link a rule or a measure."""

    about: About
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class ReachView:
    """A roadmap: how many pairs follow it, and how many of them have done each of its steps."""

    roadmap: About
    pairs: int
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WishView:
    """A focus area: how many ask for it, and how many offer it; `None` where a side is too small to be shown."""

    area: About
    ask: int | None
    offer: int | None


@dataclass(frozen=True, slots=True)
class ComingView:
    """A date that is coming up, what it is the date of, and of whom."""

    on: date
    what: str
    about: tuple[About, ...]


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything of the coordinators' page that no other page has.

    `waiting` counts all entries, those included that are too many to be shown. `first` is the Monday of the first week
    of the strips. `merged` is the middle of the days from the first commit of each of the `merges` to it; `None` where
    the history cannot tell. `behind` lists by table what its numbers were counted from.
    """

    needs: tuple[NeedView, ...]
    waiting: int
    next_check: date | None
    bands: tuple[BandView, ...]
    first: date
    strips: tuple[StripView, ...]
    left_out: int
    stalls: tuple[tuple[About, str, int], ...]
    wishes: tuple[WishView, ...]
    reach: tuple[ReachView, ...]
    funnel: tuple[tuple[str, int], ...]
    unmatched: tuple[About, ...]
    prepared: tuple[CountView, ...]
    agendas: tuple[CountView, ...]
    merged: float | None
    merges: int
    coming: tuple[ComingView, ...]
    behind: Mapping[str, CountedView] = field(default_factory=dict)
