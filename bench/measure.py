"""Measuring processes: CPU seconds of the whole tree, wall clock, peak memory, in rounds of random order."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryFile

_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    "NO_MKDOCS_2_WARNING": "1",
    "LC_ALL": "C.UTF-8",
}
"""As people run it: what would change how Python itself runs, such as keeping no compiled modules, is left out."""


class FailedError(Exception):
    """A command that is measured did not do its job, so there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what must not be there before each run, and whether it prints the CPU seconds that count."""

    arguments: Sequence[str]
    fresh: tuple[Path, ...] = ()
    prints: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """What one run took; `peak` is the largest process of its tree, in MB."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure over all rounds, and the range it has to lie in."""

    name: str
    unit: str
    values: tuple[float, ...]
    least: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def median(self) -> float:
        """Give the middle value."""
        return statistics.median(self.values)

    @property
    def verdict(self) -> str:
        """Say passed or lost if the whole spread is within or beyond the goal, else undecided; nothing without one."""
        if self.least is None and self.most is None:
            return "no goal"
        low, high = spread(self.values)
        least, most = (-math.inf if self.least is None else self.least), (math.inf if self.most is None else self.most)
        return "passed" if least <= low and high <= most else "lost" if high < least or low > most else "undecided"


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Give the range that holds the true median nine times in ten, however values scatter; of up to seven it is all.

    Between the k-th least and the k-th greatest of n values it lies unless fewer than k of n fair coins show heads, or
    fewer than k show tails (David and Nagaraja, Order Statistics, third edition, section 7.1).
    """
    ordered, beyond, out = sorted(values), 1, 0
    while 2 * (beyond + math.comb(len(ordered), out + 1)) <= 2 ** len(ordered) / 10:
        out += 1
        beyond += math.comb(len(ordered), out)
    return ordered[out], ordered[-1 - out]


def run(command: Command, aside: Path) -> Use:
    """Run a command to its end; everything it starts and waits for is counted.

    What must not be there is put aside, not deleted: where thousands of files were deleted, some file systems make new
    ones at several times the cost for minutes, and whoever comes next would pay for it.
    """
    for each in command.fresh:
        if each.exists():
            aside.mkdir(parents=True, exist_ok=True)
            each.rename(aside / f"{len(list(aside.iterdir()))}")
    with TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(command.arguments, stdout=output, stderr=subprocess.STDOUT, env=_ENVIRONMENT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace").strip()
    if process.returncode:
        message = f"`{' '.join(map(str, command.arguments[:4]))}` ended with {process.returncode}: {said[-300:]}"
        raise FailedError(message)
    cpu = float(said) if command.prints else used.ru_utime + used.ru_stime
    return Use(cpu, wall, used.ru_maxrss / 1024)


def rounds(commands: Mapping[str, Command], count: int, rng: Random, aside: Path) -> dict[str, list[Use]]:
    """Run all commands in each round, in random order; the first round warms the file cache and is not kept."""
    found: dict[str, list[Use]] = {name: [] for name in commands}
    for number in range(count + 1):
        for name in rng.sample(sorted(commands), len(commands)):
            use = run(commands[name], aside)
            if number:
                found[name].append(use)
    return found


def ratios(above: Sequence[Use], below: Sequence[Use]) -> tuple[float, ...]:
    """Compare the CPU seconds of two commands round by round."""
    return tuple(a.cpu / b.cpu for a, b in zip(above, below, strict=True))
