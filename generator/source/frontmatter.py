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
    """A Markdown file in two: the YAML between the fences and the body, each with its first line (from 0).

    `closed` is false where the opening fence has no end; `opened` where there is none at all.
    """

    opened: bool
    closed: bool
    yaml: str
    body: str
    body_line: int


def split(text: str) -> Split:
    """Split at the first line `---` and the next one; later ones belong to the body."""
    opened = _OPEN.match(text)
    if not opened:
        return Split(opened=False, closed=False, yaml="", body=text, body_line=0)
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        return Split(opened=True, closed=False, yaml=text[opened.end() :], body="", body_line=0)
    yaml = text[opened.end() : closed.start()]
    body_at = closed.end() + (1 if closed.end() < len(text) else 0)
    return Split(opened=True, closed=True, yaml=yaml, body=text[body_at:], body_line=yaml.count("\n") + 2)


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
