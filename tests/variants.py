"""Variants of the healthy programme with one file changed, quick enough to try thousands of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import programmes

from generator.kinds import of_path
from generator.kinds.base import Kind
from generator.source import frontmatter, yaml12
from generator.source.finding import Finding

Key = tuple[str | int, ...]

_PLAIN = re.compile(r"[A-Za-z0-9][\w ./-]*")


def with_fields() -> list[str]:
    """List the healthy files that have fields: YAML files and front matter."""
    return [path for path in programmes.healthy() if kind_of(path).model is not None]


def kind_of(path: str) -> Kind:
    """Give the kind that claims a path."""
    claimed = of_path(path)
    assert claimed
    return claimed[0]


def fields(path: str) -> dict[str, Any]:
    """Give the fields of a healthy file as plain data."""
    text = programmes.healthy()[path].decode()
    found: dict[str, Any] = yaml12.read(frontmatter.split(text).yaml if kind_of(path).front else text).data
    return found


def key_paths(data: Any, above: Key = ()) -> Iterator[Key]:
    """Give the path of every key and every list item, parents first."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in children:
        yield (*above, part)
        yield from key_paths(value, (*above, part))


def at(data: Any, key: Key) -> Any:
    """Give the value at a key path."""
    for part in key:
        data = data[part]
    return data


def replaced(data: Any, key: Key, value: Any) -> Any:
    """Give the data with another value at a key path."""
    if not key:
        return value
    changed = data.copy()
    changed[key[0]] = replaced(data[key[0]], key[1:], value)
    return changed


def removed(data: Any, key: Key) -> Any:
    """Give the data without a key and what stands under it."""
    others = {name: value for name, value in at(data, key[:-1]).items() if name != key[-1]}
    return replaced(data, key[:-1], others)


def renamed(data: Any, key: Key, name: str) -> Any:
    """Give the data with another name for a key, in its place."""
    others = {name if old == key[-1] else old: value for old, value in at(data, key[:-1]).items()}
    return replaced(data, key[:-1], others)


def written(path: str, data: Any) -> str:
    """Write a file anew with other fields; the body of a healthy one stays as it was."""
    text = "".join(f"{line}\n" for line in _lines(data))
    if not kind_of(path).front:
        return text
    return f"---\n{text}---\n{frontmatter.split(programmes.healthy().get(path, b'').decode()).body}"


def _lines(data: Any) -> Iterator[str]:
    """Write data as YAML in block style."""
    if not isinstance(data, dict | list) or not data:
        yield _scalar(data)
        return
    children = data.items() if isinstance(data, dict) else enumerate(data)
    for part, value in children:
        lines = list(_lines(value))
        sign = f"{_scalar(part)}:" if isinstance(data, dict) else "-"
        if isinstance(value, dict | list) and value and isinstance(data, dict):
            yield sign
            yield from (f"  {line}" for line in lines)
        else:
            yield f"{sign} {lines[0]}"
            yield from (f"  {line}" for line in lines[1:])


def _scalar(value: Any) -> str:
    """Write a text plainly where that is no trouble, all else in the form it shares with JSON."""
    plain = isinstance(value, str) and _PLAIN.fullmatch(value) and value != "null"
    return str(value) if plain else json.dumps(value, ensure_ascii=False)


def is_found(path: str, text: str) -> bool:
    """Tell whether `check` finds something in one file of the healthy programme when it holds another text."""
    alone = programmes.loaded({path: text}).findings
    return bool(alone) or any(finding.span.path == path for finding in found(path, text))


def found(path: str, text: str) -> tuple[Finding, ...]:
    """Give what `check` finds in the healthy programme when one file holds another text."""
    return programmes.judged(programmes.loaded(programmes.over_healthy({path: text})))
