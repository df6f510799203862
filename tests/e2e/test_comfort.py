"""As readers set their system: its own colours, wide letters, twice the size, less motion, a keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle, product
from pathlib import Path
from typing import TypedDict

import pytest
from built import AUDIENCES, kinds
from looking import FULLEST, Watch, by_eye, lettered, watched
from looking import WIDEST as WIDE_LETTERS
from playwright.sync_api import Browser, Page, expect

WIDEST = AUDIENCES[-1]
pytestmark = pytest.mark.browser

CONTRAST = """
const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((each) => {
  const part = each / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});
const shade = (colour) => parts(colour).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const ratio = (...two) => {
  const [dark, light] = two.map(shade).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const ground = (element) => {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^rgba.*, 0\\)$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
"""
FRAMES = (
    "() => {"
    + CONTRAST
    + """
  const framed = ".m-chip, :not(.m-columns) > section .m-card, .m-step, .m-doors > li, .m-empty, .m-change, .m-alert,"
    + "input, select, button";
  return [...document.querySelectorAll(framed)].filter((each) => each.checkVisibility()).filter((each) => {
    const style = getComputedStyle(each);
    const sides = ["Top", "Left", "Bottom", "Right"];
    const stands = (colour) => ratio(colour, ground(each)) >= 3;
    const line = (side) => parseFloat(style[`border${side}Width`]) > 0 && stands(style[`border${side}Color`]);
    return !sides.some(line);
  }).map((each) => each.className || each.localName);
}"""
)
FOCUS = (
    "() => {"
    + CONTRAST
    + """
  if (document.activeElement === document.body) return null;
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const lines = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  return {
    name: (at.getAttribute("aria-label") || at.textContent || at.name).trim(), tag: at.localName,
    seen: lines >= 2 && ratio(style.outlineColor, ground(at)) >= 3,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
  };
}"""
)

USED = '"a[href], button, input, select, summary"'
UNSEEN = f"""() => ((places) => [...document.querySelectorAll({USED})].flatMap((each) => {{
  let place = "";
  for (let at = each; at; at = at.parentElement) place += ` ${{at.localName}}.${{at.className}}`;
  if (places.has(place)) return [];
  places.add(place);
  each.focus();
  const at = ({FOCUS})();
  return at && !at.seen ? [at.name] : [];
}}))(new Set())"""
"""After a key a browser shows the focus wherever a script puts it: what all of it looks like takes one question.

Of what stands in the same place by every name and class around it, as the rows of a list do, one is asked.
"""


class Focus(TypedDict):
    """Where a keyboard stands."""

    name: str
    tag: str
    seen: bool
    inside: bool


def tabbed(page: Page, most: int = 400) -> Iterator[Focus]:
    """Press the tabulator from the top of the page to its end; gives each place."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found: Focus | None = page.evaluate(FOCUS)
        if not found:
            return
        yield found


@pytest.fixture
def read(browser: Browser, homes: dict[str, str]) -> Iterator[tuple[Page, Watch]]:
    """Give a page of the coordinators' site, and what watches it."""
    with watched(browser, homes[WIDEST]) as both:
        yield both
    assert both[1].trouble == []


IN_TURN = tuple(zip(FULLEST, cycle(("light", "dark"))))
IN_BOTH = tuple(product(FULLEST, ("light", "dark")))


@pytest.mark.dear
@pytest.mark.parametrize("looks", [IN_TURN, pytest.param(IN_BOTH, marks=pytest.mark.slow)], ids=["in turn", "in both"])
def test_the_systems_own_colours_leave_everything_to_be_seen(
    read: tuple[Page, Watch], sites: dict[str, Path], homes: dict[str, str], looks: tuple[tuple[str, str], ...]
) -> None:
    page, found, pages = read[0], [], kinds(sites[WIDEST])
    for kind, scheme in looks:
        address = pages[kind]
        page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]  # a closed value
        if page.url != homes[WIDEST] + address:
            page.goto(homes[WIDEST] + address)
        page.keyboard.press("Tab")
        found += [f"{kind}, {scheme}: {each}" for each in by_eye(page)]
        found += [f"{kind}, {scheme}: no frame around {each}" for each in page.evaluate(FRAMES)]
        found += [f"{kind}, {scheme}: no focus on {each}" for each in page.evaluate(UNSEEN)]
    assert found == []


def test_what_the_systems_own_colours_make_useless_is_not_shown(
    read: tuple[Page, Watch], homes: dict[str, str]
) -> None:
    page = read[0]
    page.goto(homes[WIDEST] + "/")
    expect(page.locator(".m-theme")).to_be_visible()
    page.emulate_media(forced_colors="active")
    expect(page.locator(".m-theme")).to_be_hidden()


def misfits(read: tuple[Page, Watch], home: str, pages: Mapping[str, str], width: int) -> list[str]:
    """Give what does not hold in wide letters."""
    page, found = read[0], []
    page.set_viewport_size({"width": width, "height": 800})
    for kind, address in pages.items():
        page.goto(home + address)
        lettered(page, WIDE_LETTERS)
        found += [f"{kind}: {each}" for each in by_eye(page)]
    return found


