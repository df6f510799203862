"""Every number leads to its formula in one click, and in the coordinators' build to the files behind it in another."""

from __future__ import annotations

import re

import pytest
import rendered
import sentences

from generator.kinds.base import Audience

INSIDE = rendered.bundled("coordinators")
OURS = tuple(sentences.OURS)
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


def test_every_number_leads_to_its_formula_and_its_files() -> None:
    counting = [address for address in INSIDE.pages if not address.startswith(WRITTEN)]
    assert len(counting) > len(INSIDE.pages) / 2
    assert {address: found for address in counting if (found := bare(INSIDE.html(address)))} == {}


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


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_every_number_in_a_sentence_leads_to_its_formula_and_its_files(audience: Audience) -> None:
    found = sentences.wordless(audience)
    left = {address: page.html for address, page in found.pages.items() if not any(map(address.__contains__, OURS))}
    assert len(left) > len(found.pages) / 2
    unled = {address: list(sentences.unled(html, audience)) for address, html in left.items()}
    assert {address: said for address, said in unled.items() if said} == {}


SENTENCES = {
    "/": ("12", "pairs", "38", "sessions"),
    "/progress/": ("22", "pairs", "91", "sessions held", "96", "hours of talk"),
    "/pairs/2026-spring/pair-12/": ("4 of 6", "sessions held", "2 of 4", "steps"),
    "/threads/2026-spring/pair-12/": ("5", "posts"),
    "/roadmaps/candour/": ("5", "steps", "5", "h"),
    "/areas/": ("8", "focus areas"),
    "/needs/": ("1", "entry needs you"),
    "/changes/": ("18", "changes", "16", "done", "2", "planned"),
}


@pytest.mark.parametrize("address", SENTENCES)
def test_the_number_leads_to_its_files_and_the_noun_to_its_formula(address: str) -> None:
    [lead] = re.findall(r'(?s)<p class="m-lead">.*?</p>', INSIDE.html(address))
    links = re.findall(r'<a class="m-n" href="([^"]*)">([^<]*)</a>', lead)
    assert tuple(said for _, said in links) == SENTENCES[address]
    assert [bool(sentences.FORMULA.search(href)) for href, _ in links] == [False, True] * (len(links) // 2)
    assert all(sentences.FILES.search(href) for href, _ in links[::2])
    assert all(rendered.landing(address, href)[0] in INSIDE.pages for href, _ in links)


def test_without_files_the_number_and_its_noun_are_one_link() -> None:
    [lead] = re.findall(r'(?s)<p class="m-lead">.*?</p>', rendered.bundled("organisation").html("/progress/"))
    assert '<a class="m-n" href="../measures/#sessions-held">91 sessions held</a>' in lead


def test_a_number_in_a_sentence_without_a_link_is_found() -> None:
    lead = '<p class="m-lead">So far <a class="m-n" href="{}">12</a> <a class="m-n" href="{}">pairs</a>.</p>'
    formula, files = "../measures/#pairs", "../progress/files/pairs/"
    told = lead.format(files, formula)
    assert list(sentences.unled(told, "coordinators")) == []
    assert list(sentences.unled(lead.format(formula, formula), "coordinators")) == ["12"]
    assert list(sentences.unled(lead.format(formula, formula), "cohort")) == []
    assert list(sentences.unled(lead.format("../pairs/", formula), "organisation")) == ["12"]
    assert list(sentences.unled(told.replace("So far", "By week 3"), "coordinators")) == ["By week 3"]
    assert list(sentences.unled('<p class="m-lead">12 pairs, up to 24 July 2026.</p>', "cohort")) != []


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in sentences.EXCUSED])
def test_an_excuse_that_nothing_needs_any_more_is_gone(pattern: str) -> None:
    found = sentences.wordless("coordinators")
    pages = (page.html for address, page in found.pages.items() if not any(map(address.__contains__, OURS)))
    others = [(each, why) for each, why in sentences.EXCUSED if each != pattern]
    assert any(next(sentences.unled(html, "coordinators", others), None) for html in pages)
