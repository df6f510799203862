"""SES007 and SES009: what is written after a session; places are counted by hand."""

from __future__ import annotations

from datetime import date

import programmes
import pytest
from telling import findings, related, told

PAIR = "pairs/spring/pair-03/pair.yml"
ROOM = "pairs/spring/pair-03/sessions/"
HEAD = """\
mentor: p-017
mentee: p-042
focus:
  - digital
match:
  on: 2026-01-05
  reason: She teaches it on every shift; he has not opened it.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
  - state: accepted
    on: 2026-01-08
    by: both
  - state: active
    on: 2026-01-12
    by: both
"""
ACTIVE = f"{HEAD}agreement:\n  every: 30 days\n"
DAY = date(2026, 4, 1)


def held(day: str, after: str = "closing", takeaways: str = "{mentor: withheld, mentee: withheld}") -> str:
    """Give a held session: takeaways on line 7, `next` on line 9."""
    return (
        f"date: {day} 15:00\nlength: 60 min\nstatus: held\ntemplate: standard\npurpose: Talk.\n"
        f"actual: 55 min\ntakeaways: {takeaways}\nactions: []\nnext: {after}\n"
    )


def planned(day: str, more: str = "", status: str = "planned") -> str:
    """Give a session that is not held."""
    return f"date: {day} 15:00\nlength: 60 min\nstatus: {status}\ntemplate: standard\npurpose: Talk.\n{more}"


def room(*sessions: str, pair: str = ACTIVE) -> dict[str, str]:
    """Give a pair with its sessions, numbered from 01."""
    return {PAIR: pair} | {f"{ROOM}{number:02}.yml": text for number, text in enumerate(sessions, 1)}


# SES007: takeaways -----------------------------------------------------------------------------------------------


def test_a_takeaway_of_each_side_is_fine() -> None:
    assert told("SES007", room(held("2026-03-17", takeaways="{mentor: withheld, mentee: I ask more.}"))) == []


