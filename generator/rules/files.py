"""Files as such: their bytes, their place, their size, their YAML (FIL001 to FIL006)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from generator.kinds.page import FreePage
from generator.kinds.post import Post
from generator.programme import Entry, Programme
from generator.rules import declared, rule
from generator.source import tables
from generator.source.finding import Finding, Related
from generator.source.span import Span
from generator.texts import free_address, texts


@declared("FIL001", "error")
def hidden_character() -> None:
    """File with bytes that are no text, or with characters nobody can see.

    ## What it checks
    The file is UTF-8 without a byte-order mark. It holds no control characters but line ends and tabs, no
    bidirectional overrides and no invisible characters, nor is one written as an escape between quotes. Joiners
    inside words and emoji are fine, and so is CRLF.

    ## Why it matters
    Hidden text changes what a reader believes to read, and a byte-order mark hides the front matter: a
    private post would lose its `visibility`.

    ## Example
    ```yaml pairs/people/p-017.yml
    department: Logi\u202estics  # error: [FIL001]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    department: Logistics
    ```
    """


@declared("FIL002", "error")
def path_that_is_no_file() -> None:
    """Path that is a link, a submodule, or another path but for case.

    ## What it checks
    Every path is a plain file inside the repository: no symbolic link, no submodule, no `..`. No two paths
    differ only by case.

    ## Why it matters
    A link can publish a file of the machine that builds the site. Two names that are one on some disks lose
    one of two files at the next checkout.

    ## Example
    ```markdown content/handbook/Welcome.md
    # error-file: [FIL003]
    # Welcome
    ```
    ```markdown content/handbook/welcome.md
    # error-file: [FIL002]
    ```

    ## Instead
    ```markdown content/handbook/first-steps.md
    # Welcome
    ```
    """


@rule("FIL003", "error")
def path_that_does_not_fit(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Path that does not fit the layout, or whose date is not that of the file.

    ## What it checks
    A file lies in the folder of its kind and has its suffix; the parts of its path are slugs (lower case,
    digits, single hyphens, at most 64 characters), sessions have two digits, posts and notes start with their
    `date`. No two posts have one `<date>-<slug>`, no two pages one address (`rooms.md` and `rooms/index.md`, or
    `index.md` and `about.md` of the programme itself), and no page takes the name of a folder that the site generates.

    ## Why it matters
    The path is the id, and the address on the site. A post's address names no pair, so it must be alone in
    the whole programme. Of two files at one address a reader would only ever see one.

    ## Example
    ```markdown content/communities/practice-circle/2026-03-26-two-clocks.md
    ---
    title: Two clocks
    date: 2026-03-25  # error: [FIL003]
    author: p-004
    context: The hours ran over, always on the same side.
    tried: A second clock that both can see.
    result: Nobody looked at it, and the hours ended in time.
    again: yes
    ---

    It has to be a large one.
    ```

    ## Instead
    ```markdown content/communities/practice-circle/2026-03-26-two-clocks.md
    ---
    title: Two clocks
    date: 2026-03-26
    author: p-004
    context: The hours ran over, always on the same side.
    tried: A second clock that both can see.
    result: Nobody looked at it, and the hours ended in time.
    again: yes
    ---

    It has to be a large one.
    ```
    """
    for first, second in programme.twins:
        yield _twin(programme, first, second)
    yield from _at_one_address(programme)


def _at_one_address(programme: Programme) -> Iterator[Finding]:
    """Find the pages of which a reader could never see the text: another one stands at their address."""
    first: dict[str, Entry[FreePage]] = {}
    for page in sorted(programme.pages.values(), key=attrgetter("path")):
        address = free_address(page.id)
        other = first.setdefault(address, page)
        if other is not page:
            yield Finding(
                code="FIL003",
                severity="error",
                span=Span(page.path),
                message=f"another page has the address `{address}`",
                help="rename one of the two, or bring their texts together in one file",
                key="",
                related=(Related("the other", Span(other.path), excerpt=False),),
            )


