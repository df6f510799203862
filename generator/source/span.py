"""Where something stands in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file; lines and columns count from 1 in code points, the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Give the place as `path:line:column-endcolumn`, the form editors and terminals link."""
        if self.end_line == self.line:
            return f"{self.path}:{self.line}:{self.column}-{self.end_column}"
        return f"{self.path}:{self.line}:{self.column}-{self.end_line}:{self.end_column}"
