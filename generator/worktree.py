"""Which files lie here, and whether they are still the same: Git's index and the folder itself."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

FOLDERS = ("content", "pairs")
_DIFFERING = re.compile(rb"\0[^H\0][^\0]*")
"""A line of a listing, with what ends the one before it, of a file that is not as the index says."""


def paths(root: Path) -> tuple[str, ...]:
    """List the programme's files: tracked and new ones, not the ignored; outside Git a sorted walk.

    Links and folders that are repositories of their own are listed as they are, and nothing behind them.
    """
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--others"]
    try:
        done = subprocess.run([*command, "--exclude-standard", "--", *FOLDERS], capture_output=True, check=False)
    except OSError:
        return tuple(sorted(_walk(root)))
    if done.returncode:
        return tuple(sorted(_walk(root)))
    return _in_front(os.fsdecode(name).rstrip("/") for name in done.stdout.split(b"\0") if name)


class Listing(NamedTuple):
    """The programme's files as Git knows them: the index with the ids of all contents, and what differs from it."""

    text: bytes
    differing: tuple[str, ...]


def listing(root: Path) -> Listing | None:
    """List the files with the ids of their contents, all in one process; `None` outside of a repository.

    What Git was told to take as unchanged counts as differing: it would not notice a change.
    """
    asked = ("ls-files", "-z", "-v", "--stage", "--modified", "--others", "--exclude-standard", "--", *FOLDERS)
    said = ask(root, "-c", "core.fsmonitor=false", *asked)
    if said is None:
        return None
    names = {line[3:] if line[1:2] == b"?" else line.partition(b"\t")[2] for line in _DIFFERING.findall(b"\0" + said)}
    return Listing(said, tuple(sorted(map(os.fsdecode, names))))


def own_folder(root: Path) -> Path:
    """Give the folder in which Git keeps what belongs to this work tree alone; no process is asked.

    Raises:
        FileNotFoundError: there is no repository here or above.
    """
    found = next((each / ".git" for each in (root, *root.parents) if (each / ".git").exists()), None)
    if found is None:
        raise FileNotFoundError(root)
    if found.is_dir():
        return found
    return found.parent / found.read_text().removeprefix("gitdir:").strip()


def _in_front(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out what lies behind a listed path: the index still names files of a folder that became a link."""
    listed = set(names)
    folders = {name.rpartition("/")[0] for name in listed}
    behind = {above for folder in folders for above in _upwards(folder)} & listed
    if behind:
        listed = {name for name in listed if behind.isdisjoint(_upwards(name.rpartition("/")[0]))}
    return tuple(sorted(listed))


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _walk(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield folder
            continue
        for at, folders, files in os.walk(root / folder):
            here = Path(at).relative_to(root).as_posix()
            if ".git" in (*folders, *files):
                folders.clear()
                yield here
                continue
            yield from (f"{here}/{name}" for name in files)
            yield from (f"{here}/{name}" for name in folders if (Path(at) / name).is_symlink())


def ask(root: Path, *arguments: str) -> bytes | None:
    """Ask Git; `None` where it says no."""
    at_once = os.environ | {"GIT_FLUSH": "0"}  # else a log is written commit by commit, and both wake up for each
    quiet = subprocess.DEVNULL  # one pipe is read at one go, two are waited for in turns
    asked = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(asked, env=at_once, stdout=subprocess.PIPE, stderr=quiet, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def version() -> tuple[int, ...]:
    """Give the numbers of Git's own version; none where there is no Git."""
    try:
        said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ()
    return tuple(int(part) for part in re.findall(r"\d+", said)[:3])
