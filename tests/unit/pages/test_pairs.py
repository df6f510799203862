"""Pair pages: what `publish` opens outside, what is known inside, worked out by hand from the healthy files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages import pairs
from generator.view.shapes import CohortView, Link, Part, RoomView

OUTSIDE, INSIDE, CHARGE = (rendered.healthy(audience) for audience in rendered.AUDIENCES)
SPRING3, SPRING7, SPRING9 = (f"/pairs/2026-spring/pair-0{number}/" for number in (3, 7, 9))
AUTUMN1 = "/pairs/2025-autumn/pair-01/"


@pytest.mark.parametrize(
    ("audience", "listed"),
    [
        ("organisation", [SPRING3, AUTUMN1]),
        ("cohort", [SPRING3, SPRING7, AUTUMN1]),
        ("coordinators", [SPRING3, SPRING7, SPRING9, AUTUMN1]),
    ],
)
def test_the_list_goes_by_cohort_and_id(audience: Audience, listed: list[str]) -> None:
    made = rendered.healthy(audience)
    links = [rendered.landing("/pairs/", href)[0] for href in rendered.read(made.html("/pairs/")).links]
    assert [link for link in links if link.endswith(tuple("0123456789/")) and link.count("/") == 4] == listed
    assert {address for address in made.pages if address.startswith("/pairs/") and address.count("/") == 4} == set(
        listed
    )


def test_the_order_does_not_depend_on_how_far_a_pair_has_come() -> None:
    far = tuple(
        replace(pair, sessions=Part("sessions-held", done, 6, 16 * done, done))
        for done, pair in enumerate(INSIDE.view.pairs)
    )
    assert [pair.address for pair in pairs.in_order(replace(INSIDE.view, pairs=far[::-1]))] == [
        SPRING3,
        SPRING7,
        AUTUMN1,
    ]
    assert "sessions held" not in INSIDE.text("/pairs/")


def test_pairs_of_a_cohort_the_programme_does_not_name_come_last() -> None:
    known = CohortView(
        "/progress/2025-autumn/", "2025-autumn", "x", date(2025, 9, 1), date(2025, 12, 1), "finished", None
    )
    order = [pair.address for pair in pairs.in_order(replace(INSIDE.view, cohorts=(known,)))]
    assert order == [AUTUMN1, SPRING3, SPRING7]


def test_the_list_says_who_is_who_before_the_first_name() -> None:
    assert OUTSIDE.text("/pairs/").startswith(
        "People Pairs 2 pairs, shown as they agreed. "
        "The mentor (junior) is named first, the mentee (senior) second. Spring 2026"
    )
    assert "3 pairs. The mentor" in INSIDE.text("/pairs/")


def test_a_published_progress_shows_sessions_steps_goals_and_celebrations() -> None:
    words = OUTSIDE.text(SPRING3)
    for said in (
        "Spring 2026, active: 3 of 6 sessions held, 2 of 3 steps of Digital fluency done.",
        "Mentor (junior) Ilka Sandoval",
        "Mentee (senior) Casimir Adebayo",
        "Focus Digital fluency",
        "3 of 6 planned sessions held, from 3 session files",
        "2 of 3 steps are done.",
        "Goals Mentor (junior) 1 open Mentee (senior) 1 open",
        "Worth celebrating First session held Something changed, told in One report less How it is counted Posts",
    ):
        assert said in words, said
    assert steps(OUTSIDE, SPRING3) == ["done", "done", "ahead"]


def steps(made: rendered.Build, address: str) -> list[str]:
    part = made.html(address).split('<ol class="m-steps">')[1].split("</ol>")[0]
    return [chip.split("<")[0] for chip in part.split("</span>")[1::2] if chip.split("<")[0]]


def test_outside_nothing_is_said_of_dates_terms_and_texts() -> None:
    words = OUTSIDE.text(SPRING3)
    for private in (
        "In common", "night trains", "Next session", "What they agreed", "Sign:", "board member", "since",
        "January", "every 30 days",
    ):  # fmt: skip
        assert private not in words, private


def test_published_names_show_names_and_no_progress() -> None:
    words = OUTSIDE.text(AUTUMN1)
    assert "Autumn 2025, completed." in words
    assert "Roadmap Candour" in words
    for more in (
        "sessions",
        "steps done",
        "Goals",
        "Worth celebrating",
        "reached",
        "What rises and what does not completed",
    ):
        assert more not in words, more
    assert "m-steps" not in OUTSIDE.html(AUTUMN1)


def test_inside_a_pair_shows_agreement_goals_and_what_comes_next() -> None:
    words = INSIDE.text(SPRING3)
    for said in (
        "Spring 2026, active since 12 January 2026: 3 of 6 sessions held",
        "In common night trains",
        "Next session 14 April 2026, 15:00",
        "I can explain to a board member why a decision was taken. open goal of the mentor · 50 % Sign: She retells",
        "and he has nothing to correct.",
        "Rhythm every 30 days",
        "Length 60 min",
        "Sessions planned 6",
        "Where mixed",
        "Who sets the agenda the mentor",
        "Who books the mentee",
        "Confidentiality what was said may be told",
        "Review 14 April 2026",
        "Ends 13 July 2026",
        "First session held, 19 January 2026",
    ):
        assert said in words, said
    assert "open-plan offices" not in words


def test_a_completed_pair_has_its_celebrations() -> None:
    assert (
        "Worth celebrating First session held, 15 September 2025 Mid-point reviewed, 27 October 2025 "
        "Roadmap finished: Candour Goal reached Something changed, 22 October 2025, told in The empty chair "
        "Closed together, 1 December 2025 Certificates: Farida Nordqvist, Lennart Okonjo" in INSIDE.text(AUTUMN1)
    )
    assert "4 of 4 planned sessions held" in INSIDE.text(AUTUMN1)
    assert "Goals I ask my question in the big meeting." in INSIDE.text(AUTUMN1)


def test_rooms_and_threads_are_linked_where_they_exist() -> None:
    assert "../../../pairs/2026-spring/pair-03/room/" in rendered.read(INSIDE.html(SPRING3)).links
    assert "../../../threads/2026-spring/pair-03/" in rendered.read(OUTSIDE.html(SPRING3)).links
    assert not [link for link in rendered.read(OUTSIDE.html(SPRING3)).links if "room" in link]
    assert not [link for link in rendered.read(INSIDE.html(SPRING7)).links if "threads" in link]
    assert not [link for link in rendered.read(CHARGE.html(SPRING9)).links if "room" in link]


def test_a_proposal_shows_no_progress_and_no_agreement() -> None:
    words = CHARGE.text(SPRING9)
    assert "Spring 2026, proposed since 24 March 2026." in words
    for more in ("planned sessions", "What they agreed", "Goals", "Worth celebrating"):
        assert more not in words, more


def test_how_a_pair_ended_is_for_coordinators() -> None:
    pair = replace(
        CHARGE.view.pairs[-1],
        state="ended_early",
        ended="role change",
        superseded_by=Link("A and B", SPRING3),
        continues=Link("C and D", AUTUMN1),
    )
    made = {page.address: page for page in pairs.pages(replace(CHARGE.view, pairs=(pair,)))}
    words = rendered.read(made[pair.address].html).words
    assert "Why it ended role change" in words
    assert "Continues C and D Followed by A and B" in words
    assert "ended early" in words


def test_goals_are_counted_by_side_and_state() -> None:
    pair = replace(OUTSIDE.view.pairs[-1], goals={"mentor": {"reached": 2, "open": 1}, "mentee": {}})
    assert pairs.goals(pair) == (("mentor", "1 open, 2 reached"),)
    assert pairs.goals(replace(pair, goals=None)) == ()


def test_a_neutral_word_stands_for_who_does_not_consent() -> None:
    pair = OUTSIDE.view.pairs[-1]
    nobody = replace(pair, mentor=replace(pair.mentor, name=None, address=None))
    made = {page.address: page for page in pairs.pages(replace(OUTSIDE.view, pairs=(nobody,)))}
    assert made[pair.address].title == "A participant and Casimir Adebayo"
    assert "Mentor (junior) a participant" in rendered.read(made[pair.address].html).words


def test_a_long_list_of_pairs_is_cut_and_keeps_its_cohorts() -> None:
    first = INSIDE.view.pairs[-1]
    many = tuple(replace(first, address=f"/pairs/2026-spring/pair-{number}/") for number in range(100, 135))
    made = {page.address: page for page in pairs.pages(replace(INSIDE.view, pairs=many))}
    found = rendered.read(made["/pairs/page-2/"].html)
    assert [tag for tag, _ in found.headings].count("h3") == 5
    assert "Pairs, page 2" in found.words


def test_without_pairs_the_list_says_when_one_appears() -> None:
    [page] = pairs.pages(replace(OUTSIDE.view, pairs=()))
    found = rendered.read(page.html)
    assert found.faults == []
    assert "A pair appears once both have agreed to be shown." in found.words


def test_the_file_behind_a_pair_is_named_inside_only() -> None:
    assert OUTSIDE.pages[SPRING3].source is None
    assert INSIDE.pages[SPRING3].source == "pairs/2026-spring/pair-03/pair.yml"


def test_a_pair_with_very_many_posts_leads_on_to_its_thread() -> None:
    pair = next(pair for pair in INSIDE.view.pairs if pair.address == SPRING3)
    many = replace(pair, posts=pair.posts * 10)
    made = {page.address: page for page in pairs.pages(replace(INSIDE.view, pairs=(many,)))}
    html = made[SPRING3].html
    assert html.count('class="m-card"') == pairs.SHOWN
    assert "All posts of this thread" in html


def test_the_room_of_a_pair_is_a_different_thing_from_its_page() -> None:
    assert all(isinstance(room, RoomView) for room in INSIDE.view.rooms)
    assert {room.address for room in INSIDE.view.rooms} == {pair.room for pair in INSIDE.view.pairs}


def test_inside_the_term_is_drawn_with_its_sessions_and_outside_it_is_not() -> None:
    # 12 January is day 1; 19 days of January, 28, 31 and 1 later it is the first of April
    words = INSIDE.text(SPRING3)
    assert "Day 80 of 183: 3 sessions held, 1 planned; next on 14 April 2026." in words
    assert "Session 3 held 17 March 2026 17 March 2026" in words
    assert "Term active 12 January 2026 1 April 2026" in words
    assert "Term to come 2 April 2026 13 July 2026" in words
    assert "Review date of the review 14 April 2026" in words
    assert 'id="term_' not in OUTSIDE.html(SPRING3)
    assert all(pair.phases == () for pair in OUTSIDE.view.pairs)
