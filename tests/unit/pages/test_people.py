"""The directory: who stands where, by whose consent, and what a profile never says."""

from __future__ import annotations

import re
from dataclasses import replace

import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages import facets, people

OUTSIDE, INSIDE = rendered.healthy("organisation"), rendered.healthy("cohort")
CONSENT = ["Casimir Adebayo", "Farida Nordqvist", "Ilka Sandoval", "Lennart Okonjo"]
COHORT = sorted([*CONSENT, "Giacomo Thulin", "Noor Petersen-Lamb", "Radomir Eklund", "Yusra Feldkamp"])


def names(made: rendered.Build, address: str) -> list[str]:
    return [said for tag, said in rendered.read(made.html(address)).headings if tag == "h2"]


@pytest.mark.parametrize(
    ("audience", "listed"), [("organisation", CONSENT), ("cohort", COHORT), ("coordinators", COHORT)]
)
def test_the_directory_lists_by_name_who_consented(audience: Audience, listed: list[str]) -> None:
    made = rendered.healthy(audience)
    assert names(made, "/people/") == listed
    assert {address for address in made.pages if address.startswith("/people/p-")} == {
        person.address for person in made.view.people
    }


def test_the_count_is_of_those_who_are_shown() -> None:
    assert "4 people, shown as they agreed." in OUTSIDE.text("/people/")
    assert "8 people, shown as they agreed." in INSIDE.text("/people/")
    assert "8 people. Who meets whom" in rendered.healthy("coordinators").text("/people/")


def test_a_row_says_role_department_zone_and_areas() -> None:
    assert (
        "Ilka Sandoval Mentor (junior) · Logistics · Berlin time Offers Digital fluency. Wants Candour."
        in OUTSIDE.text("/people/")
    )


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("/people/by/role/mentor/", ["Farida Nordqvist", "Ilka Sandoval"]),
        ("/people/by/role/mentee/", ["Casimir Adebayo", "Lennart Okonjo"]),
        ("/people/by/area/digital/", CONSENT),
        ("/people/by/area/candour/", CONSENT),
        ("/people/by/language/en/", CONSENT),
        ("/people/by/zone/europe-berlin/", ["Farida Nordqvist", "Ilka Sandoval"]),
        ("/people/by/zone/europe-lisbon/", ["Casimir Adebayo", "Lennart Okonjo"]),
    ],
)
def test_each_value_of_a_filter_has_a_page(address: str, listed: list[str]) -> None:
    assert names(OUTSIDE, address) == listed


def test_free_places_are_a_filter_inside_only() -> None:
    said = {person.name: INSIDE.text(person.address) for person in INSIDE.view.people}
    free = [name for name, words in said.items() if "Places free none" not in words]
    assert names(INSIDE, "/people/by/places/free/") == free
    assert set(free) & {"Ilka Sandoval", "Lennart Okonjo"} == {"Lennart Okonjo"}
    assert 'value="free"' in INSIDE.html("/people/")
    assert "/people/by/places/free/" not in OUTSIDE.pages
    assert "places" not in OUTSIDE.html("/people/")


def test_who_does_not_consent_adds_no_value_and_no_count_to_a_filter() -> None:
    alone = {"pairs/people/p-018.yml": (b"timezone: Europe/Berlin", b"timezone: Asia/Singapore")}
    files = {path: programmes.healthy()[path].replace(*change) for path, change in alone.items()}
    made = {who: rendered.build(programmes.loaded(programmes.over_healthy(files)), who) for who in rendered.AUDIENCES}
    assert made["organisation"].html("/people/") == OUTSIDE.html("/people/")
    assert "/people/by/zone/asia-singapore/" not in made["organisation"].pages
    assert "Singapore time (1)" in made["cohort"].html("/people/")


def test_a_row_carries_what_the_form_asks_for() -> None:
    html = OUTSIDE.html("/people/")
    row = "role:mentor area:digital area:candour language:en zone:europe-berlin"
    assert html.count(f'<li data-is="{row}">') == 1
    values = set(re.findall(r'<select id="find-(\w+)"|<option value="([^"]+)"', html))
    assert {value for _, value in values if value} >= {"mentor", "mentee", "digital", "candour", "en", "europe-lisbon"}
    assert "data-is" not in OUTSIDE.html("/people/by/role/mentor/"), "the form is on the whole list only"


