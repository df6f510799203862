"""Edits of a text, and what no fix may touch."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import mend
from generator.source.document import Document
from generator.source.finding import Edit, Finding, Fix
from generator.source.span import Span

PAIR = "pairs/2026-spring/pair-03/pair.yml"
SESSION = "pairs/2026-spring/pair-03/sessions/03.yml"
POST = "content/threads/2026-spring/pair-03/2026-03-20-sealed-1a2b3c4d.md"
AS_OF = date(2026, 4, 15)
WEEKS = timedelta(days=14)


def at(line: int, column: int, end: int, path: str = PAIR) -> Span:
    return Span(path, line, column, line, end)


def edit(line: int, column: int, end: int, text: str) -> Edit:
    return Edit(at(line, column, end), text)


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("every: 30dyas # ours\n", [edit(1, 8, 14, "30 days")], "every: 30 days # ours\n"),
        ("a: 1\r\nb: 2\r\n", [edit(2, 1, 2, "c")], "a: 1\r\nc: 2\r\n"),
        ("\ufeffa: 1\n", [edit(1, 1, 2, "")], "a: 1\n"),
        ("größe 🙂 x\n", [edit(1, 9, 10, "y")], "größe 🙂 y\n"),
        ("a\nb", [edit(2, 2, 2, "\n---")], "a\nb\n---"),
        ("a: 1\n", [edit(1, 4, 5, "2"), edit(1, 1, 2, "b")], "b: 2\n"),
        ("abc\n", [edit(1, 1, 3, "x"), edit(1, 2, 4, "y")], "xc\n"),
        ("abc\n", [edit(1, 2, 2, "x"), edit(1, 2, 2, "y")], "axbc\n"),
        ("abc\n", [edit(1, 1, 2, "x"), edit(1, 2, 3, "y")], "xyc\n"),
        ("a\nb\nc\n", [Edit(Span(PAIR, 1, 2, 3, 1), "-")], "a-c\n"),
        ("same\n", [], "same\n"),
    ],
)
def test_edits(text: str, edits: list[Edit], expected: str) -> None:
    assert mend.mended(text, edits).text == expected


def test_it_tells_which_edits_were_made() -> None:
    first, second = edit(1, 1, 3, "x"), edit(1, 2, 4, "y")
    assert mend.mended("abc\n", [second, first]).made == (first,)


@given(st.text(alphabet="ab\n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=6))
def test_what_stands_outside_stays(text: str, places: list[tuple[int, int]]) -> None:
    document = Document(PAIR, text)
    edits = [
        Edit(document.at(start, min(size, len(text[start:].split("\n", 1)[0]))), "Z")
        for start, size in places if start <= len(text)
    ]  # fmt: skip
    changed, made = mend.mended(text, edits)
    assert changed.count("Z") == len(made)
    assert all(
        one.span.end_column <= other.span.column for one, other in pairwise(made) if one.span.line == other.span.line
    )
    removed = sum(each.span.end_column - each.span.column for each in made)
    assert len(changed) == len(text) - removed + len(made)
    assert bool(made) == bool(edits)


def kept(document: Document, line: int, old: str, new: str, *, read: bool = True) -> bool:
    """Tell whether a fix that replaces a text on a line may be made."""
    column = document.lines[line - 1].index(old) + 1
    finding = Finding("XXX001", "error", at(line, column, column + len(old), document.path), "m", "h",
                      fix=Fix("safe", "x", new))  # fmt: skip
    (after,) = mend.within_reach([finding], {document.path: document} if read else {}, AS_OF, WEEKS)
    assert after.message == "m"
    return after.fix == finding.fix


SIGNED = "mentor: p-017\nmentea: p-042\nagreement:\n  evry: 30 days\n  signed: {mentor: 2026-01-10}\n"


@pytest.mark.parametrize(
    ("text", "line", "old", "new", "expected"),
    [
        (SIGNED, 4, "evry", "every", False),
        (SIGNED, 5, "mentor", "mentee", False),
        (SIGNED, 2, "mentea", "mentee", True),
        (SIGNED.replace("signed: {mentor: 2026-01-10}", "signed: {}"), 4, "evry", "every", True),
        (SIGNED.replace("signed", "singed"), 5, "singed", "signed", False),
        (SIGNED.replace("agreement", "agrement"), 3, "agrement", "agreement", False),
        ("mentor: p-017\ngoals:\n  - {id: a, staet: open}\n", 3, "staet", "state", True),
    ],
)
def test_a_signed_agreement_is_left_to_those_who_signed(
    text: str, line: int, old: str, new: str, *, expected: bool
) -> None:
    assert kept(Document(PAIR, text), line, old, new) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("date: 2026-03-31 15:00\nstatus: held\n", False),
        ("date: 2026-04-01 15:00\nstatus: held\n", True),
        ("date: 2026-03-31 15:00\nstatus: planned\n", True),
        ("date: 2026-03-31 15:00\nstatus: cancelled\n", True),
        ("date: 2026-03-31 15:00\nsattus: held\n", False),
        ("dtae: 2026-03-31 15:00\nstatus: held\n", False),
        ("date: soon\nstatus: held\n", False),
        ("date: soon\nstatus: planned\n", True),
    ],
)
def test_a_final_session_is_left_as_it_is(head: str, *, expected: bool) -> None:
    assert kept(Document(SESSION, f"{head}lenght: 60 min\n"), 3, "lenght", "length") is expected


SEALED = "---\ntitle: sealde\n---\n-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n"


def test_a_sealed_body_is_left_as_it_is() -> None:
    document = Document(POST, SEALED, front=True)
    assert not kept(document, 5, "AAAA", "AAAB")
    assert kept(document, 2, "sealde", "sealed")
    assert kept(Document(POST, "---\ntitle: x\n---\nA lnik.\n", front=True), 4, "lnik", "link")


def test_what_is_no_file_of_the_programme_or_could_not_be_read_has_nothing_to_protect() -> None:
    assert kept(Document("notes.yml", "a: b\n"), 1, "a", "c")
    assert kept(Document(PAIR, SIGNED), 4, "evry", "every", read=False)
