"""Turns round each condition of the rules, one at a time, and asks whether a test of the rule turns red: `make mutate`.

Nothing is written: each mutant lives in a forked process that runs what tests its codes, and no more: the unit
tests of the module, the examples in the documentation, and the cases. `SURVIVORS` are those that change nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import os
import resource
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import mutants
from mutants import Mutant

UNIT = Path(__file__).parent / "unit" / "rules"
SECONDS, BYTES = 60, 4 << 30
"""What a mutant may use: one that would never end, or take all memory, is seen by that."""
KILLED, SURVIVED = 10, 11

_KEPT = "only decides whether an index is made again: the same one comes of it"
_AGAIN = "spares a call that asks the same again and finds nothing"
SURVIVORS: Mapping[str, str] = {
    "mentions._Same.__eq__: `self.people is other.people` -> `self.people is not other.people`": _KEPT,
    "mentions._Same.__eq__: `isinstance(other, _Same) and self.people is other.people`"
    " -> `isinstance(other, _Same) or self.people is other.people`": _KEPT,
    "plans.is_well_formed: `FEWEST <= len(items) <= MOST` -> `FEWEST > len(items) <= MOST`": _AGAIN,
    "references._sessions: `item.step is not None and item.step not in steps`"
    " -> `item.step is not None or item.step not in steps`": _AGAIN,
    "references._posts: `item.step is not None and item.step not in steps`"
    " -> `item.step is not None or item.step not in steps`": _AGAIN,
}
"""Mutants that no test can tell from the rule, each with the reason."""


class Runner:
    """A plugin of pytest that runs the collected tests once for each mutant, in place of once."""

    def __init__(self, chosen: Sequence[Mutant], jobs: int) -> None:
        """Take the mutants to run, and how many at a time."""
        self.chosen, self.jobs = chosen, jobs
        self.survivors: list[Mutant] = []
        self.broken: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run what tests a mutant, for all of them."""
        tests = _by_code(session.items)
        children: dict[int, Mutant] = {}
        for mutant in self.chosen:
            while len(children) >= self.jobs:
                self._ended(children)
            items = list(_tests(mutant, tests))
            if pid := os.fork():
                children[pid] = mutant
            else:
                _in_child(session, mutant, items)
        while children:
            self._ended(children)
        return True

    def _ended(self, children: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        mutant = children.pop(pid)
        code = os.waitstatus_to_exitcode(status)
        if code == SURVIVED:
            self.survivors.append(mutant)
        elif code >= 0 and code != KILLED:
            self.broken.append(f"{mutant.name}: could not be run")


def _in_child(session: pytest.Session, mutant: Mutant, items: Sequence[pytest.Item]) -> None:
    """Run the tests of one mutant until one fails, and leave the process with the answer."""
    code = 1
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
        mutant.apply()
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.testsfailed:
                break
        code = KILLED if session.testsfailed else SURVIVED
    finally:
        os._exit(code)


def _by_code(items: Iterable[pytest.Item]) -> Mapping[str, list[pytest.Item]]:
    """Sort tests by what they are about: the unit tests of a module, or a code."""
    found: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        about = item.path.stem.removeprefix("test_")
        if about in {"cases", "examples"}:
            found[item.name.partition("[")[2][:6]].append(item)
        else:
            found[about].append(item)
    return found


def _tests(mutant: Mutant, tests: Mapping[str, list[pytest.Item]]) -> Iterator[pytest.Item]:
    """Give the tests of a mutant, the quickest first: its module's own, then those of the codes that come to it."""
    codes = sorted(mutants.codes(mutant.where))
    for about in dict.fromkeys((mutant.module, *(name for code in codes for name in _naming(code)), *codes)):
        yield from tests.get(about, ())


@cache
def _naming(code: str) -> tuple[str, ...]:
    """Name the modules of unit tests that name a code."""
    return tuple(
        path.stem.removeprefix("test_")
        for path in sorted(UNIT.glob("test_*.py"))
        if code in path.read_text(encoding="utf-8")
    )


def survivors(chosen: Sequence[Mutant], jobs: int = 1) -> list[Mutant]:
    """Give the mutants that no test of their codes turns red for, whatever the list says of them."""
    runner = Runner(chosen, jobs)
    with contextlib.redirect_stdout(io.StringIO()) as told:
        code = pytest.main([str(UNIT), "-q", "-s", "-p", "no:randomly", "-p", "no:cacheprovider"], plugins=[runner])
    if runner.broken or code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        raise SystemExit("\n".join([told.getvalue(), *runner.broken]))
    return runner.survivors


def every(names: Iterable[str]) -> list[Mutant]:
    """Give all mutants of some modules."""
    return [mutant for name in names for mutant in mutants.mutants(name)]


def sample(number: int) -> list[Mutant]:
    """Choose some mutants, always the same while the rules stay as they are."""
    found = [mutant for mutant in every(mutants.modules()) if mutant.name not in SURVIVORS]
    return sorted(found, key=lambda mutant: hashlib.sha256(mutant.name.encode()).digest())[:number]


def main() -> int:
    """Run the mutants asked for; fail if one survives without a reason, or if a reason is for none."""
    parser = argparse.ArgumentParser(description="Turn round the conditions of the rules one at a time.")
    parser.add_argument("modules", nargs="*", help="modules of generator/rules, such as `past` (default: all)")
    parser.add_argument("--sample", type=int, default=0, help="only so many, chosen by their names")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    given = parser.parse_args()
    chosen = sample(given.sample) if given.sample else every(given.modules or mutants.modules())
    found = sorted(survivors(chosen, given.jobs), key=lambda mutant: (mutant.module, mutant.line))
    alive = [mutant for mutant in found if mutant.name not in SURVIVORS]
    for mutant in alive:
        sys.stdout.write(f"generator/rules/{mutant.module}.py:{mutant.line}: {mutant.name}\n")
    sys.stdout.write(f"{len(chosen)} mutants, {len(found)} survived, {len(alive)} of them without a reason\n")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
