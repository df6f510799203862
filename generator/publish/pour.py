"""Pouring pages into shells: the theme renders one page per section, folder and depth, all others fill its slots.

A theme's template costs about two milliseconds a page and does the same work each time; a shell is
rendered once and cut at its slots. Slots are filled with escaped values only. That the result equals
the theme's own is checked on a sample of pages in every build (`differing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from generator.pages.page import Page

TITLE = "zqslottitlezq"
DESCRIPTION = "zqslotdescriptionzq"
ARTICLE = "<!--zqslotarticlezq<h1-->"
FEEDS = [{"type": "zqslottypezq", "title": "zqslotnamezq", "href": "zqslothrefzq"}]
"""One feed, whose line in the head is written for each feed of a page."""
_FEED = re.compile(r"\n *<link [^>]*zqslotnamezq[^>]*>")
SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides a page's surroundings: section, top folder (the navigation's links are relative to it), depth."""

    section: str
    top: str
    depth: int

    @property
    def path(self) -> str:
        """Give the place of the shell's own page in the docs tree; its address is a slot as well."""
        if self.depth == 1:
            return f"zqslot{self.section}.md"
        return "/".join([self.top, f"zqslot{self.section}", *["zqslot"] * (self.depth - 2)]) + ".md"

    @property
    def address(self) -> str:
        """Give the shell's own address, without the slash in front."""
        return self.path.removesuffix(".md") + "/"


def shape_of(page: Page) -> Shape:
    """Tell which shell a page belongs into."""
    parts = page.address.strip("/").split("/")
    return Shape(page.section, parts[0] if len(parts) > 1 else "", len(parts))


class Shell:
    """A rendered page of the theme, cut at its slots."""

    def __init__(self, shape: Shape, rendered: str) -> None:
        """Cut the rendering of a shape's sentinel page; a theme without feeds in its head has no line of them."""
        line = _FEED.search(rendered)
        self._feed = line[0] if line else ""
        slots = {TITLE: "title", DESCRIPTION: "description", ARTICLE: "article", shape.address: "address"}
        slots |= {self._feed: "feeds"} if line else {}
        pattern = "|".join(re.escape(slot) for slot in slots)
        self._parts = re.split(f"({pattern})", rendered)
        self._slots = [(at, slots[part]) for at, part in enumerate(self._parts) if part in slots]

    def fill(self, page: Page) -> str:
        """Give the whole page: the shell with this page's title, description, address, feeds and article."""
        values = {
            "title": escape(page.title),
            "description": escape(page.description),
            "article": page.html,
            "address": page.address[1:],
            "feeds": "".join(self._line(each) for each in links(page)),
        }
        parts = list(self._parts)
        for at, slot in self._slots:
            parts[at] = values[slot]
        return "".join(parts)

    def _line(self, feed: Mapping[str, str]) -> str:
        line = self._feed
        for name, slot in FEEDS[0].items():
            line = line.replace(slot, feed[name])
        return line


def links(page: Page) -> list[dict[str, str]]:
    """Give the feeds of a page for its head, escaped since engines print them as they are."""
    return [
        {"type": each.type, "title": escape(each.title), "href": escape(page.way(each.address))} for each in page.feeds
    ]


def sample(pages: Iterable[str]) -> frozenset[str]:
    """Choose the pages that the theme renders in full for comparison: 20, or one in a hundred, by hash."""
    ranked = sorted(pages, key=lambda path: sha256(path.encode()).digest())
    return frozenset(ranked[: max(SAMPLE, len(ranked) // 100)])
