"""YAML 1.2 as we write it: plain where that is safe for every reader, in JSON's quotes else.

Numbers, days and flags are given as such and stand plain; a text that another reader would take for one of
them is quoted. What is written here our own reader reads back unchanged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

STEP = 2
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?! |$)|(?<! )#)*")
"""Starts with a letter or digit; `: ` and ` #` would end it, and so would a colon at the end."""
_TYPED = re.compile(r"[\d.:_,+-]+|0[box][\da-fA-F_]+|[\d.]+[eE][-+]?\d+|\d[\d_]*\.?[\d_]*[eE]\d+")
"""What some reader takes for a number, or for a time in seconds."""
_WORDS = frozenset("true false null".split())
_OLD_WORDS = frozenset("yes no on off y n".split())
"""Flags to a reader of YAML 1.1; as keys they stay plain, since `on` is a field of ours."""


def mapping(data: Mapping[str, Any], indent: int = 0) -> str:
    """Write a mapping as a block: one line for each single value, an indented block for each collection."""
    return "".join(f"{line}\n" for line in _mapping(data, indent))


def scalar(value: Any) -> str:
    """Write a single value, or an empty collection, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, str):
        return _text(value)
    return "null" if value is None else "{}" if isinstance(value, Mapping) else "[]"


def field(key: str, value: Any, indent: int = 0) -> str:
    """Write one key with its value, without the last line's end."""
    return "\n".join(_mapping({key: value}, indent))


def item(value: Any, indent: int = 0) -> str:
    """Write one item of a list as a block, without the last line's end."""
    return "\n".join(_list([value], indent))


def flow(value: Any) -> str:
    """Write any value on one line, with brackets."""
    if isinstance(value, Mapping) and value:
        return f"{{{', '.join(f'{_quoted_in_flow(key)}: {flow(each)}' for key, each in value.items())}}}"
    if _is_list(value) and value:
        return f"[{', '.join(map(flow, value))}]"
    return _quoted_in_flow(value) if isinstance(value, str) else scalar(value)


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        name = f"{'':{indent}}{_key(key)}:"
        if isinstance(value, Mapping) and value:
            yield name
            yield from _mapping(value, indent + STEP)
        elif _is_list(value) and value:
            yield name
            yield from _list(value, indent + STEP)
        else:
            yield f"{name} {scalar(value)}"


def _list(items: Sequence[Any], indent: int) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping) and item:
            lines = list(_mapping(item, indent + STEP))
        elif _is_list(item) and item:
            lines = list(_list(item, indent + STEP))
        else:
            lines = [f"{'':{indent + STEP}}{scalar(item)}"]
        yield f"{'':{indent}}- {lines[0][indent + STEP :]}"
        yield from lines[1:]


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _text(text: str) -> str:
    return _quoted(text) if text.casefold() in _OLD_WORDS else _key(text)


def _key(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.isprintable() and not text.endswith(" ")
    if plain and not _TYPED.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return _quoted(text)


def _quoted_in_flow(text: str) -> str:
    return _quoted(text) if any(letter in text for letter in ",[]{}") else _text(text)


def _quoted(text: str) -> str:
    """Quote as JSON does, and escape whatever cannot be seen."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in quoted)


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four digits reach so far
