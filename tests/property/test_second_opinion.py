"""Our YAML and our front matter against the packages they could have been: equal wherever both read.

Where they differ the packages are wrong for us, and each way in which they are has a test here, since it is the
reason why we do not use them.
"""

from __future__ import annotations

from typing import Any

import frontmatter
import programmes
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from often import times

from generator.source import frontmatter as ours
from generator.source import yaml12

REFUSED = {"anchor", "alias", "merge", "tag", "key", "duplicate", "depth"}
"""What YAML allows and we do not."""
NULLS = {"", "~", "null", "Null", "NULL"}

PIECES = (
    *("a", "b", "key", "other", "1", "010", "1:30", "NO", "on", "~", "null", "2026-02-28", ".inf", "1e3", "0x1F", "+1"),
    *(
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        ", ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "#",
        " # ",
        "|\n",
        ">-\n",
        "\\",
        "\\n",
        "%",
        "@",
        "`",
    ),
    *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", " ", "  ", "\t", "\r\n", "---\n", "...\n", "&a ", "*a", "!t ", "<<: "),
    *("\u00e4", "\u6f22", "\U0001f642", "\u00a0"),
)
"""What YAML is made of."""

yaml_like = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
words = st.one_of(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30), st.sampled_from(PIECES)
)
values = st.recursive(
    st.one_of(words, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(words, inner, max_size=4)),
    max_leaves=12,
)
styles = st.fixed_dictionaries({
    "default_flow_style": st.sampled_from((True, False, None)),
    "default_style": st.sampled_from((None, "'", '"', "|", ">")),
    "allow_unicode": st.booleans(),
    "indent": st.integers(2, 6),
    "width": st.sampled_from((20, 80, 1000)),
})  # fmt: skip


@st.composite
def written(draw: st.DrawFn) -> str:
    """YAML that PyYAML writes, in any of its styles."""
    data = draw(st.dictionaries(words, values, max_size=5))
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, **draw(styles)))


def agrees_with_base(text: str) -> None:
    """Where we read a text, PyYAML's reader without types reads the same; what it reads, we read or refuse."""
    reading = yaml12.read(text)
    try:
        base = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text
    except (yaml.YAMLError, TypeError):  # a mapping as a key is a TypeError
        assert reading.faults
        return
    if reading.faults:
        assert {fault.kind for fault in reading.faults} <= REFUSED or not isinstance(base, dict)
    else:
        assert _same(reading.data, base)


def agrees_with_safe(text: str) -> None:
    """Where we read a text, what PyYAML leaves a text is the same text; all else is a text with us."""
    reading = yaml12.read(text)
    try:
        safe = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, TypeError, AttributeError):  # numbers and dates that are none
        return
    if not reading.faults:
        assert _same_but_for_types(reading.data, safe)


def _same(one: Any, other: Any) -> bool:
    """Compare our reading with one in which null is a text as well."""
    if one is None:
        return other in NULLS
    if isinstance(one, dict):
        return isinstance(other, dict) and list(one) == list(other) and all(map(_same, one.values(), other.values()))
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _same_but_for_types(one: Any, other: Any) -> bool:
    """Compare our reading with one in which some texts became numbers, dates and truth values, keys among them."""
    if isinstance(other, dict):
        if len(one) != len(other):  # `1` and `01` are one key to it
            return len(one) > len(other)
        return all(map(_same_but_for_types, one, other)) and all(map(_same_but_for_types, one.values(), other.values()))
    if isinstance(other, list):
        return len(one) == len(other) and all(map(_same_but_for_types, one, other))
    if other is None:
        return one is None or one in NULLS
    return one == other if isinstance(other, str) else isinstance(one, str)


@given(st.one_of(written(), yaml_like))
@times(500)
def test_yaml_is_read_as_by_the_reader_without_types(text: str) -> None:
    agrees_with_base(text)


@given(st.one_of(written(), yaml_like))
@times(300)
def test_yaml_is_read_as_by_the_safe_reader_but_for_types(text: str) -> None:
    agrees_with_safe(text)


