"""What `check` said of the very same files: kept in Git's own folder, so that asking again costs a listing.

An answer is known by the checker's own code, the options, and the content of every file, as Git's index names
it; a file that differs from the index is named by its bytes. A cache that is wrong, cut short, from another
version or not writable is as good as none. It lies where no commit can bring an answer from elsewhere.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from generator import history

FOLDER = "mentoring"
KEPT = 16
"""Answers that are kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was printed, and what the day was settled by: the programme's clock, or else its time zone."""

    output: str
    exit: int
    as_of: str
    clock: bool
    timezone: str


def question(root: Path, *asked: str) -> str | None:
    """Name a question by everything its answer depends on but the day; `None` where Git cannot tell the files."""
    listed = history.listing(root)
    if listed is None:
        return None
    digest = sha256(
        b"\0".join((_version(), sys.version.encode(), *(os.fsencode(each) for each in asked), listed.index))
    )
    for path in listed.differing:
        digest.update(b"\0" + os.fsencode(path) + b"\0" + _bytes(root / path))
    return digest.hexdigest()


def recall(root: Path, name: str) -> Answer | None:
    """Give the answer that was kept under a name, if it is whole."""
    try:
        written = (folder(root) / f"{name}.json").read_bytes()
        seal, _, text = written.partition(b"\n")
        return Answer(**json.loads(text)) if seal == _seal(name, text) else None
    except (OSError, ValueError, TypeError):
        return None


def keep(root: Path, name: str, answer: Answer) -> None:
    """Keep an answer, the newest few only; where nothing can be written nothing is kept."""
    text = json.dumps(asdict(answer)).encode()
    try:
        place = folder(root)
        place.mkdir(exist_ok=True)
        fresh = place / f".{name}.{os.getpid()}"
        fresh.write_bytes(_seal(name, text) + b"\n" + text)
        fresh.replace(place / f"{name}.json")
        for old in sorted(place.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
    except OSError:
        return


def folder(root: Path) -> Path:
    """Give the place of the answers.

    Raises:
        FileNotFoundError: this is no repository.
    """
    return history.own_folder(root) / FOLDER


def _seal(name: str, text: bytes) -> bytes:
    return sha256(name.encode() + text).hexdigest().encode()


def _version() -> bytes:
    """Name the checker by its code: nothing is ever invalidated by hand."""
    here = Path(__file__).parent
    digest = sha256()
    for path in sorted(here.rglob("*.py")):
        digest.update(path.read_bytes())
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
