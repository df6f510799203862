"""Rooms: sessions, their agendas and records, and actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.view.indicator import File
from generator.view.offer import Offer
from generator.view.shapes.basic import Link, Someone
from generator.view.shapes.pairs import Terms


@dataclass(frozen=True, slots=True)
class ItemView:
    """A part of an agenda; who leads it and its text only where the agreement opens them."""

    kind: str
    minutes: int
    lead: str | None
    text: str | None
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class ActionView:
    """A promise; only its state where the agreement does not open it. `age` in days is positive when late."""

    owner: str
    text: str | None
    due: date | None
    status: str
    age: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The two takeaways: a text, "withheld", or nothing given."""

    mentor: str | None
    mentee: str | None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session of a room, as far as the pair's confidentiality opens it inside the cohort."""

    address: str
    number: int
    start: datetime
    length: int
    status: str
    template: Link
    purpose: str | None
    step: Link | None
    items: tuple[ItemView, ...]
    mentor_share: int | None
    prepare: Mapping[str, tuple[str, ...]] | None
    actual: int | None
    takeaways: Kept | None
    actions: tuple[ActionView, ...]
    next: date | None
    closing: bool
    source: str | None
    offers: tuple[Offer, ...] = ()
    moved: int = 0
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomView:
    """A pair's workspace (cohort and coordinators only).

    `met` is where the page of the pair lists the files of its sessions (coordinators only).
    """

    address: str
    pair: Link
    mentor: Someone
    mentee: Someone
    terms: Terms | None
    upcoming: SessionView | None
    sessions: tuple[SessionView, ...]
    carried: tuple[ActionView, ...]
    opened: str
    sealed: int
    offers: tuple[Offer, ...] = ()
    met: str | None = None
