"""The coordinators' page in a browser and on paper; and the whole way: an entry, its file, a build without it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from browsing import lent
from looking import USUAL, WIDEST, lettered
from once import once
from playwright.sync_api import Browser, Page
from repositories import commit, mentoring_here

from generator.publish import plugin
from generator.publish.prepare import Prepared, prepare

ROOT = Path(__file__).parents[2]
DAYS = {"two": date(2026, 7, 24), "nine": date(2026, 8, 18)}
"""Days of the bundled programme on which so many entries stand there, as long as nobody records anything."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the bundled programme for coordinators as of both days."""

    def make(out: Path) -> None:
        for name, day in DAYS.items():
            (out / name).mkdir()
            ready = prepare(ROOT, "coordinators", day)
            assert isinstance(ready, Prepared)
            plugin.run(ready, out / name, searched=False)

    out = once(tmp_path_factory, "desks", make)
    return {name: out / name for name in DAYS}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of the browser that all tests share."""
    with lent(browser) as page:
        yield page


@pytest.mark.browser
@pytest.mark.parametrize("name", DAYS)
def test_no_part_of_the_printed_desk_begins_in_one_column_and_ends_in_the_other(
    page: Page, sites: dict[str, Path], served: Callable[[Path], str], name: str
) -> None:
    page.goto(served(sites[name]) + "/needs/")
    assert page.locator(".m-also").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".m-also").is_visible()  # files that nobody can open from paper
    for width in range(620, 760, 20):  # as wide as the columns of paper, and a little more and less
        page.set_viewport_size({"width": width, "height": 1000})
        torn = "all => all.filter(each => each.getClientRects().length > 1).map(each => each.textContent)"
        assert page.eval_on_selector_all(".m-desk > section", torn) == []


@pytest.mark.browser
@pytest.mark.parametrize("font", [USUAL, WIDEST])
@pytest.mark.parametrize("name", DAYS)
def test_the_desk_is_printed_on_one_sheet(
    page: Page, sites: dict[str, Path], served: Callable[[Path], str], name: str, font: str
) -> None:
    page.goto(served(sites[name]) + "/needs/")
    lettered(page, font)
    assert page.locator(".m-needs > li").count() == {"two": 2, "nine": 9}[name]
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


@pytest.mark.browser
def test_it_comes_first_in_the_menu_and_its_first_entries_on_the_first_page(
    page: Page, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    page.goto(served(sites["nine"]) + "/")
    assert page.locator("nav[aria-label='Main'] li a").first.text_content() == "Needs you now"
    assert page.locator("section:has(> #needs) li").count() == 3
    page.locator("#needs a").click()
    assert page.locator("h1").text_content() == "Needs you now"
    assert page.locator("nav[aria-label='Main'] a[aria-current]").all_text_contents() == ["Needs you now"]


@pytest.mark.browser
def test_a_note_is_unfolded_and_holds_all_of_it(
    page: Page, sites: dict[str, Path], served: Callable[[Path], str]
) -> None:
    page.goto(served(sites["two"]) + "/needs/")
    note = page.locator(".m-draft pre").first
    assert not note.is_visible()
    page.locator(".m-draft summary").first.click()
    assert note.inner_text().startswith(
        "Hello Tariq Benhaddou and Leticia Barros,\n\nThe last two dates did not work out."
    )


def test_a_desk_stays_light(sites: dict[str, Path]) -> None:
    sizes = [len(gzip.compress((site / "needs/index.html").read_bytes())) for site in sites.values()]
    assert max(sizes) <= 12_000


def test_an_entry_leads_to_a_file_and_is_gone_once_that_is_mended(repository: Path, tmp_path: Path) -> None:
    """Pair-03 planned session 4 for 14 April; on the 20th nobody has written whether it took place."""
    said = []
    file = repository / "pairs/2026-spring/pair-03/sessions/04.yml"
    for number in range(2):
        out = tmp_path / str(number)
        asked = "build --no-search --audience coordinators --as-of 2026-04-20 --out".split()
        done = mentoring_here(*asked, str(out), cwd=repository)
        assert done.returncode == 0, done.stderr
        said.append((out / "needs/index.html").read_text())
        file.write_text(file.read_text().replace("status: planned", "status: missed\nreason: travel"))
        commit(repository, "it did not take place")
    assert "Session 04 is not recorded 6 days after its date; 3 are expected" in said[0]
    assert "pairs/2026-spring/pair-03/sessions/04.yml:3" in said[0]
    assert "Session 04 is not recorded" not in said[1]
