"""What nobody plans for, in the browser: it fits a phone, is easy to read, and is valid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import awkward
import pytest
from built import files, kinds
from looking import Look, armed, by_axe, by_eye, glanced, watched
from playwright.sync_api import Browser
from validator import faults

from generator.publish import plugin
from generator.publish.prepare import Prepared, prepare

pytestmark = pytest.mark.browser
POSTS = ("2026-02-20-first-prompt", "2026-03-20-one-report-less", "2026-02-24-on-the-receiving-end")
ODD = (
    *(f"/posts/{post}/" for post in POSTS),
    "/threads/",
    "/threads/2026-spring/pair-03/",
    "/people/p-017/",
    "/pairs/",
)
EMPTY = ("home", "pairs", "threads", "progress", "people", "missing", "desk", "cohort", "roadmap", "calendar")
"""The kinds of page that have nothing to show, or less than ever, before the first pair."""


def built(root: Path, laid: Mapping[str, bytes]) -> Path:
    """Build the coordinators' site of files."""
    for path, data in laid.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    ready = prepare(root, "coordinators", None)
    assert isinstance(ready, Prepared), ready
    plugin.run(ready, root / "site", searched=False)
    return root / "site"


def test_what_nobody_plans_for_fits(browser: Browser, served: Callable[[Path], str], tmp_path: Path) -> None:
    site = built(tmp_path, awkward.programme())
    home, found = served(site), []
    with watched(browser, home) as (page, watch), armed(page):
        for address in ODD:
            page.goto(home + address)
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 800})
                found += [f"{address} at {width}: {each}" for each in by_eye(page)]
            found += [f"{address}: {each}" for each in by_axe(page, "all but contrast")]
    assert found + watch.trouble == []
    assert faults(files(site)[address] for address in ODD) == []


@pytest.mark.parametrize("looked_at", [EMPTY, pytest.param(None, marks=pytest.mark.slow)], ids=["few", "all"])
def test_a_programme_without_pairs_stands(
    browser: Browser, served: Callable[[Path], str], tmp_path: Path, looked_at: tuple[str, ...] | None
) -> None:
    site = built(tmp_path, awkward.without_pairs())
    pages = kinds(site)
    assert set(pages) >= set(EMPTY)
    shown = {kind: pages[kind] for kind in looked_at or pages}
    assert glanced(browser, served(site), shown, Look("light", 320)) == []
    assert faults(files(site)[address] for address in shown.values()) == []
