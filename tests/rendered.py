"""Pages in memory: what a programme's site would hold for one audience, without an engine around it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import get_args

import programmes

from generator.kinds.base import Audience
from generator.load import Loaded
from generator.pages import feeds, pages
from generator.pages.page import Page
from generator.programme import Programme
from generator.progress.whole import measure
from generator.publish import reference, site
from generator.view import view
from generator.view.shapes import View

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
BUNDLED = Path(__file__).parent.parent
_ALWAYS = ("pairs/programme.yml", "content/agendas/", "content/roadmaps/")
_SENTENCE = re.compile(r"(?P<key>^ *(?:- )?(?!timezone)[a-z_]+: |^ *- )[A-Z].*$", re.MULTILINE)
_HOSTILE = """'</p></article><script>x</script> " & ''y'' <b style=z onclick=q id=newest>{{ 7 * 7 }}'"""
_VOID = frozenset({"br", "hr", "img", "wbr", "input", "meta", "link"})
_PHRASING_ONLY = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "b", "em", "strong", "span", "a", "time", "pre"}
)
_BLOCK = frozenset(
    "article aside blockquote div dl figure figcaption footer header li nav ol p section table ul dd dt tr td th "
    "h1 h2 h3 h4 h5 h6".split()
)
_PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "caption": {"table"},
    "figcaption": {"figure"},
}
_NEVER_EMPTY = frozenset(
    "h1 h2 h3 h4 h5 h6 ul ol dl li dt dd p table thead tbody section nav header footer figure blockquote a b em "
    "strong time caption".split()
)


@dataclass(frozen=True, slots=True)
class Build:
    """What one audience gets: its view, its pages by address, and the files beside them by theirs."""

    view: View
    pages: Mapping[str, Page]
    files: Mapping[str, bytes]

    def text(self, address: str) -> str:
        """Give the words of a page, with single spaces, and hyphens between minutes."""
        return read(self.pages[address].html).words.replace("\N{EN DASH}", "-")

    def html(self, address: str) -> str:
        """Give a page's article."""
        return self.pages[address].html


def seen(loaded: Loaded, audience: Audience, as_of: date | None = None) -> View:
    """Give what one audience sees of a loaded programme; its pages would be ten times the work."""
    settings = loaded.programme.settings
    clock = as_of or (settings.item.clock if settings else None) or programmes.CLOCK
    return view(loaded.programme, measure(loaded.programme, clock), loaded.findings, audience, reference.rules())


def build(loaded: Loaded, audience: Audience, as_of: date | None = None) -> Build:
    """Make the pages of a loaded programme for one audience."""
    shown = seen(loaded, audience, as_of)
    beside = feeds.beside(shown)
    made = [replace(page, assets=beside(page)) for page in pages(shown)]
    found = {page.address: page for page in made}
    assert len(found) == len(made), "two pages have one address"
    return Build(shown, MappingProxyType(found), MappingProxyType(site.beside(made)))


@cache
def healthy(audience: Audience) -> Build:
    """Make the pages of the healthy programme."""
    return build(programmes.loaded(programmes.healthy()), audience)


@cache
def bundled(audience: Audience) -> Build:
    """Make the pages of the programme that is shipped."""
    return build(programmes.loaded(bundled_files()), audience)


@cache
def bundled_programme() -> Programme:
    """Give the programme that is shipped."""
    return programmes.loaded(bundled_files()).programme


@cache
def bundled_files() -> Mapping[str, bytes]:
    """Give the files of the programme that is shipped, by their paths and in their order."""
    paths = (path for folder in ("content", "pairs") for path in (BUNDLED / folder).rglob("*") if path.is_file())
    return MappingProxyType({path.relative_to(BUNDLED).as_posix(): path.read_bytes() for path in sorted(paths)})


def bundled_part(paths: Iterable[str]) -> dict[str, bytes]:
    """Give some of these files, and with them what every number rests on: settings, agendas and roadmaps."""
    files, wanted = bundled_files(), set(paths)
    assert wanted <= files.keys()
    return {path: data for path, data in files.items() if path in wanted or path.startswith(_ALWAYS)}


@cache
def bare(audience: Audience) -> Build:
    """Make the pages of a programme on its first day: no pair, no post."""
    gone = [path for path in programmes.healthy() if path.startswith(("pairs/2", "content/threads/"))]
    return build(programmes.loaded(programmes.over_healthy(dict.fromkeys(gone))), audience)


