"""Every page of every audience is whole: links land, ids are unique, the form is strict, the words are right."""

from __future__ import annotations

import re

import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages.page import SECTIONS, path_of

PROGRAMMES = {
    "healthy": rendered.healthy,
    "bundled": rendered.bundled,
    "bare": rendered.bare,
    "hostile": rendered.hostile,
}
EACH = pytest.mark.parametrize("programme", PROGRAMMES)
ALL = pytest.mark.parametrize("audience", rendered.AUDIENCES)
MISSING = "/404/"
OUTSIDE = re.compile(r"(https?|mailto):")
STEPS = 3
JUNIOR_AS_MENTEE = re.compile(
    r"junior mentee|mentees? \(junior|mentees are the juniors|junior \(mentee"
    r"|senior mentor|mentors? \(senior|mentors are the senior|leader \(mentor",
    re.IGNORECASE,
)


def build(programme: str, audience: Audience) -> rendered.Build:
    return PROGRAMMES[programme](audience)


@EACH
@ALL
def test_every_link_lands_on_a_page_and_an_anchor_of_the_same_build(programme: str, audience: Audience) -> None:
    made = build(programme, audience)
    ids = {address: set(rendered.read(page.html).ids) for address, page in made.pages.items()}
    lost = []
    for address, page in made.pages.items():
        for href in rendered.read(page.html).links:
            if OUTSIDE.match(href):
                continue
            target, anchor = rendered.landing(address, href)
            if target in made.files:
                continue
            if target not in ids or (anchor and anchor not in ids[target]):
                lost.append(f"{address} -> {href}")
    assert lost == []


@EACH
@ALL
def test_links_are_relative_and_end_with_a_slash(programme: str, audience: Audience) -> None:
    made = build(programme, audience)
    for page in made.pages.values():
        for href in rendered.read(page.html).links:
            if not OUTSIDE.match(href) and rendered.landing(page.address, href)[0] not in made.files:
                assert not href.startswith("/"), (page.address, href)
                assert href.partition("#")[0].endswith("/") or href.startswith("#"), (page.address, href)


@EACH
@ALL
def test_the_form_is_strict(programme: str, audience: Audience) -> None:
    faults = {
        page.address: found
        for page in build(programme, audience).pages.values()
        if (found := rendered.read(page.html).faults)
    }
    assert faults == {}


@EACH
@ALL
def test_ids_are_unique_and_labels_name_one(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        found = rendered.read(page.html)
        assert len(found.ids) == len(set(found.ids)), page.address
        assert set(found.labels) <= set(found.ids), page.address


@EACH
@ALL
def test_a_page_has_one_h1_at_its_top_and_one_article_around_it(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        headings = rendered.read(page.html).headings
        assert [tag for tag, _ in headings].count("h1") == 1, page.address
        assert headings[0][0] == "h1", page.address
        assert page.html.startswith('<article class="m-page'), page.address
        assert page.html.endswith("</article>\n"), page.address


@EACH
@ALL
def test_no_page_carries_script_or_inline_style(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        assert "<script" not in page.html, page.address
        names = rendered.read(page.html).attributes
        assert not [name for name in names if name == "style" or name.startswith("on")], page.address


@EACH
@ALL
def test_the_junior_is_never_called_mentee(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        said = f"{page.title} {page.description} {rendered.read(page.html).words}"
        assert not JUNIOR_AS_MENTEE.search(said), page.address


@EACH
@ALL
def test_a_page_says_of_itself_what_the_site_needs(programme: str, audience: Audience) -> None:
    made = build(programme, audience)
    for address, page in made.pages.items():
        assert path_of(address) == page.path or address == MISSING
        assert page.section in SECTIONS, address
        assert page.title.strip() == page.title, address
        assert page.title, address
        assert page.description, address
        assert not re.search(r">\s*None\s*<", page.html), address


@pytest.mark.parametrize("programme", ["healthy", "bundled"])
@ALL
def test_no_two_pages_of_a_section_have_the_same_title(programme: str, audience: Audience) -> None:
    titles = [(page.section, page.title) for page in build(programme, audience).pages.values()]
    assert [title for title in set(titles) if titles.count(title) > 1] == []


@EACH
@ALL
def test_every_page_is_at_most_three_steps_from_home(programme: str, audience: Audience) -> None:
    made = build(programme, audience)
    navigation = {f"/{name}/" for name in SECTIONS if f"/{name}/" in made.pages}
    reached, edge = {"/"}, {"/"}
    for _ in range(STEPS):
        edge = {target for address in edge for target in linked(made, address)} | (
            navigation if edge == {"/"} else set()
        )
        reached |= edge
    assert set(made.pages) - reached <= {MISSING}


def linked(made: rendered.Build, address: str) -> set[str]:
    links = rendered.read(made.html(address)).links
    return {rendered.landing(address, href)[0] for href in links if not OUTSIDE.match(href)} & set(made.pages)


@ALL
def test_text_that_tries_to_be_markup_is_shown_as_text(audience: Audience) -> None:
    made = rendered.hostile(audience)
    assert set(made.pages) == set(rendered.healthy(audience).pages)
    for address in ("/", "/people/p-017/", "/pairs/2026-spring/pair-03/", "/threads/", "/areas/digital/"):
        assert "<script>x</script>" in made.text(address), address
        assert "{{ 7 * 7 }}" in made.text(address), address


def test_the_reader_of_these_tests_sees_faults() -> None:
    faulty = {
        "<p>a<div>b</div></p>": "<div> inside <p>",
        "<ul></ul>": "<ul> is empty",
        "<h2></h2>": "<h2> is empty",
        "<p>a": "<p> is never closed",
        "<b><em>a</b></em>": "</b> closes em",
        '<p onclick="x">a</p>': "onclick on <p>",
        '<p style="x">a</p>': "style on <p>",
        "<h1>a</h1><h3>b</h3>": "h3 after h1",
        "<script>a</script>": "<script> in a page",
        "<div><li>a</li></div>": "<li> in <div>",
        "<p>a<!--b--></p>": "a comment: b",
    }
    for html, fault in faulty.items():
        assert fault in rendered.read(html).faults, html
    assert rendered.read("<h1>a</h1><p>b <b>c</b></p>").faults == []


def test_links_are_followed_as_a_browser_would() -> None:
    assert rendered.landing("/people/p-1/", "../../areas/x/#why") == ("/areas/x/", "why")
    assert rendered.landing("/people/p-1/", "../../") == ("/", "")
    assert rendered.landing("/", "./threads/") == ("/threads/", "")
    assert rendered.landing("/a/", "#b") == ("/a/", "b")
