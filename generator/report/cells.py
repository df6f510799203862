"""Text on a terminal: what is printed for a character, and how many columns it takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.source.characters import shown

MASK = "…"
_TAB = "    "
_UNSAFE = re.compile("[\t-\r\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_JAMO = range(0x1160, 0x1200)
"""Vowels and finals of Hangul written in parts: they join the consonant before them."""


class Cell(NamedTuple):
    """One printed piece of a source line: its text, its width, and the source columns it stands for (from 1)."""

    text: str
    width: int
    column: int
    end: int


def width(text: str) -> int:
    """Count the columns a terminal gives to a text (Unicode Standard Annex 11; ambiguous is narrow)."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def plain(text: str) -> str:
    """Make a text fit for one line of a terminal or a log: nothing in it moves, hides or breaks a line."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(lambda found: f"<U+{ord(found.group()):04X}>", shown(text))


def as_written(text: str, column: int) -> Iterator[Cell]:
    """Give the cells of a text that starts at a source column, hidden characters by name."""
    if text.isascii() and text.isprintable():
        yield from (Cell(character, 1, at, at + 1) for at, character in enumerate(text, column))
        return
    for at, character in enumerate(text, column):
        printed = _TAB if character == "\t" else plain(character)
        yield Cell(printed, width(printed), at, at + 1)


def masked(column: int, end: int) -> Cell:
    """Give the one cell that stands for a stretch which may not be shown."""
    return Cell(MASK, 1, column, end)


def joined(cells: Iterable[Cell]) -> str:
    """Give the text that cells print."""
    return "".join(cell.text for cell in cells)


def under(cells: list[Cell], column: int, end: int) -> tuple[int, int]:
    """Tell where a stretch of the source stands in print: the columns before it and its own, one at least."""
    before = sum(cell.width for cell in cells if cell.end <= column)
    own = sum(cell.width for cell in cells if cell.column < end and column < cell.end)
    return before, max(own, 1)


def within(cells: list[Cell], most: int, column: int, end: int) -> list[Cell]:
    """Cut a line to a number of columns around a stretch of it; a mask stands for what is cut off."""
    if sum(cell.width for cell in cells) <= most:
        return cells
    before, own = under(cells, column, end)
    room = most - 2 * width(MASK)
    first = max(0, before - max(0, room - own) // 2)
    first = max(0, min(first, sum(cell.width for cell in cells) - room))
    kept, at = [], 0
    for cell in cells:
        if first <= at and at + cell.width <= first + room:
            kept.append(cell)
        at += cell.width
    return _marked(cells, kept)


def _marked(cells: list[Cell], kept: list[Cell]) -> list[Cell]:
    left = [masked(cells[0].column, kept[0].column)] if kept[0] is not cells[0] else []
    right = [masked(kept[-1].end, cells[-1].end)] if kept[-1] is not cells[-1] else []
    return [*left, *kept, *right]


def _columns(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH or ord(character) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
