"""How the site accounts for itself: the shapes of measures, rules and fields, of who sees what, of what is promised."""

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


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule as its docstring has it, in Markdown; `policy` names the keys of the programme's policy that move it."""

    code: str
    title: str
    severity: tuple[str, ...]
    documentation: str
    policy: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field by its key path, in words; `values` are all that it may hold, `seen` its widest audience.

    A mapping has no audience of its own: each of its fields has one.
    """

    path: str
    says: str
    type: str
    must: str
    example: str
    values: tuple[str, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A kind of file, where it lies, and its fields in their order; a file that is no text has none."""

    name: str
    says: str
    shape: str
    fields: tuple[FieldView, ...]
