"""Focus areas: who offers, who wants, and demand against supply in words only where sides are large enough."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rendered

from generator.pages import areas
from generator.view.shapes import Someone

OUTSIDE = rendered.healthy("organisation")
DIGITAL = OUTSIDE.view.areas[0]


def test_the_list_gives_every_area_with_its_reason() -> None:
    found = rendered.read(OUTSIDE.html("/areas/"))
    assert [said for tag, said in found.headings if tag == "h2"] == ["Digital fluency", "Candour"]
    assert "Those who pay for the new assistant have hardly ever used it." in found.words
    assert "2 focus areas: where leaders of Lanternworks need a fresh view." in found.words
    assert [each for each in found.links[1:] if each.startswith("../areas/")] == [
        "../areas/digital/",
        "../areas/candour/",
    ]


@pytest.mark.parametrize(
    ("audience", "offering", "wanting"),
    [
        ("organisation", ["Ilka Sandoval", "Lennart Okonjo"], ["Casimir Adebayo", "Farida Nordqvist"]),
        (
            "cohort",
            ["Giacomo Thulin", "Ilka Sandoval", "Lennart Okonjo", "Yusra Feldkamp"],
            ["Casimir Adebayo", "Farida Nordqvist", "Noor Petersen-Lamb", "Radomir Eklund"],
        ),
    ],
)
def test_people_stand_under_what_they_offer_and_want_as_they_consented(
    audience: str, offering: list[str], wanting: list[str]
) -> None:
    html = rendered.healthy(audience).html("/areas/digital/")  # type: ignore[arg-type]
    for id_, names in (("offered", offering), ("wanted", wanting)):
        section = html.split(f'<h2 id="{id_}">')[1].split("</section>")[0]
        links = rendered.read(f"<section><h2>x</h2>{section.split('</h2>')[1]}</section>").links
        people = {person.address: person.name for person in rendered.healthy(audience).view.people}  # type: ignore[arg-type]
        assert [people[rendered.landing("/areas/digital/", link)[0]] for link in links] == names


def test_a_note_stands_beside_its_person() -> None:
    assert "Ilka Sandoval Shows how the assistant is really used on a shift." in OUTSIDE.text("/areas/digital/")


def test_roadmaps_and_posts_of_an_area_are_linked() -> None:
    words = OUTSIDE.text("/areas/digital/")
    assert "Roadmaps Digital fluency" in words
    assert words.index("One report less") < words.index("On the receiving end")
    assert "A question for April" not in words
    assert "The empty chair" in OUTSIDE.text("/areas/candour/")


@pytest.mark.parametrize(
    ("balance", "said"),
    [
        (None, ""),
        (0, "as many offer it as want it: even"),
        (3, "more offer it than want it: spare 3"),
        (-8, "more want it than offer it: short 8"),
    ],
)
def test_demand_against_supply_is_said_in_words(balance: int | None, said: str) -> None:
    area = replace(DIGITAL, balance=balance)
    assert areas.balance(area) == said
    made = {page.address: page for page in areas.pages(replace(OUTSIDE.view, areas=(area,)))}
    for address in ("/areas/", "/areas/digital/"):
        words = rendered.read(made[address].html).words
        assert ("offer it" in words) == bool(said)
        assert said[1:] in words


def test_with_four_people_a_side_nothing_is_said_of_the_balance() -> None:
    for audience in rendered.AUDIENCES:
        assert [area.balance for area in rendered.healthy(audience).view.areas] == [None, None]


def test_a_long_list_leads_on_to_the_directory() -> None:
    many = tuple((Someone(f"Person {number}", "/people/p-017/"), "a note") for number in range(areas.SHOWN + 1))
    made = {page.address: page for page in areas.pages(replace(OUTSIDE.view, areas=(replace(DIGITAL, offering=many),)))}
    found = rendered.read(made["/areas/digital/"].html)
    assert "Person 29" in found.words
    assert "Person 30" not in found.words
    assert "../../people/by/area/digital/" in found.links


def test_an_area_without_anything_says_what_will_stand_there() -> None:
    bare = replace(DIGITAL, roadmaps=(), offering=(), wanting=(), posts=())
    made = {page.address: page for page in areas.pages(replace(OUTSIDE.view, areas=(bare,)))}
    found = rendered.read(made["/areas/digital/"].html)
    assert found.faults == []
    assert "Nothing stands here yet." in found.words


def test_a_programme_without_areas_has_a_whole_page() -> None:
    [page] = areas.pages(replace(OUTSIDE.view, areas=()))
    assert rendered.read(page.html).faults == []
    assert "No focus area yet." in rendered.read(page.html).words
