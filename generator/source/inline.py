"""Where links, images, code spans and raw HTML stand in a body, to the character.

comrak says which there are and in which order; where it says they stand is right but after an escaped pipe,
after a link that goes over two lines, and after a definition. So each reported place is held against the
source, and where it does not fit the next one that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from generator.source.commonmark import RAW, Element

Stretch = tuple[int, int]
"""A start and an end in the body, as offsets."""

INLINE = frozenset({"a", "img", "code", RAW})
_PASSED = frozenset({"em", "strong", "del", "sup", "br"})
_FAR = 8000
"""No text between brackets is followed further than this."""
_MOST = 2000
"""So many elements are sought; for more the reported places have to do."""

_OPENER = re.compile(r"\\[^\n]|`+|!?\[|<")
_BRACKET = re.compile(r"\\[^\n]|`+|[\[\]]")
_TITLE = re.compile(r"""[\s>]*+(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))?[\s>]*+\)""", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HREF = re.compile(r' (?:href|src)="([^"]*)"')
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_DEFINITION = re.compile(
    r"^[ \t>*+\-\d.)]*\[((?:[^\[\]\\\n]|\\.)++)\]:[ \t]*+\n?[ \t>]*+(?:<([^<>\n]*)>|(\S+))", re.MULTILINE
)
_RUN = re.compile("`+")
_BLANK = re.compile(r"[ \t\r]*(?:\n[ \t>]*)?")
_TAG = re.compile(r"""</?[A-Za-z](?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
_QUOTED_TAG = re.compile(r"""</?[A-Za-z](?:\n[ \t>]*+|[^<>"'\n]|"[^"]*+"|'[^']*+')*+>""")
_OTHER_HTML = (("<!--", 2, "-->"), ("<?", 2, "?>"), ("<![CDATA[", 9, "]]>"), ("<!", 2, ">"))
_BLOCK_HTML = re.compile(r"<[A-Za-z/!?]")
BLANK_LINE = re.compile(r"\n[ \t\r>]*\n")
"""The end of a paragraph, be it in a quotation."""


class Found(NamedTuple):
    """Where an element stands, and where its destination does (both the same where it has none)."""

    whole: Stretch
    target: Stretch


def located(body: str, elements: Sequence[Element]) -> Mapping[int, Found]:
    """Find every link, image, code span and mark of raw HTML, by its number among the elements."""
    search = _Search(body)
    return {number: search.next(each) for number, each in enumerate(elements) if search.follows(each)}


class _Search:
    """Walks through a body in the order of its elements; what was found is behind the cursor."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.cursor = self.found = 0
        self.definitions = dict(_definitions(body))

    def follows(self, element: Element) -> bool:
        """Tell whether an element is to be found; a block only says where the search goes on."""
        if element.name not in INLINE and element.name not in _PASSED:
            self.cursor = element.start
        return element.name in INLINE

    def next(self, element: Element) -> Found:
        """Find an element at its reported place, else at the first place that fits."""
        self.found += 1
        found = self._at(element, element.start) if element.name != RAW else None
        if found is None:
            places = self._openers() if self.found <= _MOST else ()
            found = next((each for at in places if (each := self._at(element, at))), None)
        if found is None:
            whole = (element.start, max(element.end, element.start + 1))
            return Found(whole, whole)
        self.cursor = found.whole[1] if element.name in ("code", RAW) else found.whole[0] + 1
        return found

    def _openers(self) -> Iterator[int]:
        for each in _OPENER.finditer(self.body, self.cursor):
            if each.group()[0] != "\\":
                yield each.start()

    def _at(self, element: Element, at: int) -> Found | None:
        """Tell whether an element stands at a place."""
        body = self.body
        if element.name == "code":
            end = _code_end(body, at) if body.startswith("`", at) else None
            return None if end is None else Found((at, end), (at, end))
        if element.name == RAW:
            return self._raw(element, at)
        href = _HREF.search(element.attributes)
        target = _plain(href[1]) if href else ""
        if element.name == "a" and body.startswith("<", at):
            end = body.find(">", at) + 1
            inside = body[at + 1 : end - 1]
            same = bool(end) and _plain(inside) in (target, target.removeprefix("mailto:"))
            return Found((at, end), (at + 1, end - 1)) if same else None
        opening = "![" if element.name == "img" else "["
        return self._bracketed(at, at + len(opening), target) if body.startswith(opening, at) else None

    def _bracketed(self, at: int, text: int, target: str) -> Found | None:
        """Read what follows the brackets: a destination, a label, or nothing where the text is the label."""
        closing = _closing(self.body, text)
        if closing is None:
            return None
        if self.body.startswith("(", closing + 1):
            inside = destination(self.body, closing + 2)
            end = _TITLE.match(self.body, inside[1] + (self.body[inside[0] - 1] == "<"))
            if end and _plain(self.body[slice(*inside)]) == target:
                return Found((at, end.end()), inside)
        label = _LABEL.match(self.body, closing + 1)
        named = label[1] if label and label[1].strip() else self.body[text:closing]
        defined = self.definitions.get(_folded(named))
        if defined is None or _plain(self.body[slice(*defined)]) != target:
            return None
        return Found((at, label.end() if label else closing + 1), defined)

    def _raw(self, element: Element, at: int) -> Found | None:
        if element.block:
            start = self.body.rfind("\n", 0, at) + 1
            if self.body[start:at].strip(" \t>*+-.)0123456789") or not _BLOCK_HTML.match(self.body, at):
                return None
            blank = BLANK_LINE.search(self.body, at)
            end = max(_html_end(self.body, at) or 0, blank.start() if blank else len(self.body.rstrip()))
            return Found((at, end), (at, end))
        inline = _html_end(self.body, at)
        return None if inline is None else Found((at, inline), (at, inline))


def destination(body: str, at: int) -> Stretch:
    """Read a destination from after its opening bracket: between `<` and `>`, or up to a blank or the closing one."""
    blank = _BLANK.match(body, at)
    at = blank.end() if blank else at
    if body.startswith("<", at):
        end = body.find(">", at)
        return (at + 1, end if end >= 0 else len(body))
    end, depth = at, 0
    while end < len(body) and body[end] > " ":
        if body[end] == "\\":
            end += 1
        elif body[end] == "(":
            depth += 1
        elif body[end] == ")":
            if not depth:
                break
            depth -= 1
        end += 1
    return (at, min(end, len(body)))


def _closing(body: str, at: int) -> int | None:
    """Find the bracket that closes the one before `at`; code and escapes hide brackets."""
    depth, end = 0, min(len(body), at + _FAR)
    while found := _BRACKET.search(body, at, end):
        at = found.end()
        sign = found.group()[0]
        if sign == "`":
            at = _code_end(body, found.start()) or at
        elif sign == "]" and not depth:
            return found.start()
        elif sign != "\\":
            depth += 1 if sign == "[" else -1
    return None


def _code_end(body: str, at: int) -> int | None:
    """Find the end of the code span that starts at a run of backticks; `None` where it is never closed."""
    run = _RUN.match(body, at)
    opened = len(run.group()) if run else 1
    closing = re.compile(rf"(?<!`)`{{{opened}}}(?!`)").search(body, at + opened, at + _FAR)
    return closing.end() if closing and BLANK_LINE.search(body, at, closing.start()) is None else None


def _html_end(body: str, at: int) -> int | None:
    """Find the end of a tag, comment, instruction or declaration; `None` where there is none."""
    for opening, length, closing in _OTHER_HTML:
        if body.startswith(opening, at):
            end = body.find(closing, at + length)
            return end + len(closing) if end >= 0 else None
    line = body[body.rfind("\n", 0, at) + 1 : at]
    tag = (_QUOTED_TAG if ">" in line.split("<")[0] else _TAG).match(body, at, at + _FAR)
    return tag.end() if tag else None


def _definitions(body: str) -> Iterator[tuple[str, Stretch]]:
    """Give the destination of each label; the first definition counts, so it comes last."""
    if "]:" in body:
        for found in reversed(list(_DEFINITION.finditer(body))):
            group = 2 if found[2] is not None else 3
            yield _folded(found[1]), found.span(group)


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def _plain(target: str) -> str:
    """Write a destination as it is meant: escapes, entities and percent signs resolved."""
    return unquote(unescape(_ESCAPE.sub(r"\1", target)))
