"""Ours joined with what somebody set up: the settings of an editor belong to whoever sits at it.

A file that can be read in full keeps all that is in it and gets what we add; one with comments, or that says a
thing twice, could not be written again without a loss, and is left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.forms.draft import SCHEMAS

Thing = dict[str, Any]

OWNER = "mentoring"
"""The owner of problems that our task names: by it the task is known again."""
_ASIDE = re.compile(r'("(?:\\.|[^"\\])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = re.compile(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])', re.DOTALL)
_INDENT = re.compile(r"^([ \t]+)\S", re.MULTILINE)


class LossError(Exception):
    """A file cannot be written again without losing something of it."""


def joined(name: str, theirs: str, ours: str) -> str:
    """Give the text of a file with what is ours in it; the very same text where nothing is to be added.

    Raises:
        LossError: something is to be added, and a comment or another thing in the file would be lost.
    """
    wanted = json.loads(ours)
    try:
        there, whole = _read(theirs), True
    except ValueError:
        there, whole = _read_loosely(theirs), False
    made = None if there is None else _JOINS[name](there, wanted)
    if made is None or (made != there and not whole):
        raise LossError
    if not whole or json.dumps(made) == json.dumps(there):
        return theirs
    return ours if json.dumps(made) == json.dumps(wanted) else _laid_out(made, theirs)


def _read(text: str) -> Thing | None:
    """Read a mapping; nothing where it is something else.

    Raises:
        ValueError: it is no JSON, or a key stands in it twice.
    """
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except RecursionError as error:
        raise ValueError from error
    return found if isinstance(found, dict) else None


def _once(pairs: list[tuple[str, Any]]) -> Thing:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _read_loosely(text: str) -> Thing | None:
    """Read what editors take for JSON as well: with comments, and a comma after the last one."""
    try:
        return _read(_LAST_COMMA.sub(_kept, _ASIDE.sub(_kept, text.removeprefix("\ufeff"))))
    except ValueError:
        return None


def _kept(found: re.Match[str]) -> str:
    return found[1] or ""


def _laid_out(made: Thing, like: str) -> str:
    """Write a file in the manner of another one: its indentation and its line ends."""
    indent = _INDENT.search(like)
    text = json.dumps(made, indent=indent[1] if indent else 2, ensure_ascii=False) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise LossError from error
    return text.replace("\n", "\r\n") if "\r\n" in like else text


def _settings(there: Thing, ours: Thing) -> Thing | None:
    """Add the settings that nobody set; of the schemas ours are renewed, and all others stay."""
    key = "yaml.schemas"
    schemas = there.get(key, {})
    if not isinstance(schemas, dict):
        return None
    others = {name: glob for name, glob in schemas.items() if not name.startswith(f"{SCHEMAS}/")}
    renewed = {key: {**ours[key], **others}}
    made = {**there, **_lacking(there, ours), **renewed}
    return ours if made == ours else made


def _lacking(there: Thing, ours: Thing) -> Thing:
    return {name: value for name, value in ours.items() if name not in there}


def _extensions(there: Thing, ours: Thing) -> Thing | None:
    """Recommend ours beside theirs."""
    key = "recommendations"
    named, unwanted = there.get(key, []), there.get("unwantedRecommendations", [])
    if not isinstance(named, list) or not isinstance(unwanted, list):
        return None
    return {**there, key: [*named, *(each for each in ours[key] if each not in (*named, *unwanted))]}


def _tasks(there: Thing, ours: Thing) -> Thing | None:
    """Put our task in the place it had, else after theirs."""
    tasks = there.get("tasks", [])
    if not isinstance(tasks, list):
        return None
    at = next((place for place, task in enumerate(tasks) if _is_our_task(task)), len(tasks))
    return {**_lacking(there, ours), **there, "tasks": [*tasks[:at], *ours["tasks"], *tasks[at + 1 :]]}


def _is_our_task(task: object) -> bool:
    matcher = task.get("problemMatcher") if isinstance(task, dict) else None
    return isinstance(matcher, dict) and matcher.get("owner") == OWNER


def _snippets(there: Thing, ours: Thing) -> Thing:
    """Renew our snippets; others in the file stay."""
    return {**there, **ours}


_JOINS: Mapping[str, Callable[[Thing, Thing], Thing | None]] = {
    "extensions.json": _extensions,
    "mentoring.code-snippets": _snippets,
    "settings.json": _settings,
    "tasks.json": _tasks,
}
