"""YAML in the shape that its kind of file has: the fields in their order, read by one expression for many lines.

This is a short cut before the one that goes line by line (`plainyaml`), and no third reader: a text with other fields
or in another order, or with a value that is not plainly single, gives `None`, and the others decide. Where it does
give data, it is the data they would give (a test compares them). Nearly all files of a large programme are as a form
or a tool has laid them out, and read in two fifths of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

WORTH_IT = 256
"""To make the expressions of a shape takes as long as to read half as many texts line by line, or a few more; around
a small change lie rarely as many of one shape as would make up for it."""

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


class Single(NamedTuple):
    """A single value; a text in which one that `must` be there is not is of another shape."""

    must: bool = False


class Table(NamedTuple):
    """A mapping from any names to single values."""


class Items(NamedTuple):
    """A list of mappings of the same fields, or of single values."""

    item: Mapping[str, Shape] | Single


Shape = Mapping[str, "Shape"] | Items | Table | Single
"""A mapping of known fields, another collection, or a single value."""
_Read = Callable[[str], Any]
Data = TypeVar("Data")


class Whole:
    """Reads the texts of one kind of file: a mapping of known fields."""

    def __init__(self, fields: Callable[[], Mapping[str, Shape]]) -> None:
        """Take what tells the fields, in the order in which they are written, once there is enough to read."""
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
    def _reader(self) -> _Read:
        return _fields(self.fields())


class _AnotherShape(Exception):  # noqa: N818 - not an error: the next reader is asked
    """The text is not of the shape that was expected."""


class _Written:
    """An expression for fields in their order, and the lines of Python that put its groups into a mapping.

    They are written out, as dataclasses write theirs: to go through the fields in a loop takes twice as long.
    """

    def __init__(self) -> None:
        self.pattern = ""
        self.groups = 0
        self.lines = ""
        self.used: dict[str, Any] = {}

    def fields(self, fields: Mapping[str, Shape], indent: str, into: str = "data") -> None:
        """Add fields that are indented so far."""
        for name, shape in fields.items():
            self.field(f"{indent}{re.escape(name)}:", name, shape, f"{indent}  ", into)

    def field(self, start: str, name: str, shape: Shape, within: str, into: str = "data") -> None:
        """Add a field that starts so; what lies within it, on the next lines, is indented further."""
        if isinstance(shape, Mapping):
            value = f"{into}_{self.groups}"
            self.pattern += rf"(?:{start}\n(?={within})"
            self.lines += f"    {value} = {{}}\n"
            self.fields(shape, within, value)
            self.pattern += ")?+"
            self.lines += f"    if {value}: {into}[{name!r}] = {value}\n"
            return
        group = f"group{self.groups}"
        self.groups += 1
        if isinstance(shape, Single):
            value = group
            self.pattern += f"{start} {_VALUE}" if shape.must else f"(?:{start} {_VALUE})?+"
        else:
            value = f"[] if {group} == {_EMPTY!r} else read_{group}({group})"
            self.used[f"read_{group}"] = _block(shape, within)
            self.pattern += rf"(?:{start}(?:\n| (?=\[]\n))((?:{within}[^\n]*+\n)++|(?<=: )\[]\n))?+"
        self.lines += f"    if {group}: {into}[{name!r}] = {value}\n"

    def filled(self) -> Callable[[tuple[str, ...]], dict[str, Any]]:
        """Give what makes a mapping of the groups of a match."""
        groups = ", ".join(f"group{number}" for number in range(self.groups))
        code = f"def filled(groups):\n    [{groups}] = groups\n    data = {{}}\n{self.lines}    return data\n"
        exec(code, self.used)  # noqa: S102 - of the names of our own fields alone
        filled: Callable[[tuple[str, ...]], dict[str, Any]] = self.used["filled"]
        return filled


def _given(data: Data | None) -> Data:
    """Give what was read, if anything was."""
    if not data:
        raise _AnotherShape
    return data


def _fields(fields: Mapping[str, Shape]) -> _Read:
    """Make what reads a whole text."""
    written = _Written()
    written.fields(fields, "")
    fullmatch = re.compile(rf"(?:\#[^\n]*+\n)*+{written.pattern}").fullmatch
    filled = written.filled()

    def read(text: str) -> dict[str, Any]:
        found = fullmatch(text)
        return _given(filled(found.groups()) if found else None)

    return read


def _block(shape: Items | Table, indent: str) -> _Read:
    """Make what reads lines that are indented at least so far."""
    if isinstance(shape, Table):
        return _table(indent)
    return _values(indent) if isinstance(shape.item, Single) else _mappings(shape.item, indent)


def _mappings(fields: Mapping[str, Shape], indent: str) -> _Read:
    """Make what reads items that all start with the first field, a single value; others are not read here."""
    names = iter(fields)
    first = next(names, "")
    if not isinstance(fields.get(first), Single):
        return lambda _: _given(None)
    written = _Written()
    written.field(f"{indent}- {re.escape(first)}:", first, Single(must=True), "")
    written.fields({name: fields[name] for name in names}, f"{indent}  ")
    findall = re.compile(f"{written.pattern}{_STRAY}").findall
    filled = written.filled()

    def read(text: str) -> list[dict[str, Any]]:
        items = [filled(groups) for groups in findall(text)]
        return _given(items if all(items) else None)

    return read


def _values(indent: str) -> _Read:
    findall = re.compile(f"{indent}- {_VALUE}{_STRAY}").findall

    def read(text: str) -> list[str]:
        values = findall(text)
        return _given(values if all(values) else None)

    return read


def _table(indent: str) -> _Read:
    findall = re.compile(rf"{indent}([A-Za-z0-9_][A-Za-z0-9_-]*+): {_VALUE}{_STRAY}").findall

    def read(text: str) -> dict[str, str]:
        pairs = findall(text)
        data = dict(pairs)
        return _given(data if len(data) == len(pairs) and "" not in data else None)

    return read


def _unquoted(value: Any) -> Any:
    """Take off the quotes: no plain value starts with one."""
    if isinstance(value, str):
        return value[1:-1] if value[0] in "'\"" else value
    if isinstance(value, list):
        return [_unquoted(each) for each in value]
    return {name: _unquoted(each) for name, each in value.items()}
