"""What comrak makes of a body: HTML whose elements say where they stand in the source.

comrak is exact about what is a link, an image, a heading, code or raw HTML, which no pattern of ours could be.
About where inside a line something stands it is sometimes not (`inline.py` mends that).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import comrak

RAW = "raw"
"""The name of the mark that stands for raw HTML left out."""

_OMITTED = "<!-- raw HTML omitted -->"
_ELEMENT = re.compile(rf'{_OMITTED}|</(p|h[1-6]|t[dh])>|<(\w+) data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"([^>]*)>')
_LINE_END = re.compile(r"\r\n?|\n")
_LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"})


class Element(NamedTuple):
    """One element: its name, where it stands in the body (offsets), its attributes, where its content starts.

    `block` tells whether raw HTML stands for itself and not inside a paragraph, a heading or a cell.
    """

    name: str
    start: int
    end: int
    attributes: str
    content: int
    block: bool = False


def html(body: str, *, safe: bool = False, everything: bool = False) -> str:
    """Render a body with the places of its elements.

    Raw HTML is written as text; with `safe` a mark stands in its place. With `everything` a footnote
    nobody refers to is rendered as well.
    """
    import comrak  # noqa: PLC0415 - dear import, and few bodies need it

    return comrak.render_markdown(body, *_options(safe=safe, everything=everything))


@cache
def _options(
    *, safe: bool, everything: bool
) -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    import comrak  # noqa: PLC0415 - as above

    extensions, parse, render = comrak.ExtensionOptions(), comrak.ParseOptions(), comrak.RenderOptions()
    extensions.table = extensions.tasklist = extensions.footnotes = extensions.alerts = True
    parse.sourcepos_chars = True
    parse.leave_footnote_definitions = everything
    render.sourcepos = True
    render.unsafe_ = render.escape = not safe
    return extensions, parse, render


def elements(body: str, rendered: str) -> tuple[Element, ...]:
    """Read the elements out of rendered HTML, in its order."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(body))]
    found: list[Element] = []
    inside = False
    for each in _ELEMENT.finditer(rendered):
        closing, name, line, column, end_line, end_column, attributes = each.groups()
        if name:
            start, end = starts[int(line) - 1] + int(column) - 1, starts[int(end_line) - 1] + int(end_column)
            found.append(Element(name, start, end, attributes, each.end()))
            inside = inside or name in _LEAVES
        elif closing:
            inside = False
        else:
            around = rendered[max(each.start() - 1, 0) : each.start()], rendered[each.end() : each.end() + 1]
            alone = not inside and all(sign in ("", "\n") for sign in around)
            found.append(Element(RAW, 0, 0, "", each.end(), block=alone))
    return tuple(found)
