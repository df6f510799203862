"""The index behind `/search/`: made by Pagefind from one audience's pages, the same bytes each time.

It is given each page's own article and nothing else, so it can know nothing that the pages do not say. What
a page only repeats from others (cards, rows of people, links to neighbours) is left out: a post is found
once, on its own page. So is its provenance, which changes with each commit: as long as all other words stay,
the index that was made of them is kept beside the history and taken again.
"""

from __future__ import annotations

import json
import marshal
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape
from importlib.metadata import version
from pathlib import Path

from generator import kept
from generator.kinds.base import Audience
from generator.language import gettext, speaking
from generator.pages.page import MISSING, Page
from generator.pages.search import ADDRESS, BESIDE, kind
from generator.publish import filters, pagefind, provenance, site

FOLDER = f"{ADDRESS[1:]}pagefind"
"""Below the search page, so that one rule of a web server covers all that search loads."""

_REPEATED = (
    ".m-crumbs", ".m-cards", ".m-pager", ".m-near", ".m-filters", ".m-find",
    ".m-people .m-rows", ".m-calendar .m-rows", ".m-files", ".m-listed", ".m-tags ul",
    ".m-search section",
)  # fmt: skip
_OPTIONS = {"root_selector": "main", "exclude_selectors": _REPEATED}
_APART = (("</dt><dd", "</dt>: <dd"), ("</th><t", "</th> <t"))
"""Pagefind writes no space between these, so an excerpt would read "Time zoneLisbon time"."""
_KEPT = "search"
_LISTED = re.compile(r'<ul class="m-(?:cards|rows" id="people)">.*?</ul>', re.DOTALL)
"""The longest of what is repeated: it is not even handed over."""
_LESS = ' data-pagefind-weight="0.25"'


def index(out: Path, pages: Iterable[Page], language: str, root: Path, audience: Audience) -> None:
    """Write the index of an audience's pages into the folder `FOLDER` of a site; raises `pagefind.SearchError`.

    `root` is the programme's, by which the index is kept.
    """
    found = sorted((page for page in pages if page.path != MISSING), key=lambda page: page.address)
    with speaking(language):
        given = [(page.address, _indexed(page, language)) for page in found]
    for path, data in _kept(given, root, f"{_KEPT}-{audience}").items():
        site.write(out / FOLDER / path, data)


def _kept(given: list[tuple[str, str]], root: Path, name: str) -> dict[str, bytes]:
    """Take the index that was kept of the very same pages; else make it, and keep it instead of the last."""
    meant = _meant(given)
    text = kept.read(root, name, meant)
    if text is not None:
        known: dict[str, bytes] = marshal.loads(text)  # noqa: S302 - whole, and of our own writing
        return known
    made = filters.in_order(pagefind.files(given, **_OPTIONS))
    needed = {path: made[path] for path in sorted(_needed(made))}
    kept.write(root, name, meant, marshal.dumps(needed))
    return needed


def _meant(given: list[tuple[str, str]]) -> bytes:
    """Name all that an index depends on: the pages, Pagefind and what it is asked for, and our own way with both."""
    digest = sha256(repr((marshal.version, version("pagefind-bin"), _OPTIONS)).encode())
    for source in (__file__, filters.__file__, pagefind.__file__):
        digest.update(Path(source).read_bytes())
    for page in given:
        digest.update(repr(page).encode())
    return digest.digest()


def _indexed(page: Page, language: str) -> str:
    """Give what Pagefind reads of a page: its article, and by what it can be filtered."""
    weight = _LESS if kind(page) in BESIDE else ""
    words = _LISTED.sub("", page.html.partition(provenance.START)[0])
    for glued, apart in _APART:
        words = words.replace(glued, apart)
    return f'<html lang="{escape(language)}"><body><main{weight}>{"".join(_facets(page))}{words}</main></body></html>'


def _facets(page: Page) -> Iterator[str]:
    for name, value in (("kind", gettext(kind(page))), *page.facets):
        yield f'<i data-pagefind-filter="{escape(name)}:{escape(value)}"></i>'


def _needed(files: Mapping[str, bytes]) -> Iterator[str]:
    """Leave out the ready-made boxes, which our page does not load, and what is for other languages."""
    languages = json.loads(files[filters.ENTRY])["languages"].values()
    yield from ("pagefind.js", filters.ENTRY)
    yield from (filters.META.format(about["hash"]) for about in languages)
    yield from {f"wasm.{about['wasm'] or 'unknown'}.pagefind" for about in languages}
    yield from (path for path in files if "/" in path)
