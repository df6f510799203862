"""A real repository with real commits, the bundled programme's sites, and a browser to look at them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import prepared
import programmes
import pytest
from browsing import FLAGS, MISSING, chromium, serving
from built import AUDIENCES
from once import Each, once
from playwright.sync_api import Browser, BrowserType, sync_playwright
from repositories import commit, copied, each_built, git, mentoring_here

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put the healthy programme into a repository with two commits, to be copied."""

    def make(out: Path) -> None:
        root = out / "programme"
        shutil.copytree(programmes.HEALTHY, root)
        git(out, "init", "--quiet", "--initial-branch", "main", str(root))
        commit(root, "the programme")
        commit(root, "a second commit")

    return once(tmp_path_factory, "committed", make) / "programme"


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, committed: Path) -> Mapping[str, Path]:
    """Build that repository for each audience that is asked for, in a place that says nothing in particular."""
    plain = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}

    def give(audience: str) -> Path:
        def make(out: Path) -> None:
            copied(committed, out / "programme")
            each_built(out / "programme", {audience: out / "site"}, plain)

        return once(tmp_path_factory, f"finished-{audience}", make) / "site"

    return Each(AUDIENCES, give)


@pytest.fixture(scope="session")
def python() -> Iterator[Path]:
    """Give a program that stands for `python` where a process matters, and what its start decides does not."""
    with prepared.python() as program:
        yield program


@pytest.fixture
def repository(tmp_path: Path, committed: Path) -> Path:
    """Give the healthy programme in a repository of its own, with two commits."""
    return copied(committed, tmp_path / "programme")


@pytest.fixture
def published(repository: Path, finished: dict[str, Path]) -> Path:
    """Give that repository with the organisation's site of it, as `build` left it in `site`."""
    shutil.copytree(finished["organisation"], repository / "site")
    return repository


def build(root: Path, audience: str, out: Path, *more: str) -> None:
    """Build a site that has to succeed."""
    done = mentoring_here("build", "--audience", audience, *more, "--out", str(out), cwd=root)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serve folders on this machine; gives the address of each."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Build the bundled programme for each audience that is asked for, once for all tests."""

    def give(audience: str) -> Path:
        return once(tmp_path_factory, f"site-{audience}", lambda out: build(ROOT, audience, out / "site")) / "site"

    return Each(AUDIENCES, give)


@pytest.fixture(scope="session")
def homes(sites: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """Serve these sites, each below an address of its own."""
    with ExitStack() as servers:
        yield Each(AUDIENCES, lambda audience: servers.enter_context(serving(sites[audience])))


@pytest.fixture(scope="session")
def browser_type() -> Iterator[BrowserType]:
    """Give what starts browsers; there can be one in a process."""
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(browser_type: BrowserType) -> Iterator[Browser]:
    """Start the browser once for all tests; where there is none they fail and say what to install."""
    found = chromium()
    if found is None:
        pytest.fail(MISSING)
    running = browser_type.launch(executable_path=found, args=FLAGS)
    yield running
    running.close()
