"""The only module that talks to Git: which files there are, and when each was last changed.

Everything comes from one listing and one pass over the log. Nothing here enters a measure of a person
or a pair: dates of facts are declared in files, never inferred from commits.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

FOLDERS = ("content", "pairs")
_INSTEAD = {"120000": "link", "160000": "folder"}
"""The modes of a tree that stand for no file."""
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


@dataclass(frozen=True, slots=True)
class Listing:
    """The programme's files as Git knows them: the index with the ids of all contents, and what differs from it."""

    index: bytes
    differing: tuple[str, ...]


def listing(root: Path) -> Listing | None:
    """List the files with the ids of their contents, all in one process; `None` outside of a repository."""
    asked = ("ls-files", "-z", "-t", "--stage", "--modified", "--others", "--exclude-standard", "--", *FOLDERS)
    said = _git(root, "-c", "core.fsmonitor=false", *asked)
    if said is None:
        return None
    lines = sorted(set(said.split(b"\0")))
    differing = {line.partition(b"\t")[2] or line[2:] for line in lines if line and not line.startswith(b"H ")}
    return Listing(b"\0".join(lines), tuple(sorted(map(os.fsdecode, differing))))


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


def version() -> tuple[int, ...]:
    """Give the numbers of Git's own version; none where there is no Git."""
    try:
        said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ()
    return tuple(int(part) for part in re.findall(r"\d+", said)[:3])


class UnknownBaseError(Exception):
    """A change cannot be compared with its base; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A path as a commit holds it: the id of its content, and what it is instead of a file (`link`, `folder`)."""

    id: str
    instead: str


@dataclass(frozen=True, slots=True)
class Base:
    """The commit that a change started from, and how the files that lie here differ from it.

    `files` are the programme's files of that commit, `changed` those of them that lie here otherwise or not
    at all, `renamed` the old path of each file that was moved since, by the new one.
    """

    commit: str
    files: Mapping[str, Blob]
    changed: frozenset[str]
    renamed: Mapping[str, str]


def base(root: Path, revision: str) -> Base:
    """Find where a change began: the best common ancestor of a revision and the commit checked out.

    Raises:
        UnknownBaseError: there is no repository, no such revision, or too short a history to tell.
    """
    if _git(root, "rev-parse", "--git-dir") is None:
        message = "`--since` needs a Git repository, and there is none here"
        raise UnknownBaseError(message)
    shallow = (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    deepen = "; this clone is shallow: run `git fetch --unshallow` first" if shallow else ""
    if _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        hint = deepen or ": name a branch, a tag or a commit that `git log` knows, such as `origin/main`"
        message = f"there is no commit `{revision}` here{hint}"
        raise UnknownBaseError(message)
    found = _git(root, "merge-base", "--end-of-options", revision, "HEAD")
    if found is None:
        message = f"`{revision}` and the commit checked out have no common ancestor{deepen}"
        raise UnknownBaseError(message)
    commit = found.decode().strip()
    return Base(commit, tree(root, commit), _changed(root, commit), renamed(root, commit, "HEAD"))


def others(root: Path, commit: str) -> tuple[str, ...]:
    """List what differs from a commit outside of the programme's folders, from the top of the repository."""
    but = (f":(exclude){folder}" for folder in FOLDERS)
    names = _git(root, "diff", "--name-only", "-z", "--no-renames", commit, "--", ":/", *but) or b""
    return tuple(sorted(os.fsdecode(name) for name in names.split(b"\0") if name))


def contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """Read what blobs hold, all with one process."""
    ids = sorted(set(blobs))
    command = ["git", "-C", str(root), "cat-file", "--batch"]
    given = "".join(f"{blob}\n" for blob in ids).encode()
    done = subprocess.run(command, input=given, capture_output=True, check=False).stdout if ids else b""
    found, at = {}, 0
    for blob in ids:
        line = done[at : done.index(b"\n", at)]
        size, start = int(line.rsplit(b" ", 1)[1]), at + len(line) + 1
        found[blob] = done[start : start + size]
        at = start + size + 1
    return found


def email(root: Path) -> str | None:
    """Give the address that commits made here carry; `None` where none is set."""
    return (_git(root, "config", "user.email") or b"").decode(errors="replace").strip() or None


def _git(root: Path, *arguments: str) -> bytes | None:
    """Ask Git; `None` where it says no."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def tree(root: Path, revision: str | None) -> Mapping[str, Blob]:
    """List the programme's files of a commit or tree; `None` means what is staged for the next commit."""
    if revision is None:
        listed, at = _git(root, "ls-files", "--stage", "-z", "--", *FOLDERS) or b"", 1
    else:
        listed, at = _git(root, "ls-tree", "-r", "-z", revision, "--", *FOLDERS) or b"", 2
    found = {}
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        words = about.decode().split(" ")
        found[os.fsdecode(name)] = Blob(words[at], _INSTEAD.get(words[0], ""))
    return found


def touched(root: Path, old: str, new: str | None) -> Mapping[str, Blob]:
    """List all files, the programme's and others, that are new or other ones since a commit or tree."""
    only = ("-r", "-z", "--no-renames", "--diff-filter=d", "--no-abbrev", old)
    words = (_git(root, *(("diff-tree", *only, new) if new else ("diff-index", "--cached", *only))) or b"").split(b"\0")
    found = {}
    for about, name in zip(words[::2], words[1::2], strict=False):
        _, mode, _, blob, _ = about.decode().split(" ")
        found[os.fsdecode(name)] = Blob(blob, _INSTEAD.get(mode, ""))
    return found


def _changed(root: Path, commit: str) -> frozenset[str]:
    names = _git(root, "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", *FOLDERS) or b""
    return frozenset(os.fsdecode(name) for name in names.split(b"\0") if name)


def renamed(root: Path, old: str, new: str | None) -> Mapping[str, str]:
    """Give the old path of each of the programme's files that was moved, by the new one."""
    only = ("--name-status", "-z", "-M", "--diff-filter=R", "--relative")
    names = (_git(root, "diff", *only, old, new or "--cached", "--", *FOLDERS) or b"").split(b"\0")
    return {os.fsdecode(new): os.fsdecode(old) for old, new in zip(names[1::3], names[2::3], strict=False)}


def history(root: Path) -> History:
    """Read the whole log in one pass, newest first; the first commit that names a path is its last change."""
    try:
        from git import Repo  # noqa: PLC0415 - 80 ms that `check` never needs
        from git.exc import GitError  # noqa: PLC0415 - the same
    except ImportError:  # GitPython looks for the program `git` as soon as it is imported
        return History()

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


class Commit(NamedTuple):
    """A commit: its id, when it was written and when it was committed (seconds), its parents, the first one first.

    `ours` says whether it touches the programme's files.
    """

    id: str
    written: int
    committed: int
    parents: tuple[str, ...]
    ours: bool


def commits(root: Path) -> tuple[Commit, ...] | None:
    """Give all commits, the newest first; `None` without a repository or in a shallow clone, where some are missing."""
    if (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() != b"false":
        return None
    told = _git(root, "log", "--format=%H %at %ct %P")
    ours = frozenset((_git(root, "log", "--no-merges", "--format=%H", "--", *FOLDERS) or b"").decode().split())
    lines = [line.split(" ") for line in (told or b"").decode().splitlines()]
    return tuple(Commit(name, int(at), int(ct), tuple(filter(None, of)), name in ours) for name, at, ct, *of in lines)
