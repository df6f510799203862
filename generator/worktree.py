"""Which files lie here, and whether they are still the same: Git's index and the folder itself."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator import index, kept

FOLDERS = ("content", "pairs")
_STATUS = (
    "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.preloadIndex=false", "status",
    "--porcelain=v2", "-z", "--branch", "--no-ahead-behind", "--untracked-files=all", "--no-renames",
    "--ignore-submodules=dirty",
)  # fmt: skip
"""What Git is asked. It looks at one file after the other: in many threads that costs a sixth more of the machine."""
_REMEMBERING = (
    "-c", "core.untrackedCache=true", "-c", "status.showUntrackedFiles=all", "-c", "core.splitIndex=false",
    "-c", "index.skipHash=false",
)  # fmt: skip
"""What Git is told of an index of which it may remember the folders: that it may, and to write it whole."""
HEAD, _FORM = "head", b"1"
"""Where the trees of the commit checked out are kept, and in which form; another form gets another number."""
_COMMIT = b"# branch.oid "
_WORDS = {b"?": 1, b"u": 10, b"1": 8}
"""What stands before the path in a line of what Git says of what differs, by the sort of line."""
_FLAGGED = re.compile(rb"\0[^HMRCK?\0] [^\0]*")
"""A line of a listing, with what ends the one before it, of a file that Git was told to take as unchanged."""


def paths(root: Path, listed: Listing | None = None) -> tuple[str, ...]:
    """List the programme's files: tracked and new ones, not the ignored; outside Git a sorted walk.

    Links and folders that are repositories of their own are listed as they are, and nothing behind them. Where Git has
    just said what differs it has said which are new, and need not look through all folders again.
    """
    new = () if listed else ("--others", "--exclude-standard")
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", *new]
    try:
        done = subprocess.run([*command, "--", *FOLDERS], capture_output=True, check=False)
    except OSError:
        return tuple(sorted(_walk(root)))
    if done.returncode:
        return tuple(sorted(_walk(root)))
    return _in_front((*os.fsdecode(done.stdout).split("\0")[:-1], *(listed.new if listed else ())))


Held = bytes | str | None
"""What a path holds: the bytes themselves, marked, or the name under which Git holds them, or nothing.

The name is empty where Git holds no plain file.
"""


class Listing(NamedTuple):
    """The programme's files as Git knows them: the trees of the commit checked out, and what differs from them.

    `trees` gives the name of the tree of each folder, `staged` what the index holds otherwise than the commit,
    `heads` what the commit holds of all that differs, `differing` the paths that are not as the index says, `new`
    those among them that the index does not have.
    """

    trees: Mapping[str, str]
    staged: Mapping[str, Held]
    heads: Mapping[str, Held]
    differing: tuple[str, ...]
    new: tuple[str, ...]


def listing(root: Path) -> Listing | None:
    """List what differs from the commit that is checked out; `None` where Git cannot tell.

    What Git was told to take as unchanged counts as differing: it would not notice a change.
    """
    asked = _overlooked_and_status(root)
    if asked is None:
        return None
    flagged, said = asked
    found = _trees_checked_out(root, said)
    if found is None:
        return None
    trees, prefix = found
    staged, differing, new = dict[str, Held](), set(flagged), list[str]()
    heads: dict[str, Held] = dict.fromkeys(flagged, "")
    for line in said.split(b"\0")[:-1]:
        if line[:1] == b"#":
            continue
        words = line.split(b" ", _WORDS[line[:1]])
        path = os.fsdecode(words[-1]).removeprefix(prefix)
        if path.partition("/")[0] not in FOLDERS:
            continue
        if line[:1] == b"?":
            new.append(path)
            continue
        if line[:1] == b"u":
            staged[path] = heads[path] = ""
            differing.add(path)
            continue
        heads[path] = named(words[3], words[6])
        if words[1][:1] != b".":
            staged[path] = named(words[4], words[7])
        if words[1][1:] != b".":
            differing.add(path)
    return Listing(trees, staged, heads, tuple(sorted({*differing, *new})), tuple(new))


def _overlooked_and_status(root: Path) -> tuple[Sequence[str], bytes] | None:
    """Give the paths that Git was told to take as unchanged, and what it says of what differs.

    Of an index that it is asked about once more it is told to remember the folders. That is done for the whole work
    tree or not at all, so the programme has to be all there is.
    """
    seal = index.seal(root)
    known = index.known(root, seal) if seal else None
    copy = index.copied(root, seal) if seal and known and known.copy and (root / ".git").exists() else None
    said = ask(root, *_REMEMBERING, *_STATUS, index=copy) if copy else None
    if said is None:
        said = ask(root, "--no-optional-locks", *_STATUS, "--", *FOLDERS)
    if known is None:
        flagged = _flagged(root)
        known = None if flagged is None else index.Known(flagged, copy=_may_remember(root))
        if seal and known:
            index.note(root, seal, known)
    return None if known is None or said is None else (known.overlooked, said)


def _trees_checked_out(root: Path, said: bytes) -> tuple[Mapping[str, str], str] | None:
    """Give what `_trees` says of the commit that Git's status names, which is asked once a commit."""
    commit = next((line for line in said.split(b"\0") if line.startswith(_COMMIT)), b"").removeprefix(_COMMIT)
    meant = b" ".join((_FORM, commit, os.fsencode(root)))  # there may be several programmes in one repository
    text = kept.read(root, HEAD, meant)
    if text is not None:
        trees, prefix = marshal.loads(text)  # noqa: S302 - whole, and of our own writing
        return trees, prefix
    found = _trees(root, commit.decode() or "HEAD")
    if found is not None:
        kept.write(root, HEAD, meant, marshal.dumps(found))
    return found


