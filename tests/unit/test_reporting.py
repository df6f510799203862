"""Reporting lines, on small trees and circles drawn by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reporting import chain, circles

TREE = {"junior": "lead", "lead": "head", "head": "top", "peer": "head"}


@pytest.mark.parametrize(
    ("person", "above"),
    [("junior", ("lead", "head", "top")), ("peer", ("head", "top")), ("top", ()), ("nobody", ())],
)
def test_a_chain_goes_to_the_top(person: str, above: tuple[str, ...]) -> None:
    assert chain(TREE, person) == above


def test_a_chain_in_a_circle_ends_where_it_would_start_again() -> None:
    assert chain({"a": "b", "b": "c", "c": "b"}, "a") == ("b", "c")
    assert chain({"a": "a"}, "a") == ("a",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (TREE, []),
        ({"a": "a"}, [("a",)]),
        ({"b": "a", "a": "b"}, [("a", "b")]),
        ({"c": "a", "a": "b", "b": "c"}, [("a", "b", "c")]),
        ({"x": "a", "a": "b", "b": "a", "y": "x"}, [("a", "b")]),  # who only leads into it is not in it
        ({"d": "c", "c": "d", "b": "a", "a": "b"}, [("a", "b"), ("c", "d")]),
    ],
)
def test_each_circle_is_found_once(line: dict[str, str], expected: list[tuple[str, ...]]) -> None:
    assert circles(line) == expected


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
def test_a_circle_is_what_a_second_look_calls_one(line: dict[str, str]) -> None:
    inside = {person for person in line if person in chain(line, person)}
    assert {person for circle in circles(line) for person in circle} == inside
