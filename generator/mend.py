"""Fixes as edits of a text: which of them may be made at all, and what the text is after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.kinds import of_path
from generator.source.document import Document
from generator.source.finding import MANUAL, Edit, Finding
from generator.source.fingerprint import key_at
from generator.source.span import Span

_ARMOUR = "-----BEGIN AGE ENCRYPTED FILE-----"
_NOT_HELD = frozenset({"planned", "cancelled", "missed"})
_SIGNED = "signed"
_DAY = len("2026-01-31")


class Mended(NamedTuple):
    """A text after its edits, and those that were made; one that overlaps an earlier one was not."""

    text: str
    made: tuple[Edit, ...]


def mended(text: str, edits: Iterable[Edit]) -> Mended:
    """Make the edits of one text; what stands outside of them stays as it is. Of two that overlap the first is made."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    made: list[Edit] = []
    parts, at, last = [], 0, -1
    for edit in sorted(edits, key=lambda edit: (edit.span.line, edit.span.column)):
        start, end = _offsets(edit.span, starts)
        if start < at or start == last:
            continue
        parts += [text[at:start], edit.text]
        at, last = end, start
        made.append(edit)
    return Mended("".join([*parts, text[at:]]), tuple(made))


def _offsets(span: Span, starts: Sequence[int]) -> tuple[int, int]:
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def within_reach(
    findings: Sequence[Finding], documents: Mapping[str, Document], as_of: date, final_after: timedelta
) -> tuple[Finding, ...]:
    """Leave to people what no fix may touch: a signed agreement, a sealed body, a session that is final."""
    last = as_of - final_after
    return tuple(replace(each, fix=MANUAL) if _is_settled(each, documents, last) else each for each in findings)


def _is_settled(finding: Finding, documents: Mapping[str, Document], last: date) -> bool:
    edit = finding.edit
    document = documents.get(edit.span.path) if edit else None
    claimed = of_path(document.path) if document else None
    if edit is None or document is None or claimed is None:
        return False
    data = document.reading.data if isinstance(document.reading.data, dict) else {}
    if claimed[0].name == "session":
        return _is_final(data, last)
    if claimed[0].name == "pair":
        return _is_signed(data, key_at(document, edit.span), edit.text)
    return _ARMOUR in document.body and key_at(document, edit.span) == "body"


def _is_signed(data: Mapping[str, Any], key: str, text: str) -> bool:
    """Tell whether a key lies in an agreement that somebody signed, or would be signed by the edit."""
    block = data.get(key.partition(".")[0])
    return isinstance(block, dict) and (bool(block.get(_SIGNED)) or text == _SIGNED)


def _is_final(data: Mapping[str, Any], last: date) -> bool:
    """Tell whether a session was held longer ago than a record may change, as far as its broken file says."""
    if data.get("status") in _NOT_HELD:
        return False
    try:
        return date.fromisoformat(str(data.get("date"))[:_DAY]) < last
    except ValueError:
        return True
