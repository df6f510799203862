"""A value is changed or added; every comment, every other line and the ends of lines stay."""

from __future__ import annotations

from datetime import date
from typing import Any

import programmes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source import yaml12
from generator.source.edit import NotEditableError, append, put


@pytest.mark.parametrize(
    ("text", "key", "value", "changed"),
    [
        ("a: 1  # one\nb: 2\n", ("a",), "x", "a: x  # one\nb: 2\n"),
        ("a: 1\n# end\n", ("b",), "x", "a: 1\nb: x\n# end\n"),
        ("a: 1", ("b",), "x", "a: 1\nb: x\n"),
        ("a: 1\r\n", ("b",), ["x"], "a: 1\r\nb:\r\n  - x\r\n"),
        ("a:\nb: 2\n", ("a",), "x", "a: x\nb: 2\n"),
        ("a:  # later\nb: 2\n", ("a",), {"c": "x"}, "a:\n  c: x  # later\nb: 2\n"),
        ("a:\n  - b: 1 # c\n\nd: 2\n", ("a", 0, "e"), "x", "a:\n  - b: 1 # c\n    e: x\n\nd: 2\n"),
        ("a: {b: 1} # c\n", ("a", "d"), date(2026, 5, 1), "a: {b: 1, d: 2026-05-01} # c\n"),
        ("a: {b: 1} # c\n", ("a", "b"), ["x, y"], 'a: {b: ["x, y"]} # c\n'),
        ("a: |\n  one\n  two\n", ("b",), "x", "a: |\n  one\n  two\nb: x\n"),
        ("a:\n  - 1\n  - 2 # two\nb: 3\n", ("a",), [], "a: [] # two\nb: 3\n"),
    ],
)
def test_one_value(text: str, key: tuple[str | int, ...], value: object, changed: str) -> None:
    assert put(text, key, value) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a:\n  - b: 1 # c\n# end\n", "a:\n  - b: 1 # c\n  - b: x\n    c: 2026-05-01\n# end\n"),
        ("a:\n- 1\n- 2 # two\nd: 3\n", "a:\n- 1\n- 2 # two\n- b: x\n  c: 2026-05-01\nd: 3\n"),
        ("a:\r\n  - 1", "a:\r\n  - 1\r\n  - b: x\r\n    c: 2026-05-01\r\n"),
        ("a: [1, {b: 2}] # c\n", "a: [1, {b: 2}, {b: x, c: 2026-05-01}] # c\n"),
        ("a: [] # c\n", "a:\n  - b: x\n    c: 2026-05-01 # c\n"),
        ("d: 1\n", "d: 1\na:\n  - b: x\n    c: 2026-05-01\n"),
        ("a:\n  - |\n    one\n\nd: 2\n", "a:\n  - |\n    one\n  - b: x\n    c: 2026-05-01\n\nd: 2\n"),
    ],
)
def test_one_more_item(text: str, changed: str) -> None:
    assert append(text, ("a",), {"b": "x", "c": date(2026, 5, 1)}) == changed


@pytest.mark.parametrize("text", ["a: {b: 1}\n", "a: text\n", "a: [1\n", "- 1\n"])
def test_what_is_no_list_gets_no_item(text: str) -> None:
    with pytest.raises(NotEditableError):
        append(text, ("a",), "x")


@pytest.mark.parametrize(
    ("text", "key"), [("a: [1", ("a",)), ("a: 1\n", ("a", "b")), ("a: 1\n", ("c", "b")), ("- 1\n", ("a",))]
)
def test_what_cannot_be_changed_safely_is_refused(text: str, key: tuple[str, ...]) -> None:
    with pytest.raises(NotEditableError):
        put(text, key, "x")


FILES = [data.decode() for path, data in programmes.healthy().items() if path.endswith(".yml")]
VALUES = st.text(max_size=12) | st.lists(st.text(max_size=5), max_size=3) | st.dictionaries(st.just("k"), st.text())


@given(st.sampled_from(FILES), st.data(), VALUES)
def test_all_other_lines_stay(text: str, data: st.DataObject, value: Any) -> None:
    before = yaml12.read(text).data
    key = data.draw(st.sampled_from([*before, "new_key"]))
    changed = put(text, (key,), value)
    after = yaml12.read(changed).data
    assert {**before, key: None} == {**after, key: None}
    lines = iter(changed.split("\n"))
    others = [line for name in before if name != key for line in _lines(text, name)]
    assert all(line in lines for line in others)


def _lines(text: str, name: str) -> list[str]:
    """Give the lines of one top-level key, by their indentation."""
    found, inside = [], False
    for line in text.split("\n"):
        inside = line.startswith(f"{name}:") or (inside and line.startswith((" ", "-")))
        found += [line] if inside else []
    return found
