"""Every kind of file with its fields in words, read from the schemas that editors get and the audiences the gate reads.

So the site, an editor and `check` say the same of a field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from generator.forms.schemas import Schema, schema
from generator.kinds import kinds
from generator.kinds.base import Kind
from generator.view.account import FieldView, FileView
from generator.view.shows import audiences

_ENTRIES = "entries"
"""The one field of a table's model, which no file has."""
_MAPPING = "fields of its own"
_SIMPLE = {"boolean": "`true` or `false`", "number": "a number", "object": _MAPPING}
_EXPECTED = "expected "


@cache
def files() -> tuple[FileView, ...]:
    """Give all kinds of file; it follows from the declarations alone, not from a programme."""
    return tuple(FileView(kind.name, kind.says, kind.shape, tuple(_Fields(kind).all())) for kind in kinds().values())


class _Fields:
    """Walks one kind's schema, from the file's own fields to the innermost."""

    def __init__(self, kind: Kind) -> None:
        self.schema = schema(kind)
        self.seen = dict(audiences(kind))
        self.table = kind.table

    def all(self) -> Iterator[FieldView]:
        """Give every field; in a table any key may stand that is of its kind, such as `<id>`."""
        if not self.table:
            yield from self._below(self.schema, "")
            return
        name = f"<{_wanted(self.schema['propertyNames']).split()[1]}>"
        inside = _inner(self.schema) or {}
        for each in (self._field(_ENTRIES, inside, "", "no"), *self._inside(inside, _ENTRIES)):
            yield replace(each, path=each.path.replace(_ENTRIES, name, 1))

    def _below(self, node: Schema, above: str) -> Iterator[FieldView]:
        must = dict.fromkeys(node.get("required", ()), "yes") | _in_some_states(node)
        for name, field in node.get("properties", {}).items():
            path = f"{above}{name}"
            yield self._field(path, field, str(field.get("description", "")), must.get(name, "no"))
            yield from self._inside(field, path)

    def _inside(self, node: Schema, path: str) -> Iterator[FieldView]:
        """Give the fields of the mapping that a field holds, or that each of its items is."""
        yield from self._below(self._innermost(node), f"{path}.")

    def _field(self, path: str, node: Schema, says: str, must: str) -> FieldView:
        values = tuple(str(each) for each in self._innermost(node).get("enum", ()) if each is not None)
        example = str(next(iter(node.get("examples", ())), ""))
        return FieldView(path, says, self._type(node), must, example, values, self.seen.get(path, ""))

    def _innermost(self, node: Schema) -> Schema:
        """See through references, `X or nothing`, lists and tables."""
        node = self._resolved(node)
        inner = _inner(node)
        return self._innermost(inner) if inner is not None else node

    def _resolved(self, node: Schema) -> Schema:
        if "anyOf" in node:
            return self._resolved(node["anyOf"][0])
        if "$ref" in node:
            found: Schema = self.schema["$defs"][str(node["$ref"]).rpartition("/")[2]]
            return found
        return node

    def _type(self, node: Schema) -> str:
        node = self._resolved(node)
        inner = _inner(node)
        if inner is not None:
            each = self._type(inner)
            return f"{_holder(node)}, each {f'with {each}' if each == _MAPPING else each}"
        return _single(node)


def _inner(node: Schema) -> Schema | None:
    """Give what each item of a list, or each value of a table, is."""
    if "prefixItems" in node:
        return dict(node["prefixItems"][0])
    values = [node.get("items"), *node.get("patternProperties", {}).values(), node.get("additionalProperties")]
    return next((each for each in values if isinstance(each, dict)), None)


def _holder(node: Schema) -> str:
    if _name(node) == "object":
        return "a table"
    least, most = node.get("minItems"), node.get("maxItems")
    if least is not None and least == most:
        return f"a list of {least}"
    return "a list" + (f" of at least {least}" if least else "") + (f" of at most {most}" if most else "")


def _single(node: Schema) -> str:
    """Say what a single value is, in the words in which `check` and editors ask for it."""
    name = _name(node)
    if "enum" in node:
        return "one of its values"
    if name == "integer":
        return f"a whole number{_edges(node)}"
    if name in _SIMPLE:
        return _SIMPLE[name]
    if "pattern" in node and _wanted(node):
        return _wanted(node)
    return f"text of at most {node['maxLength']} characters" if "maxLength" in node else "text"


def _name(node: Schema) -> str:
    """Give the first name of a type: the others are what an editor takes it for, and nothing."""
    name = node.get("type", "string")
    return str(name if isinstance(name, str) else name[0])


def _wanted(node: Schema) -> str:
    return str(node.get("errorMessage", "")).partition(_EXPECTED)[2]


def _edges(node: Schema) -> str:
    least, most = node.get("minimum"), node.get("maximum")
    if least is None or most is None:
        return f" from {least}" if least is not None else f" up to {most}" if most is not None else ""
    return f", {least} to {most}"


def _in_some_states(node: Mapping[str, Any]) -> dict[str, str]:
    """Say of the fields that are must in some states of the file only, in which."""
    found: dict[str, str] = {}
    for each in node.get("allOf", ()):
        ((field, allowed),) = each["if"]["properties"].items()
        *others, last = allowed["enum"]
        said = f"if `{field}` is {', '.join(others)} or {last}" if others else f"if `{field}` is {last}"
        found |= dict.fromkeys(each["then"]["required"], said)
    return found
