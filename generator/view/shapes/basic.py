"""What all shapes are made of: links, people, texts, and what the site says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.kinds.base import Audience
from generator.view.indicator import File

BODY = "u"
"""What the ids of somebody's text begin with on its own page: the anchor of a heading is `#u-limits`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A title and the address of its page; no address where this audience has no such page."""

    title: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as this audience may know them; without a name a neutral word stands for it."""

    name: str | None
    address: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown, and where its links lead for this audience.

    `resolve` gives the address (or image file) behind a relative destination, `None` where this
    audience has nothing there.
    """

    markdown: str
    resolve: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many, with the measure it is an instance of and how many files it was counted from.

    `sources` are these files, for coordinators only.
    """

    measure: str
    done: int
    whole: int
    percent: int | None
    files: int
    sources: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The programme in its own words, and for whom and as of when this site is made.

    `smallest` is the size of the smallest group of which a number is shown. `id` never changes: what outlives a new
    name or host is made from it.
    """

    id: str
    audience: Audience
    as_of: date
    name: str
    purpose: str
    organisation: str
    not_for: tuple[str, ...]
    language: str
    timezone: str
    mentor: str
    mentee: str
    sponsor: Someone
    coordinators: tuple[Someone, ...]
    support: Someone
    url: str | None
    repository: str | None
    branch: str
    forge: str
    edit: bool
    rhythm: str
    length: str
    sessions: int
    smallest: int = 5
