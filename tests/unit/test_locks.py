"""The locks pin every package by hash, name no address, and hold what `pyproject.toml` asks for."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
NAME = re.compile(r"[A-Za-z0-9._-]+")


def entries(lock: str) -> list[str]:
    """Give each requirement of a lock with its continuation lines."""
    lines = [line for line in (ROOT / lock).read_text().splitlines() if line.strip() and line.lstrip()[0] != "#"]
    return re.split(r"\n(?=\S)", "\n".join(lines))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash(lock: str) -> None:
    assert len(entries(lock)) > 10
    pinned = re.compile(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+( ; [^\\]+)? \\\n(\s+--hash=sha256:[0-9a-f]{64}( \\\n)?)+")
    assert [entry.splitlines()[0] for entry in entries(lock) if not pinned.fullmatch(entry)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_is_named(lock: str) -> None:
    assert re.findall(r"(?i)://|--(?:extra-)?index|--find-links|--trusted-host", (ROOT / lock).read_text()) == []


def test_what_is_asked_for_is_locked() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = ("build", "test", "formats", "lint", "types", "bench")
    development = [each for group in groups for each in asked["dependency-groups"][group]]
    for lock, wanted in zip(LOCKS, (asked["project"]["dependencies"], development), strict=True):
        locked = {_name(entry) for entry in entries(lock)} | {_name(entry) for entry in entries(LOCKS[0])}
        assert {_name(each) for each in wanted} - locked == set()


def _name(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("folder", ["node", "lighthouse"])
def test_what_npm_installs_is_pinned_by_hash_and_names_no_address(folder: str) -> None:
    lock = (ROOT / "tests" / folder / "package-lock.json").read_text()
    packages = {name: each for name, each in json.loads(lock)["packages"].items() if name}
    assert len(packages) > 5
    assert [name for name, each in packages.items() if not each.get("integrity", "").startswith("sha512-")] == []
    assert "://" not in lock
