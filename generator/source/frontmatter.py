"""Front matter: where it starts and ends, and a strict handler for python-frontmatter.

The package returns empty metadata for a fence that is never closed, for a byte-order mark and for a
list; a private post would lose its visibility. So the splitting and the reading are ours, and the
package gets them as its handler.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.source import yaml12

if TYPE_CHECKING:
    import frontmatter

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_FIELD = re.compile(r"[ \t]*(?:- |[A-Za-z_][\w-]*:(?:[ \t]|$))|[ \t]+\S")


class Split(NamedTuple):
    """A Markdown file in two: the YAML between the fences and the body, as offsets, since a programme keeps many.

    `closed` is false where the opening fence has no end; `opened` where there is none at all.
    """

    opened: bool
    closed: bool
    text: str
    begin: int
    end: int
    body_at: int

    @property
    def yaml(self) -> str:
        """Give what stands between the fences."""
        return self.text[self.begin : self.end]

    @property
    def body(self) -> str:
        """Give what follows the closing fence; all of a text that has no fence."""
        return self.text[self.body_at :]

    @property
    def body_line(self) -> int:
        """Give the body's first line, from 0."""
        return self.text.count("\n", self.begin, self.end) + 2 if self.closed else 0


def split(text: str) -> Split:
    """Split at the first line `---` and the next one; later ones belong to the body."""
    opened = _OPEN.match(text)
    if not opened:
        return Split(opened=False, closed=False, text=text, begin=0, end=0, body_at=0)
    closed = _closing(text, opened.end())
    if not closed:
        return Split(opened=True, closed=False, text=text, begin=opened.end(), end=len(text), body_at=len(text))
    body_at = min(closed.end() + 1, len(text))
    return Split(opened=True, closed=True, text=text, begin=opened.end(), end=closed.start(), body_at=body_at)


def _closing(text: str, begin: int) -> re.Match[str] | None:
    """Find the next line `---`; to look for the dashes first is much quicker than to try each place."""
    at, found = text.find("---", begin), None
    while at >= 0 and not (found := _CLOSE.match(text, at)):
        at = text.find("---", at + 1)
    return found


def last_field_line(text: str) -> int:
    """Give the number (from 1) of the last line from the top that looks like a field: the fence was meant after it."""
    last = 1
    for number, line in enumerate(text.splitlines()[1:], 2):
        if not _FIELD.match(line):
            break
        last = number
    return last


class UnreadableError(Exception):
    """There is no front matter that we would read.

    No `ValueError`: python-frontmatter takes one for "there is none" and gives the whole text as the body.
    """


def strict_handler() -> frontmatter.default_handlers.BaseHandler:
    """Make the handler that lets python-frontmatter read exactly what we read.

    It raises `UnreadableError` where our reader has a fault or there is no front matter (ask `detect` first
    where that is allowed): a caller outside `check` must not get half a post.
    """
    from frontmatter.default_handlers import BaseHandler  # noqa: PLC0415 - dear import, rarely needed

    class StrictHandler(BaseHandler):
        """Our splitter and our YAML reader behind the package's interface."""

        FM_BOUNDARY = _CLOSE
        START_DELIMITER = END_DELIMITER = "---"

        def detect(self, text: str) -> bool:
            return split(text).opened

        def split(self, text: str) -> tuple[str, str]:
            parts = split(text)
            if not parts.closed:
                message = "the front matter is opened and never closed" if parts.opened else "there is no front matter"
                raise UnreadableError(message)
            return parts.yaml, parts.body

        def load(self, fm: str) -> dict[str, Any]:
            reading = yaml12.read(fm)
            if reading.faults:
                message = f"the front matter is not readable: {reading.faults[0].kind}"
                raise UnreadableError(message)
            data: dict[str, Any] = reading.data
            return data

        def export(self, metadata: dict[str, object], **_: object) -> str:
            message = "files are written by `mentoring new`, not through this handler"
            raise NotImplementedError(message)

    return StrictHandler()
