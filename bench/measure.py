"""Measuring processes: CPU seconds of the whole tree, wall clock, peak memory, in rounds of random order."""

from __future__ import annotations

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
        """Say passed or lost if every round agrees, else undecided; nothing without a goal."""
        if self.least is None and self.most is None:
            return "no goal"
        within = [
            (self.least is None or value >= self.least) and (self.most is None or value <= self.most)
            for value in self.values
        ]
        return "passed" if all(within) else "undecided" if any(within) else "lost"


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
