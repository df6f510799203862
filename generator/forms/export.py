"""The export of a form tool: bytes of a CSV file, whatever its encoding and separator, to rows of cells.

What people answered stands in these rows. So no message of this module says more than how a file is built.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from generator.forms.answers import UnfitError

LARGEST = 16 << 20
"""Bytes: a survey of a programme has far fewer."""

SEPARATORS = ",;\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; those of four bytes begin like those of two, so they come first."""


def rows(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Give the rows that hold something, cells without space around them; raises `UnfitError` for what is no table."""
    if len(data) > LARGEST:
        message = "a file of at most 16 MiB"
        raise UnfitError(message)
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    told = first.strip().removeprefix("sep=") if first.startswith("sep=") else ""
    separator, text = (told, rest) if told and told in SEPARATORS else (_separator(text), text)
    return tuple(row for row in _read(text, separator) if any(row))


def _decoded(data: bytes) -> str:
    """Decode by the mark, else as UTF-16 where every other byte is empty, as UTF-8, or as Western offices write."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    head = data[:200]
    if head.count(0) > len(head) // 4:
        return data.decode("utf-16-be" if head[:1] == b"\0" else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """Choose what cuts the first rows into most cells, all alike; of equal ones the usual one."""
    return max(SEPARATORS, key=lambda each: _cells(text[:20_000], each))


def _cells(text: str, separator: str) -> int:
    widths = [len(row) for _, row in zip(range(3), _read(text, separator, strict=False), strict=False) if any(row)]
    return min(widths, default=0)


def _read(text: str, separator: str, *, strict: bool = True) -> Iterator[tuple[str, ...]]:
    before = csv.field_size_limit(LARGEST)
    try:
        for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator):
            yield tuple(cell.strip() for cell in row)
    except csv.Error:
        if strict:
            message = "a table of comma-separated values, as every form tool exports it"
            raise UnfitError(message) from None
    finally:
        csv.field_size_limit(before)
