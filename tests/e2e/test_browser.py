"""The bundled programme's site in a real browser: nothing from outside, no errors, no overflow, no dead link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from browsing import FLAGS, MISSING, chromium
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from repositories import mentoring

ROOT = Path(__file__).parents[2]
LINK = re.compile(r'(?:href|src)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
REDIRECT = 'http-equiv="refresh"'
SHEET = re.compile(r"/pairs/[^/]+/[^/]+/(room/)?|/agendas/[^/]+/")
AUDIENCES = ("organisation", "cohort", "coordinators")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the browser once for all tests of this file; where there is none they fail and say what to install."""
    found = chromium()
    if found is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the bundled programme for each audience."""
    out = tmp_path_factory.mktemp("sites")
    for audience in AUDIENCES:
        done = mentoring("build", "--audience", audience, "--out", str(out / audience), cwd=ROOT)
        assert done.returncode == 0, done.stderr
    return {audience: out / audience for audience in AUDIENCES}


def addresses(site: Path) -> list[str]:
    """List the addresses of a built site."""
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return ["/" if page == "." else f"/{page}/" for page in pages]


def kinds(site: Path) -> list[str]:
    """Choose one page of each kind: the first of each shape of address, found from the build, never listed by hand."""
    found: dict[str, str] = {}
    for address in addresses(site):
        shape = re.sub(r"\d+", "0", re.sub(r"[a-z-]*\d[a-z0-9-]*", "0", address))
        parts = shape.strip("/").split("/")
        shape = "/".join([parts[0], *("*" for _ in parts[1:-1]), parts[-1] if parts[-1] in ("0", "room") else "*"])
        found.setdefault(f"{len(parts)}{shape}", address)
    return list(found.values())


class Watch:
    """Notes what a page asks for and complains of."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        """Listen to every page of a context."""
        self.trouble: list[str] = []
        context.on("request", lambda request: request.url.startswith((home, "data:")) or self.note("asks", request.url))
        context.on("console", lambda said: said.type in ("error", "warning") and self.note("console", said.text))
        context.on("weberror", lambda error: self.note("script", str(error.error)))

    def note(self, what: str, detail: str) -> None:
        """Keep one complaint."""
        self.trouble.append(f"{what}: {detail}")


def overflows(page: Page) -> bool:
    """Tell whether a page can be scrolled sideways."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_kind_of_page_is_quiet_and_fits(
    browser: Browser, sites: dict[str, Path], served: Callable[[Path], str], audience: str
) -> None:
    home = served(sites[audience])
    trouble = []
    for width, scheme, script in ((1280, "light", True), (375, "dark", True), (320, "light", False)):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script  # type: ignore[arg-type]  # a closed value
        )  # fmt: skip
        watch = Watch(context, home)
        page = context.new_page()
        for address in kinds(sites[audience]):
            page.goto(home + address)
            assert page.locator("h1").count() == 1, address
            if overflows(page):
                trouble.append(f"{address} overflows at {width}")
        trouble += watch.trouble
        context.close()
    assert trouble == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_link_of_the_built_site_lands(sites: dict[str, Path], audience: str) -> None:
    site = sites[audience]
    ids = {address: set(ID.findall((site / address[1:] / "index.html").read_text())) for address in addresses(site)}
    dead = []
    for address in ids:
        for link in LINK.findall((site / address[1:] / "index.html").read_text()):
            target, anchor = urldefrag(urljoin(address, link.replace("&amp;", "&")))
            if target.startswith(("http:", "https:", "mailto:", "data:")):
                continue
            there = site / target[1:]
            if not (there / "index.html").is_file() and not there.is_file():
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
    browser: Browser, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served(sites["cohort"]) + "/posts/" + next((sites["cohort"] / "posts").iterdir()).name + "/")
    entries = page.locator("nav[aria-label='Main'] li a").all_text_contents()
    assert entries == ["Home", "Roadmaps", "Threads", "People", "Communities", "Progress", "How to"]
    context.close()


def test_the_first_tab_skips_to_the_content(
    browser: Browser, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served(sites["organisation"]) + "/threads/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    context.close()


def test_every_pair_room_and_agenda_is_printed_on_one_sheet(
    browser: Browser, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    home, context = served(sites["cohort"]), browser.new_context()
    page, longer = context.new_page(), []
    for address in addresses(sites["cohort"]):
        if SHEET.fullmatch(address):
            page.goto(home + address)
            sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
            longer += [address] * (sheets != 1)
    context.close()
    assert longer == []


def test_a_certificate_is_one_landscape_sheet(
    browser: Browser, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    home, context = served(sites["coordinators"]), browser.new_context()
    page, sheets = context.new_page(), {}
    for address in addresses(sites["coordinators"]):
        if address.startswith("/certificates/"):
            page.goto(home + address)
            boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
            sheets[address] = [float(wide) > float(high) for wide, high in boxes]
    context.close()
    assert sheets
    assert {address: found for address, found in sheets.items() if found != [True]} == {}


def test_the_narrowest_head_is_one_row(browser: Browser, sites: dict[str, Path], served: Callable[[Path], str]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 600})
    page = context.new_page()
    page.goto(served(sites["cohort"]) + "/")
    middles = {
        round(box["y"] + box["height"] / 2)
        for part in (".m-brand", ".m-menu", ".m-theme")
        if (box := page.locator(part).bounding_box())
    }
    context.close()
    assert len(middles) == 1


def test_dark_follows_the_system_without_a_script(
    browser: Browser, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=False)  # type: ignore[arg-type]  # a closed value
        page = context.new_page()
        page.goto(served(sites["organisation"]) + "/")
        shades[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        context.close()
    assert shades == {"light": "rgb(253, 252, 250)", "dark": "rgb(18, 21, 28)"}
