"""What hooks ask of a repository: where its hooks lie, its default branch, one commit laid out in a folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OF_A_REPOSITORY = frozenset(
    "GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_COMMON_DIR GIT_DIR GIT_GRAFT_FILE GIT_IMPLICIT_WORK_TREE GIT_INDEX_FILE "
    "GIT_OBJECT_DIRECTORY GIT_PREFIX GIT_QUARANTINE_PATH GIT_SHALLOW_FILE GIT_WORK_TREE".split()
)
"""What Git tells a hook about its own repository; another repository must not hear of it."""


def ask(repository: Path, *words: str) -> str | None:
    """Ask Git for one line; `None` where it says no."""
    done = subprocess.run(["git", "-C", str(repository), *words], capture_output=True, text=True, check=False)
    return None if done.returncode else done.stdout.strip()


def hooks(repository: Path) -> Path | None:
    """Give the folder in which Git looks for hooks; `None` where there is no repository."""
    found = ask(repository, "rev-parse", "--git-path", "hooks")
    return None if found is None else (repository / found).absolute()


def is_bare(repository: Path) -> bool:
    """Tell whether a repository has no work tree."""
    return ask(repository, "rev-parse", "--is-bare-repository") == "true"


def is_shared(folder: Path, repository: Path) -> bool:
    """Tell whether a folder lies in the work tree, so that what is written there may be committed."""
    top = ask(repository, "rev-parse", "--show-toplevel")
    return top is not None and folder.is_relative_to(top) and not folder.is_relative_to(Path(top) / ".git")


def default_branch(repository: Path) -> str | None:
    """Name the reference that a clone would check out."""
    return ask(repository, "symbolic-ref", "HEAD")


def nothing(repository: Path) -> str:
    """Give the id of the empty tree, to compare a first commit with."""
    return ask(repository, "hash-object", "-t", "tree", os.devnull) or ""


@contextmanager
def alone(repository: Path) -> Iterator[None]:
    """Wait until no other push is being built, so that the newest site is the one that stays."""
    import fcntl  # noqa: PLC0415 - servers have it, and the clones that have not need no such lock

    with (repository / "mentoring.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lay_out(repository: Path, revision: str, folder: Path) -> None:
    """Check a commit out into a folder, as a clone that borrows the repository's objects.

    Raises:
        OSError: Git could not do so.
    """
    clone = ["git", "clone", "--quiet", "--shared", "--no-checkout", str(repository.absolute()), str(folder)]
    checkout = ["git", "-C", str(folder), "checkout", "--quiet", "--detach", revision]
    for command in (clone, checkout):
        done = subprocess.run(command, env=elsewhere(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise OSError(done.returncode, done.stderr.strip(), str(folder))


def elsewhere() -> dict[str, str]:
    """Give the environment without what Git tells a hook about its own repository."""
    return {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
