"""POS007: how long a post is; the words are counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import findings

from generator.rules.lengths import surely_within
from generator.source.markdown import Markdown

POST = "content/threads/spring/pair-03/2026-03-09-one.md"
HEAD = """\
---
title: One
date: 2026-03-09
author: p-017
kind: win
visibility: {}
summary: One.
partner: not mentioned
---

"""


def post(words: int, visibility: str = "cohort") -> dict[str, str]:
    """Give a post of so many words; the body starts on line 11."""
    return {POST: HEAD.format(visibility) + "word\n" * words}


@pytest.mark.parametrize("words", [120, 600])
def test_the_edges_themselves_are_allowed(words: int) -> None:
    assert findings("POS007", post(words)) == []


@pytest.mark.parametrize(
    ("words", "has", "remedy"),
    [
        (1, "1 word", "tell what you tried and what came of it: 119 words more"),
        (119, "119 words", "tell what you tried and what came of it: 1 word more"),
        (601, "601 words", "keep the one thing worth telling, or make it two: 1 word fewer"),
    ],
)
def test_what_is_too_short_or_too_long_is_told_with_what_is_missing(words: int, has: str, remedy: str) -> None:
    (found,) = findings("POS007", post(words))
    assert (found.severity, found.span.path, found.key) == ("warning", POST, "body")
    assert found.message == f"the body has {has}; 120 to 600 are read (`policy.post_words`)"
    assert found.help == remedy


def test_of_a_post_without_known_readers_nothing_is_said() -> None:
    assert findings("POS007", post(1, "everybody")) == []


PIECES = [
    "one", "two-three", "it's", ".", ",", "\n\n", "\n", " ", "- ", "* ", "**", "_", "[a](b.md)", "[a b](b.md 't u')",
    "https://x.example", "<https://x.example>", "`code it`", "|", "\n|-|-|\n", "[^1]", "\n[^1]: note\n", "\u2014",
    "\u2013", "#", "&amp;", "a@b.example", "> ", "![alt words](a.png)", "\n[a]: c 'd e'\n", "...", "(so)", "\n1. ",
    "==", "www.x.example", "\n---\n", "\n2) ", "\\", "<!-- not read -->",
    "\n``` one two\n", "\n~~~ one two\n", "\u0643\u0644", "&#233;", "&nbsp; ", "&eacute;b ", "\u201cso\u201d",
    "so\u2019s", '"so"', "a/b", "<i c-d='e f'>", "\n```one-2 \n", "\n[a_b/c]: d\n", "# ", "2026", "\u00e9",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from((" ", "")))
def test_the_quick_answer_is_never_wrong(pieces: list[str], between: str) -> None:
    body = between.join(pieces) + " and\n"
    words = Markdown(body).words
    assert not surely_within(body, words + 1, 1000)
    assert not words or not surely_within(body, 0, words - 1)


@pytest.mark.parametrize(
    "body",
    [
        "so, it is. " * 40,
        "so, it is. " * 200,
        "\u0643\u0644 " * 120,
        "caf\u00e9 " * 400,
        "**so**, " * 120,
        "so so so so-so-so-so " * 100,
        "\u0643\u0644\u060c " * 400,
        "1 " * 150 + "so " * 120,
        "so " * 120 + "[1]: b",
        "[so](a.md) " * 120 + "so " * 120,
        "\u201cso\u201d it\u2019s 1/2 _so_ # 'so' - " * 40,
        "so-so-so-so-so-so " * 130,
        "so " * 120 + "\n\n| so | so |\n|-|-|\n" + "| so | so |\n" * 200,
    ],
)
def test_plain_prose_is_answered_quickly(body: str) -> None:
    assert surely_within(body, 120, 600)


@pytest.mark.parametrize(
    "body",
    [
        "so " * 119,
        "so " * 601,
        "so\u2014so " * 301,
        "so\u00a0" * 601,
        "so " * 120 + "so&nbsp;so " * 241,
        "so " * 120 + "a@b.cc-so@d-so@e.ff-so " * 241,
        "so " * 119 + "[so]: b",
        "[a]: b so " + "so " * 200,
        "so-so 1 " * 119,
        "so " * 119 + "&nbsp; ",
        *(f"{'so ' * 120}{hiding}" for hiding in ("[a](b c)", "![so](a)", "<!--", "www.a", "``` a", "~~~a b")),
    ],
)
def test_what_is_not_plain_or_out_of_bounds_is_counted(body: str) -> None:
    assert not surely_within(body, 120, 600)


def test_what_parts_words_beyond_ascii_begins_as_is_assumed() -> None:
    parting = [sign for sign in map(chr, range(0x80, 0x110000)) if sign.isspace() or sign == "\u2014"]
    assert {sign.encode()[:1] for sign in parting} <= {b"\xc2", b"\xe1", b"\xe2", b"\xe3"}
