"""No control character but LF and TAB stands in a file: not the next-line character either, a line end to YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.characters import hidden, printable, shown


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x80, 0x84, 0x85, 0x86, 0x9F])
def test_every_control_character_is_hidden(code: int) -> None:
    text = f"one{chr(code)}two"
    assert not printable(text.encode())
    assert hidden(text) == (3, chr(code))
    assert shown(text) == f"one<U+{code:04X}>two"


@pytest.mark.parametrize("text", ["one\ttwo", "one\ntwo", "one\r\ntwo", "one\u00a0two"])
def test_tabs_line_ends_and_blanks_are_not(text: str) -> None:
    assert hidden(text) is None


SIGNS = "a \t\r\n\u00e9\u00a0\u00ad\u0085\u200b\u200d\u2028\u202e\u2066\u3164\ufeff\U000e0001\U0001f600"


@given(st.text(st.sampled_from(SIGNS)))
def test_what_looks_printable_has_nothing_hidden(text: str) -> None:
    if printable(text.encode()):
        assert hidden(text) is None
