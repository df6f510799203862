"""Bodies of texts: Markdown that says the same everywhere and runs nothing (FIL011)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import Finding
from generator.source.markdown import Link, Place
from generator.texts import relative, scheme, texts

SCHEMES = frozenset({"http", "https", "mailto"})
MOST = 100
"""So many findings of a body are told; who pasted a whole page of HTML knows what to do after ten."""

SAYS = {
    "html": (
        "raw HTML is not shown as it is meant",
        "write it in Markdown, or put it between backticks to show it as it is",
    ),
    "attributes": (
        "an attribute list is not Markdown",
        "delete the braces and what is in them, or put them between backticks",
    ),
    "template": ("template syntax is not text", "delete the double braces, or put them between backticks to show them"),
    "inclusion": ("the text includes another file", "delete the line, and link to the page instead"),
}


@rule("FIL011", "error")
def body_that_is_not_plain_markdown(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Body with markup that some engine would run, with a strange link, or with an image nobody describes.

    ## What it checks
    A body is CommonMark with tables, task lists, footnotes and alerts. It has no raw HTML, no attribute
    lists (`{: … }` or `{ .class }` after an element), no inclusion of other files (`--8<--`) and no template
    syntax (double braces). Links are relative, or start with `http:`, `https:` or `mailto:`. Images have an
    alternative text. In code spans and code blocks nothing of this counts.

    ## Why it matters
    An attribute list alone was enough to run a script on every reader's machine. And who cannot see an
    image has only the words beside it.

    ## Example
    ```markdown content/handbook/leaving.md
    # Leaving

    You may <u>always</u> leave. <!-- error: [FIL011] -->
    Ask [anybody](tel:5550100), no reason is needed. <!-- error: [FIL011] -->

    ![](two-chairs.png) <!-- error: [FIL011] -->
    ```

    ## Instead
    ```markdown content/handbook/leaving.md
    # Leaving

    You may *always* leave; in HTML that would be `<u>always</u>`.
    Ask [anybody](mailto:support@lanternworks.example), no reason is needed.

    ![Two chairs of the same height at one table](two-chairs.png)
    ```
    """
    for entry in texts(programme):
        if not entry.document.markdown.harmless:
            yield from dict.fromkeys(islice(_faults(entry), MOST))


def _faults(entry: Entry[Any]) -> Iterator[Finding]:
    markdown = entry.document.markdown
    for piece in markdown.markup:
        yield _finding(entry, markdown.place(piece.start, piece.end), *SAYS[piece.sort])
    for link in markdown.links:
        if not relative(link.target) and scheme(link.target) not in SCHEMES:
            yield _strange(entry, link)
        if link.image and not link.alternative.strip():
            remedy = "say between the brackets what the image shows: `![what it shows](…)`"
            yield _finding(entry, markdown.whole(link), "the image has no alternative text", remedy)


def _strange(entry: Entry[Any], link: Link) -> Finding:
    place = entry.document.markdown.target(link)
    if link.target.startswith("//"):
        return _finding(entry, place, "the link does not say how it is to be opened", "write `https:` before it")
    remedy = "link with `https:`, `http:` or `mailto:`, or by the path from this file"
    return _finding(entry, place, "the link is of a kind that is not allowed", remedy)


def _finding(entry: Entry[Any], place: Place, message: str, remedy: str) -> Finding:
    return Finding(
        code="FIL011",
        severity="error",
        span=entry.document.in_body(*place),
        message=message,
        help=remedy,
        key="body",
    )
