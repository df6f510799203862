"""What is dear to make is made once, however many processes run the tests."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

Value = TypeVar("Value")


class Each(Mapping[str, Value]):
    """What is made of each key when it is asked for, and not before; who goes through it has all of it made."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], Value]) -> None:
        """Keep for what there is something, and how it is made."""
        self._keys, self._made = tuple(keys), cache(make)

    def __getitem__(self, key: str) -> Value:
        """Make it, or give what was made."""
        if key not in self._keys:
            raise KeyError(key)
        return self._made(key)

    def __iter__(self) -> Iterator[str]:
        """Give the keys."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._keys)


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
