"""Bytes and counts of the built site, exact: what a first view brings, what a page weighs, what is asked of others."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from built import AUDIENCES, files, kinds
from looking import use_everything, watched
from playwright.sync_api import Browser
from repositories import mentoring
from weight import KB, first_view, packed

BENCH = Path(__file__).parents[2] / "bench"
WIDEST = AUDIENCES[-1]
FEW_POSTS, MANY_POSTS = 25, 2_000  # a corpus is made of twenty-fives
OUTSIDE = re.compile(
    r"""(?:\ssrc=|<(?:link|object|embed)\s(?![^>]*rel="(?:canonical|alternate)")[^>]*?\b(?:href|data|src)=|url\()["']?(?:https?:)?//"""
)
INLINE = re.compile(r"<[a-z][^>]*\s(?:style|on[a-z]+)=|<style|<script(?![^>]*(?:\ssrc=|application/(?:ld\+)?json))")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_page_is_heavier_than_its_budget(sites: dict[str, Path], audience: str) -> None:
    weights = {address: packed(path.read_bytes()) for address, path in files(sites[audience]).items()}
    assert {address: weight for address, weight in weights.items() if weight > 20 * KB} == {}
    assert max(weight for address, weight in weights.items() if address.startswith("/posts/")) <= 6 * KB


def test_our_style_and_script_are_small(sites: dict[str, Path]) -> None:
    assets = sites[AUDIENCES[0]] / "assets"
    assert packed((assets / "mentoring.css").read_bytes()) <= 9 * KB
    assert packed((assets / "mentoring.js").read_bytes()) <= 3 * KB


@pytest.mark.browser
def test_a_first_view_brings_little(browser: Browser, sites: dict[str, Path], homes: dict[str, str]) -> None:
    pages = {kind: address for kind, address in kinds(sites[WIDEST]).items() if kind in ("home", "post", "search")}
    assert _heavy(browser, sites[WIDEST], homes[WIDEST], pages) == {}


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_first_view_of_each_kind_brings_little(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], audience: str
) -> None:
    assert _heavy(browser, sites[audience], homes[audience], kinds(sites[audience])) == {}


@pytest.mark.slow
@pytest.mark.browser
def test_a_first_view_does_not_grow_with_the_posts(
    browser: Browser, served: Callable[[Path], str], tmp_path: Path
) -> None:
    views = {}
    for posts in (FEW_POSTS, MANY_POSTS):
        corpus, site = tmp_path / f"corpus-{posts}", tmp_path / f"site-{posts}"
        subprocess.run([sys.executable, str(BENCH / "corpus.py"), str(posts), str(corpus)], check=True)
        done = mentoring("build", "--out", str(site), cwd=corpus)
        assert done.returncode == 0, done.stderr
        home = served(site)
        post = min(address for address in files(site) if address.startswith("/posts/"))
        views[posts] = {name: first_view(browser, home, site, at) for name, at in (("home", "/"), ("post", post))}
    for name, weight in views[MANY_POSTS].items():
        assert weight <= 90 * KB
        assert 0.95 <= weight / views[FEW_POSTS][name] <= 1.05, (name, views)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_in_the_tree_comes_from_elsewhere_or_stands_inline(sites: dict[str, Path], audience: str) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in sites[audience].rglob("*.html")}
    styles = {path: path.read_text(encoding="utf-8") for path in sites[audience].rglob("*.css")}
    assert [(str(path), found[0]) for path, text in (texts | styles).items() if (found := OUTSIDE.search(text))] == []
    assert [(str(path), found[0]) for path, text in texts.items() if (found := INLINE.search(text))] == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("width", [1280, 320])
def test_every_feature_works_for_everybody(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], audience: str, width: int
) -> None:
    """On a phone and for coordinators this is asked each time, of the pages that are there for their looks."""
    with watched(browser, homes[audience]) as (page, watch):
        page.set_viewport_size({"width": width, "height": 800})
        for address in kinds(sites[audience]).values():
            page.goto(homes[audience] + address)
            use_everything(page)
        assert watch.trouble == []


def _heavy(browser: Browser, site: Path, home: str, pages: dict[str, str]) -> dict[str, int]:
    """Give the pages whose first view is above its budget, with what it weighs."""
    views = {address: first_view(browser, home, site, address) for address in pages.values()}
    assert min(views.values()) > packed((site / "assets/mentoring.css").read_bytes())
    return {address: weight for address, weight in views.items() if weight > 90 * KB}
