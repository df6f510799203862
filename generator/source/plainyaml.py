"""YAML as people mostly write it, read line by line: keys, plain, quoted or empty values, lists, and nothing else.

This is a short cut, never a second reader: whatever is not plainly of this form gives `None`, and the builder over
the parser's events decides. Where it does give data, it is the data the builder would give (a test compares them
over all sorts of texts). Nearly every file of a programme is of this form, and read in a third of the time.
"""

from __future__ import annotations

import re
from typing import Any

DEEPEST = 8
"""Levels that are read here, fewer than the builder allows: where depth is in question, it answers."""

_LINE = re.compile(r"^( *+)(- )?+(?:([A-Za-z0-9_][A-Za-z0-9_-]*+):(?: ++|$))?+(.*+)$", re.MULTILINE)
"""Indentation, dash, key and the rest; nothing matched is ever given back, and to say so spares a quarter."""
_INDICATORS = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""No plain value that is read here starts with one of these."""
_NULLS = frozenset({"~", "null", "Null", "NULL"})


class _NotPlain(Exception):  # noqa: N818 - not an error: the other reader is asked
    """A line takes more than a look at it to tell what it holds."""


def read(text: str, *, printable: bool = False) -> dict[str, Any] | None:
    """Give the mapping a text holds, or `None` where it takes more than a look at each line to tell.

    `printable` says that there are only printable characters, tabs and line ends in it, as somebody has seen.
    """
    if "\t" in text or "\r" in text or not (printable or text.replace("\n", "").isprintable()):
        return None
    lines = _Lines()
    try:
        lines.read(text)
    except _NotPlain:
        return None
    root: dict[str, Any] = lines.open[0]
    return root or None


class _Lines:
    """The containers that are open, from the root inwards, each with its column; and a key that waits for its value."""

    __slots__ = ("columns", "key", "open")

    def __init__(self) -> None:
        self.open: list[Any] = [{}]
        self.columns = [0]
        self.key: str | None = None

    def read(self, text: str) -> None:
        """Read all lines; a key with a plain value beside the last one, most lines by far, is set without a call."""
        columns, into, at = self.columns, self.open[0], 0
        for blank, dash, name, value in _LINE.findall(text):
            column = len(blank)
            if (
                (name and value and column == at and not dash and name not in into)
                and (value[0] not in _INDICATORS and value[-1] not in ": ")
                and not (": " in value or " #" in value or value in _NULLS)
            ):
                into[name] = value
                continue
            if not name and (not value or value[0] == "#") and not dash:
                continue
            if self.key is not None or column != columns[-1] or dash or type(self.open[-1]) is list:
                self._move(column, dash=bool(dash))
            if name:
                self._entry(self.open[-1], column, name, value, dash=bool(dash))
            elif dash:
                self.open[-1].append(_scalar(value))
            else:
                raise _NotPlain
            into = self.open[-1]
            at = -1 if self.key is not None or type(into) is list else columns[-1]
        if self.key is not None:
            self.open[-1][self.key] = None

    def _entry(self, into: Any, column: int, name: str, value: str, *, dash: bool) -> None:
        """Set a key of the innermost mapping, or of a new one that is an item of a list."""
        if dash:
            inner: dict[str, Any] = {}
            into.append(inner)
            self.open.append(inner)
            self.columns.append(column + 2)
            into = inner
        if name in into or len(self.open) > DEEPEST:
            raise _NotPlain
        if value:
            into[name] = _scalar(value)
        else:
            self.key = name

    def _move(self, column: int, *, dash: bool) -> None:
        """Open and close what lies between the last line and one that starts at a column."""
        columns = self.columns
        if self.key is not None:
            self._give(column, dash=dash)
        while columns[-1] > column or (columns[-1] == column and not dash and type(self.open[-1]) is list):
            columns.pop()
            self.open.pop()
            if not columns:
                raise _NotPlain
        if columns[-1] != column or dash is not (type(self.open[-1]) is list):
            raise _NotPlain

    def _give(self, column: int, *, dash: bool) -> None:
        """Give the waiting key what the next line says it holds: a list, a mapping, or nothing."""
        into = self.open[-1]
        inner: list[Any] | dict[str, Any] | None = None
        if column > self.columns[-1] or (dash and column == self.columns[-1]):
            inner = [] if dash else {}
            self.open.append(inner)
            self.columns.append(column)
        into[self.key] = inner
        self.key = None


def _scalar(text: str) -> Any:
    """Give a value on one line: plain, quoted with nothing to be unescaped, or an empty list or mapping."""
    first = text[:1]
    if first in _INDICATORS:
        if text in ("[]", "{}"):
            return [] if first == "[" else {}
        inner = text[1:-1]
        if first in "\"'" and len(text) > 1 and text[-1] == first and first not in inner and "\\" not in inner:
            return inner
        raise _NotPlain
    if ": " in text or " #" in text or text[-1:] in ": ":
        raise _NotPlain
    return None if text in _NULLS else text
