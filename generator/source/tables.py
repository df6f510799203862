"""Tables that would grow beyond measure, found before anything renders them.

A renderer fills short rows up: 122 KB of source became 300 MB. So what looks like a table is counted in the
source; only where that count is too high is the text rendered, and only as far as the table must be seen
to be one. Blocks of Markdown depend on nothing that comes after them, so the part is judged as the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from generator.source.commonmark import Element, elements, html

COLUMNS = 20
CELLS = 2000
TABLES = 20
_MOST_LOOKS = 50
"""So often a text is rendered in part; who writes more that only looks like a table is refused unseen."""

_LINE = re.compile(r"^[ \t\r>|:+*.)\d-]+$", re.MULTILINE)
_BLANK = re.compile(r"^[ \t>]*\r?$", re.MULTILINE)


What = Literal["columns", "cells", "tables", "lookalikes"]


class TooLarge(NamedTuple):
    """A table over a limit: its first row as offsets in the body, and what there is too much of."""

    start: int
    end: int
    what: What


class _Candidate(NamedTuple):
    """A line that may stand under a table's head: where it ends, how many columns and rows there may be."""

    start: int
    end: int
    columns: int
    rows: int


def too_large(body: str) -> TooLarge | None:
    """Find the first table with more than 20 columns or 2,000 cells, or the twenty-first table."""
    if _surely_small(body):
        return None
    left, looks = TABLES, 0
    for candidate in _candidates(body):
        left -= 1
        if left >= 0 and candidate.columns <= COLUMNS and candidate.columns * candidate.rows <= CELLS:
            continue
        found, number = _rendered(body, candidate)
        looks += 1
        if found or looks > _MOST_LOOKS:
            return found or TooLarge(candidate.start, candidate.end, "lookalikes")
        left = TABLES - number
    return None


def _surely_small(body: str) -> bool:
    """Tell without looking for tables: a table of n columns has 2(n - 1) bars at least, and two lines."""
    lines = body.count("\n") + 1
    columns = body.count("|") // 2 + 1 if "|" in body else 1
    return columns <= COLUMNS and columns * lines <= CELLS and lines <= 2 * TABLES


def _candidates(body: str) -> Iterator[_Candidate]:
    for line in _LINE.finditer(body):
        text = line.group()
        if "-" in text and ("|" in text or ":" in text):
            blank = _BLANK.search(body, line.end() + 1)
            below = body.count("\n", line.end() + 1, blank.start() if blank else len(body)) + 1
            inner = text.lstrip(" \t>").removeprefix("|").rstrip().removesuffix("|")
            yield _Candidate(line.start(), line.end(), inner.count("|") + 1, below + 1)


def _rendered(body: str, candidate: _Candidate) -> tuple[TooLarge | None, int]:
    """Render as far as needed; give the table over a limit, else how many tables there are."""
    enough = CELLS // candidate.columns + 1
    end = candidate.end
    for _ in range(enough if candidate.columns <= COLUMNS else 0):
        end = body.find("\n", end + 1)
        if end < 0:
            end = len(body)
            break
    part = body[:end]
    tables = list(_tables(elements(part, html(part, everything=True))))
    for number, (head, columns, rows) in enumerate(tables, 1):
        if columns > COLUMNS or columns * rows > CELLS or number > TABLES:
            what: What = "columns" if columns > COLUMNS else "cells" if columns * rows > CELLS else "tables"
            return TooLarge(head.start, head.end, what), number
    return None, len(tables)


def _tables(found: Sequence[Element]) -> Iterator[tuple[Element, int, int]]:
    """Give each table's first row, and how many columns and rows it has."""
    starts = [number for number, each in enumerate(found) if each.name == "table"]
    for start, end in zip(starts, [*starts, len(found)][1:], strict=True):
        inside = [each.name for each in found[start:end]]
        yield found[start + 1], inside.count("th"), inside.count("tr")
