"""What the tests of the command line share: a programme in a folder, a runner, and the collector put back."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import programmes
import pytest
from click.testing import CliRunner, Result

from generator.cli import main

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no forge and no verb's garbage settings reach from one test into another."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Lay the healthy programme into a folder that is no repository."""
    folder = tmp_path / "programme"
    for path, data in programmes.healthy().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder.resolve()


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb inside the programme's folder, in this process; unexpected exceptions are told, not raised."""
    monkeypatch.chdir(root)
    runner = CliRunner()

    def ran(*arguments: str, **environment: str) -> Result:
        return runner.invoke(main, arguments, env=environment, prog_name="mentoring")

    return ran


@pytest.fixture
def process(root: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command as people do: a process of its own."""

    def ran(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", *arguments]
        given = {**os.environ, **environment}
        return subprocess.run(command, cwd=root, env=given, capture_output=True, encoding="utf-8", check=False)

    return ran
