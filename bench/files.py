"""The files of a corpus: their texts as plain block YAML, and faults planted in some of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

_PLAIN = re.compile(r"\w(?:[^:#\n]|:(?=\S))*")
_FAULTS = (
    (r"(?m)^length: .*$", "length: sixty"),
    (r"(?m)^visibility:", "visiblity:"),
    (r"(?m)^role:", "roll:"),
    (r"(?m)^mentee: p-", "mentee: q-"),
    (r"(?m)^title:", "titel:"),
    (r"(?m)^name:", "name"),
)


@dataclass(frozen=True, slots=True)
class File:
    """One file, and the day and the author of its commit."""

    path: str
    text: str
    on: date
    by: str = "Coordinator"


def block(data: Mapping[str, Any], indent: str = "") -> str:
    """Write plain block YAML, as people do; what is `None` is left out."""
    return "".join(f"{indent}{key}:{_value(value, indent)}" for key, value in data.items() if value is not None)


def spoilt(files: Sequence[File], seed: int) -> list[File]:
    """Plant one fault in 0.5 % of the files (one at least)."""
    rng = Random(f"{seed}/faults")
    chosen = set(rng.sample(range(len(files)), max(1, len(files) // 200)))
    return [_spoilt(file) if at in chosen else file for at, file in enumerate(files)]


def _value(value: Any, indent: str) -> str:
    if isinstance(value, Mapping):
        return "\n" + block(value, indent + "  ")
    if isinstance(value, list):
        return "\n" + "".join(f"{indent}  - {_item(each, indent + '    ')}" for each in value) if value else " []\n"
    text = str(value)
    return f" {text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)}\n"


def _item(value: Any, indent: str) -> str:
    return (block(value, indent) if isinstance(value, Mapping) else _value(value, indent)).lstrip()


def _spoilt(file: File) -> File:
    pattern, instead = next(each for each in _FAULTS if re.search(each[0], file.text))
    return replace(file, text=re.sub(pattern, instead, file.text, count=1))
