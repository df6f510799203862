"""A real repository with real commits, the bundled programme's sites, and a browser to look at them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import programmes
import pytest
from browsing import FLAGS, MISSING, chromium, serving
from built import AUDIENCES
from playwright.sync_api import Browser, BrowserType, sync_playwright
from repositories import commit, git, mentoring

ROOT = Path(__file__).parents[2]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give the healthy programme in a repository of its own, with two commits."""
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(root))
    commit(root, "the programme")
    commit(root, "a second commit")
    return root


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serve folders on this machine; gives the address of each."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the bundled programme for each audience, once for all tests."""
    out = tmp_path_factory.mktemp("sites")
    for audience in AUDIENCES:
        done = mentoring("build", "--audience", audience, "--out", str(out / audience), cwd=ROOT)
        assert done.returncode == 0, done.stderr
    return {audience: out / audience for audience in AUDIENCES}


@pytest.fixture(scope="session")
def homes(sites: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Serve these sites, each below an address of its own."""
    with ExitStack() as servers:
        yield {audience: servers.enter_context(serving(site)) for audience, site in sites.items()}


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
