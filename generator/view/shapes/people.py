"""People and focus areas, as far as each consents."""

from __future__ import annotations

from dataclasses import dataclass

from generator.view.indicator import File
from generator.view.shapes.basic import Link, Someone
from generator.view.shapes.posts import Card


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody offers or wants in an area."""

    area: Link
    note: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A participant's page; `behind` is what the free places were counted from (coordinators only)."""

    address: str
    name: str
    role: str
    department: str
    timezone: str
    languages: tuple[str, ...]
    offers: tuple[Wish, ...]
    wants: tuple[Wish, ...]
    interests: tuple[str, ...]
    posts: tuple[Link, ...]
    pairs: tuple[Link, ...]
    places_free: int | None
    source: str | None
    behind: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaView:
    """A focus area with what belongs to it. `balance` is None where a side is too small to show."""

    address: str
    id: str
    title: str
    why: str
    offering: tuple[tuple[Someone, str], ...]
    wanting: tuple[tuple[Someone, str], ...]
    balance: int | None
    roadmaps: tuple[Link, ...]
    posts: tuple[Card, ...]
