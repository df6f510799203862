"""What a Markdown body contains: links and images, headings, markup that is not allowed, and where it stands.

Each question is answered when somebody asks, and most bodies answer it without being parsed: what no link
could be written with is no link. What is and what is not comes from comrak alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from html import unescape
from typing import NamedTuple

from generator.source import commonmark, headings, inline, markup, tables
from generator.source import words as visible
from generator.source.commonmark import Element
from generator.source.inline import Found

_LARGEST = 2 << 20
_LONG = 16 << 10
"""Only a longer body can become a fragment of more than 2 MiB: nothing multiplies it by more than 128."""

_AFTER_TEXT = re.compile(r"\](?:\(([\w./#:?=~@+,;!$*'-]*)\)|[(:])")
_TO_PAGE_OR_WEB = re.compile(r"(?:https?:|mailto:|(?!//)[^:]*$)")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]+:")
_HREF = re.compile(r' (?:href|src)="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_TAGS = re.compile(r"<[^>]*>")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

Place = tuple[int, int, int, int]
"""Line, column, last line and the column after the end, in the body, from 1."""


class Link(NamedTuple):
    """A link or an image: where it leads, its alternative text, and its number among the elements."""

    target: str
    image: bool
    alternative: str
    number: int


class Markdown:
    """One body. Nothing is parsed that is over the limits of `tables.py`; it then seems to contain nothing."""

    def __init__(self, body: str) -> None:
        self.body = body

    @cached_property
    def too_large(self) -> tables.TooLarge | None:
        """Give a table too large to be rendered."""
        return tables.too_large(self.body)

    @property
    def grows_too_large(self) -> bool:
        """Tell whether the rendered text would be larger than 2 MiB."""
        return len(self.body) > _LONG and len(_plain_html(self._html)) > _LARGEST

    @cached_property
    def destinations(self) -> tuple[str, ...] | None:
        """Give every destination a link of the body may have, unparsed; `None` where only parsing tells."""
        body = self.body
        if "<" in body and _AUTOLINK.search(body):
            return None
        if "[" not in body:
            return ()
        if "!" in body and "![" in body:
            return None
        found: list[str] = []
        for each in _AFTER_TEXT.finditer(body):
            if each[1] is not None:
                found.append(each[1])
            elif each.group() != "]:" or not body.startswith("[^", body.rfind("[", 0, each.start())):
                return None
        return tuple(found)

    def links_unless(self, fine: Callable[[str], bool]) -> tuple[Link, ...]:
        """Give the links and images in order, but none where every destination is surely fine."""
        possible = self.destinations
        return () if possible is not None and all(map(fine, possible)) else self.links

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Give the links and images in order."""
        return tuple(
            Link(_value(_HREF, each), each.name == "img", _value(_ALT, each), number)
            for number, each in enumerate(self._elements)
            if each.name in ("a", "img")
        )

    @property
    def harmless(self) -> bool:
        """Tell quickly whether a body has only text and links to pages or to the web: most have."""
        if markup.may_hold(self.body) or (possible := self.destinations) is None:
            return False
        return all(_TO_PAGE_OR_WEB.match(each) for each in possible)

    @cached_property
    def markup(self) -> tuple[markup.Markup, ...]:
        """Give markup that some engine would run, in order."""
        if not markup.may_hold(self.body) or self.too_large:
            return ()
        return tuple(sorted(markup.markup(self.body, self._elements, self._places), key=lambda each: each.start))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Give the anchors of the headings."""
        texts = (self._text(each) for each in self._elements if each.name in _HEADINGS)
        return frozenset(headings.anchors(texts)) - {""}

    @property
    def words(self) -> int:
        """Count the words a reader sees."""
        return visible.count(self._html)

    def whole(self, link: Link) -> Place:
        """Tell where a link or an image stands."""
        return self.place(*self._places[link.number].whole)

    def target(self, link: Link) -> Place:
        """Tell where the destination of a link is written, be it in a definition further down."""
        start, end = self._places[link.number].target
        return self.place(start, end) if start < end else self.whole(link)

    def place(self, start: int, end: int) -> Place:
        """Turn offsets into lines and columns."""
        body = self.body
        line, end_line = body.count("\n", 0, start) + 1, body.count("\n", 0, end) + 1
        return line, start - body.rfind("\n", 0, start), end_line, end - body.rfind("\n", 0, end)

    @cached_property
    def _html(self) -> str:
        return "" if self.too_large else commonmark.html(self.body)

    @cached_property
    def _elements(self) -> tuple[Element, ...]:
        return commonmark.elements(self.body, self._html)

    @cached_property
    def _places(self) -> Mapping[int, Found]:
        return inline.located(self.body, self._elements)

    def _text(self, heading: Element) -> str:
        end = self._html.index(f"</{heading.name}>", heading.content)
        return unescape(_TAGS.sub("", self._html[heading.content : end]))


def _value(pattern: re.Pattern[str], element: Element) -> str:
    found = pattern.search(element.attributes)
    return unescape(found[1]) if found else ""


def _plain_html(html: str) -> str:
    return re.sub(r' data-sourcepos="[^"]*"', "", html)
