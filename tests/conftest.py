"""What all tests share: `import programmes` and its like work from every folder of tests, and slow tests wait."""

from __future__ import annotations

import gc
import os
import signal
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

import often
import recording

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell ignores Ctrl-C for what it runs in the background, and so would every process the tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--run-slow`: all that takes minutes, more examples of properties as well; and `--record`."""
    parser.addoption("--run-slow", action="store_true", help="run the tests marked `slow` as well")
    parser.addoption("--record", metavar="DAY", help="keep what the tests of the site found, for /accessibility/")


def pytest_configure(config: pytest.Config) -> None:
    """Say how often a property is tried, before any test is read; in CI each run tries the same."""
    ci, many = bool(os.environ.get("CI")), often.ALL if config.getoption("--run-slow") else often.FEW
    settings.register_profile("here", deadline=None, max_examples=many, derandomize=ci, print_blob=ci)
    settings.load_profile("here")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest, and skip the slow tests unless somebody asks for them.

    What asks for pages in memory comes next and together, so that one process makes and keeps them for all.
    """
    items.sort(key=lambda item: (not item.get_closest_marker("dear"), not hasattr(item.module, "rendered")))
    if config.getoption("--run-slow"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: `make test-full`, or --run-slow"))


def pytest_sessionfinish() -> None:
    """Look once for what failed unseen; pytest looks five times, each time through all the pages that were kept."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was only to be reported, and keep what is to be kept."""
    told = [each for all_ in terminalreporter.stats.values() for each in all_ if isinstance(each, pytest.TestReport)]
    properties = [pair for report in told if report.when == "call" for pair in report.user_properties]
    for name, value in properties:
        if name == recording.SPEED:
            terminalreporter.write_line(f"performance, {value}")
    if config.getoption("--record"):
        day = date.fromisoformat(config.getoption("--record"))
        recording.keep(recording.gathered((value for name, value in properties if name == recording.TELLS), day))
