"""What stands beside or above what: one component looks the same on each kind of page that has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from built import AUDIENCES, kinds
from looking import watched
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
WIDEST = AUDIENCES[-1]
DESKTOP, PHONE = 1280, 375
NAMES = "section > :is(h2, h3):not(.m-hidden):has(+ :is(.m-scroll, .m-rows, .m-chart:not(.m-ring)))"
TITLES = "all => [...new Set(all.map(each => getComputedStyle(each).fontSize))]"
AWAY = """all => all.filter(each => {
  const below = each.nextElementSibling.getBoundingClientRect(), own = each.getBoundingClientRect();
  return own.left !== below.left || own.width < below.width;
}).map(each => each.textContent)"""
TORN = """all => all.filter(each => {
  const count = document.createRange();
  count.selectNodeContents(each.nextSibling);
  return each.getClientRects()[0].top + 8 < count.getClientRects()[0].top;
}).map(each => each.textContent)"""
WIDER = "(all, most) => all.filter(each => each.getBoundingClientRect().width > most).map(each => each.textContent)"
NARROWER = (
    "(all, least) => all.filter(each => each.getBoundingClientRect().width < least).map(each => each.textContent)"
)
ALONE = """all => all.filter(each => {
  const rows = [...each.children].map(one => one.getBoundingClientRect().top);
  const counts = [...new Set(rows)].map(row => rows.filter(one => one === row).length);
  return each.children.length > 2 && counts.includes(1);
}).map(each => each.textContent)"""
CUT = "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)"
INSET = "all => all.filter(each => getComputedStyle(each).padding !== '0px').map(each => each.textContent)"


@contextmanager
def visited(browser: Browser, sites: dict[str, Path], homes: dict[str, str], width: int) -> Iterator[Iterator[Page]]:
    """Lend a window in which one page after the other of each kind is open."""
    with watched(browser, homes[WIDEST]) as (page, _):
        page.set_viewport_size({"width": width, "height": 800})

        def pages() -> Iterator[Page]:
            for address in kinds(sites[WIDEST]).values():
                page.goto(homes[WIDEST] + address)
                yield page

        yield pages()


def test_wide_what_is_named_stands_under_its_name(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str]
) -> None:
    """A table as wide as the page has its name above it, not in a column of its own; titles of cards are one size.

    Of those who sign a certificate nobody stands alone in a row.
    """
    away: list[str] = []
    sizes: set[str] = set()
    inset: list[str] = []
    alone: list[str] = []
    with visited(browser, sites, homes, DESKTOP) as pages:
        for page in pages:
            away += page.eval_on_selector_all(
                "section > :is(h2, h3):not(.m-hidden):has(+ :is(.m-scroll, .m-rows, .m-chart:not(.m-ring)))", AWAY
            )
            sizes |= {*page.eval_on_selector_all(".m-card :is(h2, h3)", TITLES)}
            inset += page.eval_on_selector_all("a > code", INSET)
            alone += page.eval_on_selector_all(".m-sheet-by", ALONE)
    assert (away, sizes, inset, alone) == ([], {"18px"}, [], [])


def test_on_a_phone_nothing_is_squeezed_where_there_is_room(
    browser: Browser, sites: dict[str, Path], homes: dict[str, str]
) -> None:
    """A table's caption is read without scrolling, a value keeps its count, a list on a sheet has the sheet's width.

    What is set as it is typed goes on in the next line, since nothing would say that it goes on beyond the edge.
    """
    wider: list[str] = []
    torn: list[str] = []
    narrower: list[str] = []
    cut: list[str] = []
    alone: list[str] = []
    with visited(browser, sites, homes, PHONE) as pages:
        for page in pages:
            wider += page.eval_on_selector_all("caption", WIDER, PHONE - 32)
            torn += page.eval_on_selector_all(".m-indicators td > .m-n", TORN)
            narrower += page.eval_on_selector_all(".m-sheet dd, .m-agenda-table td:nth-child(2)", NARROWER, 184)
            narrower += page.eval_on_selector_all(".m-privacy td:first-child", NARROWER, 128)
            narrower += page.eval_on_selector_all(".m-reference tbody th", NARROWER, 128)
            cut += page.eval_on_selector_all("pre", CUT)
            alone += page.eval_on_selector_all(".m-sheet-by", ALONE)
    assert (wider, torn, narrower, cut, alone) == ([], [], [], [], [])
