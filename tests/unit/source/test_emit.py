"""What we write is YAML 1.2 that our own reader reads back, and other readers take for the same."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source import emit, yaml12

HARD = ["", " ", "~", "null", "yes", "No", "1:30", "60", "0x1f", "1e3", "- a", "a: b", "a #b", "a:", "#", "é", "@x"]
TEXTS = st.text(max_size=40) | st.sampled_from([*HARD, "a\u0085b", "\U0001f600"])
KEYS = TEXTS.filter(lambda text: text != "<<" and text.casefold() not in emit._OLD_WORDS)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    ).filter(lambda value: _depth(value) < yaml12.MAX_DEPTH - 1),
    max_size=5,
)


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


@given(DATA)
def test_our_reader_reads_back_what_we_wrote(data: dict[str, Any]) -> None:
    assert yaml12.read(emit.mapping(data) or "{}") == (data, (), None)


@given(DATA)
def test_another_reader_reads_the_same(data: dict[str, Any]) -> None:
    assert yaml.safe_load(emit.mapping(data) or "{}") == data


@given(DATA)
def test_brackets_read_the_same(data: dict[str, Any]) -> None:
    assert yaml12.read(f"a: {emit.flow(data)}").data == {"a": data}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Check-in", "Check-in"),
        ("digital-ai/decision", "digital-ai/decision"),
        ("What is it? I'd say: much", '"What is it? I\'d say: much"'),
        ("a:b", "a:b"),
        ("no", '"no"'),
        ("60", '"60"'),
        (60, "60"),
        (True, "true"),
        (None, "null"),
        (date(2026, 5, 21), "2026-05-21"),
        (datetime(2026, 5, 21, 9, 0), "2026-05-21 09:00"),  # noqa: DTZ001 - local, as in the files
        ("09:00", '"09:00"'),
        ("a\tb\u202e", '"a\\tb\\u202e"'),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_single_values(value: object, written: str) -> None:
    assert emit.scalar(value) == written


def test_layout() -> None:
    data = {"on": "on", "agenda": [{"item": "Talk", "minutes": 5}, {"item": "End", "notes": ["a", "b"]}], "empty": []}
    assert emit.mapping(data) == (
        'on: "on"\n'
        "agenda:\n  - item: Talk\n    minutes: 5\n  - item: End\n    notes:\n      - a\n      - b\nempty: []\n"
    )
