"""The only module that talks to Git: which files there are, and when each was last changed.

Everything comes from one listing and one pass over the log. Nothing here enters a measure of a person
or a pair: dates of facts are declared in files, never inferred from commits.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FOLDERS = ("content", "pairs")
SHORT = 10
"""Letters of a commit id: fixed, since Git's own abbreviation grows with the repository."""


@dataclass(frozen=True, slots=True)
class Change:
    """The last commit that touched a file: its short id and its author's date (local to the author)."""

    commit: str
    on: date


@dataclass(frozen=True, slots=True)
class History:
    """What the log knows: the commit that is checked out and the last change of each path.

    Without a repository, or in a shallow clone, nothing is known rather than guessed.
    """

    head: Change | None = None
    last: Mapping[str, Change] = field(default_factory=dict)
    shallow: bool = False


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


def history(root: Path) -> History:
    """Read the whole log in one pass, newest first; the first commit that names a path is its last change."""
    from git import Repo  # noqa: PLC0415 - 80 ms that `check` never needs
    from git.exc import GitError  # noqa: PLC0415 - the same

    try:
        repository = Repo(root, search_parent_directories=True)
        prefix = _prefix(repository.working_tree_dir, root)
        if repository.git.rev_parse("--is-shallow-repository") == "true":
            return History(_head(repository), {}, shallow=True)
        log = repository.git.execute(
            ["git", "log", "--name-only", "-z", "--no-renames", "--format=%x01%H %as"], stdout_as_string=False
        )
    except (GitError, ValueError, OSError):
        return History()
    return History(_head(repository), _last(log, prefix))


def _prefix(tree: object, root: Path) -> bytes:
    """Give the way from the repository's top to the programme's root, as the log writes it."""
    below = Path(root).resolve().relative_to(Path(str(tree)).resolve()).as_posix()
    return b"" if below == "." else f"{below}/".encode()


def _head(repository: object) -> Change | None:
    try:
        commit = repository.head.commit  # type: ignore[attr-defined]
        return Change(commit.hexsha[:SHORT], commit.committed_datetime.date())
    except ValueError:  # no commit yet
        return None


def _last(log: bytes, prefix: bytes) -> Mapping[str, Change]:
    found: dict[str, Change] = {}
    for block in log.split(b"\x01")[1:]:
        head, _, names = block.partition(b"\0")
        commit, _, day = head.decode().strip().partition(" ")
        change = Change(commit[:SHORT], date.fromisoformat(day[:10]))
        for name in names.split(b"\0"):
            clean = name.strip(b"\n")
            if clean.startswith(prefix) and clean:
                found.setdefault(os.fsdecode(clean[len(prefix) :]), change)
    return found
