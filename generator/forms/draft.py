"""A file that is about to be written: its path and its text, made from fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.source import emit
from generator.source.devices import is_device

SCHEMAS = ".schemas"
"""The folder of the JSON Schemas, from the programme's root."""
LONGEST = 64
"""Of a name that is made from a title."""
_OTHER = re.compile(r"[^a-z0-9]+")
_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to write; `before` is the text it replaces, `None` where the file is new."""

    path: str
    text: str
    before: str | None = None


def modeline(path: str, kind: str) -> str:
    """Give the first line of a YAML file, which tells an editor where the schema of its kind lies."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}{SCHEMAS}/{kind}.json"


def yaml_file(path: str, kind: str, data: Mapping[str, Any], notes: Iterable[str] = ()) -> Draft:
    """Draft a YAML file: the modeline, the fields that have a value, and notes as comments at the end."""
    comments = "".join(f"# {note}\n" for note in notes)
    return Draft(path, f"{modeline(path, kind)}\n{emit.mapping(given(data))}{comments}")


def markdown_file(path: str, data: Mapping[str, Any], body: str = "") -> Draft:
    """Draft a Markdown file: front matter from the fields that have a value, and the body."""
    text = body.strip("\n")
    return Draft(path, f"---\n{emit.mapping(given(data))}---\n" + (f"\n{text}\n" if text else ""))


def given(data: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what has no value."""
    return {key: value for key, value in data.items() if value is not None}


def slug(title: str) -> str:
    """Make a file's name from a title: lower-case letters, digits and single hyphens, at most 64 of them.

    Empty where the title has none of these, or gives a name that no file can have on Windows.
    """
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_SPELT)).encode("ascii", "ignore").decode()
    whole = _OTHER.sub("-", plain.replace("'", "")).strip("-")
    if len(whole) <= LONGEST:
        return "" if is_device(whole) else whole
    return whole[: LONGEST + 1].rpartition("-")[0].strip("-") or whole[:LONGEST]
