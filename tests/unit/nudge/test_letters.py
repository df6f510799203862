"""Which letters go out on which Tuesday, worked out by hand; Monday, 12 January 2026 is the first day of every pair."""

from __future__ import annotations

from datetime import date, timedelta

import programmes
import pytest
from needing import CASES, active, programme, written
from small import PAIR, pair, people, person, room, session

from generator.nudge import Letter, day, rounds

LATE = "actions:\n  - {id: a1, owner: mentor, action: Zq., due: 2026-01-25, status: open}\n"
NAME = "spring.pair-03"
SETTINGS = "pairs/programme.yml"


def names(files: dict[str, str], *days: str) -> list[str]:
    """Give what goes out on each of these days: `P` to a pair, `C` to the coordinators."""
    found = programme({**files, SETTINGS: programmes.healthy()[SETTINGS].decode()})
    return [
        "".join("C" if each.name.endswith("coordinators") else "P" for each in written(found, date.fromisoformat(on)))
        for on in days
    ]


@pytest.mark.parametrize(
    ("as_of", "tuesday"),
    [("2026-07-20", "2026-07-14"), ("2026-07-21", "2026-07-21"), ("2026-07-27", "2026-07-21"),
     ("2024-03-04", "2024-02-27"), ("2027-01-01", "2026-12-29")],
)  # fmt: skip
def test_letters_have_the_last_tuesday_as_their_day(as_of: str, tuesday: str) -> None:
    assert day(date.fromisoformat(as_of)) == date.fromisoformat(tuesday)


@pytest.mark.parametrize(
    ("since", "on", "week"),
    [("2026-03-10", "2026-03-10", 0), ("2026-03-11", "2026-03-10", -1), ("2026-03-11", "2026-03-17", 0),
     ("2026-03-09", "2026-03-10", 0), ("2026-03-04", "2026-03-10", 0), ("2026-03-03", "2026-03-10", 1)],
)  # fmt: skip
def test_the_first_letter_follows_on_the_next_tuesday(since: str, on: str, week: int) -> None:
    assert rounds(date.fromisoformat(since), date.fromisoformat(on)) == week


def test_the_two_are_written_to_first_then_the_coordinators_then_the_two_again() -> None:
    """Not recorded since Saturday, 21 February: the first Tuesday is the 24th."""
    planned = session("2026-02-17", more="agenda: [{item: Talk, minutes: 60, lead: both, kind: check-in}]\n")
    files = active(session("2026-01-19", "held"), planned, more=GOALS)
    tuesdays = ("2026-02-17", "2026-02-24", "2026-03-03", "2026-03-10")
    assert names(files, *tuesdays) == ["", "P", "C", "P"]


GOALS = "goals:\n" + "".join(
    f"  - {{id: {side}, side: {side}, goal: Zq, sign: Zq, state: open, progress: 50}}\n"
    for side in ("mentor", "mentee")
)


def test_what_is_mended_is_not_written_of() -> None:
    files = active(session("2026-01-19", "held"), session("2026-02-17", "held"), session("2026-03-17"), more=GOALS)
    assert names(files, "2026-02-24", "2026-03-03", "2026-03-10") == ["", "", ""]


def test_a_proposal_is_never_asked_about_together() -> None:
    """Unanswered since 20 January, a Tuesday: each of the two is asked alone, by a coordinator."""
    assert names({PAIR: pair("state: proposed, on: 2026-01-05, by: coordinator")}, "2026-01-20", "2026-01-27") == [
        "C",
        "",
    ]


def test_a_reporting_line_is_told_every_week_until_it_is_gone() -> None:
    line = {
        PAIR: pair("state: proposed, on: 2026-03-09, by: coordinator", mentor="p-001", mentee="p-002"),
        **people(p001=person(1, manager="p-002"), p002=person(9)),
    }
    assert names(line, "2026-03-10", "2026-03-17") == ["C", "C"]


def test_a_check_in_keeps_letters_back_for_a_fortnight() -> None:
    files = {
        **active(session("2026-01-19", "held"), session("2026-02-17"), more=GOALS),
        "pairs/spring/check-ins.yml": "pair-03:\n  - {on: 2026-02-23, by: p-023}\n",
    }
    assert names(files, "2026-02-24", "2026-03-03", "2026-03-10") == ["", "", "P"]


def test_a_room_that_cannot_be_read_is_left_alone() -> None:
    files = active(session("2026-01-19", "held"), session("2026-02-17"))
    files["pairs/spring/pair-03/sessions/03.yml"] = "date: soon\n"
    loaded = programmes.loaded(files)
    assert loaded.findings
    assert written(loaded.programme, date(2026, 2, 24)) == ()


def test_three_late_promises_are_one_thing() -> None:
    files = active(session("2026-01-19", "held", more=LATE + LATE.partition("\n")[2].replace("a1", "a2")))
    found = programme(files)
    [letter] = written(found, date(2026, 2, 10))
    assert letter.text.count("is still open") == 1


def letter(on: str, **sessions: str) -> Letter:
    return next(each for each in written(programme(active(*sessions.values())), date.fromisoformat(on)))


def test_a_letter_is_named_by_its_day_and_its_pair_and_goes_to_both() -> None:
    found = letter("2026-02-24", first=session("2026-01-19", "held"), second=session("2026-02-17"))
    assert (found.name, found.on) == (f"2026-02-24.{NAME}", date(2026, 2, 24))
    assert [each.name for each in found.to] == ["p-017", "p-042"]


def test_the_letter_to_coordinators_says_who_why_since_when_and_what_next() -> None:
    found = programme({**CASES["unrecorded"][1], SETTINGS: programmes.healthy()[SETTINGS].decode()})
    [told] = [each for each in written(found, date(2026, 3, 3)) if each.name.endswith("coordinators")]
    assert (
        "p-017 and p-042\nSession 02 is not recorded 14 days after its date; 3 are expected (SES012, since" in told.text
    )
    assert "since 21 February 2026).\nAsk both whether it took place; the record takes three minutes.\n" in told.text
    assert "Not performance data." in told.text


def test_the_letter_to_coordinators_speaks_the_programmes_language() -> None:
    settings = programmes.healthy()[SETTINGS].decode().replace("language: en", "language: de")
    found = programme({**CASES["unrecorded"][1], SETTINGS: settings})
    [told] = [each for each in written(found, date(2026, 3, 3)) if each.name.endswith("coordinators")]
    assert told.subject == "Open Door: wer sich über einen Anruf freuen könnte"
    assert told.text.startswith("Hallo,\n\n")
    assert "p-017 und p-042\nSession 02 is not recorded" in told.text  # a finding's own sentence, as on the page
    assert "(SES012, seit 21. Februar 2026).\nFrage beide, ob " in told.text
    assert told.text.endswith("auf eurer Seite „Braucht dich jetzt“. Keine Leistungsdaten.\n")


def test_a_letter_to_coordinators_has_ten_pairs_at_most() -> None:
    files = {SETTINGS: programmes.healthy()[SETTINGS].decode()}
    for number in range(10, 22):
        files[f"pairs/spring/pair-{number}/pair.yml"] = pair("state: proposed, on: 2026-01-05, by: coordinator")
        files |= room(pair=f"spring/pair-{number}")
    [told] = written(programme(files), date(2026, 1, 20))
    assert told.text.count("without an answer") == 10
    assert "\n\nAnd 2 more.\n" in told.text


def test_tuesdays_are_what_they_are_called() -> None:
    assert all((date(2026, 1, 1) + timedelta(each)).weekday() == 1 for each in range(5, 300, 7))
