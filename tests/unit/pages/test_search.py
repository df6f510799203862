"""The search page: everything there is to browse, without any script."""

from __future__ import annotations

import re

import rendered

from generator.pages.page import Page
from generator.pages.search import ADDRESS, kind

HTML = rendered.bundled("organisation").html(ADDRESS)


def test_it_lists_areas_roadmaps_tags_people_and_months() -> None:
    made = rendered.bundled("organisation")
    linked = {rendered.landing(ADDRESS, link)[0] for link in rendered.read(HTML).links}
    assert {area.address for area in made.view.areas} <= linked
    assert {roadmap.address for roadmap in made.view.roadmaps} <= linked
    assert {address for address in made.pages if re.fullmatch(r"/archive/\d+/\d+/", address)} <= linked
    assert {address for address in made.pages if re.fullmatch(r"/people/by/(role|area|zone)/[^/]+/", address)} <= linked
    assert {"/people/", "/tags/", "/areas/", "/roadmaps/"} <= linked


def test_the_form_waits_for_the_script_and_its_fields_have_labels() -> None:
    form = HTML[HTML.index("<form") : HTML.index("</form>")]
    assert re.match(r'<form [^>]*action="\./" [^>]*hidden>', form)
    assert set(re.findall(r'<label for="([^"]+)"', form)) == set(re.findall(r'<(?:input|select) id="([^"]+)"', form))


def test_a_page_is_of_one_kind_by_where_it_stands() -> None:
    kinds = {path: kind(Page(path, "", "", "", "home")) for path in (
        "posts/2026-05-21-x.md", "people/p-1.md", "people/index.md", "people/by/role/mentor.md", "pairs/a/b/room.md",
        "reference/rules/posts.md", "index.md", "archive/2026/05.md",
    )}  # fmt: skip
    assert kinds["posts/2026-05-21-x.md"] == "Posts"
    assert kinds["people/p-1.md"] == "People"
    assert kinds["pairs/a/b/room.md"] == "Pairs and rooms"
    assert kinds["reference/rules/posts.md"] == "Measures, rules, fields"
    assert {
        kinds[path] for path in ("people/index.md", "people/by/role/mentor.md", "index.md", "archive/2026/05.md")
    } == {"Lists and other pages"}
