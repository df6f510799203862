"""How to take part: the programme's own pages, and a short how-to of each role where it has none."""

from __future__ import annotations

import programmes
import pytest
import rendered

from generator.kinds.base import Audience

OUTSIDE = rendered.healthy("organisation")
ROLES = ("/handbook/for-mentors/", "/handbook/for-mentees/", "/handbook/for-coordinators/")


def over(changes: dict[str, str | bytes | None], audience: Audience = "organisation") -> rendered.Build:
    return rendered.build(programmes.loaded(programmes.over_healthy(changes)), audience)


def rows(build: rendered.Build) -> list[str]:
    headings = rendered.read(build.html("/handbook/")).headings
    return [words for tag, words in headings[headings.index(("h2", "All pages")) :] if tag == "h3"]


def test_a_programme_without_pages_has_an_index_and_a_how_to_of_each_role() -> None:
    made = over(
        {"content/handbook/welcome.md": None, "content/handbook/two-chairs.png": None, "content/moved.yml": None}
    )
    assert set(ROLES) <= set(made.pages)
    assert rows(made) == [
        "For the Mentor (junior)",
        "For the Mentee (senior)",
        "For coordinators",
        "Agendas",
        "Who sees what",
        "Accessibility",
        "Measures",
        "Rules",
        "Fields",
        "What changed",
    ]
    assert "6 sessions of 60 min, one every 30 days" in made.text("/handbook/")


def test_the_index_lists_every_page_with_its_first_sentence() -> None:
    assert "Welcome" in rows(OUTSIDE)
    assert (
        "Welcome The mentor (junior) sets the agenda, the mentee (senior) learns; both leave with something."
        in OUTSIDE.text("/handbook/")
    )


def test_a_written_how_to_takes_the_place_of_ours() -> None:
    made = over({"content/handbook/for-mentors.md": "# Mentoring here\n\nCome as you are. Then listen.\n"})
    page = made.pages["/handbook/for-mentors/"]
    assert (page.title, page.description, page.source) == (
        "Mentoring here",
        "Come as you are.",
        "content/handbook/for-mentors.md",
    )
    assert rows(made)[:3] == ["Mentoring here", "For the Mentee (senior)", "For coordinators"]
    assert "You set the subject" not in made.html("/handbook/for-mentors/")


def test_the_programmes_own_index_stands_above_the_list() -> None:
    made = over({"content/handbook/index.md": "---\ntitle: Join in\n---\n\nFirst this.\n\n## Then\n\nThat.\n"})
    found = rendered.read(made.html("/handbook/")).headings
    assert found[:3] == [("h1", "Join in"), ("h2", "Then"), ("h2", "All pages")]
    assert made.pages["/handbook/"].source == "content/handbook/index.md"
    assert "Join in" not in rows(made)


def test_pages_stand_at_their_own_address_and_others_come_after_the_handbook() -> None:
    made = over(
        {
            "content/handbook/a/deep.md": "Deep. More.\n",
            "content/zebra.md": "# Zebra\n\nStripes.\n",
            "content/index.md": "# About\n\nUs.\n",
        }
    )
    assert {"/handbook/a/deep/", "/zebra/", "/about/"} <= set(made.pages)
    assert rows(made)[3:7] == ["Deep", "Welcome", "About", "Zebra"]


def test_a_page_shows_its_text_its_image_and_its_anchors() -> None:
    html = OUTSIDE.html("/handbook/welcome/")
    assert rendered.read(html).headings == [("h1", "Welcome"), ("h2", "Your first hour"), ("h2", "What is shown")]
    assert '<a href="#u-what-is-shown">the second heading</a>' in html
    assert 'id="u-what-is-shown"' in html
    assert '<a href="../../agendas/contracting/">the contracting agenda</a>' in html
    assert 'alt="Two chairs of the same height at one table"' in html
    assert 'src="../../images/' in html


def test_an_empty_page_says_so() -> None:
    made = over({"content/handbook/later.md": "---\ntitle: Later\n---\n"})
    assert "Nothing is written here yet." in made.text("/handbook/later/")
    assert made.pages["/handbook/later/"].description == "Later"


@pytest.mark.parametrize("address", ROLES)
@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_how_to_names_both_sides_once_in_full_and_leads_on(address: str, audience: Audience) -> None:
    made = rendered.healthy(audience)
    said = made.text(address)
    assert "(junior)" in said
    assert "(senior)" in said
    assert "privacy/" in made.html(address)
    assert made.pages[address].description in said


def test_a_how_to_uses_the_programmes_own_words() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    named = settings.replace(
        "  programme: Open Door\n", "  programme: Open Door\n  mentor: guide\n  mentee: AI learner\n"
    )
    made = over({"pairs/programme.yml": named})
    assert made.pages[ROLES[0]].title == "For the Guide (junior)"
    assert made.pages[ROLES[1]].title == "For the AI learner (senior)"
    for address in ROLES:
        assert "mentor" not in made.text(address).casefold().replace("for-mentors", "")
        assert "mentee" not in made.text(address).casefold()


def test_the_mentor_is_led_to_the_first_session_or_to_the_library() -> None:
    assert 'href="../../agendas/contracting/">Contracting</a>' in OUTSIDE.html(ROLES[0])
    made = over(
        {
            "content/agendas/contracting.md": programmes.healthy()["content/agendas/contracting.md"]
            .decode()
            .replace("stage: first", "stage: working"),
        }
    )
    assert 'href="../../agendas/">the agendas</a>' in made.html(ROLES[0])


def test_the_support_contact_is_named_where_they_consent() -> None:
    assert "Benedek Oyinlola" not in OUTSIDE.text(ROLES[0])
    assert "turn to the support contact, Benedek Oyinlola, who" in rendered.healthy("coordinators").text(ROLES[0])
