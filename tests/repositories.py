"""Real repositories and the real command line, for tests from end to end."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

import programmes
from click.testing import CliRunner

from generator.cli import main

FIXED = {
    "GIT_AUTHOR_DATE": "2026-04-01T12:00:00+00:00",
    "GIT_COMMITTER_DATE": "2026-04-01T12:00:00+00:00",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@lanternworks.example",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@lanternworks.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(root: Path, *words: str) -> str:
    """Run Git with fixed names and dates, so that a commit has the same id each time."""
    done = subprocess.run(
        ["git", "-C", str(root), *words], env={**os.environ, **FIXED}, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(root: Path, message: str = "change") -> None:
    """Commit everything there is."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)


def copied(repository: Path, target: Path) -> Path:
    """Copy a repository, and let Git see that its files are what they were."""
    shutil.copytree(repository, target)
    git(target, "update-index", "-q", "--refresh")
    return target


def mentoring(*words: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONWARNINGS": "default", **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def each_built(root: Path, outs: Mapping[str, Path], env: Mapping[str, str]) -> None:
    """Build the site of each audience, one after the other, in one process with an environment of its own."""
    words = [["build", "--audience", audience, "--out", str(out)] for audience, out in outs.items()]
    code = f"from generator.cli import main\nfor words in {words!r}:\n    main(words, standalone_mode=False)\n"
    subprocess.run([sys.executable, "-c", code], cwd=root, env={**os.environ, **env}, capture_output=True, check=True)


def mentoring_here(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in this process, which spares its start where nothing is asked of a process of its own."""
    runner = CliRunner()
    try:
        with chdir(cwd):
            done = runner.invoke(main, words, prog_name="mentoring", catch_exceptions=False)
    finally:
        gc.unfreeze()
        gc.enable()
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


def tree(root: Path) -> dict[str, bytes]:
    """Give all files below a folder: path to bytes."""
    return {path: (root / path).read_bytes() for path in programmes.paths(root)}
