"""The index behind `/search/`: made by Pagefind from one audience's pages, the same bytes each time.

It is given each page's own article and nothing else, so it can know nothing that the pages do not say. What
a page only repeats from others (cards, rows of people, links to neighbours) is left out: a post is found
once, on its own page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from generator.language import gettext, speaking
from generator.pages.page import MISSING, Page
from generator.pages.search import ADDRESS, BESIDE, kind
from generator.publish import filters, pagefind, site

FOLDER = f"{ADDRESS[1:]}pagefind"
"""Below the search page, so that one rule of a web server covers all that search loads."""

_REPEATED = (
    ".m-crumbs", ".m-cards", ".m-pager", ".m-near", ".m-filters", ".m-find", ".m-foot",
    ".m-people .m-rows", ".m-calendar .m-rows", ".m-files", ".m-tags ul",
    ".m-search section",
)  # fmt: skip
_LESS = ' data-pagefind-weight="0.25"'


def index(out: Path, pages: Iterable[Page], language: str) -> None:
    """Write the index of these pages into the folder `FOLDER` of a site; raises `pagefind.SearchError`."""
    found = sorted((page for page in pages if page.path != MISSING), key=lambda page: page.address)
    with speaking(language):
        given = [(page.address, _indexed(page, language)) for page in found]
    made = filters.in_order(pagefind.files(given, root_selector="main", exclude_selectors=_REPEATED))
    for path in sorted(_needed(made)):
        site.write(out / FOLDER / path, made[path])


def _indexed(page: Page, language: str) -> str:
    """Give what Pagefind reads of a page: its article, and by what it can be filtered."""
    weight = _LESS if kind(page) in BESIDE else ""
    return (
        f'<html lang="{escape(language)}"><body><main{weight}>{"".join(_facets(page))}{page.html}</main></body></html>'
    )


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
