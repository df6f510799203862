"""The page that stands for every address without one."""

from __future__ import annotations

import rendered

from generator.pages.page import address_of, path_of


def test_it_says_no_more_than_that_there_is_no_page() -> None:
    made = rendered.healthy("organisation")
    assert made.pages["/404/"].path == "404.md"
    assert "There is no page here for this audience, or the address is wrong." in made.text("/404/")


def test_it_is_the_same_for_every_audience() -> None:
    pages = {rendered.healthy(audience).html("/404/") for audience in rendered.AUDIENCES}
    assert len(pages) == 1


def test_its_doors_are_pages_of_every_build() -> None:
    for audience in rendered.AUDIENCES:
        made = rendered.healthy(audience)
        links = rendered.read(made.html("/404/")).links
        assert {rendered.landing("/404/", link)[0] for link in links} == {
            "/", "/threads/", "/roadmaps/", "/handbook/", "/search/",
        }  # fmt: skip


def test_its_links_lead_up_once_so_that_an_engine_can_root_them() -> None:
    links = rendered.read(rendered.healthy("organisation").html("/404/")).links
    assert all(link.startswith("../") and not link.startswith("../../") for link in links)


def test_its_path_and_address_are_inverse() -> None:
    assert address_of("404.md") == "/404/"
    assert path_of("/404/") == "404.md"