@pytest.mark.slow
@given(st.one_of(written(), yaml_like))
@settings(max_examples=100_000)
def test_yaml_is_read_as_by_both_in_a_hundred_thousand_texts(text: str) -> None:
    agrees_with_base(text)
    agrees_with_safe(text)


@given(st.dictionaries(words, values, max_size=5), styles)
@times(200)
def test_what_was_written_is_read_again(data: dict[str, Any], style: dict[str, Any]) -> None:
    reading = yaml12.read(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, **style))
    if reading.faults:
        assert {fault.kind for fault in reading.faults} <= {"merge", "depth", "tag"}  # a null in quotes gets a tag
    else:
        assert reading.data == data


posts = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(("---\n", "---\n", "---  \n", "---\r\n", "--- #\n", "----\n", "", "\ufeff---\n")),
    st.one_of(written(), yaml_like),
    st.sampled_from(("---\n", "---\n", "---", "---\t\n", "\n---\n", "--- \r\n", "----\n", "")),
    st.one_of(yaml_like, st.sampled_from(("", "Text.\n", "\n\nText.\n\n---\n\nMore.\n", "```\n---\n```\n"))),
).filter(lambda text: text == text.lstrip())


@given(posts)
@times(300)
def test_the_package_with_our_handler_reads_what_we_read(text: str) -> None:
    parts, handler = ours.split(text), ours.strict_handler()
    reading = yaml12.read(parts.yaml) if parts.closed else None
    if reading is None or reading.faults:
        with pytest.raises(ours.UnreadableError):
            frontmatter.parse(text, handler=handler)
    else:
        metadata, body = frontmatter.parse(text, handler=handler)
        assert metadata == reading.data
        assert body == parts.body.replace("\r\n", "\n").strip()


POST = "content/threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md"
FRONT = """\
---
title: A question for April
date: 2026-03-25
author: p-017
kind: question
visibility: cohort
summary: How long do you wait before you help?
partner: not mentioned
---

Text.
"""


def _told(text: str) -> list[str]:
    """Give the codes of what `check` finds in a post with this text."""
    found = programmes.judged(programmes.loaded(programmes.over_healthy({POST: text})))
    return [each.code for each in found if each.span.path == POST]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRONT.replace("mentioned\n---\n", "mentioned\n"), "FIL006"),
        (f"\ufeff{FRONT}", "FIL001"),
        ("---\n- visibility: pair\n---\n\nText.\n", "FIL006"),
    ],
    ids=["never closed", "byte-order mark", "a list"],
)
def test_the_defaults_lose_every_field_without_a_word(text: str, code: str) -> None:
    assert frontmatter.parse(text)[0] == {}
    assert _told(text) == [code]


def test_the_defaults_keep_the_last_of_two_keys() -> None:
    text = FRONT.replace("visibility: cohort\n", "visibility: pair\nvisibility: public\n")
    assert frontmatter.parse(text)[0]["visibility"] == "public"
    assert _told(text) == ["FIL006"]


def test_the_defaults_raise_for_a_day_that_is_none() -> None:
    text = FRONT.replace("2026-03-25", "2026-02-30")
    with pytest.raises(ValueError, match="day is out of range"):
        frontmatter.parse(text)
    assert _told(text) == ["FIL010"]


def test_the_defaults_shift_the_lines_below_blank_ones() -> None:
    text = f"\n\n{FRONT}"
    assert frontmatter.parse(text) == frontmatter.parse(FRONT)
    assert _told(text) == ["FIL006"]


@pytest.mark.parametrize(("text", "safe"), [("a: NO", False), ("a: 1:30", 90), ("a: 010", 8), ("a: 1_2", 12)])
def test_the_safe_reader_guesses_types_and_ours_leaves_texts(text: str, safe: object) -> None:
    assert yaml.load(text, Loader=yaml.CSafeLoader) == {"a": safe}
    assert yaml12.read(text).data == {"a": text.removeprefix("a: ")}
