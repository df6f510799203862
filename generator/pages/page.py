"""A page: where it stands, what it says of itself, and its article as one HTML fragment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.view.shapes import View

MISSING = "404.md"
"""The page that stands for every address without one."""

SECTIONS = ("needs", "home", "roadmaps", "threads", "people", "communities", "progress", "handbook", "search")
"""The entries of the navigation (the first for coordinators alone), and the search; every page belongs to one, and none
but their indexes stands there."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `path` is its place in the docs tree (`posts/2026-05-21-first-prompt.md`), `html` its whole article
    (safe HTML with addresses relative to the page), `description` one sentence of plain text, `source`
    the file it is made from where this audience may know it (for edit link and last change), `facets` by what
    the search can filter it, such as `("area", "Digital fluency")`.
    """

    path: str
    title: str
    description: str
    html: str
    section: str
    source: str | None = None
    facets: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Give the address from the site's root: `/posts/2026-05-21-first-prompt/`."""
        return address_of(self.path)


Maker = Callable[[View], Iterator[Page]]


def address_of(path: str) -> str:
    """Turn a place in the docs tree into an address: trailing slash, no extension."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return "/"
    return f"/{stem.removesuffix('/index')}/"


def path_of(address: str) -> str:
    """Turn an address into the place of its page in the docs tree; the inverse of `address_of`.

    A section's own page is its folder's index; all others, and the page for what is not there, are a file of
    their own.
    """
    name = address.strip("/")
    if not name:
        return "index.md"
    return f"{name}/index.md" if "/" not in name and f"{name}.md" != MISSING else f"{name}.md"


def up(address: str) -> str:
    """Give the way from a page to the site's root, such as `../../`; `./` at the root itself."""
    return "../" * (address.strip("/").count("/") + 1) if address != "/" else "./"
