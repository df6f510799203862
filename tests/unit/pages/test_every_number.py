"""In the coordinators' build every number leads to its formula and to the files behind it, in one click."""

from __future__ import annotations

import re

import pytest
import rendered

INSIDE = rendered.bundled("coordinators")
WRITTEN = (
    "/agendas/", "/certificates/", "/communities/", "/handbook/", "/measures/", "/posts/", "/privacy/", "/reference/",
    "/threads/", "/accessibility/",
)  # fmt: skip
"""Pages whose tables are somebody's text or our own reference: they say numbers and count nothing."""
DECLARED = ("m-agenda", 'id="agreement"', 'id="agreed"', "<dt>Version</dt>", "<dt>Minutes</dt>")
_PART = re.compile(r"(?s)<section.*?</section>|<dl class=\"m-facts\">.*?</dl>|<div class=\"m-figure\">.*?</div>")
_CELL = re.compile(r'(?s)<(td|dd|b|p class="m-number")>(.*?)</(?:td|dd|b|p)>')
_NUMBER = re.compile(r"^\s*\d+\b(?!:)(?! [A-Z][a-z]+ \d{4})")
"""A number, but no date and no time of day."""
_FORMULA = re.compile(r'href="[^"]*(?:/measures/|/reference/rules/[a-z]+/)#')
_FILES = re.compile(r'href="[^"]*(?:/files/|#files-|/-/blob/)')


def bare(html: str) -> set[str]:
    """Find the numbers of an article from which no link leads to a formula, or none to files."""
    found: set[str] = set()
    rest = html
    for part in _PART.findall(html):
        rest = rest.replace(part, "")
        figures = re.findall(r'(?s)<div class="m-figure">.*?</div>', part)
        for each in figures or [part]:
            found |= _bare(each)
    return found | _bare(rest)


def _bare(part: str) -> set[str]:
    if any(each in part for each in DECLARED):
        return set()
    note = "".join(re.findall(r'(?s)<p class="m-note[^"]*">.*?</p>|<div class="m-part">.*?</div>', part))
    found = set()
    for _, cell in _CELL.findall(part):
        words = _words(cell)
        led = _FILES.search(cell) or _FILES.search(note)
        if _NUMBER.match(words) and not (led and _FORMULA.search(part)):
            found.add(words)
    return found


def _words(cell: str) -> str:
    return re.sub(r"<[^>]*>", "", cell).strip()


@pytest.mark.parametrize("address", [each for each in INSIDE.pages if not each.startswith(WRITTEN)])
def test_every_number_leads_to_its_formula_and_its_files(address: str) -> None:
    assert bare(INSIDE.html(address)) == set()


def test_every_kind_of_number_is_looked_at() -> None:
    """So that the test above cannot pass because it no longer finds any."""
    said = {address: {_words(cell) for _, cell in _CELL.findall(INSIDE.html(address))} for address in INSIDE.pages}
    assert "91" in said["/"]
    assert {"22", "19", "16"} <= said["/progress/"]
    assert any(each.startswith("4 of 5, from 9 answers") for each in said["/progress/2026-spring/"])
    assert "1 · How it is counted" in said["/people/p-031/"]
    assert sum(bool(_NUMBER.match(each)) for each in said["/needs/"]) > 50
    assert any(re.match(r"\d of \d", each) for each in said["/pairs/2026-spring/pair-12/"])


def test_a_number_without_a_link_is_found() -> None:
    html = INSIDE.html("/needs/")
    unlinked = re.sub(r'<a href="[^"]*/files/reach/">[^<]*</a>', "", html)
    assert bare(unlinked) > bare(html)
    assert bare(html.replace("measures/#reach", "")) > bare(html)
    figure = '<div class="m-figure"><p class="m-number">7</p></div>'
    assert bare(f"<article>{figure}</article>") == {"7"}
