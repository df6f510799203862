"""Every page of every audience is whole: links land, ids are unique, the form is strict, the words are right."""

from __future__ import annotations

import re

import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages.page import SECTIONS, path_of

PROGRAMMES = {"healthy": rendered.healthy, "bundled": rendered.bundled}
BOTH = pytest.mark.parametrize("programme", PROGRAMMES)
ALL = pytest.mark.parametrize("audience", rendered.AUDIENCES)
OUTSIDE = re.compile(r"(https?|mailto):")
STEPS = 3
JUNIOR_AS_MENTEE = re.compile(
    r"junior mentee|mentee \(junior|mentees \(junior|mentees are the juniors|senior mentor|mentor \(senior|leader \(mentor|junior \(mentee",
    re.IGNORECASE,
)


def build(programme: str, audience: Audience) -> rendered.Build:
    return PROGRAMMES[programme](audience)


@BOTH
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
            if target not in ids or (anchor and anchor not in ids[target]):
                lost.append(f"{address} -> {href}")
    assert lost == []


@BOTH
@ALL
def test_links_are_relative_and_end_with_a_slash(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        for href in rendered.read(page.html).links:
            if not OUTSIDE.match(href):
                assert not href.startswith("/"), (page.address, href)
                assert href.partition("#")[0].endswith("/") or href.startswith("#"), (page.address, href)


@BOTH
@ALL
def test_the_form_is_strict(programme: str, audience: Audience) -> None:
    faults = {page.address: found for page in build(programme, audience).pages.values() if (found := rendered.read(page.html).faults)}
    assert faults == {}


@BOTH
@ALL
def test_ids_are_unique_and_labels_name_one(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        found = rendered.read(page.html)
        assert len(found.ids) == len(set(found.ids)), page.address
        assert set(found.labels) <= set(found.ids), page.address


@BOTH
@ALL
def test_a_page_has_one_h1_at_its_top_and_one_article_around_it(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        headings = rendered.read(page.html).headings
        assert [tag for tag, _ in headings].count("h1") == 1, page.address
        assert headings[0][0] == "h1", page.address
        assert page.html.startswith('<article class="m-page'), page.address
        assert page.html.endswith("</article>\n"), page.address


@BOTH
@ALL
def test_no_page_carries_script_or_inline_style(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        assert "<script" not in page.html, page.address
        assert "style=" not in re.sub(r">[^<]*<", "><", page.html), page.address
        assert not re.search(r"<[^>]*\son\w+=", page.html), page.address


@BOTH
@ALL
def test_the_junior_is_never_called_mentee(programme: str, audience: Audience) -> None:
    for page in build(programme, audience).pages.values():
        said = f"{page.title} {page.description} {rendered.read(page.html).words}"
        assert not JUNIOR_AS_MENTEE.search(said), page.address


@BOTH
@ALL
def test_a_page_says_of_itself_what_the_site_needs(programme: str, audience: Audience) -> None:
    made = build(programme, audience)
    for address, page in made.pages.items():
        assert path_of(address) == page.path
        assert page.section in SECTIONS, address
        assert page.title.strip() == page.title, address
        assert page.title, address
        assert page.description, address
        assert "<" not in page.title, address
        assert not re.search(r">\s*None\s*<", page.html), address
    titles = [(page.section, page.title) for page in made.pages.values() if page.section != "threads"]
    assert len(titles) == len(set(titles)), "two pages of one section have the same title"


@BOTH
@ALL
def test_every_page_is_within_three_steps_of_home_or_a_section(programme: str, audience: Audience) -> None:
    made = build(programme, audience)
    reached = {"/"} | {f"/{name}/" for name in SECTIONS if f"/{name}/" in made.pages}
    edge = set(reached)
    for _ in range(STEPS):
        edge = {
            target
            for address in edge
            for href in rendered.read(made.pages[address].html).links
            if not OUTSIDE.match(href) and (target := rendered.landing(address, href)[0]) in made.pages
        } - reached
        reached |= edge
    assert set(made.pages) - reached == set()


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
