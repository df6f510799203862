"""A page: where it stands, what it says of itself, and its article as one HTML fragment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.pages.places import Place
from generator.view.shapes import View

MISSING = "404.md"
"""The page that stands for every address without one."""

ENTRIES: tuple[Place, ...] = (
    "needs", "home", "roadmaps", "threads", "people", "communities", "progress", "handbook",
)  # fmt: skip
"""The entries of the navigation, the first for coordinators alone: the sections' own pages, and never another page."""

SECTIONS: tuple[Place, ...] = (*ENTRIES, "search")
"""What a page may belong to."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that says what a page says to a program: a feed, a calendar, its data.

    `address` is its place from the site's root (`/threads/a/b/feed.xml`), `label` what the page's foot calls it,
    `title` what a reader's program calls it; only what can be subscribed to has one.
    """

    address: str
    data: bytes
    type: str
    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `path` is its place in the docs tree (`posts/2026-05-21-first-prompt.md`), `html` its whole article
    (safe HTML with addresses relative to the page), `description` one sentence of plain text, `source`
    the file it is made from where this audience may know it (for edit link and last change), `facets` by what
    the search can filter it, such as `("area", "Digital fluency")`, `assets` the files that say the same to a
    program; two pages may name the same one.
    """

    path: str
    title: str
    description: str
    html: str
    section: Place
    source: str | None = None
    facets: tuple[tuple[str, str], ...] = ()
    assets: tuple[Asset, ...] = ()

    @property
    def address(self) -> str:
        """Give the address from the site's root: `/posts/2026-05-21-first-prompt/`."""
        return address_of(self.path)

    @property
    def feeds(self) -> tuple[Asset, ...]:
        """Give what a reader's program may subscribe to from this page."""
        return tuple(asset for asset in self.assets if asset.title)

    def way(self, address: str) -> str:
        """Give the way from this page to an address of the site, or to a file of it."""
        near = address.removeprefix(self.address)
        return near if near and near != address else up(self.address) + address[1:]


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
    their own. What is itself called `index`, as a tag or a roadmap may be, has a folder, too: as a file it would take
    the place of the section's page.
    """
    name = address.strip("/")
    if not name:
        return "index.md"
    is_folder = name.endswith("/index") or ("/" not in name and f"{name}.md" != MISSING)
    return f"{name}/index.md" if is_folder else f"{name}.md"


def up(address: str) -> str:
    """Give the way from a page to the site's root, such as `../../`; `./` at the root itself."""
    return "../" * (address.strip("/").count("/") + 1) if address != "/" else "./"
