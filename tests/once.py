"""What is dear to make is made once, however many processes run the tests."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(bases: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give the folder that was made under this name; whoever asks first makes it, others wait. Nobody changes it."""
    base = bases.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    found, begun = shared / name, base / f"{name}.begun"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.exists():
            begun.mkdir(parents=True)
            make(begun)
            begun.rename(found)
    return found
