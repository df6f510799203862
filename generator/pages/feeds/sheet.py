"""A table as CSV (RFC 4180), for a spreadsheet, which must not take a participant's words for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.pages.feeds.table import Table, Value

TYPE = "text/csv"
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Spreadsheets read a file as UTF-8 only where it begins with this."""
_SIGNS = "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
_FORMULA = (*_SIGNS, "\t", "\r", "\n")
"""What a cell begins with that a spreadsheet would compute."""
_INSIDE = re.compile(rf"(?<=.)[;\r\n](?=\s*[{re.escape(_SIGNS)}])", re.DOTALL)
"""Where a spreadsheet parts cells at semicolons, as in much of Europe, one begins behind each, and at each line."""


def write(table: Table[Any], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """Write a table with its columns' names in the first line."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(column.name for column in table.columns)
    lines.writerows([_cell(value) for value in row.values()] for row in rows)
    return f"{_MARK}{out.getvalue()}".encode()


def _cell(value: Value) -> str | int:
    """Give a cell: whatever would be computed begins with an apostrophe, a list has semicolons."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    text = _INSIDE.sub(r"\g<0>'", value if isinstance(value, str) else "; ".join(value))
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