@cache
def hostile(audience: Audience) -> Build:
    """Make the pages of a programme in which every sentence of the files tries to be markup."""
    files = {path: _hostile(path, data) for path, data in programmes.healthy().items()}
    return build(programmes.loaded(files), audience)


def _hostile(path: str, data: bytes) -> bytes:
    if not path.endswith((".yml", ".md")):
        return data
    front, fence, body = data.decode().partition("\n---\n")
    return (_SENTENCE.sub(lambda found: found["key"] + _HOSTILE, front) + fence + body).encode()


@dataclass
class Read:
    """What stands in a fragment: links, ids, words, and every fault of its form."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    words: str = ""


@cache
def read(html: str) -> Read:
    """Read a fragment strictly: whatever a forgiving browser would repair is a fault here."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Read()
        self._open: list[tuple[str, int]] = []
        self._said: list[str] = []
        self._level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)
        self._place(tag)
        if tag == "img":
            self._said.append(dict(attrs).get("alt") or "")
        if tag not in _VOID:
            self._open.append((tag, len(self._said)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)
        self._place(tag)
        if tag not in _VOID and not any(open_tag == "svg" for open_tag, _ in self._open):
            self.found.faults.append(f"<{tag}/> is no void element")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.found.faults.append(f"</{tag}> closes {self._open[-1][0] if self._open else 'nothing'}")
            return
        _, start = self._open.pop()
        said = " ".join("".join(self._said[start:]).split())
        if tag in _NEVER_EMPTY and not said:
            self.found.faults.append(f"<{tag}> is empty")
        if tag[0] == "h" and tag[1:].isdigit():
            self.found.headings.append((tag, said))
        if tag in _BLOCK:
            self._said.append(" ")

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self._open}
        if (
            data.strip()
            and self._open
            and self._open[-1][0] in {"ul", "ol", "dl", "table", "thead", "tbody", "tr", "svg"}
        ):
            self.found.faults.append(f"text straight in <{self._open[-1][0]}>: {data.strip()[:30]}")
        if not inside & {"title", "desc"} or "svg" not in inside:
            self._said.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.faults.append(f"a comment: {data[:30]}")

    def finish(self) -> None:
        self.found.faults += [f"<{tag}> is never closed" for tag, _ in self._open]
        self.found.words = " ".join("".join(self._said).split())

    def _note(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.found.attributes |= set(names)
        self.found.faults += [f"{name} twice on <{tag}>" for name in sorted(set(names)) if names.count(name) > 1]
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.found.faults.append(f"{name} on <{tag}>")
            if name == "id":
                self.found.ids.append(value or "")
            if name in {"aria-labelledby", "aria-describedby"}:
                self.found.labels += (value or "").split()
            if name == "href" and tag == "a":
                self.found.links.append(value or "")
        if tag in {"script", "style", "iframe", "object", "embed", "link", "meta", "base"}:
            self.found.faults.append(f"<{tag}> in a page")

    def _place(self, tag: str) -> None:
        parent = self._open[-1][0] if self._open else ""
        if tag in _PARENTS and parent not in _PARENTS[tag]:
            self.found.faults.append(f"<{tag}> in <{parent}>")
        if parent in {"ul", "ol"} and tag != "li":
            self.found.faults.append(f"<{tag}> straight in <{parent}>")
        outer = [open_tag for open_tag, _ in self._open if open_tag in _PHRASING_ONLY]
        if tag in _BLOCK and set(outer) - {"a"}:
            self.found.faults.append(f"<{tag}> inside <{outer[-1]}>")
        if tag == "a" and "a" in outer:
            self.found.faults.append("a link inside a link")
        if tag[0] == "h" and tag[1:].isdigit():
            self._step(int(tag[1:]))

    def _step(self, level: int) -> None:
        if level > self._level + 1:
            self.found.faults.append(f"h{level} after h{self._level}")
        self._level = level


def landing(address: str, href: str) -> tuple[str, str]:
    """Say where a relative link of a page leads: an address of the site, and an anchor or nothing."""
    target, _, anchor = href.partition("#")
    if not target:
        return address, anchor
    path = posixpath.normpath(posixpath.join(address, target))
    return ("/" if path == "/" else f"{path}/" if target.endswith("/") else path), anchor
