"""Whatever bytes lie at whatever path: nothing raises, and what could not be read is told, at a place that exists."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import get_args

import programmes
import pytest
import spoilt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.kinds.base import Audience
from generator.load import Loaded, Raw, load
from generator.pages import pages
from generator.programme import TABLES, Programme
from generator.progress import measure
from generator.report import as_json, github, text
from generator.source.finding import Finding
from generator.source.span import Span
from generator.view import view

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
IMAGES = (".png", ".jpg", ".webp")
Files = Mapping[str, bytes]


def holds(files: Files, audience: Audience) -> None:
    """Load, judge, report and publish; hold what was found against what every run promises."""
    loaded = programmes.loaded(files)
    found = programmes.judged(loaded)
    assert [str(span) for span in _places(found) if not _is_inside(span, files)] == []
    assert sorted(files.keys() - _readable(loaded.programme) - {each.span.path for each in found}) == []
    for render in (text.render, github.render, as_json.render, github.markdown):
        assert render(found, loaded.programme.documents, programmes.CLOCK, loaded.files).encode()
    if loaded.programme.settings:
        seen = view(loaded.programme, measure(loaded.programme, programmes.CLOCK), found, audience)
        assert all(page.html.encode() and page.title.encode() for page in pages(seen))


def _places(found: tuple[Finding, ...]) -> Iterator[Span]:
    for finding in found:
        yield finding.span
        yield from (related.span for related in finding.related if related.span is not None)


def _is_inside(span: Span, files: Files) -> bool:
    """Tell whether a place lies in the text of its file; a file that is no text has none but 1:1."""
    if span.path.endswith(IMAGES):
        return span == Span(span.path)
    lines = files.get(span.path, b"").decode(errors="replace").split("\n")
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    return start <= end and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1].removesuffix("\r")) + 1
        for line, column in (start, end)
    )


def _readable(programme: Programme) -> set[str]:
    """Give the paths of all files that a programme was made of."""
    singles = [single.path for single in (programme.settings, programme.moved) if single]
    threads = [post.path for posts in programme.threads.values() for post in posts]
    sessions = [session.path for found in programme.sessions.values() for session in found]
    tables = [entry.path for kind in TABLES for entry in programme.entries(kind).values()]
    return {*singles, *threads, *sessions, *tables, *programme.images, *programme.signatures}


@given(files=spoilt.programmes_with_accidents(), audience=st.sampled_from(AUDIENCES))
@settings(max_examples=400)
def test_nothing_raises_and_all_is_told(files: Files, audience: Audience) -> None:
    holds(files, audience)
