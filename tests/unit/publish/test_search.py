"""The search index: the same bytes whatever the order and the run, one page found once, and plain words on failure."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rendered
from git import Repo

from generator.pages.page import Page
from generator.publish import filters, pagefind, provenance, search

WORDS = (("heron", "Ünder", "2025"), ("stork", "Over", "2026"), ("crane", "Under", "2026"))
ARTICLE = (
    """<article class="m-page"><h1>{0}</h1><p>a {0} of words</p><ul class="m-cards"><li>again</li></ul></article>"""
)
PAGES = [
    Page(f"posts/{number}.md", word, "", ARTICLE.format(word), "threads", None, (("area", area), ("year", year)))
    for number, (word, area, year) in enumerate(WORDS)
]


def made(out: Path, pages: list[Page], language: str = "en") -> dict[str, bytes]:
    search.index(out, pages, language, out / "nowhere", "organisation")
    return written(out)


def indexed(root: Path, pages: list[Page]) -> dict[str, bytes]:
    search.index(root / "site", pages, "en", root, "organisation")
    return written(root / "site")


def written(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def _from(page: Page, commit: str) -> Page:
    return replace(page, html=f"{page.html}{provenance.START}<p>{commit}</p></footer>\n")


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    inside = [gzip.decompress(data) for path, data in files.items() if path.endswith(".pf_fragment")]
    return [json.loads(data.removeprefix(b"pagefind_dcd")) for data in inside]


def test_the_same_pages_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    first = made(tmp_path / "a", PAGES)
    assert all(made(tmp_path / str(run), PAGES[run:] + PAGES[:run]) == first for run in range(3))


def test_a_page_is_indexed_with_its_words_its_filters_and_nothing_it_repeats(tmp_path: Path) -> None:
    found = {str(each["url"]): each for each in fragments(made(tmp_path, PAGES))}
    assert set(found) == {"/posts/0/", "/posts/1/", "/posts/2/"}
    assert found["/posts/0/"]["content"] == "heron. a heron of words."
    assert found["/posts/0/"]["filters"] == {"kind": ["Posts"], "area": ["Ünder"], "year": ["2025"]}


def test_a_list_that_is_not_handed_over_ends_where_it_ends() -> None:
    pages = rendered.bundled("coordinators").pages.values()
    lists = [found[0] for page in pages for found in search._LISTED.finditer(page.html)]
    assert len(lists) > 100
    assert all(found.count("<ul") == 1 for found in lists), "a list within would end it too early"
    assert sum(found.count("<h2") for found in lists if 'id="people"' in found) > 100


def test_the_words_of_facts_and_cells_stand_apart(tmp_path: Path) -> None:
    facts = "<dl><div><dt>Time zone</dt><dd>Lisbon time</dd></div></dl>"
    cells = "<table><tr><th>Area</th><th>Short</th></tr><tr><td>Data</td><td>eight</td></tr></table>"
    page = replace(PAGES[0], html=f'<article class="m-page"><h1>heron</h1>{facts}{cells}</article>')
    (found,) = fragments(made(tmp_path, [page]))
    assert found["content"] == "heron. Time zone: Lisbon time. Area Short Data. eight."


def test_only_what_the_search_page_loads_is_written(tmp_path: Path) -> None:
    files = made(tmp_path, PAGES, "tlh")
    tops = {Path(path).name.split(".")[0] for path in files if path.count("/") == 2}
    assert tops == {"pagefind", "pagefind-entry", "wasm"}
    assert "search/pagefind/wasm.unknown.pagefind" in files, "a language without a stemmer is searched as it is"


def test_where_a_page_comes_from_is_not_indexed(tmp_path: Path) -> None:
    assert made(tmp_path / "a", [_from(page, "1234") for page in PAGES]) == made(tmp_path / "b", PAGES)


@pytest.mark.usefixtures("without")
def test_an_index_is_taken_again_while_the_words_stay(repository: Path) -> None:
    first = written(repository / "site")
    shutil.rmtree(repository / "site")
    assert indexed(repository, [_from(page, "another commit") for page in PAGES]) == first


@pytest.mark.usefixtures("without")
@pytest.mark.parametrize("change", [{"html": ARTICLE.format("crow")}, {"path": "posts/9.md"}, {"facets": ()}])
def test_another_page_asks_for_another_index(repository: Path, change: dict[str, Any]) -> None:
    with pytest.raises(pagefind.SearchError):
        indexed(repository, [replace(PAGES[0], **change), *PAGES[1:]])


@pytest.mark.usefixtures("without")
def test_an_index_is_for_one_audience(repository: Path) -> None:
    with pytest.raises(pagefind.SearchError):
        search.index(repository / "site", PAGES, "en", repository, "cohort")


@pytest.mark.parametrize("left", [0, 30, 65, -1])
def test_what_is_cut_short_is_made_again(repository: Path, request: pytest.FixtureRequest, left: int) -> None:
    kept = repository / ".git/mentoring/search-organisation"
    kept.write_bytes(kept.read_bytes()[:left])
    first = indexed(repository, PAGES)
    assert first == made(repository / "fresh", PAGES)
    request.getfixturevalue("without")
    assert indexed(repository, PAGES) == first, "and is kept again"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository whose index was made once."""
    Repo.init(tmp_path)
    indexed(tmp_path, PAGES)
    return tmp_path


@pytest.fixture
def without(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take Pagefind away for the repository's own index."""
    monkeypatch.setattr(pagefind, "get_executable", lambda: repository / "gone")


def test_filters_are_sorted_and_named_by_what_is_in_them() -> None:
    given = pagefind.files(((page.address, search._indexed(page, "en")) for page in PAGES), root_selector="main")
    ordered = filters.in_order(given)
    entry = json.loads(ordered[filters.ENTRY])
    assert filters.META.format(entry["languages"]["en"]["hash"]) in ordered
    values = [path for path in ordered if path.endswith(".pf_filter")]
    assert len(values) == 3
    inside = b"".join(gzip.decompress(ordered[path]) for path in values)
    assert inside.index(b"Over") < inside.index(b"Under") < inside.index("Ünder".encode())
    assert filters.in_order(ordered) == ordered


def test_every_page_of_a_build_has_a_kind_the_reader_can_choose() -> None:
    pages = rendered.bundled("coordinators").pages.values()
    assert len({search.kind(page) for page in pages}) == 9


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 3\n", "#!/bin/sh\nprintf 'bm90aGluZw==,'\ncat >/dev/null\n"])
def test_a_process_that_fails_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    binary = tmp_path / "pagefind"
    binary.write_text(program)
    binary.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: binary)
    with pytest.raises(pagefind.SearchError, match="Pagefind ended before it was done"):
        search.index(tmp_path, PAGES, "en", tmp_path, "organisation")


def test_a_program_that_is_not_there_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: tmp_path / "gone")
    with pytest.raises(pagefind.SearchError, match="No such file"):
        search.index(tmp_path, PAGES, "en", tmp_path, "organisation")


def test_pagefind_says_what_it_refuses() -> None:
    with pytest.raises(pagefind.SearchError, match="could not be made: "):
        pagefind.files([("/a/", "<html>")], root_selector=7)
