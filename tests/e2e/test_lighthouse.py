"""Lighthouse over every kind of page: accessibility, best practices and search at 100; speed is reported, not judged.

Of its audits only `is-crawlable` is skipped: the site is internal and tells search engines so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import marks
import pytest
from browsing import MISSING, chromium
from built import AUDIENCES, kinds
from playwright.sync_api import BrowserType
from recording import SPEED, Record, tell

WIDEST = AUDIENCES[-1]
"""The audience whose site has a page of every kind."""
JUDGED = ("accessibility", "best-practices", "seo")
pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(autouse=True)
def installed() -> None:
    """Fail where Lighthouse is not installed, and say how to install it."""
    if not marks.PACKAGE.is_dir():
        pytest.fail(marks.MISSING)


@pytest.fixture
def port(browser_type: BrowserType) -> Iterator[int]:
    """Start a browser of Lighthouse's own; gives the port it listens on."""
    found = chromium()
    if found is None:
        pytest.fail(MISSING)
    with marks.listening(browser_type, found) as number:
        yield number


@pytest.mark.parametrize("form", ["mobile", "desktop"])
def test_every_kind_of_page_has_full_marks(
    port: int, sites: dict[str, Path], homes: dict[str, str], form: str, record_property: Record
) -> None:
    pages = {kind: address for kind, address in kinds(sites[WIDEST]).items() if kind != "missing"}  # a 404 has no marks
    found = marks.judged(port, [homes[WIDEST] + address for address in pages.values()], form)
    each_kind = dict(zip(pages, found["pages"], strict=True))
    lost = [f"{kind}, {form}: {each}" for kind, page in each_kind.items() for each in page["lost"]]
    speed = min(page["scores"]["performance"] for page in each_kind.values())
    record_property(SPEED, f"{form}: {speed} at least")
    tell(record_property, "lighthouse", {"Lighthouse": found["version"]}, pages, looks=len(pages), faults=lost)
    assert lost == []
    assert {page["scores"][each] for page in each_kind.values() for each in JUDGED} == {100}