@pytest.mark.parametrize(("given", "missing"), [("mentor", "mentee"), ("mentee", "mentor")])
def test_a_side_without_a_takeaway_is_told(given: str, missing: str) -> None:
    (found,) = findings("SES007", room(held("2026-03-17", takeaways=f"{{{given}: withheld}}")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:7:1-10", "warning")
    assert found.message == f"the {missing} has no takeaway"
    assert found.help == f"add `{missing}:` with one sentence of that side, or `withheld`"
    assert found.key == f"takeaways.{missing}"


def test_no_takeaway_at_all_is_an_error() -> None:
    assert told("SES007", room(held("2026-03-17", takeaways="{}"))) == [
        f"{ROOM}01.yml:7:1-10 error: no side has a takeaway"
    ]


def test_what_is_not_held_keeps_nothing() -> None:
    assert told("SES007", room(planned("2026-03-17"))) == []
    assert told("SES007", room(held("2026-04-02", "2026-01-01", takeaways="{}"))) == []
    assert len(told("SES007", room(held("2026-04-01", takeaways="{}")))) == 1


def test_a_record_without_takeaways_or_next_is_told_by_another_code() -> None:
    text = held("2026-03-17").replace("takeaways: {mentor: withheld, mentee: withheld}\n", "")
    assert told("SES007", room(text.replace("next: closing\n", ""))) == []


# SES007: the next session ----------------------------------------------------------------------------------------


def test_a_session_on_the_next_day_agreed_on_is_fine() -> None:
    assert told("SES007", room(held("2026-03-17", "2026-04-14"), planned("2026-04-14"))) == []


def test_closing_stands_in_the_last_session() -> None:
    (found,) = findings("SES007", room(held("2026-03-17"), planned("2026-04-14")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:9:7-14", "error")
    assert found.message == "session 01 is the last one (`closing`), but session 02 follows"
    assert found.help.startswith("set `next: 2026-04-14`")
    assert related(found) == [f"{ROOM}02.yml:1:7-23: session 02"]
    assert len(told("SES007", room(held("2026-02-17"), held("2026-03-17")))) == 1


def test_after_closing_a_session_may_be_called_off() -> None:
    assert told("SES007", room(held("2026-03-17"), planned("2026-04-14", "reason: clash\n", "cancelled"))) == []


@pytest.mark.parametrize("day", ["2026-03-17", "2026-03-16"])
def test_the_next_session_is_later(day: str) -> None:
    (found,) = findings("SES007", room(held("2026-03-17", day)))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:9:7-17", "error")
    assert found.message == "the next session is not later than this one"
    assert related(found) == [f"{ROOM}01.yml:1:7-23: this one"]


@pytest.mark.parametrize(("day", "count"), [("2026-04-10", 0), ("2026-04-11", 1)])  # 52 and 53 days; 1.75 x 30 = 52.5
def test_the_next_session_is_not_far_away(day: str, count: int) -> None:
    found = findings("SES007", room(held("2026-02-17", day), planned(day)))
    assert [(str(each.span), each.severity, each.message) for each in found] == [
        (
            f"{ROOM}01.yml:9:7-17",
            "warning",
            "the next session is 53 days away; at most 52 are expected with a rhythm of 30 days",
        )
    ][:count]
    assert [related(each) for each in found] == [[f"{PAIR}:22:10-17: the agreed rhythm"]][:count]


def test_without_an_agreement_the_rhythm_is_a_month() -> None:
    (found,) = findings("SES007", room(held("2026-02-17", "2026-04-11"), planned("2026-04-11"), pair=HEAD))
    assert related(found) == []


def test_how_far_is_far_is_policy() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    loose = {"pairs/programme.yml": settings.replace("policy:\n", "policy:\n  drift_watch: 2\n")}
    files = room(held("2026-02-17", "2026-04-11"), planned("2026-04-11"))
    assert told("SES007", files | loose) == []


def test_days_of_a_pause_are_not_far() -> None:
    pause = "  - {state: paused, on: 2026-02-18, by: both, reason: leave, until: 2026-03-04}\n"
    again = "  - {state: active, on: 2026-03-04, by: both}\n"
    pair = HEAD + pause + again + "agreement:\n  every: 30 days\n"
    assert told("SES007", room(held("2026-02-17", "2026-04-24"), planned("2026-04-24"), pair=pair)) == []
    # 67 days, 14 of them paused
    assert len(told("SES007", room(held("2026-02-17", "2026-04-25"), planned("2026-04-25"), pair=pair))) == 1


@pytest.mark.parametrize(("day", "count"), [("2026-04-14", 0), ("2026-04-15", 1)])  # 49 active days, and 50
def test_the_longest_way_itself_is_not_far(day: str, count: int) -> None:
    pause = "  - {state: paused, on: 2026-02-18, by: both, reason: leave, until: 2026-02-25}\n"
    again = "  - {state: active, on: 2026-02-25, by: both}\n"
    pair = f"{HEAD}{pause}{again}agreement:\n  every: 4 weeks\n"
    assert len(told("SES007", room(held("2026-02-17", day), planned(day), pair=pair))) == count


def test_a_day_on_which_nothing_is_planned_is_told() -> None:
    (found,) = findings("SES007", room(held("2026-03-17", "2026-04-14")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:9:7-17", "warning")
    assert found.message == "no session is planned on 2026-04-14"
    assert found.help == "add a session dated 2026-04-14"
    (found,) = findings("SES007", room(held("2026-03-17", "2026-04-14"), planned("2026-04-15")))
    assert found.help == "correct `next`, or the date of the session"


@pytest.mark.parametrize("more", ["moved: 1\n", ""])
def test_a_session_that_was_moved_had_been_planned(more: str) -> None:
    assert len(told("SES007", room(held("2026-03-17", "2026-04-14"), planned("2026-04-16", more)))) == (not more)


def test_only_the_last_held_session_needs_one() -> None:
    files = room(held("2026-02-17", "2026-03-10"), held("2026-03-17", "2026-04-14"), planned("2026-04-14"))
    assert told("SES007", files) == []


@pytest.mark.parametrize(
    "more",
    [
        "  - {state: paused, on: 2026-03-20, by: both, reason: leave, until: 2026-04-10}\n",
        "  - {state: ended_early, on: 2026-03-20, by: coordinator, reason: time}\n",
    ],
)
def test_only_an_active_pair_needs_one(more: str) -> None:
    assert told("SES007", room(held("2026-03-17", "2026-04-14"), pair=HEAD + more)) == []


@pytest.mark.parametrize("pair", [None, HEAD.replace("on: 2026-01-12", "on: 2025-01-12")])
def test_without_a_readable_pair_the_way_is_not_measured(pair: str | None) -> None:
    files = room(held("2026-02-17", "2026-08-14"))
    rest = {PAIR: pair} if pair else {}
    assert told("SES007", {path: text for path, text in files.items() if path != PAIR} | rest) == []


def test_sessions_out_of_order_are_told_by_another_code() -> None:
    assert told("SES007", room(held("2026-03-18", "2026-08-14"), held("2026-03-17", "2026-08-14"))) == []
    assert told("SES007", room(held("2026-03-17", "2026-04-14"), planned("2026-03-17"))) == []


def test_a_session_that_cannot_be_read_may_be_the_next() -> None:
    files = room(held("2026-03-17", "2026-04-14"), "date: [\n")
    found = programmes.judged(programmes.loaded(files))
    assert [each.code for each in found if each.code in {"FIL006", "SES007"}] == ["FIL006"]


def test_a_rhythm_beyond_its_bounds_is_told_by_another_code() -> None:
    pair = f"{HEAD}agreement:\n  every: 2 days\n"
    assert told("SES007", room(held("2026-03-17", "2026-04-14"), planned("2026-04-14"), pair=pair)) == []


# SES009: the same words ------------------------------------------------------------------------------------------


def test_different_takeaways_are_fine_and_withheld_is_none() -> None:
    files = room(held("2026-02-17"), held("2026-03-17", takeaways="{mentor: withheld, mentee: I ask more.}"))
    assert told("SES009", files) == []


def test_one_sentence_of_both_sides_is_told_once() -> None:
    (found,) = findings("SES009", room(held("2026-03-17", takeaways="{mentor: I ask more., mentee: i  ask MORE.}")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:7:42-54", "warning")
    assert found.message == "the mentee's takeaway is the mentor's of session 01, word for word"
    assert related(found) == [f"{ROOM}01.yml:7:21-32: the first"]
    assert not found.related[0].excerpt


def test_one_sentence_in_two_sessions_is_told_at_the_later() -> None:
    one, two = "{mentor: withheld, mentee: I ask more.}", "{mentor: Waiting., mentee: I ask more.}"
    three = "{mentor: I ask more., mentee: withheld}"
    files = room(
        held("2026-01-19", takeaways=one), held("2026-02-17", takeaways=two), held("2026-03-17", takeaways=three)
    )
    assert [each.partition(" ")[2] for each in told("SES009", files)] == [
        "warning: the mentee's takeaway is the mentee's of session 01, word for word",
        "warning: the mentor's takeaway is the mentee's of session 01, word for word",
    ]


def test_two_pairs_may_keep_the_same_words() -> None:
    text = held("2026-03-17", takeaways="{mentor: withheld, mentee: I ask more.}")
    assert told("SES009", {f"{ROOM}01.yml": text, "pairs/spring/pair-04/sessions/01.yml": text}) == []


# SES009: crowded -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("every", "day", "count"), [
    ("30 days", "2026-03-15", 1),  # 14 days after the first
    ("30 days", "2026-03-16", 0),
    ("3 weeks", "2026-03-10", 1),  # 9 days; half of 21 is 10
    ("3 weeks", "2026-03-11", 0),
])  # fmt: skip
def test_sessions_are_half_a_rhythm_apart(every: str, day: str, count: int) -> None:
    files = room(held("2026-03-01"), held(day), pair=f"{HEAD}agreement:\n  every: {every}\n")
    assert len(told("SES009", files)) == count


def test_crowded_sessions_are_told_at_the_later() -> None:
    (found,) = findings("SES009", room(held("2026-03-12"), held("2026-03-17")))
    assert (str(found.span), found.severity) == (f"{ROOM}02.yml:1:7-23", "warning")
    assert found.message == (
        "sessions 01 and 02 are held 5 days apart; 15 days or more are expected with a rhythm of 30 days"
    )
    assert related(found) == [f"{ROOM}01.yml:1:7-23: session 01"]
    (found,) = findings("SES009", room(held("2026-03-16"), held("2026-03-17")))
    assert found.message.startswith("sessions 01 and 02 are held 1 day apart;")


def test_two_sessions_on_one_day_are_told_without_a_rhythm() -> None:
    files = {f"{ROOM}01.yml": held("2026-03-17"), f"{ROOM}02.yml": held("2026-03-17").replace("15:00", "16:00")}
    assert told("SES009", files) == [f"{ROOM}02.yml:1:7-23 warning: sessions 01 and 02 are held on one day"]
    assert told("SES009", {f"{ROOM}01.yml": held("2026-03-17"), f"{ROOM}02.yml": held("2026-03-18")}) == []


def test_sessions_at_one_time_or_out_of_order_are_told_by_another_code() -> None:
    early = held("2026-03-17").replace("15:00", "15:59")
    assert told("SES009", room(held("2026-03-17"), early)) == []
    assert told("SES009", room(held("2026-03-17"), held("2026-03-10"))) == []


def test_what_is_not_held_crowds_nothing() -> None:
    assert told("SES009", room(held("2026-03-17"), planned("2026-03-20"))) == []
    assert told("SES009", room(held("2026-03-31"), held("2026-04-02"))) == []
