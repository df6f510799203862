"""Sizes a file must stay within, judged before any work is done on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from generator.source.finding import Finding
from generator.source.span import Span

if TYPE_CHECKING:
    from generator.source.document import Document

LINE = 4000
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"


class HasLimits(Protocol):
    """A policy that may set sizes of its own."""

    max_yaml: int | None
    max_markdown: int | None
    max_sealed: int | None


class IsKind(Protocol):
    """What we need to know of a kind of file."""

    @property
    def front(self) -> bool:
        """Tell whether it is Markdown with front matter."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest sizes, in bytes; parsing time and memory grow with them."""

    yaml: int = 64 << 10
    markdown: int = 128 << 10
    sealed: int = 256 << 10


ALWAYS_ALLOWED = Limits().yaml // 2
"""No policy refuses a file of so few bytes."""


def from_policy(policy: HasLimits) -> Limits:
    """Take a policy's sizes, kept between half and double the defaults (PRG004 reports the rest)."""
    standard = Limits()
    return Limits(
        _within(policy.max_yaml, standard.yaml),
        _within(policy.max_markdown, standard.markdown),
        _within(policy.max_sealed, standard.sealed),
    )


def too_large(kind: IsKind, path: str, data: bytes, most: Limits) -> Finding | None:
    """Refuse a file over its limit, without reading it further."""
    allowed = most.yaml
    if kind.front:
        allowed = most.sealed if _ARMOUR in data[:4096] else most.markdown
    if len(data) <= allowed:
        return None
    return Finding(
        "FIL005", "error", Span(path), f"the file is larger than {allowed // 1024} KiB",
        f"split it, or shorten it to at most {allowed // 1024} KiB", "",
    )  # fmt: skip


def long_line(document: Document) -> Finding | None:
    """Refuse a line of more than 4,000 characters."""
    text = document.text
    if len(text) <= LINE or max(map(len, text.split("\n"))) <= LINE:
        return None
    number, line = next(((at, each) for at, each in enumerate(document.lines, 1) if len(each) > LINE), (0, ""))
    if not number:
        return None
    return Finding(
        "FIL005", "error", Span(document.path, number, LINE + 1, number, len(line) + 1),
        f"the line is longer than {LINE:,} characters", "break it into several lines", "",
    )  # fmt: skip


def _within(value: int | None, standard: int) -> int:
    return standard if value is None else min(max(value, standard // 2), standard * 2)
