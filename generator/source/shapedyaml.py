"""YAML in the shape that its kind of file has: the fields in their order, read by one expression for many lines.

This is a short cut before the one that goes line by line (`plainyaml`), and no third reader: a text with other fields
or in another order, or with a value that is not plainly single, gives `None`, and the others decide. Where it does
give data, it is the data they would give (a test compares them). Nearly all files of a large programme are as a form
or a tool has laid them out, and read in half the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

WORTH_IT = 64
"""To make the expressions of a shape takes as long as to read so many texts line by line."""

_REST = r"[^\n\r\t:#]*+"
_NO_INDICATOR = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`~nN]"""
_MOSTLY = rf"{_NO_INDICATOR}{_REST}(?<! )"
"""A plain value without `:`, `#` or what might be `null`: as most are, and the quickest to tell."""
_PLAIN = rf"(?:{_NO_INDICATOR}|[nN](?!ull\n|ULL\n)){_REST}(?:(?::(?![ \n])|(?<! )\#){_REST})*+(?<! )"
_QUOTED = r"""'[^'\n\r\t]*+'|"[^"\\\n\r\t]*+\""""
"""In quotes, without anything to be unescaped."""
_VALUE = rf"({_MOSTLY}|{_PLAIN}|{_QUOTED})\n"
_STRAY = r"|[^\n]*+\n"
"""The last way to match one of many: a line that is none of them, which leaves all groups empty."""
_EMPTY = "[]\n"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from any names to single values."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of mappings of the same fields, or of single values."""

    item: Mapping[str, Shape] | None


Shape = Mapping[str, "Shape"] | Items | Table | None
"""A mapping of known fields, another collection, or a single value."""
_Reader = Callable[[str], Any]
Data = TypeVar("Data")


class Whole:
    """Reads the texts of one kind of file: a mapping of known fields."""

    def __init__(self, fields: Mapping[str, Shape]) -> None:
        """Take the fields in the order in which they are written."""
        self.fields = fields
        self.asked = 0

    def read(self, text: str) -> dict[str, Any] | None:
        """Give what a text of printable characters holds; `None` where it is not of this shape, or one of few texts."""
        self.asked += 1
        if self.asked <= WORTH_IT:
            return None
        try:
            data: dict[str, Any] = self._reader(text)
        except _AnotherShape:
            return None
        return _unquoted(data) if "'" in text or '"' in text else data

    @cached_property
    def _reader(self) -> _Reader:
        return _fields(self.fields, "")


class _AnotherShape(Exception):  # noqa: N818 - not an error: the next reader is asked
    """The text is not of the shape that was expected."""


def _reader(shape: Shape, indent: str) -> _Reader:
    """Make what reads a block of lines, each of which is indented so far."""
    if isinstance(shape, Mapping):
        return _fields(shape, indent)
    if isinstance(shape, Items):
        return _values(indent) if shape.item is None else _mappings(shape.item, indent)
    return _table(indent)


def _fields(fields: Mapping[str, Shape], indent: str) -> _Reader:
    fullmatch = re.compile(rf"(?:\#[^\n]*+\n)*+{_lines(fields.items(), indent)}").fullmatch
    filled = _filler(fields, indent)

    def read(text: str) -> dict[str, Any]:
        found = fullmatch(text)
        return _given(filled(found.groups()) if found else None)

    return read


def _mappings(fields: Mapping[str, Shape], indent: str) -> _Reader:
    """Read items that start with their first field, a single value; there is no expression for others."""
    first, *others = fields.items() if fields else [("", Table())]
    if first[1] is not None:
        return lambda _: _given(None)
    head = rf"{indent}- {re.escape(first[0])}: {_VALUE}"
    findall = re.compile(f"{head}{_lines(others, f'{indent}  ')}{_STRAY}").findall
    filled = _filler(fields, f"{indent}  ")

    def read(text: str) -> list[dict[str, Any]]:
        items = [filled(groups) for groups in findall(text)]
        return _given(items if all(items) else None)

    return read


def _values(indent: str) -> _Reader:
    findall = re.compile(f"{indent}- {_VALUE}{_STRAY}").findall

    def read(text: str) -> list[str]:
        values = findall(text)
        return _given(values if all(values) else None)

    return read


def _table(indent: str) -> _Reader:
    findall = re.compile(rf"{indent}([A-Za-z0-9_][A-Za-z0-9_-]*+): {_VALUE}{_STRAY}").findall

    def read(text: str) -> dict[str, str]:
        pairs = findall(text)
        data = dict(pairs)
        return _given(data if len(data) == len(pairs) and "" not in data else None)

    return read


def _given(data: Data | None) -> Data:
    """Give what was read, if anything was."""
    if not data:
        raise _AnotherShape
    return data


def _lines(fields: Iterable[tuple[str, Shape]], indent: str) -> str:
    """Write an expression for fields each of which may be left out; a block is all lines that are indented further."""
    block = rf"(?:\n| (?=\[]\n))((?:{indent}  [^\n]*+\n)++|(?<=: )\[]\n)"
    return "".join(
        rf"(?:{indent}{re.escape(name)}:{f' {_VALUE}' if shape is None else block})?+" for name, shape in fields
    )


def _filler(fields: Mapping[str, Shape], indent: str) -> Callable[[tuple[str, ...]], dict[str, Any]]:
    """Make what puts the groups of a match into a mapping, and reads the blocks among them.

    It is written out, a line for each field, as those of dataclasses are: a loop over them takes twice as long.
    """
    lines: list[str] = []
    used: dict[str, Any] = {}
    for at, (name, shape) in enumerate(fields.items()):
        value = f"group{at}"
        if shape is not None:
            used[f"read{at}"] = _reader(shape, f"{indent}  ")
            value = f"[] if group{at} == {_EMPTY!r} else read{at}(group{at})"
        lines.append(f"    if group{at}: data[{name!r}] = {value}\n")
    groups = ", ".join(f"group{at}" for at in range(len(lines)))
    exec(  # noqa: S102 - of our own fields' names alone
        f"def filled(groups):\n    [{groups}] = groups\n    data = {{}}\n{''.join(lines)}    return data\n", used
    )
    filled: Callable[[tuple[str, ...]], dict[str, Any]] = used["filled"]
    return filled


def _unquoted(value: Any) -> Any:
    """Take off the quotes: no plain value starts with one."""
    if isinstance(value, str):
        return value[1:-1] if value[0] in "'\"" else value
    if isinstance(value, list):
        return [_unquoted(each) for each in value]
    return {name: _unquoted(each) for name, each in value.items()}
