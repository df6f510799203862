"""The fields of a kind of file in words, for whoever fills them in somewhere else than in an editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.forms import schemas
from generator.kinds.base import Kind
from generator.kinds.fields import closed_values, fields
from generator.kinds.fields import described as declared


class Field(NamedTuple):
    """A field: its name, what it means, the values it is closed to, an example, and whether it must be there."""

    name: str
    says: str
    values: tuple[str, ...]
    example: str
    must: bool


def described(kind: Kind) -> Iterator[Field]:
    """Describe the fields of a kind's files, in the order of the model."""
    demands = schemas.DEMANDS.get(kind.model, {}) if kind.model else {}
    for name in fields(kind, ()):
        given, demand = declared(kind, (name,)), demands.get(name)
        values = tuple(map(str, demand["enum"])) if demand and "enum" in demand else closed_values(kind, (name,))
        values = values if len(values) > 1 else ()  # one value stands beside others, as `closing` beside a day
        must = given.is_required() or demand is not None
        yield Field(name, given.description or "", values, str((given.examples or ("",))[0]), must)
