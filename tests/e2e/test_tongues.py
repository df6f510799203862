"""Built sites in other languages: what the document says of itself, long words, and pages from right to left."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import looking
import pytest
import tongues
from browsing import lent
from built import kinds
from looking import FULLEST, Look
from once import once
from playwright.sync_api import Browser
from repositories import commit, copied, mentoring_here

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
    done = mentoring_here("build", "--audience", "cohort", "--out", str(out), cwd=spoken(repository, "de"))
    assert done.returncode == 0, done.stderr
    found = documents(out)
    assert {path for path, text in found.items() if '<html lang="de" dir="ltr"' not in text} == set()
    assert 'aria-label="Hauptnavigation"' in found["index.html"]
    assert ">So geht\u2019s<" in found["index.html"]
    assert ">Nichts unter dieser Adresse<" in found["404.html"]
    assert list(json.loads((out / "search/pagefind/pagefind-entry.json").read_text())["languages"]) == ["de"]


def test_the_plain_tree_says_the_same(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "tree"
    done = mentoring_here("compile", "--audience", "cohort", "--out", str(out), cwd=spoken(repository, "de"))
    assert done.returncode == 0, done.stderr
    settings = (out / "mkdocs.yml").read_text()
    assert '  language: "de"\n  direction: "ltr"\n' in settings
    assert '"menu": "Menü"' in settings
    assert '  - "So geht\u2019s": handbook/index.md\n' in settings


UNUSED = tuple(look for look in looking.WHOLE if look.opened != "in use")
"""Every state but forms in use: these sites are built without the index that the search would look in."""


@pytest.fixture(scope="session")
def translated(committed: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build the coordinators' site, which has every kind of page, in a language."""

    def build(tag: str) -> Path:
        def make(out: Path) -> None:
            with tongues.arabic():
                ready = prepare(spoken(copied(committed, out / "programme"), tag), "coordinators", None)
                assert isinstance(ready, Prepared)
                plugin.run(ready, out / "site", searched=False)

        return once(tmp_path_factory, tag, make) / "site"

    return build


@pytest.mark.dear
@pytest.mark.browser
@pytest.mark.parametrize(("tag", "scheme"), [("de", "dark"), ("ar", "light")])
def test_long_words_and_right_to_left_hold_on_a_narrow_screen(
    browser: Browser,
    translated: Callable[[str], Path],
    served: Callable[[Path], str],
    tag: str,
    scheme: Literal["light", "dark"],
) -> None:
    """Words of another length or direction move what stands beside them: the eye sees every component in both.

    The eye sees what is not among the fullest in one of the two languages, in turn; axe sees some of the fullest in
    each. Contrast is the same in every language.
    """
    site, turn, look = translated(tag), tag == "ar", Look(scheme, 320, "unfolded")
    home, pages = served(site), kinds(site)
    judged = {kind: pages[kind] for kind in FULLEST[turn::4]}
    others = dict(sorted(pages.items() - {kind: pages[kind] for kind in FULLEST}.items())[turn::2])
    found = looking.seen(browser, home, judged, (look,), "all but contrast")
    glanced = looking.glanced(
        browser, home, others | {kind: pages[kind] for kind in FULLEST if kind not in judged}, look
    )
    assert (found.by_axe, found.by_eye, glanced) == ([], [], [])


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("tag", ["de", "ar"])
def test_other_languages_hold_in_every_state(
    browser: Browser, translated: Callable[[str], Path], served: Callable[[Path], str], tag: str
) -> None:
    site = translated(tag)
    found = looking.seen(browser, served(site), kinds(site), UNUSED)
    assert (found.by_axe, found.by_eye) == ([], [])


@pytest.mark.browser
def test_a_site_from_right_to_left_begins_at_the_right(
    browser: Browser, translated: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    out = translated("ar")
    assert {path for path, text in documents(out).items() if '<html lang="ar" dir="rtl"' not in text} == set()
    with lent(browser) as page:
        page.goto(f"{served(out)}/")
        brand, search = (page.locator(name).bounding_box() for name in (".m-brand", ".m-glass"))
    assert brand
    assert search
    assert brand["x"] > search["x"], "what comes first stands at the right"
