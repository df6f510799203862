"""What `check` has to say: one fault, one finding, at its place, with its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from generator.source.span import Span

Severity = Literal["error", "warning", "nightly"]
Grade = Literal["safe", "unsafe", "manual"]


class Edit(NamedTuple):
    """A text to put in the place of another; an empty place is an insertion."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction: its grade, what it does in words, and the text to put at the finding's span, or at its own."""

    grade: Grade = "manual"
    does: str = ""
    text: str | None = None
    span: Span | None = None


MANUAL = Fix()


@dataclass(frozen=True, slots=True)
class Related:
    """A second place or a bare note that explains a finding.

    With a span it is a place (at the finding's own span: the caret's label); `excerpt` says whether
    the line may be shown. Without a span it is a note.
    """

    message: str
    span: Span | None = None
    excerpt: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in the programme's files; there is none without a place.

    `key` is the logical path of the field, for the fingerprint. What of the source may be printed is
    decided by the models (`report/quoting.py`), never here; message and help quote only ids, dates,
    closed values, numbers and durations. `since` is the first day on which time made it true, as far as the
    files tell; no report prints it.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    help: str
    key: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix = MANUAL
    since: date | None = None

    @property
    def edit(self) -> Edit | None:
        """Give what the fix would write; nothing where it takes a person to do it."""
        text, span = self.fix.text, self.fix.span or self.span
        return None if text is None else Edit(span, text)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort by path (code points), line, column, code: never by time, hash or file system."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.message)


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Give the findings in the one order all reports share, equal ones once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))
