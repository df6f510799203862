"""Git's index: what was learnt of one is kept for as long as it is the very same, as its own checksum tells.

Two things are dear to ask again and again. Which files Git was told to take as unchanged is kept as it is. Whether a
folder holds new files Git itself remembers in its untracked cache, if it is told to; we tell it so for a copy of ours,
and leave the index of whoever works here alone.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

from generator import kept, whole

NOTE, _FORM = "index", b"1"
"""What is learnt is kept under a name and in a form; another form gets another number."""
_TAIL = 20
"""So many bytes at its end are the checksum, or the end of a longer one."""
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")


def seal(root: Path) -> bytes | None:
    """Give the checksum of the index; `None` where it bears none, or Git was told to use another one."""
    if any(name in os.environ for name in _ELSEWHERE):
        return None
    try:
        with _place(root).open("rb") as file:
            file.seek(-_TAIL, os.SEEK_END)
            found = file.read()
    except OSError:
        return None
    return found if any(found) else None


class Known(NamedTuple):
    """What was learnt of an index: the paths Git was told to take as unchanged, and whether it may have a copy."""

    overlooked: Sequence[str]
    copy: bool


def known(root: Path, seal: bytes) -> Known | None:
    """Give what was learnt of this very index before."""
    text = kept.read(root, NOTE, _meant(root, seal))
    return Known(*marshal.loads(text)) if text is not None else None  # noqa: S302 - whole, and of our own writing


def note(root: Path, seal: bytes, learnt: Known) -> None:
    """Keep what was learnt of an index."""
    kept.write(root, NOTE, _meant(root, seal), marshal.dumps((list(learnt.overlooked), learnt.copy)))


def copied(root: Path, seal: bytes) -> Path | None:
    """Give the copy of an index in which Git may note what it likes; `None` where none can be made."""
    place = kept.folder(root) / f"{NOTE}-{seal.hex()}"
    with suppress(OSError):
        if _is_whole(place.read_bytes()):
            return place
    for old in place.parent.glob(f"{NOTE}-*"):
        with suppress(OSError):
            old.unlink()
    with suppress(OSError), _place(root).open("rb") as file:
        data, moment = file.read(), os.fstat(file.fileno()).st_mtime_ns
        if data.endswith(seal) and _is_whole(data):
            with whole.beside(place, data) as fresh:
                os.utime(fresh, ns=(moment, moment))  # what is as young as its index Git does not believe unread
                fresh.replace(place)
            return place
    return None


def _meant(root: Path, seal: bytes) -> bytes:
    """Tell of which programme an index is meant: there may be several in one repository."""
    return b" ".join((_FORM, seal, os.fsencode(root)))


def _place(root: Path) -> Path:
    return kept.own_folder(root) / "index"


def _is_whole(data: bytes) -> bool:
    return sha1(data[:-_TAIL], usedforsecurity=False).digest() == data[-_TAIL:]
