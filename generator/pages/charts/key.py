"""A key of marks: each mark with its word, in rows as wide as the picture; only marks that were drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.pages.charts.svg import path, text, width

Mark = Callable[[float, float], Iterable[tuple[str, str]]]
"""Gives the strokes of a mark in a square of twelve pixels at a place, each with its look."""

SIDE, _ROW = 12, 22


def key(marks: Iterable[tuple[Mark, str]], wide: float, top: float) -> tuple[str, float]:
    """Give the strokes of a key, and how high it is; nothing where no mark needs a word."""
    drawn, x, y = [], 0.0, top
    for mark, word in marks:
        taken = SIDE + 6 + width(word)
        if x and x + taken > wide:
            x, y = 0.0, y + _ROW
        drawn += [path([stroke], look) for look, stroke in mark(x, y)]
        drawn.append(text(x + SIDE + 6, y + SIDE - 1.5, word, "m-c-soft"))
        x += taken + 16
    return "".join(drawn), y - top + _ROW if drawn else 0.0
