"""Charts in a real browser: the drawing that fits is shown, its text is large enough and inside its frame."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import charted
import pytest
from looking import USUAL, WIDEST, lettered
from playwright.sync_api import Browser, Page

STYLE = Path(__file__).parents[2] / "generator/theme/assets/mentoring.css"
pytestmark = pytest.mark.browser

SEEN = """() => [...document.querySelectorAll("svg")].filter(svg => svg.getClientRects().length).map(svg => {
  const frame = svg.getBoundingClientRect(), texts = [...svg.querySelectorAll("text")];
  const scale = frame.width / svg.viewBox.baseVal.width;
  return {
    look: svg.getAttribute("class"), scale,
    smallest: Math.min(99, ...texts.map(text => parseFloat(getComputedStyle(text).fontSize) * scale)),
    outside: texts.filter(text => {
      const box = text.getBoundingClientRect(), over = (low, high) => low < -1 || high < -1;
      const across = over(box.left - frame.left, frame.right - box.right);
      return across || over(box.top - frame.top, frame.bottom - box.bottom);
    }).map(text => text.textContent),
    crossed: texts.filter((text, at) => texts.slice(at + 1).some(other => {
      const one = text.getBBox(), two = other.getBBox();
      const apart = one.x + one.width <= two.x + 1 || two.x + two.width <= one.x + 1;
      return !apart && one.y + 3 < two.y + two.height && two.y + 3 < one.y + one.height;
    })).map(text => text.textContent),
  };
})"""


@pytest.fixture
def charts(tmp_path: Path, served: Callable[[Path], str]) -> str:
    """Serve a page with one of each chart."""
    (tmp_path / "index.html").write_text(charted.page(), encoding="utf-8")
    shutil.copy(STYLE, tmp_path / "mentoring.css")
    return served(tmp_path)


def _opened(browser: Browser, width: int, address: str, direction: str = "ltr", font: str = USUAL) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=True)
    page.goto(address)
    lettered(page, font)
    page.evaluate("way => document.documentElement.dir = way", direction)
    return page


@pytest.mark.parametrize("font", [USUAL, WIDEST])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(("width", "look"), [(1280, "m-draw-wide"), (375, "m-draw-narrow"), (320, "m-draw-narrow")])
def test_the_drawing_that_fits_is_shown_with_readable_text(
    browser: Browser, charts: str, width: int, look: str, direction: str, font: str
) -> None:
    page = _opened(browser, width, charts, direction, font)
    seen = page.evaluate(SEEN)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.close()
    assert len(seen) == len(charted.DRAWN)
    assert [each["look"] for each in seen if each["look"].endswith(("-wide", "-narrow"))] == [f"m-draw {look}"] * 4
    assert [each for each in seen if each["smallest"] < 11] == []
    assert [each["outside"] for each in seen if each["outside"]] == []
    assert [each["crossed"] for each in seen if each["crossed"]] == []
    assert not wide
