"""Every kind of page as a reader meets it: axe, contrast, size of text, width, requests, errors under the policy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import looking
import pytest
from browsing import lent
from built import AUDIENCES, files, holding_all, kinds
from looking import FULLEST, WHOLE, by_eye, facts, once_over, seen, told, watched
from playwright.sync_api import Browser, ViewportSize
from recording import Record, tell

pytestmark = pytest.mark.browser
WIDEST = AUDIENCES[-1]
PARTS = 4
SMALL: ViewportSize = {"width": 320, "height": 800}


@pytest.fixture(autouse=True)
def installed() -> None:
    """Fail where axe is not installed, and say how to install it."""
    if not looking.AXE.is_dir():
        pytest.fail(looking.MISSING)


def lost(browser: Browser, home: str, pages: Mapping[str, str], said: dict[str, set[str]]) -> list[str]:
    """Give what a reader without scripts misses of what was said, on a phone in the dark, and what is hard to read."""
    found = []
    with watched(browser, home, script=False) as (bare, watch):
        bare.set_viewport_size(SMALL)
        bare.emulate_media(color_scheme="dark")
        for kind, address in pages.items():
            bare.goto(home + address)
            found += [f"{kind}, without a script: {each}" for each in by_eye(bare)]
            found += [f"{kind}, without a script: no {line!r}" for line in sorted(said[kind] - facts(bare))]
        return found + watch.trouble


@pytest.mark.dear
@pytest.mark.parametrize("part", range(PARTS))
def test_every_kind_of_page_holds_in_few_states_while_all_of_it_is_used_and_without_a_script(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], part: int
) -> None:
    """In parts, so that whoever runs the tests side by side has something to share out.

    Kinds that between them hold every element are judged by axe, and seen wide as well; each is in each state by the
    slow tests.
    """
    pages = dict([*kinds(sites[WIDEST]).items()][part::PARTS])
    judged = holding_all(sites[WIDEST], FULLEST)
    found = once_over(browser, homes[WIDEST], pages, judged)
    fullest = {kind: address for kind, address in pages.items() if kind in FULLEST}
    missed = lost(browser, homes[WIDEST], fullest, found.facts)
    assert (found.by_axe, found.by_eye, missed) == ([], [], []), pages
    there = files(sites[WIDEST])
    texts = [there[address].read_text() for address in pages.values()]
    forms = [text for text in texts if "<form" in text.partition("<article")[2]]
    both = len(pages.keys() & judged) + len(forms)
    assert found.looks == len(pages) + len(forms) + both, (
        "all of them narrow, some wide, and each form in use both ways"
    )


def test_the_open_menu_holds(browser: Browser, homes: dict[str, str]) -> None:
    light, dark = (look for look in WHOLE if look.opened == "menu open" and look.width < 400)
    for look, address in ((light, "/"), (dark, "/404.html")):
        found = seen(browser, homes[WIDEST], {address: address}, (look,))
        assert (found.by_axe, found.by_eye, found.looks) == ([], [], 1)


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("opened", ["at rest", "menu open", "all details open", "in use"])
def test_every_kind_of_page_holds_in_every_state(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], audience: str, opened: str, record_property: Record
) -> None:
    pages = kinds(sites[audience])
    found = seen(browser, homes[audience], pages, tuple(look for look in WHOLE if look.opened == opened))
    chromium = {"Chromium": browser.version}
    axe = {"axe-core": looking.axe_version()} | chromium
    tell(record_property, "axe", axe, pages, looks=found.looks, faults=found.by_axe)
    tell(record_property, "eye", chromium, pages, looks=found.looks, faults=found.by_eye)
    assert (found.by_axe, found.by_eye) == ([], []), pages


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_without_a_script_nobody_misses_anything(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], audience: str, record_property: Record
) -> None:
    pages = kinds(sites[audience])
    found = lost(browser, homes[audience], pages, told(browser, homes[audience], pages))
    tell(record_property, "no script", {"Chromium": browser.version}, pages, looks=len(pages), faults=found)
    assert found == [], pages


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_text_twice_as_large_fits(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], audience: str, record_property: Record
) -> None:
    pages, found = kinds(sites[audience]), []
    with watched(browser, homes[audience]) as (page, _):
        page.set_viewport_size({"width": 640, "height": 800})
        for kind, address in pages.items():
            page.goto(homes[audience] + address)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            found += [f"{kind}, text at 200 %: {each}" for each in by_eye(page)]
    tell(record_property, "eye", {"Chromium": browser.version}, pages, looks=len(pages), faults=found)
    assert found == [], pages


def test_the_eye_sees_what_is_small_faint_and_wide(browser: Browser) -> None:
    with lent(browser) as page:
        page.set_viewport_size(SMALL)
        page.set_content("""
        <body style="background: #fff; color: #000"><h1>One</h1>
            <p class="small" style="font-size: 10.9px">Ten</p> <p class="faint" style="color: #777">Grey</p>
        <p style="color: #767676">Dark enough</p> <p style="color: #fff" hidden>Nobody sees this</p>
        <svg class="half" viewBox="0 0 200 20" width="100"><text y="15" font-size="20" fill="#000">Half</text></svg>
        <svg width="50" height="50"><rect class="pale" width="50" height="50" fill="#999"/>
        <text class="on" x="5" y="20" fill="#fff">On it</text></svg>
        <div style="width: 400px">Wide</div></body>""")
        found = by_eye(page)
    assert sorted(found) == [
        "p.faint: text at 4.48 : 1",
        "p.small: text of 10.9 px",
        "rect.pale: a mark at 2.85 : 1",
        "text.on: text at 2.85 : 1",
        "text: text of 10.0 px",
        "the page is 88 px wider than the window",
    ]
