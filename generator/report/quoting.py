"""What of a source line may be printed: an allow-list, decided by the models.

Logs of a pull request are read by more people than the repository. Shown are keys, punctuation and the
values of fields declared as facts; everything else on a line (somebody's words, comments, the body) is
one `…`. Where the YAML could not be read, nobody knows what is a value, so only a field's key is shown.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from generator.kinds import of_path
from generator.kinds.base import Kind
from generator.kinds.fields import Key, may_be_named, may_be_quoted, names
from generator.report.cells import Cell, as_written, masked
from generator.source import yaml12
from generator.source.document import Document
from generator.source.names import nearest
from generator.source.span import Span

LONGEST_KEY = 40
LONGEST_FACT = 4
"""Words in a value that passes for a fact; what is longer is a sentence in the wrong field."""

_FENCE = "---"
_STRUCTURE = re.compile(r"[\s\-:,\[\]{}?]+")
_EMPTY = re.compile(r"[\s,\[\]{}]*")
_ONLY_KEY = re.compile(r"(?P<key>[ \t]*(?:- )?(?P<name>[\w-]{1,40}):)(?P<gap>[ \t]*)(?P<rest>.*)")
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
"""Line ends to the YAML reader and not to us: lines would be counted in two ways."""


class Sources:
    """The source lines of a run, as far as they may be printed."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        """Take the documents by path; each is looked into when a line of it is asked for."""
        self._documents = documents
        self._sheets: dict[str, _Sheet] = {}

    def has(self, span: Span) -> bool:
        """Tell whether a place has a line to show; a whole file (`Span(path)`) has none."""
        if span.path not in self._documents or span == Span(span.path):
            return False
        return 1 <= span.line <= len(self._sheet(span.path).lines)

    def line(self, path: str, number: int) -> list[Cell]:
        """Give a line, from 1, as it may be printed."""
        return self._sheet(path).line(number)

    def _sheet(self, path: str) -> _Sheet:
        if path not in self._sheets:
            self._sheets[path] = _Sheet(self._documents[path])
        return self._sheets[path]


class _Piece(NamedTuple):
    """A key or a value on one line, columns from 0; `whole` is false where it goes over several lines."""

    start: int
    end: int
    key: Key
    names: bool
    whole: bool


class _Sheet:
    """One document and what may be shown of it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = document.lines
        found = of_path(document.path)
        self.kind = found[0] if found else None
        self.shown: dict[int, list[Cell]] = {}

    def line(self, number: int) -> list[Cell]:
        if number not in self.shown:
            self.shown[number] = self._line(number)
        return self.shown[number]

    def _line(self, number: int) -> list[Cell]:
        text = self.lines[number - 1].rstrip(" \t")
        if self.kind is None or number > self._last:
            return _nothing_of(text)
        if self._root is None:
            return _key_of(self.kind, text)
        down = 1 if self.document.front else 0
        pieces = sorted(_pieces(self._root, (), number - 1 - down, len(text)), key=lambda piece: piece.start)
        return list(_allowed(self.kind, text, pieces))

    @cached_property
    def _last(self) -> int:
        """Give the last line that is not body: the closing fence of Markdown, everything of a YAML file."""
        split = self.document.split
        if not self.document.front or (split.opened and not split.closed):
            return sys.maxsize
        return split.body_line if split.closed else 0

    @cached_property
    def _root(self) -> yaml12.Place | None:
        """Give the places of all keys and values; `None` where the YAML cannot be read, or lines cannot be told."""
        document = self.document
        if document.front and not document.split.closed:
            return None
        yaml = document.yaml
        if not (yaml.isascii() and "\r" not in yaml) and _OTHER_LINE_ENDS.search(yaml):
            return None
        return None if document.reading.faults else document.root


def _pieces(place: yaml12.Place, key: Key, line: int, width: int) -> Iterator[_Piece]:
    """Give the keys and values on one line, from 0."""
    for name, mark in place.keys.items():
        yield from _piece(mark, (*key, name), line, width, names=True)
    for part, child in place.items.items():
        if not child.items:
            yield from _piece(child.mark, (*key, part), line, width, names=False)
        elif child.mark.line <= line <= child.mark.end_line:
            yield from _pieces(child, (*key, part), line, width)


def _piece(mark: yaml12.Mark, key: Key, line: int, width: int, *, names: bool) -> Iterator[_Piece]:
    if mark.line <= line <= mark.end_line:
        start = mark.column if line == mark.line else 0
        end = min(width, mark.end_column) if line == mark.end_line else width
        if start < end:
            yield _Piece(start, end, key, names, mark.line == mark.end_line)


def _allowed(kind: Kind, text: str, pieces: list[_Piece]) -> Iterator[Cell]:
    at = 0
    for piece in pieces:
        yield from _between(text, at, piece.start)
        shown = piece.start + _visible(kind, piece, text[piece.start : piece.end])
        yield from as_written(text[piece.start : shown], piece.start + 1)
        yield from _hidden(text, shown, piece.end)
        at = piece.end
    yield from _between(text, at, len(text))


def _visible(kind: Kind, piece: _Piece, text: str) -> int:
    """Count the characters of a key or a value that may be shown, from its start."""
    if _EMPTY.fullmatch(text):
        return len(text)
    if not piece.whole:
        return 0
    if piece.names:
        return min(len(text), LONGEST_KEY) if may_be_named(kind, piece.key) else 0
    return len(text) if len(text.split()) <= LONGEST_FACT and may_be_quoted(kind, piece.key) else 0


def _between(text: str, start: int, end: int) -> Iterator[Cell]:
    """Show the punctuation between keys and values; the rest can only be a comment."""
    structure = _STRUCTURE.match(text, start, end)
    stop = structure.end() if structure else start
    yield from as_written(text[start:stop], start + 1)
    if stop < end:
        yield masked(stop + 1, end + 1)


def _hidden(text: str, start: int, end: int) -> Iterator[Cell]:
    """Hide a stretch but the blanks before it."""
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    yield from as_written(text[start:first], start + 1)
    if first < end:
        yield masked(first + 1, end + 1)


def _nothing_of(text: str) -> list[Cell]:
    return list(_hidden(text, 0, len(text)))


def _key_of(kind: Kind, text: str) -> list[Cell]:
    """Show a key that the kind has, or nearly has, or a fence; what follows is hidden."""
    if text == _FENCE:
        return list(as_written(text, 1))
    found = _ONLY_KEY.fullmatch(text)
    if not found or not nearest(found["name"], names(kind), 1):
        return _nothing_of(text)
    if not found["rest"]:
        return list(as_written(found["key"], 1))
    end = found.end("key")
    gap = list(as_written(found["gap"], end + 1)) or [Cell(" ", 1, end + 1, end + 1)]
    return [*as_written(found["key"], 1), *gap, masked(found.start("rest") + 1, len(text) + 1)]
