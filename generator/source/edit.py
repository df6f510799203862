"""Changes single values of a YAML file, or adds to its lists; every comment and every other byte stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.source import emit, yaml12
from generator.source.yaml12 import Mark, Place

Key = Sequence[str | int]


class NotEditableError(Exception):
    """The file is written in a way in which this value cannot be changed safely."""


def put(text: str, key: Key, value: Any) -> str:
    """Give the text with one value replaced, or added as the last key of its mapping.

    Raises:
        NotEditableError: what came out would not read as meant, or what should hold the value is no mapping.
    """
    return _changed(text, key, value, lambda old, holder: old.put(holder, str(key[-1]), value))


def append(text: str, key: Key, item: Any) -> str:
    """Give the text with one more item at the end of a list; a list that is missing or empty is made.

    Raises:
        NotEditableError: what came out would not read as meant, or what should hold the item is no list.
    """
    there: Any = yaml12.read(text).data
    for part in key:
        there = there.get(part) if isinstance(there, Mapping) else None
    if not there:
        return put(text, key, [item])
    if not isinstance(there, list):
        raise NotEditableError
    return _changed(text, (*key, len(there)), item, lambda old, holder: old.append(holder, item))


def _changed(text: str, key: Key, value: Any, change: Callable[[_Text, Place], str]) -> str:
    """Change what holds a key, and read the result again: it must differ in that value alone."""
    reading = yaml12.read(text, places=True)
    if reading.faults or reading.places is None:
        raise NotEditableError
    place: Place | None = reading.places
    for part in key[:-1]:
        place = place.items.get(part) if place else None
    if place is None or not place.items:
        raise NotEditableError
    changed = change(_Text(text), place)
    if yaml12.read(changed) != (_with(reading.data, key, value), (), None):
        raise NotEditableError
    return changed


class _Text:
    """A text by lines, so that marks can be turned into offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = "\r\n" if "\r\n" in text else "\n"
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def offset(self, line: int, column: int) -> int:
        return min(self.starts[min(line, len(self.starts) - 1)] + column, len(self.text))

    def put(self, holder: Place, name: str, value: Any) -> str:
        flow = self._begins(holder) == "{"
        if name in holder.keys:
            return self._replaced(holder, name, value, flow=flow)
        last = holder.items[next(reversed(holder.keys))]
        if flow:
            at = self._end(last)
            return f"{self.text[:at]}, {name}: {emit.flow(value)}{self.text[at:]}"
        column = next(iter(holder.keys.values())).column
        return self._below(last, emit.field(name, value, column))

    def append(self, holder: Place, item: Any) -> str:
        last = holder.items[max(holder.items, key=int)]
        if self._begins(holder) == "[":
            at = self._end(last)
            return f"{self.text[:at]}, {emit.flow(item)}{self.text[at:]}"
        return self._below(last, emit.item(item, holder.mark.column))

    def _begins(self, place: Place) -> str:
        return self.text[self.offset(place.mark.line, place.mark.column)]

    def _below(self, place: Place, lines: str) -> str:
        """Write lines below the last one of a value."""
        at = self._next_line(self._end(place))
        before = self.text[:at]
        before += "" if before.endswith("\n") else self.end
        return f"{before}{self._lines(lines)}{self.end}{self.text[at:]}"

    def _replaced(self, holder: Place, name: str, value: Any, *, flow: bool) -> str:
        key, old = holder.keys[name], holder.items[name]
        start, end = self.offset(old.mark.line, old.mark.column), self._end(old)
        single = not (isinstance(value, Mapping | list | tuple) and value)
        if flow or (single and start < end and old.mark.line == key.line):
            new = emit.flow(value) if flow else emit.scalar(value)
            return f"{self.text[:start]}{new}{self.text[end:]}"
        written = emit.field("k", value, key.column)[key.column + 1 :]
        return f"{self.text[: self._colon(key)]}{self._lines(written)}{self.text[max(end, self._colon(key) + 1) :]}"

    def _colon(self, key: Mark) -> int:
        return self.text.index(":", self.offset(key.end_line, key.end_column))

    def _end(self, place: Place) -> int:
        """Give the offset after the last letter of a value; a block ends where its last value does."""
        start = self.offset(place.mark.line, place.mark.column)
        if place.items and self.text[start] not in "{[":
            return max(self._end(each) for each in place.items.values())
        end = self.offset(place.mark.end_line, place.mark.end_column)
        return start + len(self.text[start:end].rstrip("\r\n"))

    def _next_line(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def _lines(self, text: str) -> str:
        return text.replace("\n", self.end)


def _with(data: Any, key: Key, value: Any) -> Any:
    """Give the data with the value in it, as our reader would read it."""
    if not key:
        return yaml12.read(emit.mapping({"value": value})).data["value"]
    part, rest = key[0], key[1:]
    if isinstance(data, list):
        if part == len(data):
            return [*data, _with(None, rest, value)]
        return [_with(each, rest, value) if at == part else each for at, each in enumerate(data)]
    return {**data, part: _with(data.get(part), rest, value)}
