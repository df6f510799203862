"""Files written whole or not at all: a text waits beside its place, and gets its name there in one step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_numbers = count()


def write(place: Path, data: bytes, *, mode: int | None = None) -> None:
    """Put a text in its place at once, whatever lies there.

    Raises:
        OSError: it cannot be written; what lies there stays.
    """
    with beside(place, data, mode=mode) as fresh:
        fresh.replace(place)


@contextmanager
def beside(place: Path, data: bytes, *, mode: int | None = None, lasting: bool = False) -> Iterator[Path]:
    """Write a text beside its place, where it waits to be named, with the mode of what it replaces if none is given.

    With `lasting` it is on the disk by then, so that not even a loss of power leaves a name without its text.

    Raises:
        OSError: it cannot be written.
    """
    if mode is None:
        with suppress(FileNotFoundError):
            mode = place.stat().st_mode & 0o7777
    fresh, handle = _made(place.parent, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(handle)
        if mode is not None:
            fresh.chmod(mode)  # what is made loses what the umask takes
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _made(folder: Path, mode: int) -> tuple[Path, int]:
    """Make an empty file under a name that is free, though another with our number may have been stopped before."""
    while True:
        fresh = folder / f".{os.getpid()}-{next(_numbers)}.tmp"
        with suppress(FileExistsError):
            return fresh, os.open(fresh, _NEW, mode)
