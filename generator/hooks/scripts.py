"""The scripts that Git starts: a few lines that start us, and a mark by which we know them again."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from generator import whole

MARK = "# Written by `mentoring hooks install`"
_SAYS = {
    "pre-commit": "Judges what is staged. `git commit --no-verify` goes past it; the check of a change does not.",
    "pre-receive": "Refuses a push that would cause errors on the default branch.",
    "post-receive": "Builds the audiences' sites of the default branch.",
}


def script(hook: str, python: str | None, words: Sequence[str] = ()) -> str:
    """Write a hook; without an interpreter's path it looks for the command itself, as a shared file must."""
    if python is None:
        find = (
            "command=.venv/bin/mentoring\n"
            '[ -x "$command" ] || command=$(command -v mentoring) || {\n'
            "    echo 'mentoring is not installed here: run `make site`' >&2; exit 1\n}\n"
        )
        start = 'exec "$command"'
    else:
        find = (
            f"python={shlex.quote(python)}\n"
            '[ -x "$python" ] || {\n'
            "    echo 'mentoring has moved: run `mentoring hooks install` again' >&2; exit 1\n}\n"
        )
        start = 'exec "$python" -P -m generator'  # Git starts a hook in the work tree: no module is taken from there
    given = "".join(f" {shlex.quote(word)}" for word in words)
    return f"#!/bin/sh\n{MARK}.\n# {_SAYS[hook]}\n{find}{start} hooks {hook}{given}\n"


def is_ours(path: Path) -> bool:
    """Tell whether a hook may be written: there is none, or one of ours."""
    if not os.path.lexists(path):
        return True
    try:
        return MARK in path.read_text(errors="replace")
    except OSError:
        return False


def write(path: Path, text: str) -> None:
    """Write a hook in one step, so that Git never starts half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.write(path, text.encode(), mode=0o755)
