"""What is too large to be rendered: such a text is shown as it was typed, since rendering must stay linear.

The checker refuses these texts (FIL005); this is the second wall, for a text that came another way.
"""

from __future__ import annotations

import re

LARGEST = 2 << 20
"""Characters of a rendered fragment."""

_DEEPEST = 50
_CELLS = 100_000
_MARKERS = " \t>-+*.)0123456789"
_DELIMITER = re.compile(r"[\s>|:-]*-[\s>|:-]*")


def too_deep(markdown: str) -> bool:
    """Tell whether a line opens more than fifty quotes: each nested one is written out for every line."""
    if markdown.count(">") <= _DEEPEST:
        return False
    return any(_quotes(line) > _DEEPEST for line in markdown.splitlines())


def _quotes(line: str) -> int:
    return line[: len(line) - len(line.lstrip(_MARKERS))].count(">")


def too_wide(markdown: str) -> bool:
    """Tell whether a table could have far too many cells: short rows are filled up to the width of the head."""
    if "|" not in markdown:
        return False
    lines = markdown.splitlines()
    widest = max((line.count("|") for line in lines if _DELIMITER.fullmatch(line)), default=0)
    return (widest + 1) * len(lines) > _CELLS
