"""Sessions: the agenda before, what both kept after, and never more than the pair opened."""

from __future__ import annotations

import re
from dataclasses import replace

import programmes
import pytest
import rendered

from generator.pages import sessions
from generator.view.shapes import Kept

INSIDE = rendered.healthy("cohort")
OPEN, CLOSED, THEMES = (
    f"/pairs/{name}/sessions/" for name in ("2026-spring/pair-03", "2026-spring/pair-07", "2025-autumn/pair-01")
)


def test_every_session_has_a_page_at_its_files_path() -> None:
    assert {address for address in INSIDE.pages if "/sessions/" in address} == {
        f"/{path.removesuffix('.yml')}/" for path in programmes.healthy() if "/sessions/" in path
    }
    assert INSIDE.pages[f"{OPEN}02/"].source == "pairs/2026-spring/pair-03/sessions/02.yml"


def test_a_held_session_of_an_open_pair_shows_all_that_was_written() -> None:
    words = INSIDE.text(f"{OPEN}02/")
    for said in (
        "Pairs Ilka Sandoval and Casimir Adebayo Room Session 2 of Ilka Sandoval and Casimir Adebayo",
        "Held on 17 February 2026, 15:00, for 55 min (60 planned).",
        "Format: Standard session",
        "Find out which tasks ate the week.",
        "To prepare Mentor (junior) Bring last week's list. Mentee (senior) Note where the hours went on one day.",
        "0-5 Arriving check-in Both",
        "5-30 Three tasks and one fear topic Mentor",
        "30-50 Saying it back reflect Mentee",
        "50-60 Promises and the next date actions Both",
        "Planned talk of the mentor: 54 %",
        "A calendar tells more than a job title. Mentor (junior)",
        "The report I commission is read by nobody. Mentee (senior)",
        "Ask who still opens the weekly report. Mentee · by 10 March 2026 · done",
        "Next session: 17 March 2026.",
        "Earlier Session 1 Later Session 3",
    ):
        assert said in words, said


def test_the_bar_has_a_part_for_each_item_as_wide_as_it_is_long() -> None:
    html = INSIDE.html(f"{OPEN}02/")
    for look, start, wide in (("both", "0", "50.3"), ("upper", "53.3", "263.7"), ("lower", "320", "210.3")):
        assert re.search(rf'<rect x="{start}" y="\d+" width="{wide}" height="\d+" class="m-c-{look}">', html)
    assert '<title id="parts_bar_t">4 parts in 60 minutes</title>' in html
    assert '<desc id="parts_bar_d">The mentor leads 25 of 60 minutes alone.</desc>' in html


def test_a_planned_session_shows_its_agenda_and_no_record() -> None:
    words = INSIDE.text(f"{OPEN}04/")
    assert "Planned for 14 April 2026, 15:00, 60 min." in words
    assert "35-50 Start, stop, continue review Mentor" in words
    for later in ("What they take along", "Actions", "Next session", "Later", "To prepare"):
        assert later not in words, later
    assert "Earlier Session 3" in words


def test_a_day_that_passed_without_a_record_says_what_to_write() -> None:
    path = f"{OPEN[1:]}04.yml"
    text = re.sub(r"date: \S+", "date: 2026-03-30", programmes.healthy()[path].decode(), count=1)
    late = rendered.build(programmes.loaded(programmes.over_healthy({path: text})), "cohort")
    said = "The day has passed, and nothing is recorded yet. Either of you can do it"
    assert said in late.text(f"{OPEN}04/")
    assert said not in INSIDE.text(f"{OPEN}04/")


def test_the_last_session_says_that_it_was() -> None:
    assert "This was the last session." in INSIDE.text(f"{THEMES}04/")


def test_themes_show_takeaways_and_no_texts_of_agenda_and_actions() -> None:
    words = INSIDE.text(f"{THEMES}02/")
    assert "It was easier with the notes in my hand. Mentor (junior)" in words
    assert "0-5 check-in 5-50 topic 50-60 actions What they take along" in words
    assert "1 action, none open. The words stay between the two." in words
    for private in (
        "Three things said",
        "Leave the chair",
        "October 2025 ·",
        "24 October",
        "Planned talk",
        "planned)",
    ):
        assert private not in words, private


def test_a_closed_pair_shows_neither_purpose_nor_takeaways() -> None:
    words = INSIDE.text(f"{CLOSED}01/")
    assert "Held on 9 February 2026, 10:00, 45 min." in words
    assert "10-35 agreement 35-45 actions" in words
    for private in (
        "Agree what never leaves",
        "What stays here",
        "I talked for half",
        "withheld",
        "Come to the dock",
        "take along",
        "Planned talk",
        "Led by",
    ):
        assert private not in words, private


def test_what_is_withheld_reads_kept_private() -> None:
    path = "pairs/2025-autumn/pair-01/sessions/02.yml"
    text = programmes.healthy()[path].decode().replace("It was easier with the notes in my hand.", "withheld")
    made = rendered.build(programmes.loaded(programmes.over_healthy({path: text})), "cohort")
    assert "kept private Mentor (junior) Two of the three were about my own questions. Mentee (senior)" in made.text(
        f"{THEMES}02/"
    )
    assert "withheld" not in made.html(f"{THEMES}02/")


@pytest.mark.parametrize(
    ("takeaways", "shown"),
    [
        (None, ()),
        (Kept(None, None), ()),
        (Kept("Said.", None), (("mentor", "Said.", True),)),
        (Kept("withheld", "Said."), (("mentor", "kept private", False), ("mentee", "Said.", True))),
    ],
)
def test_only_a_takeaway_that_was_given_is_shown(
    takeaways: Kept | None, shown: tuple[tuple[str, str, bool], ...]
) -> None:
    session = INSIDE.view.rooms[0].sessions[0]
    assert sessions.kept(replace(session, takeaways=takeaways)) == shown


def test_states_are_said_without_blame() -> None:
    session = INSIDE.view.rooms[0].sessions[0]
    assert sessions.standing(replace(session, actual=None)) == "Held on 15 September 2025, 14:00, 60 min."
    for status in ("missed", "cancelled"):
        assert sessions.standing(replace(session, status=status)) == "Not held on 15 September 2025, 14:00."


def test_a_session_without_an_agenda_has_a_whole_page() -> None:
    room = INSIDE.view.rooms[0]
    bare = replace(room.sessions[0], items=(), mentor_share=None, prepare=None, purpose=None, step=None)
    [page] = sessions.pages(replace(INSIDE.view, rooms=(replace(room, sessions=(bare,)),)))
    assert rendered.read(page.html).faults == []
    assert "Agenda" not in rendered.read(page.html).words


def test_only_the_side_that_prepares_is_named() -> None:
    room = INSIDE.view.rooms[0]
    one = replace(room.sessions[0], prepare={"mentor": (), "mentee": ("Read it.",)})
    none = replace(room.sessions[0], prepare={"mentor": (), "mentee": ()})
    for session, said in ((one, "To prepare Mentee (senior) Read it."), (none, "")):
        [page] = sessions.pages(replace(INSIDE.view, rooms=(replace(room, sessions=(session,)),)))
        found = rendered.read(page.html)
        assert found.faults == []
        assert said in found.words
        assert ("To prepare" in found.words) == bool(said)
