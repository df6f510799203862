"""One declaration of a table, from which its JSON, its schema and its CSV are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.view.shapes import Link

T = TypeVar("T")

Value = str | int | None | list[str]
"""What a cell may hold."""

TEXT: Mapping[str, Any] = {"type": "string"}
MAYBE: Mapping[str, Any] = {"type": ["string", "null"]}
TEXTS: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}}
WHOLE: Mapping[str, Any] = {"type": "integer"}
MAYBE_WHOLE: Mapping[str, Any] = {"type": ["integer", "null"]}
DAY: Mapping[str, Any] = {"type": "string", "format": "date"}
MAYBE_DAY: Mapping[str, Any] = {"type": ["string", "null"], "format": "date"}
ADDRESS: Mapping[str, Any] = {"type": "string", "pattern": "^/"}
MAYBE_ADDRESS: Mapping[str, Any] = {"type": ["string", "null"], "pattern": "^/"}


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, what it holds in words and as JSON Schema, and where that comes from."""

    name: str
    says: str
    type: Mapping[str, Any]
    of: Callable[[T], Value]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table: its name, which programs read, its title for people, what one row is, and its columns in their order.

    The title is a message: a page's foot links the table by it.
    """

    name: str
    title: str
    says: str
    columns: tuple[Column[T], ...]

    def rows(self, items: Iterable[T]) -> list[dict[str, Value]]:
        """Give a row for each item."""
        return [{column.name: column.of(item) for column in self.columns} for item in items]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page whose facts programs can read: its name, the pattern of its address, its tables.

    `seen` is the widest audience that has such a page: no wider one is told of it.
    """

    name: str
    address: str
    says: str
    tables: tuple[Table[Any], ...]
    seen: str = "organisation"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a page, by its measure; `None` where it is not shown to protect a small group.

    `whole` is what it is a part of, `files` what it was counted from, for coordinators only.
    """

    measure: str
    name: str
    value: int | None
    whole: int | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """What a page says, as data: its figures, and the items of each table of its kind."""

    kind: Kind
    figures: tuple[Figure, ...]
    items: tuple[Sequence[Any], ...]


def titles(links: Iterable[Link]) -> list[str]:
    """Give the titles of links."""
    return [link.title for link in links]
