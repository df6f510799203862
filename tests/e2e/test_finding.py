"""Finding things in a real browser: the search, the directory's filters, and both without a script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import programmes
import pytest
from browsing import lent
from playwright.sync_api import Browser, Page, expect

from generator.pages import people
from generator.publish import plugin
from generator.publish.prepare import Prepared, prepare

MOST = 300_000
"""How many bytes the first query may load, with nothing remembered."""
TITLE = re.compile(r"<h1>(.*?)</h1>")
ALL = """async (titles) => {
  const pagefind = await import("./pagefind/pagefind.js");
  const lost = [];
  for (const [address, title] of titles) {
    const answer = await pagefind.search(title);
    const found = await Promise.all(answer.results.slice(0, 10).map((each) => each.data()));
    if (!found.some((each) => each.url === address)) lost.push([address, title, found.map((each) => each.url)]);
  }
  return lost;
}"""
pytestmark = pytest.mark.browser


@pytest.fixture
def site(sites: dict[str, Path]) -> Path:
    """Give the bundled programme's site for those who take part."""
    return sites["cohort"]


@pytest.fixture
def home(homes: dict[str, str]) -> str:
    """Give the address where it is served with the headers it has beside it."""
    return homes["cohort"]


class Reader:
    """One reader: what their page asked for, how many bytes came, and what it complained of."""

    def __init__(self, page: Page, home: str) -> None:
        """Listen to a page."""
        self.page, self.home = page, home
        self.asked: list[str] = []
        self.trouble: list[str] = []
        self._listeners = {
            "request": lambda request: self.asked.append(request.url.removeprefix(home)),
            "console": lambda said: self.trouble.append(said.text),
            "pageerror": lambda error: self.trouble.append(str(error)),
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]  # one of the names it has

    def leave(self) -> None:
        """Listen no longer."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)

    def open(self, address: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(self.home + address)
        return self.page


@contextmanager
def reading(browser: Browser, home: str, width: int = 1280) -> Iterator[Reader]:
    """Give a reader with a window of this width, who leaves without a complaint."""
    with lent(browser) as page:
        page.set_viewport_size({"width": width, "height": 800})
        found = Reader(page, home)
        yield found
        found.leave()
    assert found.trouble == []


@pytest.fixture
def reader(browser: Browser, home: str) -> Iterator[Reader]:
    """Give a reader with a wide window."""
    with reading(browser, home) as found:
        yield found


def test_words_are_found_announced_and_reached_by_keyboard(reader: Reader) -> None:
    page = reader.open("/search/")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.type("larder scanners")
    page.keyboard.press("Enter")
    said = page.get_by_role("status")
    expect(said).to_have_text(re.compile(r"^[0-9]+ pages? with “larder scanners”\.$"))
    first = page.locator(".m-results a").first
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    target = first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    page.go_back()
    expect(page.locator(".m-results li").first).to_be_visible()
    assert page.url.endswith("/search/?q=larder+scanners")


def test_an_answer_can_be_narrowed_and_linked(reader: Reader) -> None:
    page = reader.open("/search/?q=prompt")
    expect(page.get_by_role("status")).to_contain_text("with “prompt”")
    all_of_them = page.get_by_role("status").text_content()
    page.get_by_label("What").select_option("Posts")
    expect(page.get_by_role("status")).not_to_have_text(all_of_them or "")
    assert page.url.endswith("/search/?q=prompt#kind=Posts")
    narrowed = page.get_by_role("status").text_content()
    links = page.locator(".m-results a").evaluate_all("links => links.map(link => link.pathname)")
    assert links
    assert all(link.startswith("/posts/") for link in links)
    again = reader.page.context.new_page()
    again.goto(f"{reader.home}/search/?q=prompt#kind=Posts")
    expect(again.get_by_role("status")).to_have_text(narrowed or "")
    again.close()


def test_what_is_not_there_is_said_with_a_way_on(reader: Reader) -> None:
    page = reader.open("/search/?q=xylophone")
    expect(page.get_by_role("status")).to_contain_text("Nothing with “xylophone” here.")
    assert page.locator(".m-results li").count() == 0


def test_many_results_come_ten_at_a_time_and_focus_goes_to_the_next(reader: Reader) -> None:
    page = reader.open("/search/?q=session")
    more = page.get_by_role("button", name="Show 10 more")
    expect(more).to_be_visible()
    more.click()
    expect(page.locator(".m-results li")).to_have_count(20)
    expect(page.locator(".m-results li:nth-child(11) a")).to_be_focused()


@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.slow)], ids=["every twelfth", "all"])
def test_every_page_is_found_by_its_title(reader: Reader, site: Path, every: int) -> None:
    titles = []
    for path in sorted(site.rglob("index.html")):
        found = TITLE.search(path.read_text())
        address = f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        if found and address not in ("/", "/search/"):
            titles.append([address, re.sub(r"&#?\w+;|<[^>]*>", " ", found[1])])
    assert len(titles) > 250
    page = reader.open("/search/?q=prompt")  # what has answered once is set up
    expect(page.locator(".m-results li")).to_have_count(10)
    lost = page.evaluate(ALL, titles[::every])
    assert lost == []


def test_the_first_query_is_light(reader: Reader) -> None:
    """What other tests have loaded is forgotten: a page is lent as if it had just been opened."""
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page = reader.open("/search/?q=prompt")
    expect(page.locator(".m-results li")).to_have_count(10)
    page.wait_for_load_state("networkidle")
    assert 100_000 < sum(sizes) <= MOST


def test_no_other_page_loads_a_byte_of_it(reader: Reader, site: Path) -> None:
    """All pages have the same script; what else a page loads stands in it."""
    for address in ("/", "/people/", f"/posts/{min((site / 'posts').iterdir()).name}/"):
        reader.open(address)
    assert [asked for asked in reader.asked if asked.startswith("/search/") or "search.js" in asked] == []
    for path in site.rglob("*.html"):
        for word in ("wasm-unsafe-eval", "search.js"):
            assert (word in path.read_text()) == (path.parent == site / "search"), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_window_holds_box_filters_and_results(browser: Browser, home: str, scheme: str) -> None:
    with reading(browser, home, 320) as reader:
        reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a closed value
        for address, row in (("/search/?q=prompt", ".m-results li"), ("/people/#role=mentor", "#people li")):
            page = reader.open(address)
            expect(page.locator(row).first).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") == 320, address


def test_without_a_script_there_are_lists_and_no_box(browser: Browser, home: str) -> None:
    with lent(browser, script=False) as page:
        for address in ("/search/", "/people/"):
            page.goto(home + address)
            assert page.locator("form:visible").count() == 0, address
        assert page.locator("#people li:visible").count() > 20
        page.get_by_role("navigation", name="Parts of this list").get_by_role("link", name="Lisbon time").click()
        assert page.url.endswith("/people/by/zone/europe-lisbon/")
        assert page.locator("h1").text_content() == "People: Lisbon time"


def shown(page: Page) -> list[str]:
    return page.locator("#people li:visible h2").all_text_contents()


def test_the_directory_is_narrowed_sorted_and_linked(reader: Reader) -> None:
    page = reader.open("/people/")
    everybody = shown(page)
    page.get_by_label("Role").select_option("mentor")
    page.get_by_label("Time zone").select_option("europe-lisbon")
    some = shown(page)
    assert 0 < len(some) < len(everybody)
    assert page.url.endswith("/people/#role=mentor&zone=europe-lisbon")
    expect(page.get_by_role("status")).to_have_text(f"{len(some)} of {len(everybody)} shown")
    assert all("Mentor" in row and "Lisbon" in row for row in page.locator("#people li:visible").all_text_contents())
    page.evaluate("location.hash = '__skip'")
    assert shown(page) == some, "a place on the page is no filter"
    page.get_by_label("Name, department, or a word").fill("no such word")
    expect(page.get_by_role("status")).to_have_text(f"0 of {len(everybody)} shown")
    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("status")).to_have_text(f"{len(everybody)} people, shown as they agreed.")
    assert shown(page) == everybody
    assert page.url.endswith("/people/")
    page.get_by_label("Sorted by").select_option("department")
    departments = page.locator("#people [data-department]").all_text_contents()
    assert departments == sorted(departments, key=str.casefold)
    assert shown(page) != everybody
    page.goto(f"{reader.home}/people/#role=mentor&zone=europe-lisbon")
    page.reload()
    assert shown(page) == some
    assert page.get_by_label("Time zone").input_value() == "europe-lisbon"


def test_a_fragment_that_asks_for_what_is_not_there_shows_everybody(reader: Reader) -> None:
    page = reader.open("/people/#role=wizard&colour=blue")
    assert len(shown(page)) > 20
    assert page.get_by_label("Role").input_value() == ""


def test_the_filters_reach_the_further_pages_of_a_long_list(
    browser: Browser, served: Callable[[Path], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "SIZE", 3)
    prepared = prepare(programmes.HEALTHY, "cohort", None)
    assert isinstance(prepared, Prepared)
    plugin.run(prepared, tmp_path / "site", searched=False)
    assert not (tmp_path / "site/search/pagefind").exists()
    assert not re.search("search.js|wasm", (tmp_path / "site/search/index.html").read_text())
    with reading(browser, served(tmp_path / "site")) as reader:
        page = reader.open("/people/")
        assert len(shown(page)) == 3
        page.get_by_label("Role").select_option("mentee")
        mentees = [person for person in prepared.view.people if person.role in ("mentee", "both")]
        expect(page.get_by_role("status")).to_have_text(f"{len(mentees)} of {len(prepared.view.people)} shown")
        assert shown(page) == [person.name for person in mentees]
        assert page.locator(".m-pager:visible").count() == 0
        page.locator("#people a").last.click()
        page.wait_for_url(f"**{mentees[-1].address}")
