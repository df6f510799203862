"""What `check` said of the very same files, kept so that asking again costs a listing.

An answer is known by the checker's own code, the options, and the content of every file, as Git's index names
it; a file that differs from the index is named by its bytes.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import kept, worktree

KEPT = 16
"""Answers that are kept; the oldest go."""


class Answer(NamedTuple):
    """What was printed, and what the day was settled by: the programme's clock, or else its time zone."""

    output: str
    exit: int
    as_of: str
    clock: bool
    timezone: str


def question(root: Path, *asked: str) -> str | None:
    """Name a question by everything its answer depends on but the day; `None` where Git cannot tell the files."""
    listed = worktree.listing(root)
    if listed is None:
        return None
    digest = sha256(b"\0".join((_version(), *map(os.fsencode, asked), listed.text)))
    for path in listed.differing:
        digest.update(b"\0" + os.fsencode(path) + b"\0" + _bytes(root / path))
    return digest.hexdigest()


def recall(root: Path, name: str) -> Answer | None:
    """Give the answer that was kept under a name, if it is whole."""
    text = kept.read(root, f"{name}.json", name.encode())
    return Answer(*json.loads(text)) if text is not None else None


def keep(root: Path, name: str, answer: Answer) -> None:
    """Keep an answer, the newest few only."""
    kept.write(root, f"{name}.json", name.encode(), json.dumps(answer).encode())
    try:
        for old in sorted(kept.folder(root).glob("*.json"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
    except OSError:
        return


def _version() -> bytes:
    """Name the checker by its code and the packages beside it: nothing is ever invalidated by hand."""
    digest = sha256(sys.version.encode())
    for folder in sys.path:
        if folder.endswith("-packages"):
            digest.update("\0".join(sorted(map(str, Path(folder).glob("*-info")))).encode())
    for folder, _, names in sorted(os.walk(Path(__file__).parent)):
        for name in sorted(names):
            if name.endswith(".py"):
                with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - 300 files, and a tenth of the time
                    digest.update(file.read())
    return digest.digest()


def _bytes(path: Path) -> bytes:
    """Give what a path holds, or what it is instead of a file."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            return b"file" + sha256(path.read_bytes()).digest()
        return b"link" + os.fsencode(path.readlink()) if stat.S_ISLNK(mode) else b"other"
    except OSError:
        return b"gone"