def _twin(programme: Programme, first: Entry[Post], second: Entry[Post]) -> Finding:
    number = 2
    while f"{second.id}-{number}" in programme.posts:
        number += 1
    return Finding(
        code="FIL003",
        severity="error",
        span=Span(second.path),
        message=f"another post has the name `{second.id}`",
        help=f"rename this one, for example to `{second.id}-{number}.md`",
        key="",
        related=(Related("the other", Span(first.path), excerpt=False),),
    )


@declared("FIL004", "warning")
def file_nobody_reads() -> None:
    """File in a place where no kind of file is expected.

    ## What it checks
    Every file under `content/` and `pairs/` is of a known kind.

    ## Why it matters
    It would never be published, and whoever wrote it would wait for it to appear.

    ## Example
    ```yaml pairs/wishes.yml
    # warning-file: [FIL004]
    coffee: better
    ```

    ## Instead
    ```markdown content/handbook/wishes.md
    # Wishes

    Better coffee.
    ```
    """


@rule("FIL005", "error")
def file_that_is_too_large(programme: Programme, as_of: date) -> Iterator[Finding]:
    """File, line, image or table beyond what can be read safely.

    ## What it checks
    YAML has at most 64 KiB, Markdown 128 KiB, a sealed body 256 KiB (`policy.max_yaml`, `policy.max_markdown`,
    `policy.max_sealed`); a line 4,000 characters; YAML is nested at most 12 deep. An image has at most 1 MiB,
    is what its name says, and carries no metadata. A table has at most 20 columns and 2,000 cells, a text at
    most 20 tables, and rendered it stays below 2 MiB.

    ## Why it matters
    Some short texts become very large when they are read: 122 KB of one table became 300 MB. The limits are
    judged before any work is done.

    ## Example
    ```markdown content/handbook/rota.md
    # Rota

    |1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21| <!-- error: [FIL005] -->
    |-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|
    |a|b|
    ```

    ## Instead
    ```markdown content/handbook/rota.md
    # Rota

    |1|2|3|4|5|6|7|8|9|10|
    |-|-|-|-|-|-|-|-|-|-|
    |a|b|
    ```
    """
    for entry in texts(programme):
        markdown = entry.document.markdown
        if markdown.too_large is not None:
            yield _table(entry, markdown.too_large)
        elif markdown.grows_too_large:
            yield _fragment(entry)


def _table(entry: Entry[Any], found: tables.TooLarge) -> Finding:
    document = entry.document
    most = {
        "columns": f"{tables.COLUMNS} columns",
        "cells": f"{tables.CELLS:,} cells",
        "tables": f"{tables.TABLES} tables",
    }
    if found.what in ("columns", "cells"):
        message = f"the table has more than {most[found.what]}"
        remedy = f"split it into tables of at most {most[found.what]}"
    else:
        message = (
            f"the text has more than {most['tables']}"
            if found.what == "tables"
            else "too much of the text looks like tables"
        )
        remedy = f"keep at most {most['tables']} on this page and write the others as lists, or on a page of their own"
    return Finding(
        code="FIL005",
        severity="error",
        span=document.in_body(*document.markdown.place(found.start, found.end)),
        message=message,
        help=remedy,
        key="body",
    )


def _fragment(entry: Entry[Any]) -> Finding:
    return Finding(
        code="FIL005",
        severity="error",
        span=entry.document.body_top(),
        message="the text becomes larger than 2 MiB when it is rendered",
        help="split it, or use fewer nested quotations and footnotes",
        key="body",
    )


@declared("FIL006", "error")
def yaml_that_cannot_be_read() -> None:
    """YAML that cannot be read, or that could be read in two ways.

    ## What it checks
    YAML files and front matter hold one mapping in one document, in the core of YAML 1.2: no key stands
    twice, and there are no anchors, aliases, merge keys or tags. Front matter is opened and closed by a line
    `---`. No conflict of a merge is left, neither in the fields nor in a body.

    ## Why it matters
    Most readers keep only the last of two equal keys, silently. Front matter that is never closed would lose
    a post's `visibility`.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    length: 60 min
    length: 45 min  # error: [FIL006]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    length: 60 min
    ```
    """
