"""Built sites in other languages: what the document says of itself, and pages from right to left on a narrow screen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import tongues
from playwright.sync_api import Browser
from repositories import commit, mentoring

from generator.publish import plugin
from generator.publish.prepare import Prepared, prepare


def spoken(root: Path, tag: str) -> Path:
    """Put a programme into a language."""
    for path, text in tongues.settings(tag).items():
        (root / path).write_text(str(text))
    commit(root, f"the language is {tag}")
    return root


def documents(site: Path) -> dict[str, str]:
    """Give the pages of a built site."""
    return {path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*.html"))}


def test_a_german_site_says_so_in_every_document(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = mentoring("build", "--audience", "cohort", "--out", str(out), cwd=spoken(repository, "de"))
    assert done.returncode == 0, done.stderr
    found = documents(out)
    assert {path for path, text in found.items() if '<html lang="de" dir="ltr"' not in text} == set()
    assert 'aria-label="Hauptnavigation"' in found["index.html"]
    assert ">So geht\u2019s<" in found["index.html"]
    assert ">Nichts unter dieser Adresse<" in found["404.html"]
    assert list(json.loads((out / "search/pagefind/pagefind-entry.json").read_text())["languages"]) == ["de"]


def test_the_plain_tree_says_the_same(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "tree"
    done = mentoring("compile", "--audience", "cohort", "--out", str(out), cwd=spoken(repository, "de"))
    assert done.returncode == 0, done.stderr
    settings = (out / "mkdocs.yml").read_text()
    assert '  language: "de"\n  direction: "ltr"\n' in settings
    assert '"menu": "Menü"' in settings
    assert '  - "So geht\u2019s": handbook/index.md\n' in settings


@pytest.mark.browser
def test_a_site_from_right_to_left_fits_the_narrowest_screen(
    browser: Browser, repository: Path, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    out = tmp_path / "site"
    out.mkdir()
    with tongues.arabic():
        ready = prepare(spoken(repository, "ar"), "cohort", None)
        assert isinstance(ready, Prepared)
        plugin.run(ready, out, searched=False)
    home = served(out)
    found = documents(out)
    assert {path for path, text in found.items() if '<html lang="ar" dir="rtl"' not in text} == set()
    page = browser.new_page(viewport={"width": 320, "height": 800})
    wide = []
    for path in kinds(found):
        page.goto(f"{home}/{path.removesuffix('index.html')}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{home}/")
    brand, search = (page.locator(name).bounding_box() for name in (".m-brand", ".m-glass"))
    assert brand
    assert search
    assert brand["x"] > search["x"], "what comes first stands at the right"


def kinds(found: dict[str, str]) -> list[str]:
    """Choose one page of each kind, by the class of its article."""
    chosen: dict[str, str] = {}
    for path, text in found.items():
        kind = re.search(r'<article class="([^"]+)"', text)
        if kind and path != "404.html":
            chosen.setdefault(kind[1], path)
    return list(chosen.values())
