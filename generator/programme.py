"""The immutable index of a programme: people, pairs, rooms, threads, content, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from generator.kinds.agenda import Agenda
from generator.kinds.base import Model
from generator.kinds.checkins import CheckIns
from generator.kinds.community import Community
from generator.kinds.matching import Matching
from generator.kinds.moved import Moved
from generator.kinds.note import Note
from generator.kinds.page import FreePage
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.kinds.post import Post
from generator.kinds.programme import Cohort, FocusArea, Policy, ProgrammeFile
from generator.kinds.pulse import Pulse
from generator.kinds.roadmap import Roadmap
from generator.kinds.roomnote import RoomNote
from generator.kinds.session import Session
from generator.source.document import Document
from generator.source.span import Span

M_co = TypeVar("M_co", bound=Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M_co]):
    """One file that was read: its id, the parts of its path, its fields, its text."""

    id: str
    kind: str
    parts: Mapping[str, str]
    item: M_co
    document: Document

    @property
    def path(self) -> str:
        """Give the file's path from the repository's root, with slashes."""
        return self.document.path

    @property
    def pair(self) -> str:
        """Give the id of the pair whose folder the file lies in, as `cohort/pair`."""
        return f"{self.parts['cohort']}/{self.parts['pair']}"

    def at(self, *key: str | int) -> Span:
        """Tell where a field's value stands."""
        return self.document.value(*key)

    def key(self, *key: str | int) -> Span:
        """Tell where a field's name stands."""
        return self.document.key(*key)


Table = Mapping[str, Entry[M_co]]


def _none() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Programme:
    """All files of a programme that could be read, and which could not.

    A broken file is in `broken` and in no table; a reference to it resolves to "exists, unknown",
    so that one fault never shows twice.
    """

    settings: Entry[ProgrammeFile] | None = None
    people: Table[Person] = field(default_factory=_none)
    pairs: Table[Pair] = field(default_factory=_none)
    sessions: Mapping[str, tuple[Entry[Session], ...]] = field(default_factory=_none)
    threads: Mapping[str, tuple[Entry[Post], ...]] = field(default_factory=_none)
    posts: Table[Post] = field(default_factory=_none)
    roadmaps: Table[Roadmap] = field(default_factory=_none)
    agendas: Table[Agenda] = field(default_factory=_none)
    communities: Table[Community] = field(default_factory=_none)
    notes: Table[Note] = field(default_factory=_none)
    pages: Table[FreePage] = field(default_factory=_none)
    room_notes: Table[RoomNote] = field(default_factory=_none)
    check_ins: Table[CheckIns] = field(default_factory=_none)
    pulses: Table[Pulse] = field(default_factory=_none)
    matchings: Table[Matching] = field(default_factory=_none)
    moved: Entry[Moved] | None = None
    images: Mapping[str, str] = field(default_factory=_none)
    signatures: frozenset[str] = frozenset()
    twins: tuple[tuple[Entry[Post], Entry[Post]], ...] = ()
    broken: Mapping[str, frozenset[str]] = field(default_factory=_none)
    documents: Mapping[str, Document] = field(default_factory=_none)

    @property
    def policy(self) -> Policy | None:
        """Give the programme's own thresholds; `None` where it has none."""
        return self.settings.item.policy if self.settings else None

    @property
    def cohorts(self) -> Mapping[str, Cohort]:
        """Give the cohorts by id, in the order of the file."""
        return {cohort.id: cohort for cohort in self.settings.item.cohorts} if self.settings else {}

    @property
    def focus_areas(self) -> Mapping[str, FocusArea]:
        """Give the focus areas by id, in the order of the file."""
        return {area.id: area for area in self.settings.item.focus_areas} if self.settings else {}

    def entries(self, kind: str) -> Mapping[str, Entry[Model]]:
        """Give all files of a kind that has a table, by id."""
        return cast("Mapping[str, Entry[Model]]", getattr(self, TABLES[kind]))

    def pairs_of(self, person: str) -> tuple[Entry[Pair], ...]:
        """Give the pairs in which a person is mentor or mentee, in the order of their paths."""
        return tuple(pair for pair in self.pairs.values() if person in pair.item.members)

    def knows(self, kind: str, name: str) -> bool:
        """Tell whether an id exists, be its file readable or broken."""
        return name in self.entries(kind) or name in self.broken.get(kind, ())

    def unread(self, kind: str, name: str) -> bool:
        """Tell whether an id exists but its file could not be read."""
        return name in self.broken.get(kind, ())

    def unread_in_room(self, pair: str) -> bool:
        """Tell whether a session of a pair exists whose file could not be read."""
        return any(name.startswith(f"{pair}/") for name in self.broken.get("session", ()))


