"""The short cut gives what the builder over the parser's events gives, or nothing: over all sorts of texts."""

from __future__ import annotations

from random import Random

import pytest
import shortcuts
from hypothesis import example, given
from hypothesis import strategies as st
from often import times
from shortcuts import FILES, VALUES, printable

from generator.source import plainyaml

LINE = st.tuples(
    st.sampled_from(["", "  ", "    ", " ", "      "]),
    st.sampled_from(["", "- ", "-  ", "-", "- - "]),
    st.sampled_from(
        [
            "",
            "a: ",
            "b: ",
            "c:",
            "a-b: ",
            "a_1:  ",
            "é: ",
            "a b: ",
            "'a': ",
            "<<: ",
            "? ",
            "null: ",
            "a :",
            "#a: ",
            "---",
        ]
    ),
    st.sampled_from(VALUES),
).map("".join)
TEXTS = st.lists(LINE, max_size=8).map("\n".join)


def same(text: str) -> bool:
    """Compare the two readings; tells whether the short cut was taken."""
    return shortcuts.same(lambda text: plainyaml.read(text, printable=printable(text)), text)


@times(600)
@given(TEXTS)
@example("a:\n- b\nc: d")
@example("a:\n  - b: c\n    d:\n    - e\nf:")
@example("a: b\n  c")
@example("a:\n  b\n")
@example("a: b\n\n c: d")
@example("- a")
@example("a:\n - b\n  - c")
@example("-  a: b")
@example("a: b\r\nc: d")
def test_any_lines(text: str) -> None:
    same(text)
    same(f"a: b\n{text}")
    same(f"a:\n{text}")


@pytest.mark.parametrize("path", FILES)
def test_a_healthy_file_and_what_a_slip_makes_of_it(path: str) -> None:
    text = FILES[path]
    same(text)
    rng = Random(path)
    for _ in range(40):
        at = rng.randrange(len(text) + 1)
        same(text[:at] + rng.choice(VALUES) + text[at + rng.randrange(3) :])


def test_nearly_all_healthy_files_take_the_short_cut() -> None:
    taken = [path for path, text in FILES.items() if same(text)]
    assert len(taken) >= 0.9 * sum(bool(text.strip()) for text in FILES.values())


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b\nc:\n  - d\n  - e: f\n    g:\n", {"a": "b", "c": ["d", {"e": "f", "g": None}]}),
        ("a:\n- 1:30\n- \"x: y\"\nb: 'null'\nc: ~\n", {"a": ["1:30", "x: y"], "b": "null", "c": None}),
        ("# one\na:\n  b:\n    c: d\n\n  e: f\n", {"a": {"b": {"c": "d"}, "e": "f"}}),
    ],
)
def test_what_is_read_is_what_was_meant(text: str, data: object) -> None:
    assert plainyaml.read(text) == data
