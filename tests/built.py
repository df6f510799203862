"""The bundled programme's site as it was built: its addresses, and one page of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

AUDIENCES = ("organisation", "cohort", "coordinators")
_ARTICLE = re.compile(r'<article class="m-page ([^"]*)"')
_ELEMENT = re.compile(r"<(?!article)([a-z]\w*)([^>]*)>")
_SAID = re.compile(r'\s(class="[^"]*"|role|aria-\w+)')
_REDIRECT = 'http-equiv="refresh"'


def files(site: Path) -> dict[str, Path]:
    """Map the address of every page of a built site to its file, the 404 included."""
    found = sorted(site.rglob("*.html"))
    return {f"/{path.relative_to(site).as_posix().removesuffix('index.html')}": path for path in found}


@cache
def kinds(site: Path) -> Mapping[str, str]:
    """Map each kind of page to the address of its fullest one: found from the build, never listed by hand."""
    fullest: dict[str, tuple[int, str]] = {}
    for address, path in files(site).items():
        text = path.read_text(encoding="utf-8")
        for kind in _kind(text):
            fullest[kind] = max(fullest.get(kind, (0, "")), (len(text), address))
    return MappingProxyType({kind: address for kind, (_, address) in sorted(fullest.items())})


@cache
def holding_all(site: Path, first: tuple[str, ...]) -> frozenset[str]:
    """Give kinds of page that between them hold every element there is: these first, and those that add most to them.

    An element is known by its name, its classes, and what it says of itself to who cannot see it.
    """
    pages = files(site)
    held = {kind: _elements(pages[address]) for kind, address in kinds(site).items()}
    chosen = {*first}
    missing = frozenset().union(*held.values()) - frozenset().union(*(held[kind] for kind in chosen))
    while missing:
        most = max(sorted(held), key=lambda kind: len(held[kind] & missing))
        chosen.add(most)
        missing -= held[most]
    return frozenset(chosen)


def _elements(page: Path) -> frozenset[tuple[str, ...]]:
    found = _ELEMENT.findall(page.read_text(encoding="utf-8"))
    return frozenset((name, *sorted(_SAID.findall(more))) for name, more in found)


def _kind(text: str) -> Iterator[str]:
    """Name the kind of a page as its article does; a page without one, but for a redirect, is a kind of its own."""
    found = _ARTICLE.search(text)
    if found:
        yield found[1].removeprefix("m-")
    elif _REDIRECT not in text:
        yield "page without an article"
