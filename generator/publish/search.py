"""The index behind `/search/`: made by Pagefind from one audience's pages, the same bytes each time.

It is given each page's own article and nothing else, so it can know nothing that the pages do not say. What
a page only repeats from others (cards, rows of people, links to neighbours) is left out: a post is found
once, on its own page.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from generator.pages.page import Page
from generator.pages.search import ADDRESS, BESIDE, kind
from generator.publish import filters

FOLDER = f"{ADDRESS[1:]}pagefind"
"""Below the search page, so that one rule of a web server covers all that search loads."""

_ROOT = "main"
_REPEATED = (
    ".m-crumbs,.m-cards,.m-pager,.m-near,.m-filters,.m-find,.m-foot,.m-people .m-rows,.m-tags ul,"
    ".m-calendar .m-rows,.m-search section"
)


class SearchError(Exception):
    """The index could not be made."""


def index(out: Path, pages: Iterable[Page], language: str) -> None:
    """Write the index of these pages into the folder `FOLDER` of a site; raises `SearchError`."""
    made = out / FOLDER
    with TemporaryDirectory() as folder:
        for page in pages:
            path = Path(folder, page.address[1:], "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_indexed(page, language), encoding="utf-8")
        _run(Path(folder), made)
    filters.in_order(made)
    _lighten(made)


def _indexed(page: Page, language: str) -> str:
    """Give what Pagefind reads of a page: its article, and by what it can be filtered."""
    weight = ' data-pagefind-weight="0.25"' if kind(page) in BESIDE else ""
    return (
        f'<html lang="{escape(language)}"><body><main{weight}>{"".join(_facets(page))}{page.html}</main></body></html>'
    )


def _facets(page: Page) -> Iterator[str]:
    for name, value in (("kind", kind(page)), *page.facets):
        yield f'<i data-pagefind-filter="{escape(name)}:{escape(value)}"></i>'


def _run(pages: Path, out: Path) -> None:
    """Run Pagefind without the settings it would take from the environment or from where it stands."""
    options = ["--site", str(pages), "--output-path", str(out), "--root-selector", _ROOT]
    options += ["--exclude-selectors", _REPEATED, "--silent"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(
            [str(get_executable()), *options], cwd=pages, env=clean, capture_output=True, text=True, check=False
        )
    except OSError as error:
        message = f"the search index could not be made: {error}"
        raise SearchError(message) from None
    if done.returncode:
        message = f"the search index could not be made: {(done.stderr or done.stdout).strip()}"
        raise SearchError(message)


def _lighten(folder: Path) -> None:
    """Take away the ready-made boxes, which our page does not load, and what is for other languages."""
    entry = json.loads((folder / filters.ENTRY).read_text(encoding="utf-8"))
    needed = {"pagefind.js", filters.ENTRY}
    for about in entry["languages"].values():
        needed |= {f"pagefind.{about['hash']}.pf_meta", f"wasm.{about['wasm'] or 'unknown'}.pagefind"}
    for path in folder.iterdir():
        if path.is_file() and path.name not in needed:
            path.unlink()
