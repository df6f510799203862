"""The numbers that stand in running sentences, and whether each leads to its formula and to its files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

import programmes
import rendered

from generator.kinds.base import Audience

Excuses = Sequence[tuple[str, str]]

EXCUSED: Excuses = (
    (
        r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]+ \d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d\d:\d\d\b|^\d{4}:?$",
        "a date, a time",
    ),
    (r"\b(?:[Ss]ession|Page) \d+\b|^Version: \d+$|^\S+/\S+$|https?://\S+", "a name: of a session, a version, a file"),
    (
        r"^\W*\d+ min(?:, format)?$|, \d+ min\.$|for \d+ min \(\d+ planned\)|^\d+ h(?: \d+ min)?(?: · after)?$",
        "the minutes of a session or a step, as declared; of a post in a list, whose own page leads to the formula",
    ),
    (
        r"\d+ sessions? of \d+ min, (?:one every )?\d+ \w+|\bevery \d+ \w+|^(?:Sessions planned|Length): \d+",
        "what two agreed, or the programme proposes",
    ),
    (r"for the next \d+ days|open, \d+ days? past its date", "how far away a date is, beside that date"),
    (r"^\d+ of \d+ indicators (?:is|are) below the bar", "marks in the table below it, whose rows lead to both"),
    (r"^\d+ (?:posts only the two can open|sealed posts? of \S+)", "sealed posts, whose files are named nowhere"),
)
"""What needs no formula or no files, and why: nobody counted it, or it may not be told."""

OURS = {
    "/measures/": "formulas with their examples", "/reference/": "our rules and fields", "/api/": "our formats",
    "/accessibility/": "a report of tests", "/privacy/": "our promises", "/handbook/": "guides",
    "/feeds/": "what each feed says of itself: its page says it with links", "/files/": "a list of files itself",
}  # fmt: skip
"""Pages that count nothing of a programme, or are what a number leads to."""

_PROSE = re.compile(
    r"""(?m)^(?P<key> *(?:- )?(?:(?!timezone)[a-z_]+: )?)(?P<said>["']?[A-Za-z][^:\n]* .*|\d[\d,.]* \w+ \w+ .*)$"""
)
FORMULA = re.compile(r"(?:/measures/|/reference/rules/[a-z]+/)#")
FILES = re.compile(r"/files/|#files-|/-/blob/")
_WHOLE = frozenset({"p", "li", "div", "figcaption"})
_PARTS = frozenset({"section", "header", "article"})
_ASIDE = frozenset({"svg", "code", "pre", "time", "table", "nav", "h1", "h2", "h3", "option", "output"})
"""What is no sentence: drawings, files, dates, tables (judged by their cells), ways, names, what a form repeats."""


def wordless_files() -> dict[str, bytes]:
    """Give the bundled programme with no digit left in what anybody wrote: whatever number is shown is ours."""
    return {path: _wordless(path, data) for path, data in rendered.bundled_files().items()}


def _wordless(name: str, data: bytes) -> bytes:
    if not name.endswith((".yml", ".md")) or b"BEGIN AGE" in data:
        return data
    text = data.decode()
    front, fence, body = text.partition("\n---\n") if name.endswith(".md") else (text, "", "")
    front = _PROSE.sub(lambda found: found["key"] + re.sub(r" ?\d+", "", found["said"]), front)
    return (front + fence + re.sub(r"\d+", "", body)).encode()


@cache
def wordless(audience: Audience) -> rendered.Build:
    """Build the bundled programme without the digits of participants."""
    return rendered.build(programmes.loaded(wordless_files()), audience)


@dataclass
class _Link:
    """Where a link leads, and of which part of the page it says what holds for all of it (`m-behind`)."""

    href: str
    below: int


@dataclass
class _Node:
    """An element that is open: its links, and the term that it explains."""

    tag: str
    look: list[str]
    href: str = ""
    term: str = ""
    links: list[_Link] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Node] = []
        self.said: list[tuple[str, list[_Node]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"br", "hr", "img", "input", "wbr"}:
            return
        named = {name: value or "" for name, value in attrs}
        self.open.append(_Node(tag, named.get("class", "").split(), named.get("href", "")))
        if tag == "a":
            below = any("m-behind" in node.look for node in self.open)
            part = next((node for node in reversed(self.open) if node.tag in _PARTS), self.open[0])
            for node in self.open:
                node.links.append(_Link(named.get("href", ""), id(part) if below else 0))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out what has no words."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        tags = [node.tag for node in self.open]
        if tags[-2:] == ["div", "dt"]:
            self.open[-2].term = data.strip()
        if any(letter.isdigit() for letter in data):
            term = self.open[-2].term if tags[-2:] == ["div", "dd"] else ""
            said = " ".join(data.split())
            self.said.append((f"{term}: {said}" if term else said, list(self.open)))


def unled(html: str, audience: Audience, excused: Excuses = EXCUSED) -> Iterator[str]:
    """Give each piece of a sentence with a number from which no link leads to a formula, or none to files."""
    for said, around in _said(html):
        left = said
        for pattern, _ in excused:
            left = re.sub(pattern, "", left)
        judged = any(letter.isdigit() for letter in left) and not {node.tag for node in around} & _ASIDE
        if judged and not _led(around, audience):
            yield said


@cache
def _said(html: str) -> list[tuple[str, list[_Node]]]:
    """Read a page once, whatever is excused."""
    reader = _Reader()
    reader.feed(html)
    return reader.said


def _led(around: list[_Node], audience: Audience) -> bool:
    """Tell whether the sentence around a number leads to both, or its part of the page does below for all of it.

    In the sentence that says how things stand the number itself must be a link.
    """
    wanted = [FORMULA, *([FILES] if audience == "coordinators" else [])]
    link = next((node for node in around if node.tag == "a"), None)
    if link is not None and not any(each.search(link.href) for each in (FORMULA, FILES)):
        return False
    strict = link is None and any("m-lead" in node.look for node in around)
    told = [node.links for node in around if node.tag in _WHOLE and not strict]
    told += [[each for each in node.links if each.below == id(node)] for node in around if node.tag in _PARTS]
    return any(all(any(each.search(link.href) for link in found) for each in wanted) for found in told)