def test_a_zone_or_language_is_part_of_an_address() -> None:
    assert facets.token("America/Argentina/Buenos_Aires") == "america-argentina-buenos-aires"
    assert facets.token("Etc/GMT+3") != facets.token("Etc/GMT-3")


def test_who_has_both_roles_stands_under_both() -> None:
    both = replace(OUTSIDE.view.people[0], role="both")
    made = {page.address: page for page in people.pages(replace(OUTSIDE.view, people=(both,)))}
    for role in ("mentor", "mentee"):
        words = rendered.read(made[f"/people/by/role/{role}/"].html).words
        assert "Casimir Adebayo Mentor (junior) in one pair, mentee (senior) in another" in words


def test_filters_name_the_page_they_are_on() -> None:
    html = OUTSIDE.html("/people/by/area/digital/")
    assert html.count('aria-current="true"') == 1
    assert '<a href="../../../../people/by/area/digital/" aria-current="true">Digital fluency</a>' in html
    assert "aria-current" not in OUTSIDE.html("/people/")


def test_a_profile_says_what_its_owner_chose() -> None:
    words = OUTSIDE.text("/people/p-017/")
    for said in (
        "Ilka Sandoval Mentor (junior), Logistics",
        "Time zone Berlin time",
        "Languages English",
        "Beyond the job night trains, chess puzzles",
        "Offers Digital fluency Shows how the assistant is really used on a shift.",
        "Wants to learn Candour How a decision is made above the shift lead.",
        "Pairs Ilka Sandoval and Casimir Adebayo",
        "Posts The first prompt was a complaint",
    ):
        assert said in words
    assert "A question for April" in INSIDE.text("/people/p-017/")
    assert "A question for April" not in words


def test_places_free_are_known_inside_only() -> None:
    assert "Places free" not in OUTSIDE.text("/people/p-017/")
    assert "Places free none at present" in INSIDE.text("/people/p-017/")
    assert "Places free 2" in INSIDE.text("/people/p-044/")


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_profile_never_says_level_manager_style_dislikes_or_hours(audience: Audience) -> None:
    made = rendered.healthy(audience)
    said = " ".join(made.text(address) for address in made.pages if address.startswith("/people/"))
    for private in (
        "Level",
        "p-005",
        "Ines Kowalczuk",
        "talk-first",
        "open-plan offices",
        "09:00",
        "17:30",
        "2026-01-07",
    ):
        assert private not in said


def test_the_file_behind_a_profile_is_named_inside_only() -> None:
    assert OUTSIDE.pages["/people/p-017/"].source is None
    assert INSIDE.pages["/people/p-017/"].source == "pairs/people/p-017.yml"


def test_an_unknown_language_is_shown_by_its_code_and_a_region_is_dropped() -> None:
    polyglot = replace(OUTSIDE.view.people[0], languages=("pt-BR", "qaa"))
    made = {page.address: page for page in people.pages(replace(OUTSIDE.view, people=(polyglot,)))}
    assert "Languages Portuguese, qaa" in rendered.read(made[polyglot.address].html).words


def test_a_long_directory_is_cut_into_pages() -> None:
    one = OUTSIDE.view.people[0]
    many = tuple(replace(one, address=f"/people/x-{number:03}/", name=f"X {number:03}") for number in range(301))
    made = {page.address: page for page in people.pages(replace(OUTSIDE.view, people=many))}
    assert rendered.read(made["/people/"].html).words.count("Mentee (senior) ·") == 150
    assert rendered.read(made["/people/by/name/page-3/"].html).headings == [("h1", "People, page 3"), ("h2", "X 300")]
    assert made["/people/by/name/page-3/"].path == "people/by/name/page-3.md"
    assert "/people/by/role/mentee/page-2/" in made
    assert "/people/by/role/mentor/page-2/" not in made


def test_an_empty_directory_says_why() -> None:
    made = {page.address: page for page in people.pages(replace(OUTSIDE.view, people=()))}
    for address, page in made.items():
        found = rendered.read(page.html)
        assert found.faults == [], address
        assert "Nobody is listed here yet." in found.words, address


def test_descriptions_are_sentences_of_plain_text() -> None:
    assert OUTSIDE.pages["/people/p-042/"].description == "Casimir Adebayo, Mentee (senior), Commerce."
    both = replace(OUTSIDE.view.people[0], role="both", department="")
    made = {page.address: page for page in people.pages(replace(OUTSIDE.view, people=(both,)))}
    assert made[both.address].description == "Casimir Adebayo, takes part on both sides."
