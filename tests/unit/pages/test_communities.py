"""Communities and practice notes: facts worked out by hand from the healthy programme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import programmes
import pytest
import rendered

from generator.pages import communities
from generator.pages.page import Page
from generator.view.shapes import CommunityView, View

OUTSIDE = rendered.healthy("organisation")
CIRCLE = "/communities/practice-circle/"
OLDER, NEWER = f"{CIRCLE}2025-11-18-two-dates-at-once/", f"{CIRCLE}2026-02-10-training-in-mixed-groups/"


def made(**changes: object) -> dict[str, Page]:
    found: tuple[CommunityView, ...] = (replace(OUTSIDE.view.communities[0], **changes),)  # type: ignore[arg-type]
    view: View = replace(OUTSIDE.view, communities=found)
    return {page.address: page for page in communities.pages(view)}


def test_the_list_counts_notes_and_names_the_day_of_the_newest() -> None:
    said = OUTSIDE.text("/communities/")
    assert "1 community, 2 practice notes." in said
    assert "2 practice notes, the newest of 10 February 2026" in said
    assert "People who run programmes tell each other what did not work." in said


def test_a_community_says_how_it_works() -> None:
    said = OUTSIDE.text(CIRCLE)
    for fact in (
        "For whom Coordinators of this programme and of others.",
        "Joining Write to the host; nobody is refused.",
        "Calls First Tuesday of a month, noon in Berlin.",
        "What may leave the room Chatham House Rule; speak about your own programme only.",
        "How people treat each other One speaks, the others listen; no recordings.",
        "Reviewed 13 January 2026",
        "Bring one thing that failed.",
    ):
        assert fact in said


def test_people_are_named_as_far_as_they_consent() -> None:
    assert "Host not named here" in OUTSIDE.text(CIRCLE)
    assert "Host Priska Vandermolen" in rendered.healthy("coordinators").text(CIRCLE)
    assert "a member of the community" in OUTSIDE.text(OLDER)
    assert "Priska Vandermolen" in rendered.healthy("coordinators").text(OLDER)


def test_notes_stand_newest_first() -> None:
    headings = [words for tag, words in rendered.read(OUTSIDE.html(CIRCLE)).headings if tag == "h3"]
    assert headings == ["Training in mixed groups", "Two dates at once"]
    assert "10 February 2026 · would do it differently" in OUTSIDE.text(CIRCLE)
    assert "18 November 2025 · would do it again" in OUTSIDE.text(CIRCLE)


def test_a_note_goes_from_the_situation_to_whether_again() -> None:
    said = OUTSIDE.text(NEWER)
    assert (
        "The situation Juniors and leaders were trained apart, with different slides. "
        "What was tried One training for all, with the same exercise on both sides. "
        "What came of it Leaders talked too much in the first half hour; the second was better. "
        "Again? Would do it differently."
    ) in said
    assert "In more words Next time the juniors start, and the clock stands on the table." in said


def test_neighbours_lead_to_the_earlier_and_the_later_note() -> None:
    assert "Earlier Two dates at once" in OUTSIDE.text(NEWER)
    assert "Later" not in OUTSIDE.text(NEWER)
    assert "Later Training in mixed groups" in OUTSIDE.text(OLDER)
    assert "Earlier" not in OUTSIDE.text(OLDER)


def test_followed_programmes_are_links_and_nothing_else() -> None:
    html = OUTSIDE.html(CIRCLE)
    assert '<a href="https://harbour.example/" rel="noopener nofollow">Harbour Mentors</a>' in html
    assert '<a href="https://harbour.example/feed.xml" rel="noopener nofollow">feed of Harbour Mentors</a>' in html
    assert "Programmes it follows" not in made(follows=())[CIRCLE].html


@pytest.mark.parametrize(("again", "said"), [("yes", "would do it again"), ("no", "would not do it again")])
def test_again_is_said_in_words(again: str, said: str) -> None:
    notes = tuple(replace(note, again=again) for note in OUTSIDE.view.communities[0].notes)
    assert said in rendered.read(made(notes=notes)[CIRCLE].html).words


def test_more_than_thirty_notes_are_two_pages_and_each_note_has_its_own() -> None:
    first = OUTSIDE.view.communities[0].notes[0]
    notes = tuple(
        replace(
            first,
            title=f"Note {number}",
            address=f"{CIRCLE}n-{number}/",
            date=date(2026, 2, 1) - timedelta(days=number),
        )
        for number in range(31)
    )
    found = made(notes=notes)
    assert found[f"{CIRCLE}page-2/"].title == "Practice circle, page 2"
    assert "Note 30" in found[f"{CIRCLE}page-2/"].html
    assert "Joining" not in found[f"{CIRCLE}page-2/"].html
    assert len(found) == 1 + 2 + 31


def test_without_notes_or_communities_pages_say_so() -> None:
    assert "No practice note yet." in rendered.read(made(notes=())[CIRCLE].html).words
    page = next(iter(communities.pages(replace(OUTSIDE.view, communities=()))))
    assert page.description == "No community has been founded yet."
    assert "no practice note yet" in made(notes=())["/communities/"].html


def test_an_empty_rule_leaves_no_row() -> None:
    assert "What may leave the room" not in made(rule="")[CIRCLE].html
    assert "How people treat each other" not in made(code_of_conduct="")[CIRCLE].html


def test_a_note_without_more_words_has_no_heading_for_them() -> None:
    path = "content/communities/practice-circle/2026-02-10-training-in-mixed-groups.md"
    text = programmes.healthy()[path].decode().partition("---\n\n")[0] + "---\n"
    found = rendered.build(programmes.loaded(programmes.over_healthy({path: text})), "organisation")
    assert "In more words" not in found.html(NEWER)
