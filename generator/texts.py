"""The Markdown texts of a programme: which there are, who may read each, and where their links lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.kinds import of_path
from generator.kinds.post import WIDTH, Post
from generator.kinds.roadmap import Roadmap
from generator.programme import TABLES, Entry, Programme, id_of
from generator.source.document import Document

EVERYBODY = WIDTH["public"]
CURATED = WIDTH["organisation"]
"""Who reads a page of the programme itself: everyone in the organisation."""

_THREAD = re.compile(r"content/threads/[^/]+/[^/]+/")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class Way(NamedTuple):
    """Where a relative link leads: the path from the repository's root, and the anchor in it, if any."""

    path: str
    anchor: str


def texts(programme: Programme) -> Iterator[Entry[Any]]:
    """Give every file with a Markdown body that readers see; a sealed body is none."""
    for table in (programme.pages, programme.roadmaps, programme.agendas, programme.communities, programme.notes):
        yield from table.values()
    for posts in programme.threads.values():
        for post in posts:
            if not post.item.sealed:
                yield post


def linking(programme: Programme) -> Iterator[Entry[Any]]:
    """Give the texts that may hold a link or an image."""
    for entry in texts(programme):
        if entry.document.markdown.destinations != ():
            yield entry


def readers(entry: Entry[Any]) -> int | None:
    """Tell how many may read a text, as a width; `None` where a post does not say it."""
    return WIDTH.get(entry.item.visibility or "") if isinstance(entry.item, Post) else CURATED


def scheme(target: str) -> str:
    """Give the scheme of an address in lower case; the empty text where it is relative."""
    found = _SCHEME.match(target.strip())
    return found[1].lower() if found else ""


def relative(target: str) -> bool:
    """Tell whether a link stays inside the site."""
    return not target.startswith("//") and not scheme(target)


def way(path: str, target: str) -> Way:
    """Follow a relative link from a file."""
    goal, _, anchor = target.partition("#")
    return Way(posixpath.normpath(posixpath.join(posixpath.dirname(path), goal)) if goal else path, anchor)


def is_text(path: str) -> bool:
    """Tell whether a path is that of a page's source."""
    return path.startswith("content/") and path.endswith(".md")


def exists(programme: Programme, path: str) -> bool:
    """Tell whether a path is a page or an image of the programme, readable or not."""
    if is_text(path) and path in programme.documents:
        return True
    claimed = of_path(path)
    if path in programme.images or claimed is None or not claimed[0].published:
        return path in programme.images
    kind, parts = claimed
    return programme.unread(kind.name, id_of(kind.name, parts, path))


def shows(path: str, image: str) -> bool:
    """Tell whether a text may show an image: one that lies with a thread is shown by the posts of that thread alone."""
    thread = _THREAD.match(image)
    return thread is None or path.startswith(thread[0])


def text_at(programme: Programme, path: str) -> Entry[Any] | None:
    """Give the page whose source lies at a path; `None` where there is none or it could not be read."""
    claimed = of_path(path)
    if claimed is None or claimed[0].name not in TABLES:
        return None
    kind, parts = claimed
    found = programme.entries(kind.name).get(id_of(kind.name, parts, path))
    return found if found is not None and found.path == path else None


def free_address(page: str) -> str:
    """Give the address of a free page: its path; the programme's own `index` is about the programme."""
    return f"/{page.removesuffix('/index')}/" if page != "index" else "/about/"


def anchors(entry: Entry[Any]) -> frozenset[str]:
    """Give what an anchor may name in a page: its headings, and the steps of a roadmap."""
    document: Document = entry.document
    steps = (step.id for step in entry.item.steps) if isinstance(entry.item, Roadmap) else ()
    return document.markdown.anchors.union(steps)
