"""A real repository with real commits, served on this machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import programmes
import pytest
from browsing import serving
from repositories import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give the healthy programme in a repository of its own, with two commits."""
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(root))
    commit(root, "the programme")
    commit(root, "a second commit")
    return root


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serve folders on this machine; gives the address of each."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))
