"""Threads: posts, what changed, stories and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.view.indicator import File
from generator.view.offer import Offer
from generator.view.shapes.basic import Body, Link, Someone


@dataclass(frozen=True, slots=True)
class Card:
    """A post in a list."""

    address: str
    title: str
    date: date
    kind: str
    visibility: str
    summary: str
    author: Someone
    minutes: int
    language: str | None = None
    """What it is written in, if that is not what the page is in."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An entry of the "you said, we did" ledger."""

    what: str
    on: date
    state: str
    owner: Someone
    post: Link
    area: str | None
    pair: Link | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post's page; its thread and neighbours only where this audience may see them."""

    card: Card
    body: Body
    thread: Link | None
    step: Link | None
    tags: tuple[str, ...]
    change: ChangeView | None
    answers: Link | None
    replies: tuple[Card, ...]
    earlier: Link | None
    later: Link | None
    source: str | None
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A pair's thread: the posts this audience may read, oldest first; `files` are theirs (coordinators only)."""

    address: str
    pair: Link
    mentor: Someone
    mentee: Someone
    cohort: str
    areas: tuple[Link, ...]
    posts: tuple[Card, ...]
    offers: tuple[Offer, ...] = ()
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story both approved; its pair where this audience has a page of it."""

    card: Card
    pair: Link | None
    change: ChangeView | None


@dataclass(frozen=True, slots=True)
class Served:
    """One side of a pair that closed well; sessions and skills only where its progress may be shown.

    `files` is where the page of the pair lists what its sessions were counted from (coordinators only).
    """

    role: str
    partner: Someone
    areas: tuple[str, ...]
    sessions: int | None
    skills: tuple[str, ...]
    files: str | None = None


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate of one person in one cohort: what they took part in, and no judgement of it.

    `public` says that the organisation's site has it too, so that anybody there can verify it.
    """

    address: str
    name: str
    profile: str
    cohort: Link
    starts: date | None
    ends: date | None
    parts: tuple[Served, ...]
    public: bool