def test_wide_letters_fit_a_phone(read: tuple[Page, Watch], sites: dict[str, Path], homes: dict[str, str]) -> None:
    pages = {kind: address for kind, address in kinds(sites[WIDEST]).items() if kind in FULLEST}
    assert misfits(read, homes[WIDEST], pages, 320) == []


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_wide_letters_fit_every_kind_of_page(
    read: tuple[Page, Watch], sites: dict[str, Path], homes: dict[str, str], width: int
) -> None:
    assert misfits(read, homes[WIDEST], kinds(sites[WIDEST]), width) == []


def test_a_page_at_twice_its_size_fits(browser: Browser, sites: dict[str, Path], homes: dict[str, str]) -> None:
    """A browser that enlarges a page gives it half the width."""
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    page, found = context.new_page(), []
    for kind, address in kinds(sites[WIDEST]).items():
        if kind in FULLEST:
            page.goto(homes[WIDEST] + address)
            found += [f"{kind}: {each}" for each in by_eye(page)]
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            found += [f"{kind}, its text alone: {each}" for each in by_eye(page)]
    context.close()
    assert found == []


MOVES = """() => [...document.querySelectorAll("*")].flatMap((each) => {
  const style = getComputedStyle(each);
  const lasts = Math.max(...style.transitionDuration.split(",").map(parseFloat));
  return lasts ? style.transitionProperty.split(", ").map((name) => `${name} ${lasts}s`) : [];
}).concat(document.getAnimations().map((each) => each.animationName))"""


def test_nothing_moves_for_who_wants_no_motion_and_only_colours_change_for_others(
    read: tuple[Page, Watch], homes: dict[str, str]
) -> None:
    page = read[0]
    page.goto(homes[WIDEST] + "/")
    assert page.evaluate(MOVES) == []
    page.emulate_media(reduced_motion="no-preference")
    assert set(page.evaluate(MOVES)) == {"color 0.15s", "border-color 0.15s"}
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


FURTHER = (("/search/", "dark"), ("/needs/", "light"))


@pytest.mark.parametrize(
    ("address", "scheme"),
    [("/", "dark"), ("/people/", "light"), *(pytest.param(*each, marks=pytest.mark.slow) for each in FURTHER)],
)
def test_a_keyboard_reaches_everything_and_always_shows_where_it_is(
    read: tuple[Page, Watch], homes: dict[str, str], address: str, scheme: str
) -> None:
    page = read[0]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a closed value
    page.goto(homes[WIDEST] + address)
    page.locator(".m-skip").focus()
    reachable = page.evaluate(f"""() => [...document.querySelectorAll({USED})]
        .filter((each) => each.checkVisibility()).length""")
    places = list(tabbed(page))
    assert [at["name"] for at in places if not (at["seen"] and at["inside"])] == []
    assert 1 + len(places) >= reachable


def test_the_menu_opens_is_walked_and_closes_by_keyboard(read: tuple[Page, Watch], homes: dict[str, str]) -> None:
    page = read[0]
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(homes[WIDEST] + "/")
    page.locator(".m-brand").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "Menu"
    page.keyboard.press("Enter")
    expect(page.locator("#__menu")).to_be_visible()
    walked = []
    for _ in range(3):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUS))
    assert [at["name"] for at in walked] == ["Close", "Needs you now", "Home"]
    assert all(at["seen"] and at["inside"] for at in walked)
    page.keyboard.press("Escape")
    expect(page.locator("#__menu")).to_be_hidden()
    assert page.evaluate(FOCUS)["name"] == "Menu"


def test_the_directory_is_filtered_by_keyboard(read: tuple[Page, Watch], homes: dict[str, str]) -> None:
    page = read[0]
    page.goto(homes[WIDEST] + "/people/")
    rows = page.locator(".m-rows > li")
    everybody = rows.count()
    page.get_by_label("Name, department, or a word").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["seen"]
    page.keyboard.press("ArrowDown")
    expect(page.locator("article form output")).to_contain_text(f"of {everybody}")
    assert 0 < rows.count() < everybody
    for _ in range(6):
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "Show all"
    page.keyboard.press("Enter")
    expect(rows).to_have_count(everybody)


def test_what_scrolls_sideways_is_reached_by_keyboard_also_once_it_is_folded_out(
    read: tuple[Page, Watch], homes: dict[str, str]
) -> None:
    page = read[0]
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(homes[WIDEST] + "/privacy/")
    folded = page.locator("details:has(.m-scroll)").first
    table = folded.locator(".m-scroll")
    expect(table).to_be_hidden()
    folded.locator("summary").click()
    assert table.evaluate("(box) => box.scrollWidth > box.clientWidth")
    expect(table).to_have_attribute("tabindex", "0")
    page.keyboard.press("Tab")
    expect(table).to_be_focused()
