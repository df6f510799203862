"""A text file as it was read: it knows where each of its values stands, when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.source import frontmatter, yaml12
from generator.source.markdown import Markdown
from generator.source.span import Span

Key = Sequence[str | int]


@dataclass(frozen=True)
class Document:
    """One file's text. `front` is true for Markdown with front matter, false for a YAML file."""

    path: str
    text: str
    front: bool = False

    @cached_property
    def split(self) -> frontmatter.Split:
        """Give the front matter and the body."""
        return frontmatter.split(self.text)

    @property
    def yaml(self) -> str:
        """Give the YAML part: the front matter, or the whole of a YAML file."""
        return self.split.yaml if self.front else self.text

    @cached_property
    def reading(self) -> yaml12.Reading:
        """Give data, faults and places of the YAML part, read when first asked for."""
        return yaml12.read(self.yaml, places=True)

    @property
    def root(self) -> yaml12.Place | None:
        """Give the places of all values."""
        return self.reading.places

    @property
    def lines(self) -> list[str]:
        """Give the lines without their ends (LF or CRLF; nothing else ends a line)."""
        return [line.removesuffix("\r") for line in self.text.split("\n")]

    @property
    def body(self) -> str:
        """Give the Markdown after the front matter (all of it where there is none)."""
        return self.split.body

    @cached_property
    def markdown(self) -> Markdown:
        """Give what the body contains, read as far as somebody asks."""
        return Markdown(self.body)

    def value(self, *key: str | int) -> Span:
        """Tell where a value stands; a key that is not there gives the place of what would hold it."""
        place, found = self._find(key)
        if place is None:
            return self.top()
        if len(found) == len(key):
            return self._span(place.mark, closed=not place.items)
        return self._holder(found)

    def key(self, *key: str | int) -> Span:
        """Tell where a key is written; for a list item, where the item starts."""
        if not key:
            return self.top()
        place, found = self._find(key[:-1])
        if place is not None and len(found) == len(key) - 1:
            last = key[-1]
            if isinstance(last, str) and last in place.keys:
                return self._span(place.keys[last])
            if isinstance(last, int) and last in place.items:
                return self.value(*key)
        return self._holder(found)

    def top(self) -> Span:
        """Give the first thing written: the opening fence, or the first line's first word."""
        first = self.text.split("\n", 1)[0].rstrip("\r")
        return Span(self.path, 1, 1, 1, len(first) + 1)

    def at(self, offset: int, length: int = 1) -> Span:
        """Turn an offset in the text into a place on its line."""
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return Span(self.path, line + 1, column + 1, line + 1, column + 1 + length)

    def in_body(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """Turn a place inside the body (from 1) into one of the file."""
        down = self.split.body_line
        return Span(self.path, line + down, column, end_line + down, end_column)

    def body_top(self) -> Span:
        """Give the first line of the body that is not blank (the last line of the file if none is)."""
        lines = self.lines
        for number in range(self.split.body_line, len(lines)):
            if lines[number].strip():
                return Span(self.path, number + 1, 1, number + 1, len(lines[number]) + 1)
        return Span(self.path, len(lines), 1, len(lines), 1)

    def mark(self, mark: yaml12.Mark) -> Span:
        """Turn a mark inside the YAML part into a place of the file, kept inside the file."""
        down = 1 if self.front else 0
        lines = self.lines
        line = min(mark.line + down, len(lines) - 1)
        end_line = min(mark.end_line + down, len(lines) - 1)
        column = min(mark.column, len(lines[line]))
        end_column = min(mark.end_column, len(lines[end_line]))
        if (end_line, end_column) <= (line, column):
            end_line, end_column = line, column + (1 if column < len(lines[line]) else 0)
        return Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)

    def _span(self, mark: yaml12.Mark, *, closed: bool = True) -> Span:
        if closed:
            return self.mark(mark)
        first = self.mark(mark)
        line = self.lines[first.line - 1]
        return Span(self.path, first.line, first.column, first.line, len(line.rstrip()) + 1)

    def _holder(self, found: Key) -> Span:
        """Point at the key that should hold what is missing: a parent key, or the list item's first key."""
        if not found:
            return self.top()
        if isinstance(found[-1], str):
            return self.key(*found)
        place, _ = self._find(found)
        first = next(iter(place.keys.values()), None) if place else None
        return self.mark(first) if first else self.value(*found)

    def _find(self, key: Key) -> tuple[yaml12.Place | None, list[str | int]]:
        place, found = self.root, []
        for part in key:
            child = place.items.get(part) if place else None
            if child is None:
                break
            place = child
            found.append(part)
        return place, found
