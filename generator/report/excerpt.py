"""The excerpt of a finding: source lines with a caret under each place, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.report.cells import Cell, joined, plain, under, within
from generator.report.quoting import Sources
from generator.source.span import Span

WIDEST = 120
GAP = "..."


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place to point at: the primary one with `^`, all others with `-`; and what to say beside it."""

    span: Span
    sign: str
    label: str = ""


def gutter(pointers: Sequence[Pointer]) -> int:
    """Give the width of the column of line numbers."""
    return max((len(str(pointer.span.line)) for pointer in pointers), default=1)


def excerpt(sources: Sources, pointers: Sequence[Pointer], margin: int) -> Iterator[str]:
    """Show the lines of one file that the pointers name, `...` standing for lines left out."""
    yield f"{'':{margin}} |"
    last = None
    ordered = sorted(pointers, key=lambda pointer: (pointer.span.line, pointer.span.column, pointer.sign != "^"))
    for number, group in groupby(ordered, key=lambda pointer: pointer.span.line):
        if last is not None and number > last + 1:
            yield GAP
        last = number
        yield from _line(sources, list(group), number, margin)


def _line(sources: Sources, pointers: list[Pointer], number: int, margin: int) -> Iterator[str]:
    cells = sources.line(pointers[0].span.path, number)
    ends = [_end(pointer.span, cells) for pointer in pointers]
    cells = within(cells, WIDEST, min(pointer.span.column for pointer in pointers), max(ends))
    yield f"{number:>{margin}} | {joined(cells)}".rstrip()
    for pointer, end in zip(pointers, ends, strict=True):
        before, own = under(cells, pointer.span.column, end)
        yield f"{'':{margin}} | {' ' * before}{pointer.sign * own} {plain(pointer.label)}".rstrip()


def _end(span: Span, cells: list[Cell]) -> int:
    """Give the column after a place on its first line."""
    if span.end_line == span.line:
        return span.end_column
    return cells[-1].end if cells else span.column
