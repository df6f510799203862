"""What makes a finding the same finding after an edit: its code, its file and the field it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from generator.source import yaml12
from generator.source.document import Document
from generator.source.finding import Finding
from generator.source.span import Span

_PART = re.compile(r"\[(?P<position>\d+)\]|\.?(?P<name>[^.\[\]]+)|\[(?P<id>[^\]]*)\]")
_POSITION = re.compile(r"\[\d+\]")


def fingerprints(findings: Sequence[Finding], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Name each finding by what it is about, never by line or wording; no two names are the same.

    Findings about one field of one file under one code are numbered in the order given, so give them in the
    order of the report. The documents are found by the path of the finding's place.
    """
    met: Counter[tuple[str, ...]] = Counter()
    names = []
    for finding in findings:
        about = (finding.code, finding.span.path, logical_key(finding, documents.get(finding.span.path)))
        names.append(sha256("\0".join((*about, str(met[about]))).encode(errors="surrogatepass")).hexdigest()[:32])
        met[about] += 1
    return tuple(names)


def logical_key(finding: Finding, document: Document | None) -> str:
    """Give the path of the field a finding is about, list items by `id` where they have one, else by position."""
    key = finding.key
    if document is None:
        return key
    if not key:
        return key_at(document, finding.span)
    return _with_ids(key, document.reading.data) if _POSITION.search(key) else key


def key_at(document: Document, span: Span) -> str:
    """Look up the path of the field that stands at a place; `body` below front matter, nothing where none stands."""
    line = span.line - 1
    if document.front:
        if document.split.closed and span.line > document.split.body_line:
            return "body"
        line -= 1
    if document.root is None:
        return ""
    text = ""
    for part in _path(document.root, (line, span.column - 1)):
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return _with_ids(text, document.reading.data)


def _path(place: yaml12.Place, at: tuple[int, int]) -> tuple[str | int, ...]:
    """Go down to the innermost key or value that holds a place, from 0."""
    for name, mark in place.keys.items():
        if _holds(mark, at):
            return (name,)
    for part, child in place.items.items():
        if _holds(child.mark, at):
            return (part, *_path(child, at))
    return ()


def _holds(mark: yaml12.Mark, at: tuple[int, int]) -> bool:
    start = (mark.line, mark.column)
    return start <= at < (mark.end_line, mark.end_column) or start == at


def _with_ids(key: str, data: Any) -> str:
    """Write the positions in a key path as the ids of the items there."""
    text = ""
    for part in _PART.finditer(key):
        written = part.group()
        if part["position"] is not None and isinstance(data, list):
            data = data[int(part["position"])] if int(part["position"]) < len(data) else None
            own = data.get("id") if isinstance(data, dict) else None
            written = f"[{own}]" if isinstance(own, str) else written
        elif part["name"] is not None:
            data = data.get(part["name"]) if isinstance(data, dict) else None
        else:
            data = _item(data, written[1:-1])
        text += written
    return text


def _item(data: Any, own: str) -> Any:
    """Give the item of a list that has an id."""
    items = data if isinstance(data, list) else []
    return next((each for each in items if isinstance(each, dict) and each.get("id") == own), None)
