"""How the site accounts for itself: the shapes of measures, of who sees what, of what is promised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure in words; `id` is its anchor on `/measures/`."""

    id: str
    name: str
    formula: str
    reads: str
    blind: str
    example: str
    reading: str
    source: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A fact in words, whose builds may hold it at most, and what narrows it further."""

    what: str
    organisation: bool
    cohort: bool
    coordinators: bool
    narrowed: str


@dataclass(frozen=True, slots=True)
class FileShown:
    """The fields of a kind of file by the widest audience that may ever see them on a page."""

    says: str
    shape: str
    organisation: tuple[str, ...]
    cohort: tuple[str, ...]
    coordinators: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shows:
    """Who sees what: in words, by field, and what is promised beside what is not."""

    reach: tuple[Reach, ...]
    files: tuple[FileShown, ...]
    promises: tuple[tuple[str, str], ...]
