"""What an automaton tells of a text."""

from __future__ import annotations

from generator.rules.sought import sought


def test_a_text_holds_what_a_pattern_says() -> None:
    holds = sought(r"one|\d\d")
    assert [holds(text) for text in (b"", b"on e 1", b"someone", b"a 12", "\u2014one".encode())] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_what_is_too_large_to_be_sought_may_be_anywhere() -> None:
    assert sought("(?:a{1000}b){1000}")(b"")
