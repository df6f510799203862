"""Markup that some engine would run: raw HTML, attribute lists, template syntax, inclusion of other files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.source import commonmark
from generator.source.commonmark import RAW, Element
from generator.source.inline import BLANK_LINE, Found, Stretch, located

Sort = Literal["html", "attributes", "template", "inclusion"]


class Markup(NamedTuple):
    """One piece of it, as offsets in the body."""

    sort: Sort
    start: int
    end: int


_HTML_START = re.compile(r"<[A-Za-z/!?]")
_BRACES = re.compile(r"\{(:?)([^{}\n]*)\}")
_SETS = re.compile(r"(?:^|\s)[#.][\w-]|[\w-]=")
_INCLUSION = re.compile(r"^[ \t>]*(;*-+8<-+)", re.MULTILINE)
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_BEFORE = " \t>*+-.)0123456789"
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "td", "th"})
_ENDS = frozenset({"em", "strong", "del"})


def may_hold(body: str) -> bool:
    """Tell quickly whether there is anything to look for; most bodies have none of the signs."""
    return ("<" in body and (_HTML_START.search(body) is not None or "8<-" in body)) or (
        "{" in body and ("{{" in body or "{%" in body or _BRACES.search(body) is not None)
    )


def markup(body: str, elements: Sequence[Element], places: Mapping[int, Found]) -> Iterator[Markup]:
    """Find all of it outside of code, in the order of the body by sort."""
    code = _Code(elements, places)
    yield from _html(body)
    for found in _INCLUSION.finditer(body):
        if not code.holds(found.start(1)):
            yield Markup("inclusion", *found.span(1))
    for start, end in _templates(body):
        if not code.holds(start):
            yield Markup("template", start, end)
    for found in _BRACES.finditer(body) if "{" in body else ():
        if not code.holds(found.start()) and _is_list(body, found, elements, places):
            yield Markup("attributes", *found.span())


class _Code:
    """The stretches of code, in which nothing counts."""

    def __init__(self, elements: Sequence[Element], places: Mapping[int, Found]) -> None:
        spans = [
            places[number].whole for number, each in enumerate(elements) if each.name == "code" and number in places
        ]
        self.stretches = sorted([*spans, *((each.start, each.end) for each in elements if each.name == "pre")])

    def holds(self, at: int) -> bool:
        """Tell whether a place lies in code."""
        number = bisect_right(self.stretches, (at, at)) - 1
        near = self.stretches[max(number, 0) : number + 2]
        return any(start <= at < end for start, end in near)


def _html(body: str) -> Iterator[Markup]:
    """Give each piece of raw HTML, but no closing tag of one already given."""
    if not _HTML_START.search(body):
        return
    elements = commonmark.elements(body, commonmark.html(body, safe=True))
    places = located(body, elements) if any(each.name == RAW for each in elements) else {}
    opened: Counter[str] = Counter()
    for number, found in places.items():
        if elements[number].name != RAW or found.whole == (0, 1):
            continue
        name = _NAME.match(body, found.whole[0])
        if name and name[1] and opened[name[2].casefold()] and body.count("<", *found.whole) == 1:
            opened[name[2].casefold()] -= 1
            continue
        if name and not name[1]:
            opened[name[2].casefold()] += 1
        yield Markup("html", *found.whole)


def _templates(body: str) -> Iterator[Stretch]:
    """Give what stands between double braces, or braces with percent signs, of one paragraph."""
    for opening, closing in (("{{", "}}"), ("{%", "%}")):
        start = body.find(opening)
        while start >= 0:
            end = body.find(closing, start + 2)
            if end < 0:
                break
            if not BLANK_LINE.search(body, start, end):
                yield start, end + 2
                start = body.find(opening, end + 2)
            else:
                start = body.find(opening, start + 2)


def _is_list(body: str, found: re.Match[str], elements: Sequence[Element], places: Mapping[int, Found]) -> bool:
    """Tell whether an engine would read braces as attributes of what stands before them."""
    start, end = found.span()
    if not found[2].strip() or body[start - 1 : start] == "{" or body[end : end + 1] == "}":
        return False
    if found[1] or start in _ends(elements, places):
        return True
    if not _SETS.search(found[2]):
        return False
    line, line_end = body.rfind("\n", 0, start) + 1, body.find("\n", end)
    if not body[line:start].strip(_BEFORE) and not body[end : line_end if line_end >= 0 else None].strip():
        return True
    heads = (each for each in elements if each.name in _HEADS and each.start <= start and end <= each.end)
    return any(not body[end : min(each.end, line_end % (len(body) + 1))].strip(" \t#") for each in heads)


def _ends(elements: Sequence[Element], places: Mapping[int, Found]) -> frozenset[int]:
    marked = (each.end for each in elements if each.name in _ENDS)
    return frozenset([*marked, *(found.whole[1] for found in places.values())])
