"""Charts in a real browser: the drawing that fits is shown, its text is large enough and inside its frame."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import charted
import pytest
from browsing import lent, serving
from looking import USUAL, WIDEST, lettered
from playwright.sync_api import Browser

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


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page with one of each chart."""
    folder = tmp_path_factory.mktemp("charts")
    (folder / "index.html").write_text(charted.page(), encoding="utf-8")
    shutil.copy(STYLE, folder / "mentoring.css")
    with serving(folder) as home:
        yield home


@pytest.mark.parametrize(("width", "look"), [(1280, "m-draw-wide"), (375, "m-draw-narrow"), (320, "m-draw-narrow")])
def test_the_drawing_that_fits_is_shown_with_readable_text(
    browser: Browser, charts: str, width: int, look: str
) -> None:
    """From left to right and from right to left, in a font of usual width and in the widest."""
    with lent(browser) as page:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(charts)
        for font, direction in product((USUAL, WIDEST), ("ltr", "rtl")):
            lettered(page, font)
            page.evaluate("way => document.documentElement.dir = way", direction)
            seen = page.evaluate(SEEN)
            named = [each["look"] for each in seen if each["look"].endswith(("-wide", "-narrow"))]
            assert named == [f"m-draw {look}"] * 4
            assert len(seen) == len(charted.DRAWN)
            faults = [each for each in seen if each["smallest"] < 11 or each["outside"] or each["crossed"]]
            assert (font, direction, faults) == (font, direction, [])
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