TABLES = {
    "person": "people",
    "pair": "pairs",
    "post": "posts",
    "roadmap": "roadmaps",
    "agenda": "agendas",
    "community": "communities",
    "note": "notes",
    "page": "pages",
    "room-note": "room_notes",
    "check-ins": "check_ins",
    "pulse": "pulses",
    "matching": "matchings",
}


_IDS = {
    "post": "%(date)s-%(slug)s",
    "pair": "%(cohort)s/%(pair)s",
    "session": "%(cohort)s/%(pair)s/%(nn)s",
    "note": "%(community)s/%(date)s-%(slug)s",
    "pulse": "%(cohort)s/%(date)s",
    "room-note": "%(cohort)s/%(pair)s/%(date)s",
}


def id_of(kind: str, parts: Mapping[str, str], path: str) -> str:
    """Make a file's id from the parts of its path, as other files refer to it."""
    if kind in _IDS:
        return _IDS[kind] % parts
    if kind == "page":
        return path.removeprefix("content/").removesuffix(".md")
    return next(iter(parts.values()), kind)


def assemble(
    entries: Iterable[Entry[Model]],
    broken: Iterable[tuple[str, str]] = (),
    images: Mapping[str, str] | None = None,
    signatures: Iterable[str] = (),
    documents: Mapping[str, Document] | None = None,
) -> Programme:
    """Index the files that were read; the order in which they come does not matter.

    `broken` names the kind and id of each file that could not be read.
    """
    by_kind: dict[str, list[Entry[Any]]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    for found in by_kind.values():
        found.sort(key=attrgetter("document.path"))
    posts = by_kind.get("post", [])
    lost: dict[str, set[str]] = {}
    for kind, name in broken:
        lost.setdefault(kind, set()).add(name)
    tables = {TABLES[kind]: _first_by_id(by_kind.get(kind, [])) for kind in TABLES}
    return Programme(
        settings=next(iter(by_kind.get("programme", [])), None),
        moved=next(iter(by_kind.get("moved", [])), None),
        sessions=_by_pair(by_kind.get("session", [])),
        threads=_by_pair(posts),
        twins=_twins(posts),
        images=MappingProxyType(dict(images or {})),
        signatures=frozenset(signatures),
        broken={kind: frozenset(names) for kind, names in lost.items()},
        documents=MappingProxyType(dict(documents or {})),
        **cast("Any", tables),
    )


def _first_by_id(entries: Iterable[Entry[Any]]) -> Mapping[str, Entry[Any]]:
    table: dict[str, Entry[Any]] = {}
    for entry in entries:
        table.setdefault(entry.id, entry)
    return MappingProxyType(table)


def _by_pair(entries: Iterable[Entry[Any]]) -> Mapping[str, tuple[Entry[Any], ...]]:
    grouped: dict[str, list[Entry[Any]]] = {}
    for entry in entries:
        grouped.setdefault(entry.pair, []).append(entry)
    return MappingProxyType({pair: tuple(found) for pair, found in grouped.items()})


def _twins(posts: Iterable[Entry[Post]]) -> tuple[tuple[Entry[Post], Entry[Post]], ...]:
    """Pair each post with an earlier one of the same `<date>-<slug>`."""
    first: dict[str, Entry[Post]] = {}
    return tuple((first[post.id], post) for post in posts if first.setdefault(post.id, post) is not post)