def _may_remember(root: Path) -> bool:
    """Tell whether Git may remember folders here: on some disks a folder does not show that it was changed."""
    return (ask(root, "config", "--type=bool", "core.untrackedCache") or b"").strip() != b"false"


def trees(root: Path, commit: str) -> Mapping[str, str] | None:
    """Give the name of the tree of each of the programme's folders in a commit; `None` where it has none."""
    found = _trees(root, commit)
    return found and found[0]


def _trees(root: Path, commit: str) -> tuple[dict[str, str], str] | None:
    """Give the names of trees, and where the programme lies in its repository."""
    said = ask(root, "--no-replace-objects", "ls-tree", "-z", "--full-name", commit, "--", *FOLDERS) or b""
    lines = [line.partition(b"\t") for line in said.split(b"\0")]
    found = {os.fsdecode(path): about.split(b" ") for about, _, path in lines if path}
    if not found or any(words[1] != b"tree" for words in found.values()):
        return None
    prefix = "".join(next(iter(found)).rpartition("/")[:2])
    return {path.removeprefix(prefix): words[2].decode() for path, words in found.items()}, prefix


def named(mode: bytes, blob: bytes) -> Held:
    """Give what a tree or an index holds in a place, by its mode and the name of its content."""
    if mode == b"000000":
        return None
    return blob.decode() if mode.startswith(b"100") else ""


def _flagged(root: Path) -> list[str] | None:
    """Give the paths that Git was told to take as unchanged."""
    said = ask(root, "ls-files", "-z", "-v", "--", *FOLDERS)
    return None if said is None else [os.fsdecode(line[3:]) for line in _FLAGGED.findall(b"\0" + said)]


def _in_front(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out what lies behind a listed path: the index still names files of a folder that became a link."""
    listed = dict.fromkeys([name.rstrip("/") for name in names])  # as Git sorts them, so that they are sorted soon
    above = folders = {name.rpartition("/")[0] for name in listed}
    while folders := {folder.rpartition("/")[0] for folder in folders} - above:
        above = above | folders
    behind = above & listed.keys()
    if behind:
        listed = {name: None for name in listed if behind.isdisjoint(_upwards(name.rpartition("/")[0]))}
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


def ask(root: Path, *arguments: str, index: Path | None = None) -> bytes | None:
    """Ask Git, of an index of ours if one is given; `None` where it says no."""
    at_once = os.environ | {"GIT_FLUSH": "0"}  # else a log is written commit by commit, and both wake up for each
    if index is not None:
        at_once["GIT_INDEX_FILE"] = str(index)
    quiet = subprocess.DEVNULL  # one pipe is read at one go, two are waited for in turns
    asked = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(asked, env=at_once, stdout=subprocess.PIPE, stderr=quiet, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def mistrusted(root: Path) -> bool:
    """Tell whether there is a repository that Git leaves alone, since its folder belongs to somebody else."""
    asked = ["git", "-C", str(root), "rev-parse", "--git-dir"]
    try:
        said = subprocess.run(asked, env=os.environ | {"LC_ALL": "C"}, capture_output=True, check=False).stderr
    except OSError:
        return False
    return b"safe.directory" in said


def version() -> tuple[int, ...]:
    """Give the numbers of Git's own version; none where there is no Git."""
    try:
        said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ()
    return tuple(int(part) for part in re.findall(r"\d+", said)[:3])
