"""FIL003, FIL005 and FIL010 as rules: twins, tables, hours; places are counted by hand."""

from __future__ import annotations

import pytest
from telling import findings, related, told

PAGE = "content/handbook/start.md"
POST = """\
---
title: One
date: 2026-03-09
author: p-017
kind: win
visibility: cohort
summary: One.
partner: not mentioned
---
Text.
"""


def thread(pair: str, slug: str = "one") -> str:
    """Give the path of a post of the ninth of March."""
    return f"content/threads/spring/{pair}/2026-03-09-{slug}.md"


def test_two_posts_of_one_name_are_told_at_the_second() -> None:
    files = {thread("pair-03"): POST, thread("pair-07"): POST, thread("pair-07", "one-2"): POST}
    (found,) = findings("FIL003", files)
    assert str(found.span) == f"{thread('pair-07')}:1:1-1"
    assert found.message == "another post has the name `2026-03-09-one`"
    assert found.help == "rename this one, for example to `2026-03-09-one-3.md`"
    assert related(found) == [f"{thread('pair-03')}:1:1-1: the other"]


def test_posts_of_two_names_are_fine() -> None:
    assert told("FIL003", {thread("pair-03"): POST, thread("pair-07", "two"): POST}) == []


@pytest.mark.parametrize(
    ("first", "second", "address"),
    [
        ("content/about.md", "content/index.md", "/about/"),
        ("content/handbook/rooms.md", "content/handbook/rooms/index.md", "/handbook/rooms/"),
    ],
)
def test_two_pages_of_one_address_are_told_at_the_second(first: str, second: str, address: str) -> None:
    (found,) = findings("FIL003", {second: "# Here\n", first: "# There\n", "content/other.md": "# Elsewhere\n"})
    assert (str(found.span), found.severity) == (f"{second}:1:1-1", "error")
    assert found.message == f"another page has the address `{address}`"
    assert found.help == "rename one of the two, or bring their texts together in one file"
    assert related(found) == [f"{first}:1:1-1: the other"]


def test_pages_of_two_addresses_are_fine() -> None:
    pages = (
        "content/index.md",
        "content/handbook/about.md",
        "content/handbook/index.md",
        "content/handbook/a/index.md",
    )
    assert told("FIL003", dict.fromkeys(pages, "# Here\n")) == []


def table(columns: int, rows: int) -> str:
    """Write a table with a head, and rows of one cell each: they are filled up."""
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + "|x|\n" * rows


WIDE = "the table has more than 20 columns"


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        (table(21, 1), "1:1-44", WIDE),
        ("Text\n\n> " + table(21, 0).replace("\n", "\n> "), "3:3-46", WIDE),
        (table(20, 100), "1:1-42", "the table has more than 2,000 cells"),
        (table(2, 1000), "1:1-6", "the table has more than 2,000 cells"),
        ("a\n:-\n" + "b\n" * 2000, "1:1-2", "the table has more than 2,000 cells"),
        ((table(2, 1) + "\n") * 21, "81:1-6", "the text has more than 20 tables"),
        ("- |a|\n  |-|\n" * 21, "41:3-6", "the text has more than 20 tables"),
        ("x[^1]\n\n[^1]: y\n\n    " + table(21, 0)[:-1].replace("\n", "\n    "), "5:5-48", WIDE),
        (table(21, 0).replace("\n", "\r\n"), "1:1-44", WIDE),
    ],
)  # fmt: skip
def test_a_table_beyond_measure_is_told_at_its_head(body: str, place: str, message: str) -> None:
    assert told("FIL005", {PAGE: body}) == [f"{PAGE}:{place} error: {message}"]


@pytest.mark.parametrize(
    "body",
    [
        table(20, 99),
        table(2, 999),
        (table(2, 1) + "\n") * 20,
        "```\n" + table(30, 3) + "```\n",
        "    " + table(30, 3).replace("\n", "\n    "),
        "```\n" + (table(2, 1) + "\n") * 200 + "```\n",
        "|" + "a|" * 20 + "\n|" + "-|" * 30 + "\n",  # head and line below differ: no table
        "a | b | c\n" * 500,
        "---\ntitle: A\n---\n\nText | with | bars\n",
    ],
)
def test_what_is_no_table_or_not_too_large_is_fine(body: str) -> None:
    assert told("FIL005", {PAGE: body}) == []


def test_a_text_that_grows_beyond_two_megabytes_is_told() -> None:
    body = "\n[^1]: x\n\n" + ("[^1]" * 990 + "\n") * 8
    assert told("FIL005", {PAGE: body}) == [
        f"{PAGE}:2:1-8 error: the text becomes larger than 2 MiB when it is rendered"
    ]
    assert told("FIL005", {PAGE: "word " * 20 + "\n" + ("word " * 700 + "\n") * 30}) == []


def test_nothing_else_is_said_of_a_text_that_cannot_be_rendered() -> None:
    assert told("FIL011", {PAGE: table(21, 1) + "\n<b>\n"}) == []
    assert told("LNK002", {PAGE: table(21, 1) + "\n[a](nowhere.md)\n"}) == []


PERSON = "pairs/people/p-001.yml"
HOURS = "name: Somebody\nrole: none\nlevel: 3\nhours:\n  from: {}\n  to: {}\n"


@pytest.mark.parametrize(
    ("begin", "end", "wrong"), [("09:00", "17:30", 0), ("09:00", "09:00", 1), ("17:30", "09:00", 1)]
)
def test_working_hours_end_after_they_begin(begin: str, end: str, wrong: int) -> None:
    found = findings("FIL010", {PERSON: HOURS.format(begin, end)})
    assert [str(each.span) for each in found] == [f"{PERSON}:6:7-12"] * wrong
    assert [related(each) for each in found] == [[f"{PERSON}:5:9-14: they begin here"]] * wrong
