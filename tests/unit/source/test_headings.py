"""Anchors of headings, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.headings import anchors


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["What is shown"], ["what-is-shown"]),
        (["Who, when & why?"], ["who-when--why"]),
        (["Größe_x 2-3"], ["größe_x-2-3"]),
        (["  padded  "], ["padded"]),
        (["a", "a", "A"], ["a", "a-1", "a-2"]),
        (["a-1", "a", "a"], ["a-1", "a", "a-2"]),
        (["a", "a", "a-1"], ["a", "a-1", "a-1-1"]),
        (["!", "\u2013", "- -"], ["", "", ""]),
        ([], []),
    ],
)
def test_an_anchor_is_the_heading_in_lower_case_with_hyphens(headings: list[str], expected: list[str]) -> None:
    assert list(anchors(headings)) == expected


@given(st.lists(st.text(alphabet="aA1- !", max_size=4), max_size=30))
def test_no_two_headings_have_one_anchor(headings: list[str]) -> None:
    found = [name for name in anchors(headings) if name]
    assert len(found) == len(set(found))
