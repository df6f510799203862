"""Settings for VS Code, made from the kinds: schemas by glob, the check as a task, snippets for front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.forms.draft import SCHEMAS
from generator.forms.joined import OWNER
from generator.kinds import kinds
from generator.kinds.base import Kind
from generator.kinds.fields import closed_values, fields
from generator.kinds.post import WIDTH

FOLDER = ".vscode"
_PART = re.compile(r"<[^>]+>")
_OWNED: Mapping[tuple[str, str], tuple[str, ...]] = {("post", "visibility"): tuple(WIDTH)[1:]}
"""Closed values that a rule and not the model knows; a post for the two alone is not written by hand."""
_STATE = {"post": ("summary", "partner")}
"""What is must for an open post."""
_BY_HAND = ("post", "note")
"""What is written again and again; every other file starts with `mentoring new`."""
FINDING = r"^([A-Z]{3}\d{3}) (error|warning|nightly): (.*)$"
PLACE = r"^\s*--> (.+):(\d+):(\d+)-(?:(\d+):)?(\d+)$"
"""The first two lines of each finding as `check` prints it."""


def files() -> dict[str, str]:
    """Give the files of the folder: name to text."""
    found: dict[str, Any] = {
        "extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
        "mentoring.code-snippets": _snippets(),
        "settings.json": {
            "yaml.yamlVersion": "1.2",
            "yaml.schemas": dict(_schemas()),
            "yaml.schemaStore.enable": False,
            "[markdown]": {"editor.quickSuggestions": {"other": True}},
        },
        "tasks.json": {"version": "2.0.0", "tasks": [_check()]},
    }
    return {name: json.dumps(found[name], indent=2, ensure_ascii=False) + "\n" for name in sorted(found)}


def _schemas() -> Iterator[tuple[str, str]]:
    for kind in kinds().values():
        if kind.model is not None and not kind.front:
            yield f"{SCHEMAS}/{kind.name}.json", glob(kind)


def glob(kind: Kind) -> str:
    """Give the pattern that finds all files of a kind."""
    return _PART.sub("*", kind.shape)


def _check() -> Mapping[str, Any]:
    """Give the task that checks everything; each finding is one entry of the list of problems."""
    return {
        "label": "check",
        "type": "shell",
        "command": "${workspaceFolder}/.venv/bin/mentoring check --format text",
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": {
            "owner": OWNER,
            "source": "mentoring",
            "fileLocation": ["relative", "${workspaceFolder}"],
            "pattern": [
                {"regexp": FINDING, "code": 1, "severity": 2, "message": 3},
                {"regexp": PLACE, "file": 1, "line": 2, "column": 3, "endLine": 4, "endColumn": 5},
            ],
        },
    }


def _snippets() -> Mapping[str, Any]:
    """Give one snippet for each kind that people write by hand: what must be there, with its choices."""
    return {
        kind.says: {
            "scope": "markdown",
            "prefix": f"new {kind.name}",
            "description": f"The front matter of {kind.says}",
            "body": list(_body(kind)),
        }
        for kind in (kinds()[name] for name in _BY_HAND)
    }


def _wanted(kind: Kind) -> tuple[str, ...]:
    """Name the fields an author fills in: those that are must, also where only a rule or the state says so."""
    assert kind.model is not None  # noqa: S101 - for the type checker
    needed = {name for name, field in kind.model.model_fields.items() if field.is_required()}
    needed |= {name for each, name in _OWNED if each == kind.name}
    needed |= set(_STATE.get(kind.name, ()))
    return tuple(name for name in fields(kind, ()) if name in needed)


def _body(kind: Kind) -> Iterator[str]:
    assert kind.model is not None  # noqa: S101 - only kinds with fields have a snippet
    yield "---"
    for number, name in enumerate(_wanted(kind), 1):
        field = kind.model.model_fields[name]
        choices = _OWNED.get((kind.name, name)) or closed_values(kind, (name,))
        if choices and len(choices) > 1:
            yield f"{name}: ${{{number}|{','.join(choices)}|}}"
        else:
            example = field.examples[0] if field.examples else field.description
            yield f"{name}: ${{{number}:{example}}}"
    yield from ("---", "", "$0")
