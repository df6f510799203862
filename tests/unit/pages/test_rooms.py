"""Rooms: what is next and what was promised, as far as the pair's confidentiality opens it."""

from __future__ import annotations

import programmes
import pytest
import rendered

from generator.kinds.base import Audience

INSIDE = rendered.healthy("cohort")
OPEN, CLOSED, THEMES = (
    f"/pairs/{name}/room/" for name in ("2026-spring/pair-03", "2026-spring/pair-07", "2025-autumn/pair-01")
)
FOLDER = "pairs/2026-spring/pair-03/sessions"


def changed(path: str, snippet: str, audience: Audience = "cohort") -> rendered.Build:
    text = programmes.merged(programmes.healthy()[path].decode(), snippet).text
    return rendered.build(programmes.loaded(programmes.over_healthy({path: text})), audience)


def test_there_is_no_room_outside() -> None:
    made = rendered.healthy("organisation")
    assert made.view.rooms == ()
    assert [address for address in made.pages if "room" in address or "session" in address] == []


@pytest.mark.parametrize("audience", ["cohort", "coordinators"])
def test_every_pair_that_has_begun_has_a_room(audience: Audience) -> None:
    made = rendered.healthy(audience)
    assert {address for address in made.pages if address.endswith("/room/")} == {OPEN, CLOSED, THEMES}


def test_an_open_room_says_what_is_next_with_its_agenda() -> None:
    words = INSIDE.text(OPEN)
    for said in (
        "Room of Ilka Sandoval and Casimir Adebayo Session 4 is planned for 14 April 2026, 15:00, 60 min.",
        "Mentor (junior): Ilka Sandoval · Mentee (senior): Casimir Adebayo Carried over",
        "Agreed 6 sessions of 60 min, one every 30 days, mixed; the agenda is set by the mentor, the date",
        "the date is booked by the mentee.",
        "Confidentiality what was said may be told; looked at again on 14 April 2026",
        "format Mid-point review",
        "Look back at half-time and mend what is loose.",
        "0-10 Arriving check-in Both",
        "10-35 Goals, kept or changed Both",
        "35-50 Start, stop, continue review Mentor",
        "50-60 Promises and the next date actions Both",
        "All times are Berlin time.",
    ):
        assert said in words, said


def test_open_promises_stand_by_their_date_with_owner() -> None:
    words = INSIDE.text(OPEN)
    first = "Collect five mistakes the assistant made on our shift. Mentor · by 10 April 2026 · open"
    second = "Write the next summary alone. Mentee · by 13 April 2026 · open"
    assert words.index(first) < words.index(second)
    assert "Ask who still opens the weekly report." not in words


def test_a_promise_past_its_date_is_said_in_days() -> None:
    text = programmes.healthy()[f"{FOLDER}/03.yml"].decode().replace("due: 2026-04-10", "due: 2026-03-29")
    made = rendered.build(programmes.loaded(programmes.over_healthy({f"{FOLDER}/03.yml": text})), "cohort")
    assert "Mentor · by 29 March 2026 · open, 3 days past its date" in made.text(OPEN)


def test_a_room_of_which_nothing_leaves_shows_dates_kinds_and_counts() -> None:
    words = INSIDE.text(CLOSED)
    for said in (
        "Session 3 is planned for 8 April 2026, 10:00, 45 min.",
        "nothing leaves the room",
        "Sealed 1 post only the two can open",
        "Minutes Part 0-5 check-in 5-35 topic 35-45 actions All",
        "Carried over 1 action, 1 open. The words stay between the two.",
    ):
        assert said in words, said
    assert rendered.read(INSIDE.html(CLOSED)).faults == []
    assert '<desc id="agenda_bar_d">Who leads stays between the two.</desc>' in INSIDE.html(CLOSED)
    for private in (
        "See how one decision was taken",
        "One decision, told",
        "Keep a list",
        "How it was decided",
        "7 April",
    ):
        assert private not in words, private


def test_a_room_of_themes_shows_purposes_and_steps_of_sessions() -> None:
    words = INSIDE.text(THEMES)
    assert "No session is planned." in words
    assert "Hear what rises and what does not." in words
    assert "Candour: What rises and what does not" in words
    assert "Carried over" not in words
    assert "Sealed" not in words


def test_sessions_are_listed_in_their_order_with_their_state() -> None:
    listed = INSIDE.text(OPEN).split("Sessions Session 1 ")[1]
    assert listed.startswith("held 19 January 2026, 15:00 Agree how we work")
    second, fourth = "Session 2 held 17 February 2026, 15:00", "Session 4 planned 14 April 2026, 15:00"
    assert listed.index(second) < listed.index(fourth)


def test_a_session_that_was_not_held_names_no_reason_and_one_unrecorded_says_so() -> None:
    missed = changed(f"{FOLDER}/04.yml", "status: missed\nreason: illness\n")
    assert "Session 4 not held 14 April 2026, 15:00" in missed.text(OPEN)
    assert "illness" not in missed.text(OPEN)
    assert "No session is planned." in missed.text(OPEN)
    late = changed(f"{FOLDER}/04.yml", "date: 2026-03-30 15:00\n")
    assert "Session 4 not recorded yet 30 March 2026, 15:00" in late.text(OPEN)


def test_a_room_without_sessions_says_when_the_first_follows() -> None:
    files = {path: None for path in programmes.healthy() if path.startswith(FOLDER)}
    made = rendered.build(programmes.loaded(programmes.over_healthy(files)), "cohort")
    assert "No session is planned yet" in made.text(OPEN)
    assert "No session yet. The first one follows within three weeks of the agreement." in made.text(OPEN)
    assert rendered.read(made.html(OPEN)).faults == []
