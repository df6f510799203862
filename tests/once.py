"""What is dear to make is made once, however many processes run the tests."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Value = TypeVar("Value")


class Each(dict[str, Value]):
    """What is made of each key when it is asked for, and not before."""

    def __init__(self, make: Callable[[str], Value]) -> None:
        """Keep how it is made."""
        super().__init__()
        self.make = make

    def __missing__(self, key: str) -> Value:
        """Make it, and keep it."""
        self[key] = made = self.make(key)
        return made


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
