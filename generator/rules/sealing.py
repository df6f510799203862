"""Sealed posts and room notes: what must be unreadable, and what stays readable about it (SEA)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from generator.kinds.post import SEALED, WIDTH, Post
from generator.kinds.roomnote import RoomNote
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.seal import armour
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.span import Span

Sealable = Entry[Post] | Entry[RoomNote]

TITLE = "sealed"
HEAD = frozenset({"title", "date", "author", "kind", "visibility", "minutes"})
_SLUG = re.compile(r"sealed-[0-9a-f]{8}")


@rule("SEA001", "error")
def text_that_is_not_sealed(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Private post or room note that anybody can read, or sealed text that claims to be open.

    ## What it checks
    A post with `visibility: pair`, and every room note, has a body that is exactly one armoured age file:
    it starts in the line after the front matter, its lines are 64 characters of canonical base64, and
    nothing stands before or after it. A post of any other visibility is not sealed.

    ## Why it matters
    Git has no private file: whoever can clone the repository reads every file and all history. What two
    people keep between them is sealed before it is committed, or it is not committed.

    ## Example
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    visibility: pair  # error: [SEA001]
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md
    visibility: cohort
    ```

    ## If it was pushed already
    A deletion is not an erasure: the text is in the history, in every clone and in the host's caches. Tell
    your partner and the support contact what it says and since when it could be read. Seal the text from
    now on, and ask the coordinators whether the history shall be rewritten; that takes a person who knows
    how, voids the signatures of commits, and does not reach clones that were made before.
    """
    for entry in chain.from_iterable(programme.threads.values()):
        visibility = entry.item.visibility
        if visibility == SEALED:
            yield from _unsealed(entry)
        elif visibility in WIDTH and armour.begins(entry.document.markdown.body):
            yield _sealed_but_open(entry)
    for note in programme.room_notes.values():
        yield from _unsealed(note)


def _unsealed(entry: Sealable) -> Iterator[Finding]:
    """Say what is wrong with a body that should be sealed, and show nothing of it."""
    fault = armour.read(entry.document.body)
    if isinstance(fault, armour.Armour):
        return
    sealed = armour.begins(entry.document.body)
    private = "visibility is `pair`" if entry.item.visibility == SEALED else "a room note is for its two members"
    span = entry.at("visibility")
    yield Finding(
        code="SEA001",
        severity="error",
        span=span,
        message=f"{private}, but the body is not {'one whole armoured age file' if sealed else 'sealed'}",
        help=f"{'seal the text again with' if sealed else 'run'} `mentoring seal {entry.path}` before committing; "
        "if it was pushed already, read `mentoring rules SEA001`: a deletion is not an erasure",
        key="visibility",
        related=(
            Related(fault.message, _line(entry, fault.line), excerpt=False)
            if sealed
            else Related("everyone with repository access can read the body", span),
            Related("the text is not shown here on purpose"),
        ),
    )


def _line(entry: Sealable, number: int) -> Span:
    """Give the place of a line of the body."""
    line = entry.document.split.body_line + number
    return Span(entry.path, line, 1, line, len(entry.document.lines[line - 1]) + 1)


def _sealed_but_open(entry: Entry[Post]) -> Finding:
    span = entry.at("visibility")
    return Finding(
        code="SEA001",
        severity="error",
        span=span,
        message=f"the body is sealed, but visibility is `{entry.item.visibility}`",
        help="give the post its readable text back, or set `visibility: pair` and leave only the keys of a sealed post",
        key="visibility",
        related=(Related("nobody but its two members could read it", span),),
    )


@rule("SEA003", "error")
def sealed_post_that_tells_too_much(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Sealed post or room note whose readable part says more than that it exists.

    ## What it checks
    The front matter has exactly six keys: `title: sealed`, `date`, `author`, `kind`, `visibility` and
    `minutes`. The name of a sealed post is its date, `sealed-` and eight hex digits. Judged once the body
    is sealed; before that SEA001 speaks.

    ## Why it matters
    Everybody with access to the repository reads the front matter and the path. "2026-03-02-why-i-want-out"
    needs no body.

    ## Example
    ```markdown content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md
    title: What I did not say on Monday  # error: [SEA003]
    ```

    ## Instead
    ```markdown content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md
    title: sealed
    ```

    ## If it was pushed already
    What the title, the summary or the name gave away has been readable since then, and stays in the
    history. Tell your partner. Correct it by sealing the post again: path and front matter are bound into
    the seal, so a corrected head does not fit an old body.
    """
    for entry in chain.from_iterable(programme.threads.values()):
        if entry.item.visibility == SEALED and armour.begins(entry.document.body):
            yield from _telling(entry)
            if not _SLUG.fullmatch(entry.parts["slug"]):
                yield _telling_name(entry)
    for note in programme.room_notes.values():
        if armour.begins(note.document.body):
            yield from _telling(note)
            if note.item.visibility != SEALED:
                yield _note_for_others(note)


def _telling(entry: Sealable) -> Iterator[Finding]:
    """Hold the front matter against the six keys; of what they say nothing is shown."""
    surplus = sorted(entry.item.model_fields_set - HEAD, key=entry.key)
    if surplus:
        names = ", ".join(f"`{name}`" for name in surplus)
        yield _finding(
            entry.key(surplus[0]),
            surplus[0],
            f"the front matter of a sealed text has six keys; these are too many: {names}",
            "remove them here; what they say belongs inside the seal",
        )
    if entry.item.title != TITLE:
        yield _finding(
            entry.at("title"),
            "title",
            f"the title of a sealed text is always `{TITLE}`",
            f"set `title: {TITLE}`; the true title belongs inside the seal",
            Fix("unsafe", f"replace with `{TITLE}`", TITLE),
        )
    if entry.item.minutes is None:
        yield _finding(
            entry.key("minutes"),
            "minutes",
            "`minutes` is missing",
            "add `minutes:`, the reading time; `mentoring seal` counts it",
        )


def _telling_name(entry: Entry[Post]) -> Finding:
    return _finding(
        entry.document.top(),
        "path",
        "the name of a sealed post is readable by everyone, and this one is not `sealed-` and eight hex digits",
        "seal the post again with `mentoring seal`, which chooses such a name; a renamed file does not fit its seal",
    )


def _note_for_others(note: Entry[RoomNote]) -> Finding:
    return _finding(
        note.at("visibility"),
        "visibility",
        f"the visibility of a room note is always `{SEALED}`",
        f"set `visibility: {SEALED}`",
        Fix("unsafe", f"write `visibility: {SEALED}`", SEALED if note.item.visibility else None),
    )


def _finding(span: Span, key: str, message: str, remedy: str, fix: Fix = MANUAL) -> Finding:
    return Finding("SEA003", "error", span, message, remedy, key, (), fix)
