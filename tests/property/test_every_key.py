"""A key that is misspelt, lost or given a value of the wrong shape is one finding, and it stands in that file.

For every key path there is in a kind, one file is tried that has it, spoilt in one way; the slow tests try every way on
every key path of every file.
What may be left out stands in a list made by hand from formats.md, so that the models are not asked about themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import programmes
import pytest
import variants
from variants import Key

from generator.load import Raw, load

FREE = {
    "person": ("style.*",),
    "moved": ("*",),
}
"""Keys that are somebody's own words, by kind: a slip in one is another word."""

OPTIONAL = {
    "programme": ("words", "words.*", "policy", "policy.*", "site", "clock"),
    "person": ("cohorts", "dislikes", "style", "style.*", "capacity", "trained", "accounts", "accounts.*", "keys"),
    "pair": ("roadmaps", "skipped", "continues", "superseded_by", "goals", "agreement.signed.*"),
    "session": ("moved", "step", "agenda", "prepare", "prepare.*", "takeaways.*"),
    "post": ("step", "tags", "replies_to", "changed"),
    "roadmap": ("risks", "steps[].after"),
    "community": ("follows",),
    "page": ("title",),
    "check-ins": ("*",),
    "moved": ("*",),
}
"""What a file may be without, by kind; `*` is any key, `[]` any item. That a held session has takeaways, an active
pair both signatures and two goals, and a person a training, is asked for by rules of a later issue."""

MAY_BE_EMPTY = {
    "session": ("actions", "takeaways"),
    "pair": ("agreement.signed", "agreement.exceptions", "agreement.off_limits"),
}
"""What has to be there and may say that there is nothing, or is judged by rules of a later issue."""


def _as_pattern(key: Key) -> str:
    """Write a key path as the lists above do: `agenda[].minutes`."""
    text = ""
    for part in key:
        text += "[]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _listed(path: str, key: Key, lists: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a key is in one of the lists above."""
    text = _as_pattern(key)
    patterns = lists.get(variants.kind_of(path).name, ())
    return any(re.fullmatch(re.escape(each).replace(r"\*", r"[^.\[]+"), text) for each in patterns)


def every() -> dict[str, list[Key]]:
    """Give the key paths of each file that has fields."""
    return {path: list(variants.key_paths(variants.fields(path))) for path in variants.with_fields()}


def telling(keys: Mapping[str, list[Key]]) -> dict[str, list[Key]]:
    """Choose files that between them have every key path of every kind, the fullest first, and what is new in each."""
    chosen: dict[str, list[Key]] = {}
    met: set[tuple[str, str]] = set()
    for path in sorted(keys, key=lambda path: (-len({*map(_as_pattern, keys[path])}), path)):
        kind = variants.kind_of(path).name
        first = {(kind, _as_pattern(key)): key for key in reversed(keys[path])}
        new = [key for pattern, key in first.items() if pattern not in met]
        chosen |= {path: new} if new else {}
        met |= first.keys()
    return chosen


ALL = 3
"""There are no more than so many ways to spoil a key in one respect."""
EVERY = every()
EVERY_FILE = pytest.mark.parametrize(
    ("path", "keys", "ways"),
    [
        *(pytest.param(path, keys, 1, id=path) for path, keys in telling(EVERY).items()),
        *(pytest.param(path, keys, ALL, id=f"all of {path}", marks=pytest.mark.slow) for path, keys in EVERY.items()),
    ],
)


def slips(name: str) -> Iterator[str]:
    """Give two slips of the pen: a letter lost in the middle, and the first two in the wrong order."""
    yield name[: len(name) // 2] + name[len(name) // 2 + 1 :]
    if len(set(name[:2])) > 1:
        yield name[1] + name[0] + name[2:]


def _named(path: str, key: Key) -> str:
    return f"{path}: {_as_pattern(key)} ({key})"


def _in_one_finding(path: str, data: Any) -> bool:
    """Tell whether all that is wrong now is one thing in that file."""
    return [each.span.path for each in variants.found(path, variants.written(path, data))] == [path]


@EVERY_FILE
def test_every_misspelt_key_is_found(path: str, keys: list[Key], ways: int) -> None:
    data = variants.fields(path)
    unseen = [
        f"{_named(path, key)} as {slip}"
        for key in keys
        if isinstance(key[-1], str) and not _listed(path, key, FREE)
        for slip in [*slips(key[-1])][:ways]
        if not _in_one_finding(path, variants.renamed(data, key, slip))
    ]
    assert unseen == []


@EVERY_FILE
def test_every_must_field_that_is_lost_is_found(path: str, keys: list[Key], ways: int) -> None:
    data = variants.fields(path)
    unseen = [
        f"{_named(path, key)} {how}"
        for key in keys
        if isinstance(key[-1], str) and not _listed(path, key, OPTIONAL)
        for how, lossy in (("gone", variants.removed(data, key)), ("empty", variants.replaced(data, key, None)))[:ways]
        if not _in_one_finding(path, lossy)
    ]
    assert unseen == []


@EVERY_FILE
def test_every_must_field_that_holds_nothing_is_found(path: str, keys: list[Key], ways: int) -> None:
    del ways  # there is one
    data = variants.fields(path)
    unseen = [
        _named(path, key)
        for key in keys
        if isinstance(key[-1], str) and not _listed(path, key, OPTIONAL) and not _listed(path, key, MAY_BE_EMPTY)
        if not variants.is_found(path, variants.written(path, variants.replaced(data, key, _nothing(data, key))))
    ]
    assert unseen == []


def _nothing(data: Any, key: Key) -> Any:
    """Give the empty text, list or mapping for what stands at a key path."""
    return type(variants.at(data, key))()


def _of_wrong_shape(value: Any) -> tuple[Any, ...]:
    """Give what must not stand in the place of a value: each of the other shapes YAML has."""
    shapes = ("words", ["words"], {"words": "words"})
    return tuple(shape for shape in shapes if not isinstance(value, type(shape)))


@EVERY_FILE
def test_every_value_of_the_wrong_shape_is_found(path: str, keys: list[Key], ways: int) -> None:
    data = variants.fields(path)
    unseen = [
        f"{_named(path, key)} as {shape}"
        for key in keys
        for shape in _of_wrong_shape(variants.at(data, key))[:ways]
        if not _in_one_finding(path, variants.replaced(data, key, shape))
    ]
    assert unseen == []


def test_rewriting_a_healthy_file_changes_nothing() -> None:
    for path in variants.with_fields():
        assert variants.found(path, variants.written(path, variants.fields(path))) == ()


def test_reading_each_file_once_gives_what_reading_all_gives() -> None:
    for path in variants.with_fields():
        text = variants.written(path, variants.fields(path))[:-40]
        files = programmes.over_healthy({path: text})
        all_of_it = programmes.judged(load(Raw(path, data) for path, data in files.items()))
        assert programmes.judged(programmes.loaded(files)) == all_of_it
