"""Files into a real Git repository, one commit each, fast and always with the same commit ids."""

from __future__ import annotations

import calendar
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from files import File

_ENVIRONMENT = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def commit(files: Iterable[File], out: Path) -> None:
    """Make a repository with one history through `git fast-import` and check it out."""
    out.mkdir(parents=True)
    _git(out, "init", "--quiet", "--initial-branch=main")
    _git(out, "fast-import", "--quiet", stream=b"".join(_stream(files)))
    _git(out, "reset", "--quiet", "--hard", "main")


def copy(repository: Path, out: Path) -> None:
    """Copy a repository."""
    _git(repository, "clone", "--quiet", "--local", str(repository), str(out.absolute()))


def goes_on(files: Iterable[File], repository: Path, out: Path) -> None:
    """Copy a repository and let its history go on with further files."""
    copy(repository, out)
    _git(out, "fast-import", "--quiet", stream=b"".join(_stream(files, b"from refs/heads/main^0\n")))
    _git(out, "reset", "--quiet", "--hard", "main")


def commit_all(repository: Path) -> None:
    """Commit what has changed."""
    by = ("-c", "user.name=Coordinator", "-c", "user.email=coordinator@fernhollow.example")
    _git(repository, *by, "commit", "--quiet", "--all", "--message", "Change")


def _stream(files: Iterable[File], start: bytes = b"") -> Iterator[bytes]:
    """Write the stream: commits of one day are a minute apart, from eight o'clock on."""
    for number, file in enumerate(files):
        moment = calendar.timegm(file.on.timetuple()) + 8 * 3600 + number % 600 * 60
        who = f"{file.by} <{file.by.lower().replace(' ', '.')}@fernhollow.example> {moment} +0000"
        says, text = f"Add {file.path}".encode(), file.text.encode()
        yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {len(says)}\n".encode() + says
        yield b"\n" + (b"" if number else start)
        yield f"M 100644 inline {file.path}\ndata {len(text)}\n".encode() + text + b"\n"


def _git(where: Path, *arguments: str, stream: bytes = b"") -> None:
    subprocess.run(["git", *arguments], cwd=where, input=stream, env=_ENVIRONMENT, check=True)
