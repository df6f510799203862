"""What `check` said of the very same files, kept so that asking again costs a listing.

An answer is known by the checker's own code, the options, and the content of every file: as the trees of the commit
checked out name it, and what the index holds otherwise; a file that differs from the index is named by its bytes.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator import kept, worktree
from generator.worktree import Listing

ANSWERS, CODE = "answers", "code"
KEPT = 16
"""Answers that are kept; the oldest go."""
MANY, LARGE = 64, 1 << 16
"""More files than this that differ from what Git holds, or one of more bytes, are not worth remembering."""


class Answer(NamedTuple):
    """What was printed, and what the day was settled by: the programme's clock, or else its time zone."""

    output: str
    exit: int
    as_of: str
    clock: bool
    timezone: str


class Question(NamedTuple):
    """What is asked: its name, which holds all that the answer depends on but the day, and whom it is asked.

    `listed` is what Git says; `differing` gives what those files hold that differ from what Git holds, marked as in
    `ls -l`, or is `None` where they are many.
    """

    name: str
    version: bytes
    listed: Listing
    differing: Mapping[str, bytes | None] | None


def question(root: Path, *asked: str) -> Question | None:
    """Put a question; `None` where Git cannot tell the files."""
    listed = worktree.listing(root)
    if listed is None:
        return None
    version = _version(root)
    plain = (sorted(listed.trees.items()), sorted(listed.staged.items()), listed.differing)
    digest = sha256(b"\0".join((version, *map(os.fsencode, asked), repr(plain).encode())))
    differing: dict[str, bytes | None] = {}
    for path in listed.differing:
        held = _held(root / path)
        digest.update(b"\0" + os.fsencode(path) + b"\0" + (b"" if held is None else sha256(held).digest()))
        if len(differing) <= MANY and len(held or b"") <= LARGE:
            differing[path] = held
    few = len(differing) == len(listed.differing)
    return Question(digest.hexdigest(), version, listed, differing if few else None)


def recall(root: Path, name: str) -> Answer | None:
    """Give the answer that was kept under a name, if it is whole."""
    text = kept.read(root, f"{ANSWERS}/{name}", name.encode())
    return Answer(*marshal.loads(text)) if text is not None else None  # noqa: S302 - whole, and of our own writing


def keep(root: Path, name: str, answer: Answer) -> None:
    """Keep an answer, the newest few only."""
    kept.write(root, f"{ANSWERS}/{name}", name.encode(), marshal.dumps(tuple(answer)))
    try:
        for old in sorted(kept.folder(root).joinpath(ANSWERS).iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
    except OSError:
        return


@cache
def _version(root: Path) -> bytes:
    """Name the checker by its code and the packages beside it: nothing is ever invalidated by hand.

    The code is read again only where one of its files is not as it was, as Git looks at files.
    """
    packages = [folder for folder in sys.path if folder.endswith("-packages")]
    places = sorted(_code(str(Path(__file__).parent)))
    looks = [
        (each.st_mtime_ns, each.st_ctime_ns, each.st_size, each.st_ino) for each in map(os.stat, packages + places)
    ]
    meant = repr((sys.version, packages, places, looks)).encode()
    known = kept.read(root, CODE, meant)
    if known is None:
        known = _read_version(packages, places)
        kept.write(root, CODE, meant, known)
    return known


def _code(folder: str) -> Iterator[str]:
    """List the modules in a folder and those below it."""
    with os.scandir(folder) as found:
        for each in found:
            if each.name.endswith(".py"):
                yield each.path
            elif "." not in each.name and each.is_dir():
                yield from _code(each.path)


def _read_version(packages: Iterable[str], places: Iterable[str]) -> bytes:
    digest = sha256(sys.version.encode())
    for folder in packages:
        digest.update("\0".join(sorted(map(str, Path(folder).glob("*-info")))).encode())
    for place in places:
        with open(place, "rb") as file:  # noqa: PTH123 - 300 files, and a tenth of the time
            digest.update(file.read())
    return digest.digest()


def _held(path: Path) -> bytes | None:
    """Give what a path holds, or what it is instead of a file; nothing where it is gone."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            return b"-" + path.read_bytes()
        return b"l" + os.fsencode(path.readlink()) if stat.S_ISLNK(mode) else b"?"
    except OSError:
        return None
