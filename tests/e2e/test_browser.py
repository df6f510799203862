"""The bundled site as a whole: no dead link, nothing far away, paper, keyboard, colours without a script."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from browsing import lent
from built import AUDIENCES
from looking import WIDEST, lettered
from playwright.sync_api import Browser

LINK = re.compile(r'(?:href|src)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
REDIRECT = 'http-equiv="refresh"'
SHEETS = (r"/pairs/[^/]+/[^/]+/", r"/pairs/[^/]+/[^/]+/room/", r"/agendas/[^/]+/")
SOME_OR_ALL = pytest.mark.parametrize("most", [2, pytest.param(None, marks=pytest.mark.slow)], ids=["fullest", "all"])
"""What is fullest runs over first: those are printed each time, all of them by the slow tests."""
pytestmark = pytest.mark.browser


def addresses(site: Path) -> list[str]:
    """List the addresses of a built site."""
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return ["/" if page == "." else f"/{page}/" for page in pages]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_link_of_the_built_site_lands(sites: dict[str, Path], audience: str) -> None:
    site = sites[audience]
    texts = {address: (site / address[1:] / "index.html").read_text() for address in addresses(site)}
    ids = {address: set(ID.findall(text)) for address, text in texts.items()}
    files = {f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()}
    files |= {address.rstrip("/") for address in texts} | {*texts}
    dead = []
    for address, text in texts.items():
        for link in sorted({*LINK.findall(text)}):
            target, anchor = urldefrag(urljoin(address, link.replace("&amp;", "&")))
            if target.startswith(("http:", "https:", "mailto:", "data:")):
                continue
            if target not in files:
                dead.append(f"{address} → {link}")
            elif anchor and target in ids and anchor not in ids[target]:
                dead.append(f"{address} → {link} (no such place)")
    assert dead == []


def test_everything_is_three_steps_from_home(sites: dict[str, Path]) -> None:
    site = sites["cohort"]
    near, seen = {"/"}, {"/"}
    for _ in range(3):
        links = {
            urldefrag(urljoin(address, link)).url
            for address in near
            for link in LINK.findall((site / address[1:] / "index.html").read_text())
            if not link.startswith(("http", "mailto", "data"))
        }
        near = {link for link in links if (site / link[1:] / "index.html").is_file()} - seen
        seen |= near
    pages = {address for address in addresses(site) if REDIRECT not in (site / address[1:] / "index.html").read_text()}
    assert pages - seen == set()


def test_a_room_is_the_same_404_as_a_page_that_never_was(sites: dict[str, Path]) -> None:
    site = sites["organisation"]
    assert not [path for path in site.rglob("*") if "room" in path.parts or "sessions" in path.parts]
    text = (site / "404.html").read_text()
    assert "There is no page here for this audience" in text


def test_the_navigation_holds_the_seven_entries_only(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str]
) -> None:
    with lent(browser) as page:
        page.goto(homes["cohort"] + "/posts/" + next((sites["cohort"] / "posts").iterdir()).name + "/")
        entries = page.locator("nav[aria-label='Main'] li a").all_text_contents()
    assert entries == ["Home", "Roadmaps", "Threads", "People", "Communities", "Progress", "How to"]


def test_the_first_tab_skips_to_the_content(browser: Browser, homes: dict[str, str]) -> None:
    with lent(browser) as page:
        page.goto(homes["organisation"] + "/threads/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"


def fullest(site: Path, form: str, most: int | None) -> list[str]:
    """Give the addresses of this form with most on their pages: so many, or all."""
    found = [address for address in addresses(site) if re.fullmatch(form, address)]
    return sorted(found, key=lambda at: -(site / at[1:] / "index.html").stat().st_size)[:most]


@pytest.mark.parametrize("form", SHEETS)
@SOME_OR_ALL
def test_every_pair_room_and_agenda_is_printed_on_one_sheet_in_a_wide_font_too(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], form: str, most: int | None
) -> None:
    sheets = {}
    with lent(browser) as page:
        for address in fullest(sites["cohort"], form, most):
            page.goto(homes["cohort"] + address)
            lettered(page, WIDEST)
            sheets[address] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert sheets
    assert {address: count for address, count in sheets.items() if count != 1} == {}


@SOME_OR_ALL
def test_a_certificate_is_one_landscape_sheet(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str], most: int | None
) -> None:
    sheets = {}
    with lent(browser) as page:
        for address in fullest(sites["coordinators"], r"/certificates/.+", most):
            page.goto(homes["coordinators"] + address)
            boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
            sheets[address] = [float(wide) > float(high) for wide, high in boxes]
    assert sheets
    assert {address: found for address, found in sheets.items() if found != [True]} == {}


def test_the_narrowest_head_is_one_row(browser: Browser, homes: dict[str, str]) -> None:
    with lent(browser) as page:
        page.set_viewport_size({"width": 320, "height": 600})
        page.goto(homes["cohort"] + "/")
        middles = {
            round(box["y"] + box["height"] / 2)
            for part in (".m-brand", ".m-menu", ".m-theme")
            if (box := page.locator(part).bounding_box())
        }
    assert len(middles) == 1


def test_dark_follows_the_system_without_a_script(browser: Browser, homes: dict[str, str]) -> None:
    shades = {}
    with lent(browser, script=False) as page:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a closed value
            page.goto(homes["organisation"] + "/")
            shades[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert shades == {"light": "rgb(253, 252, 250)", "dark": "rgb(18, 21, 28)"}
