"""POS007: how long a post is; the words are counted by hand."""

from __future__ import annotations

import pytest
from telling import findings

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
