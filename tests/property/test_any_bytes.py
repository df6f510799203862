"""Whatever bytes lie at whatever path: nothing raises, and what could not be read is told, at a place that exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import programmes
import pytest
import spoilt
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from often import times

from generator.history import History
from generator.kinds.base import Audience
from generator.load import Raw, load
from generator.pages import pages
from generator.programme import TABLES, Programme
from generator.progress.whole import measure
from generator.publish import plugin, reference
from generator.publish.prepare import Prepared
from generator.report import as_json, github, text
from generator.source.finding import Finding
from generator.source.span import Span
from generator.view import view

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
IMAGES = (".png", ".jpg", ".webp")
DAYS = (programmes.CLOCK, programmes.CLOCK, programmes.CLOCK, date.min, date.max)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A site takes a second: what is found is not made smaller."""
NO_FILE = ("link", "folder", "unreadable")

audiences, days = st.sampled_from(AUDIENCES), st.sampled_from(DAYS)


def holds(changes: spoilt.Changes, as_of: date, audience: Audience) -> None:
    """Load, judge, report and publish; hold what was found against what every run promises.

    No build would publish a programme with errors. That its pages can be made all the same is more than is
    needed, and easier to believe than a list of what the pages rely on.
    """
    files = programmes.over_healthy(changes)
    loaded = programmes.loaded(files)
    programme, found = loaded.programme, programmes.judged(loaded, as_of)
    assert [str(span) for span in _places(found) if not _is_inside(span, files)] == []
    assert sorted(files.keys() - _readable(programme) - {each.span.path for each in found}) == []
    for render in (text.render, github.render, as_json.render, github.markdown):
        assert render(found, programme.documents, as_of, loaded.files).encode()
    if programme.settings:
        seen = view(programme, measure(programme, as_of), found, audience)
        assert all(page.html.encode() and page.title.encode() for page in pages(seen))


def _places(found: tuple[Finding, ...]) -> Iterator[Span]:
    for finding in found:
        yield finding.span
        yield from (related.span for related in finding.related if related.span is not None)


def _is_inside(span: Span, files: Mapping[str, bytes]) -> bool:
    """Tell whether a place lies in the text of its file; a file that is no text has none but 1:1."""
    if span.path.endswith(IMAGES):
        return span == Span(span.path)
    lines = files.get(span.path, b"").decode(errors="replace").replace("\r\n", "\n").split("\n")
    ends = ((span.line, span.column), (span.end_line, span.end_column))
    inside = (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in ends)
    return all(inside) and ends[0] <= ends[1]


def _readable(programme: Programme) -> set[str]:
    """Give the paths of all files that a programme was made of."""
    singles = [single.path for single in (programme.settings, programme.moved) if single]
    threads = [post.path for posts in programme.threads.values() for post in posts]
    sessions = [session.path for found in programme.sessions.values() for session in found]
    tables = [entry.path for kind in TABLES for entry in programme.entries(kind).values()]
    return {*singles, *threads, *sessions, *tables, *programme.images, *programme.signatures}


@given(spoilt.changes(), days, audiences)
@times(60)
def test_nothing_raises_and_all_is_told(changes: spoilt.Changes, as_of: date, audience: Audience) -> None:
    holds(changes, as_of, audience)


@pytest.mark.slow
@given(spoilt.changes(), days, audiences)
@settings(max_examples=10_000)
def test_nothing_raises_in_ten_thousand_programmes(changes: spoilt.Changes, as_of: date, audience: Audience) -> None:
    holds(changes, as_of, audience)


def pours(changes: spoilt.Changes, as_of: date, audience: Audience) -> None:
    """Pour the site as `build` does, errors or not; each page is there, and none differs from the theme's own."""
    files = programmes.over_healthy(changes)
    loaded = programmes.loaded(files)
    programme, found = loaded.programme, programmes.judged(loaded, as_of)
    if programme.settings is None:
        return
    with TemporaryDirectory() as folder:
        root, out = Path(folder) / "programme", Path(folder) / "site"
        for path in programme.images:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path])
        seen = view(programme, measure(programme, as_of), found, audience, reference.rules())
        prepared = Prepared(root, programme, seen, History(), found)
        plugin.run(prepared, out)
        wanted = {"404.html" if page.path == "404.md" else f"{page.address[1:]}index.html" for page in prepared.pages()}
        assert sorted(place for place in wanted if not (out / place).is_file()) == []


@given(spoilt.changes(), audiences)
@settings(max_examples=2, phases=QUICK)
def test_a_site_is_poured_of_what_is_left(changes: spoilt.Changes, audience: Audience) -> None:
    pours(changes, programmes.CLOCK, audience)


@pytest.mark.slow
@given(spoilt.changes(), days, audiences)
@settings(max_examples=300, phases=QUICK)
def test_three_hundred_sites_are_poured(changes: spoilt.Changes, as_of: date, audience: Audience) -> None:
    pours(changes, as_of, audience)


@given(spoilt.paths(), st.sampled_from(NO_FILE))
def test_what_is_no_file_is_told(path: str, instead: str) -> None:
    others = (Raw(each, data) for each, data in programmes.healthy().items() if each != path)
    found = load([*others, Raw(path, b"", instead)]).findings
    assert [(each.code, each.span) for each in found if each.span.path == path] == [("FIL002", Span(path))]
