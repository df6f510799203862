"""The bundled programme's site as it was built: its addresses, and one page of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

AUDIENCES = ("organisation", "cohort", "coordinators")
_ARTICLE = re.compile(r'<article class="m-page ([^"]*)"')
_REDIRECT = 'http-equiv="refresh"'


def files(site: Path) -> dict[str, Path]:
    """Map the address of every page of a built site to its file, the 404 included."""
    found = sorted(site.rglob("*.html"))
    return {f"/{path.relative_to(site).as_posix().removesuffix('index.html')}": path for path in found}


def kinds(site: Path) -> dict[str, str]:
    """Map each kind of page to the address of its fullest one: found from the build, never listed by hand."""
    fullest: dict[str, tuple[int, str]] = {}
    for address, path in files(site).items():
        text = path.read_text(encoding="utf-8")
        for kind in _kind(text):
            fullest[kind] = max(fullest.get(kind, (0, "")), (len(text), address))
    return {kind: address for kind, (_, address) in sorted(fullest.items())}


def _kind(text: str) -> Iterator[str]:
    """Name the kind of a page as its article does; a page without one, but for a redirect, is a kind of its own."""
    found = _ARTICLE.search(text)
    if found:
        yield found[1].removeprefix("m-")
    elif _REDIRECT not in text:
        yield "page without an article"
