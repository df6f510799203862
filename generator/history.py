"""When each file was last changed: one pass over the log, and from then on only what is new in it.

Nothing here enters a measure of a person or a pair: dates of facts are declared in files, never inferred from
commits. What was read is kept with the commit it was read at. It is added to only where the log of today is what is
new followed by what is kept: the commit is an ancestor, and all that is new is younger than all that is kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator import kept
from generator.worktree import FOLDERS, ask

SHORT = 10
"""Letters of a commit id: fixed, since Git's own abbreviation grows with the repository."""
_LOG = (
    "-c", "core.deltaBaseCacheLimit=16m",
    "log", "--name-only", "-z", "--no-renames", "--date-order", "--format=%x00%H %as %cs %ct",
)  # fmt: skip
"""No parent before its child, else by date: an order that one part of the log after another gives as well.

Trees are compared with their neighbours, so a small cache finds as much as Git's own of 96 MB, and stays at hand.
"""
_KEPT, _FORM = "log", b"1"
"""The name of what is kept, and its form."""


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


def history(root: Path) -> History:
    """Tell the last change of each path: the first commit that names it in the log, newest first."""
    said = ask(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    if said is None:
        return History()
    shallow, prefix, commit = said.split(b"\n", 2)
    if shallow == b"true":
        tip = _read(ask(root, *_LOG, "-1"))
        return History(_head(tip.head) if tip else None, {}, shallow=True)
    known = _kept(root)
    log = _extended(root, known, commit.strip()) if known else None
    log = log or _whole(root)
    if log is None:
        return History()
    if log is not known:
        kept.write(root, _KEPT, _FORM, log.text())
    return History(_head(log.head), _Last(log.last, prefix))


@dataclass(frozen=True, slots=True)
class _Log:
    """What matters of a log: its first commit, the seconds of its youngest and oldest, and by path the last change.

    A commit is told as `<id> <author's day> <committer's day> <committer's second>`.
    """

    head: bytes
    youngest: int
    oldest: int
    last: Mapping[bytes, bytes]

    def text(self) -> bytes:
        """Give it as it is kept: as a log in which each path is named once."""
        each = (b"%b\0%b" % (commit, path) for path, commit in self.last.items())
        return b"\0\0".join((b"%b\0%d" % (self.head, self.youngest), *each))


def _kept(root: Path) -> _Log | None:
    text = kept.read(root, _KEPT, _FORM)
    if text is None:
        return None
    about, *blocks = text.split(b"\0\0")
    head, _, youngest = about.partition(b"\0")
    return _Log(
        head, int(youngest), 0, {path: commit for commit, _, path in (each.partition(b"\0") for each in blocks)}
    )


def _extended(root: Path, known: _Log, commit: bytes) -> _Log | None:
    """Add what is new to what is kept; `None` where that would not be the log of today."""
    old = known.head.partition(b" ")[0]
    if old == commit:
        return known
    if ask(root, "merge-base", "--is-ancestor", old.decode(), "HEAD") is None:
        return None
    new = _read(ask(root, *_LOG, f"{old.decode()}..HEAD"))
    if new is None or new.oldest <= known.youngest:
        return None
    return _Log(new.head, new.youngest, known.oldest, {**known.last, **new.last})


def _whole(root: Path) -> _Log | None:
    return _read(ask(root, *_LOG))


def _read(log: bytes | None) -> _Log | None:
    """Read a log as Git writes it; nothing from an empty one."""
    last: dict[bytes, bytes] = {}
    commits = []
    for block in (log or b"").split(b"\0\0"):
        commit, _, names = block.strip(b"\0").partition(b"\0\n")
        commits.append(commit)
        for name in names.split(b"\0") if names else ():
            last.setdefault(name, commit)
    if not commits[0]:
        return None
    seconds = [int(commit.rpartition(b" ")[2]) for commit in commits]
    return _Log(commits[0], max(seconds), min(seconds), last)


class _Last(Mapping[str, Change]):
    """The last change of each path below the programme's root, put into words only when it is asked for."""

    def __init__(self, found: Mapping[bytes, bytes], prefix: bytes) -> None:
        self._found = found
        self._prefix = prefix

    def __getitem__(self, path: str) -> Change:
        commit, day, _, _ = self._found[self._prefix + os.fsencode(path)].decode().split(" ")
        return Change(commit[:SHORT], date.fromisoformat(day))

    def __iter__(self) -> Iterator[str]:
        start = len(self._prefix)
        return (os.fsdecode(path[start:]) for path in self._found if path.startswith(self._prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _head(commit: bytes) -> Change:
    name, _, day, _ = commit.decode().split(" ")
    return Change(name[:SHORT], date.fromisoformat(day))


class Commit(NamedTuple):
    """A commit: its id, when it was written and when it was committed (seconds), its parents, the first one first.

    `ours` are the programme's files it touches; a merge touches none by itself.
    """

    id: str
    written: int
    committed: int
    parents: tuple[str, ...]
    ours: tuple[str, ...] = ()


def commits(root: Path) -> tuple[Commit, ...] | None:
    """Give all commits, the newest first; `None` without a repository or in a shallow clone, where some are missing."""
    if (ask(root, "rev-parse", "--is-shallow-repository") or b"").strip() != b"false":
        return None
    lines = [line.split(" ") for line in _through_gitpython(root, "--format=%H %at %ct %P").splitlines()]
    ours = _touched(root)
    return tuple(
        Commit(name, int(at), int(ct), tuple(filter(None, of)), ours.get(name, ())) for name, at, ct, *of in lines
    )


def _touched(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Give the programme's files that each commit touches, by commit."""
    log = _through_gitpython(
        root, "--no-merges", "--no-renames", "--relative", "-z", "--name-only", "--format=%x00%H", "--", *FOLDERS
    )
    blocks = (block.strip("\0").partition("\0\n") for block in log.split("\0\0"))
    return {commit: tuple(names.split("\0")) for commit, _, names in blocks if names}


def _through_gitpython(root: Path, *asked: str) -> str:
    """Give a log; nothing where Git says no. Of all builds only the coordinators' asks for one."""
    from git import Git  # noqa: PLC0415 - to import it takes longer than to read what is new in a log
    from git.exc import GitError  # noqa: PLC0415 - the same

    try:
        return str(Git(root).log(*asked))
    except GitError:
        return ""
