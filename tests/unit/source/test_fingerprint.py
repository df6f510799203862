"""What names a finding: code, file and field, so that an edit elsewhere does not make it another one."""

from __future__ import annotations

from dataclasses import replace

import bless
import pytest
import spoilt
from hypothesis import given
from hypothesis import strategies as st
from often import times

from generator.kinds import of_path
from generator.load import Raw, load
from generator.source.document import Document
from generator.source.finding import Finding
from generator.source.fingerprint import fingerprints, logical_key
from generator.source.span import Span

PAIR = "pairs/2026-spring/pair-03/pair.yml"
TEXT = """\
mentor: p-017
goals:
  - id: sharper-feedback
    side: mentee
    state: open
  - side: mentor
    state: open
focus: [candour, {id: x}]
"""
POST = "---\ntitle: x\ntags: [a]\n---\n\nWords.\n"


def found(document: Document, line: int, column: int, key: str = "", code: str = "XXX001") -> Finding:
    return Finding(code, "error", Span(document.path, line, column, line, column + 1), "message", "help", key)


@pytest.mark.parametrize(
    ("line", "column", "key"),
    [
        (1, 1, "mentor"), (1, 6, "mentor"), (1, 9, "mentor"),
        (2, 1, "goals"),
        (3, 5, "goals[sharper-feedback].id"), (5, 12, "goals[sharper-feedback].state"),
        (7, 5, "goals[1].state"), (7, 12, "goals[1].state"),
        (8, 9, "focus[0]"), (8, 19, "focus[x].id"), (8, 23, "focus[x].id"), (8, 24, "focus[x]"),
        (8, 8, "focus"), (99, 1, ""),
    ],
)  # fmt: skip
def test_the_field_is_looked_up_at_the_place(line: int, column: int, key: str) -> None:
    document = Document(PAIR, TEXT)
    assert logical_key(found(document, line, column), document) == key


@pytest.mark.parametrize(
    ("given_key", "key"),
    [
        ("goals[0].state", "goals[sharper-feedback].state"),
        ("goals[1].state", "goals[1].state"),
        ("goals[7].state", "goals[7].state"),
        ("goals[sharper-feedback].sign", "goals[sharper-feedback].sign"),
        ("goals[sharper-feedback].after[0]", "goals[sharper-feedback].after[0]"),
        ("focus[1]", "focus[x]"),
        ("nothing[0].here[1]", "nothing[0].here[1]"),
        ("body", "body"),
    ],
)
def test_positions_become_ids_where_there_are_any(given_key: str, key: str) -> None:
    document = Document(PAIR, TEXT)
    assert logical_key(found(document, 1, 1, given_key), document) == key
    assert logical_key(found(document, 1, 1, given_key), None) == given_key


@pytest.mark.parametrize(("line", "key"), [(1, ""), (2, "title"), (3, "tags"), (5, "body"), (6, "body")])
def test_front_matter_and_body_are_told_apart(line: int, key: str) -> None:
    document = Document("content/x.md", POST, front=True)
    assert logical_key(found(document, line, 1), document) == key


def test_an_item_keeps_its_name_when_it_moves() -> None:
    moved = TEXT.replace("goals:\n", "goals:\n  - {id: first, side: mentor}\n")
    before, after = Document(PAIR, TEXT), Document(PAIR, moved)
    one, other = found(before, 5, 12, "goals[0].state"), found(after, 6, 12, "goals[1].state")
    assert fingerprints([one], {PAIR: before}) == fingerprints([other], {PAIR: after})


def test_neither_line_nor_wording_counts_but_code_file_and_field_do() -> None:
    document = Document(PAIR, TEXT)
    one = found(document, 1, 1)
    same = replace(one, message="other words", help="else", span=Span(PAIR, 1, 9, 1, 14), severity="warning")
    others = [
        replace(one, code="XXX002"), replace(one, key="mentee"), replace(one, span=replace(one.span, path="x.yml")),
    ]  # fmt: skip
    names = [fingerprints([each], {PAIR: document})[0] for each in (one, same, *others)]
    assert names[0] == names[1]
    assert len(set(names)) == 4
    assert all(len(name) == 32 and name.isalnum() for name in names)


def test_equals_are_numbered() -> None:
    document = Document(PAIR, TEXT)
    names = fingerprints([found(document, 1, 1)] * 3, {PAIR: document})
    assert len(set(names)) == 3
    assert names[:2] == fingerprints([found(document, 1, 9)] * 2, {PAIR: document})


def test_no_two_findings_of_the_broken_programme_share_one() -> None:
    names = fingerprints(bless.broken_findings(), bless.broken().programme.documents)
    assert len(set(names)) == len(names) == len(bless.broken_findings())


@given(spoilt.changes())
@times(60)
def test_no_two_findings_of_a_run_share_one(changes: spoilt.Changes) -> None:
    loaded = load(Raw(path, data) for path, data in changes.items())
    names = fingerprints(loaded.findings, loaded.programme.documents)
    assert len(set(names)) == len(names) == len(loaded.findings)


@given(spoilt.other_fields(), st.integers(1, 3))
@times(100)
def test_a_line_inserted_above_changes_none(file: spoilt.File, count: int) -> None:
    path, data = file
    claimed = of_path(path)
    assert claimed
    first, rest = data.split(b"\n", 1) if claimed[0].front else (b"", data)
    more = b"\n".join([first, *[b"# a remark"] * count]).removeprefix(b"\n") + b"\n" + rest
    before, after = load([Raw(path, data)]), load([Raw(path, more)])
    assert fingerprints(before.findings, before.programme.documents) == fingerprints(
        after.findings, after.programme.documents
    )
