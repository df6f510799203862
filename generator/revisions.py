"""What commits hold, and how the files that lie here differ from them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.worktree import FOLDERS, Held, ask, mistrusted, named

_INSTEAD = {"120000": "link", "160000": "folder"}
"""The modes of a tree that stand for no file."""


def email(root: Path) -> str | None:
    """Give the address that commits made here carry; `None` where none is set."""
    return (ask(root, "config", "user.email") or b"").decode(errors="replace").strip() or None


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
    """Find where a change began, and how the files that lie here differ from it.

    Raises:
        UnknownBaseError: as `ancestor`.
    """
    commit = ancestor(root, revision)
    return Base(commit, tree(root, commit), _changed(root, commit), renamed(root, commit, "HEAD"))


def ancestor(root: Path, revision: str) -> str:
    """Find where a change began: the best common ancestor of a revision and the commit checked out.

    Raises:
        UnknownBaseError: there is no repository, no such revision, or too short a history to tell.
    """
    found = ask(root, "merge-base", "--end-of-options", revision, "HEAD")
    if found is None:
        raise UnknownBaseError(_why_there_is_none(root, revision))
    return found.decode().strip()


def _why_there_is_none(root: Path, revision: str) -> str:
    """Say why a change cannot be compared with its base, and what to do."""
    said = ask(root, "rev-parse", "--is-shallow-repository")
    if said is None and mistrusted(root):
        return "Git leaves this repository alone, since its folder belongs to somebody else: see what `git status` says"
    if said is None:
        return "`--since` needs a Git repository, and there is none here"
    deepen = "; this clone is shallow: run `git fetch --unshallow` first" if said.strip() == b"true" else ""
    if ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        hint = deepen or ": name a branch, a tag or a commit that `git log` knows, such as `origin/main`"
        return f"there is no commit `{revision}` here{hint}"
    return f"`{revision}` and the commit checked out have no common ancestor{deepen}"


def between(root: Path, old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, tuple[Held, Held]] | None:
    """Give what Git holds in two sets of trees of each file that is another; `None` if it cannot tell."""
    found: dict[str, tuple[Held, Held]] = {}
    for folder in (each for each in FOLDERS if old.get(each) != new.get(each)):
        if folder not in old or folder not in new:
            return None
        said = ask(root, "diff-tree", "-r", "-z", "--no-renames", "--no-abbrev", old[folder], new[folder])
        if said is None:
            return None
        words = said.split(b"\0")
        for about, path in zip(words[::2], words[1::2], strict=False):
            modes, blobs = about[1:].split(b" ")[:2], about.split(b" ")[2:4]
            found[f"{folder}/{os.fsdecode(path)}"] = (named(modes[0], blobs[0]), named(modes[1], blobs[1]))
    return found


def others(root: Path, commit: str) -> tuple[str, ...]:
    """List what differs from a commit outside of the programme's folders, from the top of the repository."""
    but = (f":(exclude){folder}" for folder in FOLDERS)
    names = ask(root, "diff", "--name-only", "-z", "--no-renames", commit, "--", ":/", *but) or b""
    return tuple(sorted(os.fsdecode(name) for name in names.split(b"\0") if name))


def contents(root: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """Read what blobs hold, all with one process; one that Git does not know is left out."""
    ids = sorted(set(blobs))
    command = ["git", "-C", str(root), "cat-file", "--batch"]
    given = "".join(f"{blob}\n" for blob in ids).encode()
    done = subprocess.run(command, input=given, capture_output=True, check=False).stdout if ids else b""
    found, at = {}, 0
    for blob in ids:
        line = done[at : done.index(b"\n", at)]
        size, at = line.rpartition(b" ")[2], at + len(line) + 1
        if size != b"missing":
            found[blob] = done[at : at + int(size)]
            at += int(size) + 1
    return found


def tree(root: Path, revision: str | None) -> Mapping[str, Blob]:
    """List the programme's files of a commit or tree; `None` means what is staged for the next commit."""
    if revision is None:
        listed, at = ask(root, "ls-files", "--stage", "-z", "--", *FOLDERS) or b"", 1
    else:
        listed, at = ask(root, "ls-tree", "-r", "-z", revision, "--", *FOLDERS) or b"", 2
    found = {}
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        words = about.decode().split(" ")
        found[os.fsdecode(name)] = Blob(words[at], _INSTEAD.get(words[0], ""))
    return found


def touched(root: Path, old: str, new: str | None) -> Mapping[str, Blob]:
    """List all files, the programme's and others, that are new or other ones since a commit or tree."""
    only = ("-r", "-z", "--no-renames", "--diff-filter=d", "--no-abbrev", old)
    words = (ask(root, *(("diff-tree", *only, new) if new else ("diff-index", "--cached", *only))) or b"").split(b"\0")
    found = {}
    for about, name in zip(words[::2], words[1::2], strict=False):
        _, mode, _, blob, _ = about.decode().split(" ")
        found[os.fsdecode(name)] = Blob(blob, _INSTEAD.get(mode, ""))
    return found


def _changed(root: Path, commit: str) -> frozenset[str]:
    names = ask(root, "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", *FOLDERS) or b""
    return frozenset(os.fsdecode(name) for name in names.split(b"\0") if name)


def renamed(root: Path, old: str, new: str | None) -> Mapping[str, str]:
    """Give the old path of each of the programme's files that was moved, by the new one."""
    only = ("--name-status", "-z", "-M", "--diff-filter=R", "--relative")
    names = (ask(root, "diff", *only, old, new or "--cached", "--", *FOLDERS) or b"").split(b"\0")
    return {os.fsdecode(new): os.fsdecode(old) for old, new in zip(names[1::3], names[2::3], strict=False)}
