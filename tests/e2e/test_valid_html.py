"""Every page is valid HTML by html-validate, and pages that hold every element quickly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built import AUDIENCES, files, holding_all, kinds
from looking import FULLEST
from recording import Record, tell
from validator import MISSING, PACKAGE, faults, version


@pytest.fixture(autouse=True)
def installed() -> None:
    """Fail where the validator is not installed, and say how to install it."""
    if not PACKAGE.is_dir():
        pytest.fail(MISSING)


def test_pages_that_hold_every_element_are_valid(sites: dict[str, Path]) -> None:
    site = sites[AUDIENCES[-1]]
    pages, held = files(site), kinds(site)
    assert faults(pages[held[kind]] for kind in sorted(holding_all(site, FULLEST))) == []


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_page_is_valid(sites: dict[str, Path], audience: str, record_property: Record) -> None:
    pages = files(sites[audience])
    found = faults(pages.values())
    told = {re.sub(r"^.*?:\d+: ", "", each) for each in found}
    tell(record_property, "html", {"html-validate": version()}, kinds(sites[audience]), looks=len(pages), faults=told)
    assert found == []


def test_an_invalid_page_is_told(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p id="a"><p id="a"></body></html>'
    )
    assert any(": no-dup-id: " in fault for fault in faults([page]))
