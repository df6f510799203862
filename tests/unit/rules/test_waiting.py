"""PAI014: what a pair may wait for, each at the day before it is told and on that day; places by hand."""

from __future__ import annotations

from datetime import date

import pytest
from small import ACCEPTED, BEGUN, PAIR, PROPOSED, pair, room, session, settings, template
from telling import findings, related, told

FIRST, SECOND = "pairs/spring/pair-03/sessions/01.yml", "pairs/spring/pair-03/sessions/02.yml"
TERM = "agreement:\n  every: 30 days\n  ends: 2026-07-13\n"
"""The end of the term stands on line 17 of an active pair, the rhythm on line 16."""


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(("as_of", "fires"), [("2026-01-19", False), ("2026-01-20", True)])
def test_a_proposal_waits_for_two_weeks(as_of: str, *, fires: bool) -> None:
    says = f"{PAIR}:12:27-37 nightly: the proposal is without an answer for 15 days; agreed: 14 days"
    assert told("PAI014", {PAIR: pair(PROPOSED)}, day(as_of)) == ([says] if fires else [])


@pytest.mark.parametrize(("as_of", "fires"), [("2026-01-29", False), ("2026-01-30", True)])
def test_an_accepted_pair_begins_within_three_weeks(as_of: str, *, fires: bool) -> None:
    says = f"{PAIR}:13:27-37 nightly: accepted 22 days ago and not active yet; agreed: 21 days"
    assert told("PAI014", {PAIR: pair(PROPOSED, ACCEPTED)}, day(as_of)) == ([says] if fires else [])


def test_the_programme_says_how_long_both_may_take() -> None:
    own = settings(answer_within="7 days", first_session_within="7 days")
    assert len(told("PAI014", {PAIR: pair(PROPOSED), **own}, day("2026-01-13"))) == 1
    assert len(told("PAI014", {PAIR: pair(PROPOSED, ACCEPTED), **own}, day("2026-01-16"))) == 1
    assert len(told("PAI014", {PAIR: pair(*BEGUN), **own}, day("2026-01-19"))) == 1


@pytest.mark.parametrize(("as_of", "fires"), [("2026-02-01", False), ("2026-02-02", True)])
def test_something_is_held_by_active_day_21(as_of: str, *, fires: bool) -> None:
    files = {PAIR: pair(*BEGUN), **room(session("2026-01-19"))}
    says = f"{PAIR}:14:25-35 nightly: no session held by active day 21; agreed: a first one within 21 days"
    assert told("PAI014", files, day(as_of)) == ([says] if fires else [])
    held = {PAIR: pair(*BEGUN), **room(session("2026-01-19", "held"))}
    assert told("PAI014", held, day(as_of)) == []


@pytest.mark.parametrize(("as_of", "fires"), [("2026-02-18", False), ("2026-02-19", True)])
def test_days_of_a_pause_are_not_waited_for(as_of: str, *, fires: bool) -> None:
    """Active on 12 January, paused for the 17 days from 15 January: active day 21 is 19 February."""
    steps = ("state: paused, on: 2026-01-15, by: both, reason: leave, until: 2026-02-01",
             "state: active, on: 2026-02-01, by: both")  # fmt: skip
    assert len(told("PAI014", {PAIR: pair(*BEGUN, *steps)}, day(as_of))) == fires


def two_held(more: str = TERM, *steps: str) -> dict[str, str]:
    """Give a pair that met on 19 January and on 17 February."""
    held = room(session("2026-01-19", "held"), session("2026-02-17", "held"))
    return {PAIR: pair(*BEGUN, *steps, more=more), **held}


@pytest.mark.parametrize(("as_of", "fires"), [("2026-04-10", False), ("2026-04-11", True)])
def test_one_and_three_quarters_of_the_rhythm_is_too_long(as_of: str, *, fires: bool) -> None:
    """A rhythm of 30 days: 52 days after 17 February is 10 April, and 53 are more than 52.5."""
    says = f"{SECOND}:1:7-23 nightly: no session held for 53 active days; agreed: every 30 days"
    assert told("PAI014", two_held(), day(as_of)) == ([says] if fires else [])


def test_the_quiet_is_shown_with_what_was_agreed() -> None:
    (found,) = findings("PAI014", two_held(), day("2026-04-13"))
    assert related(found) == [
        f"{SECOND}:1:7-23: the last session held; the next was due by 2026-03-19",
        f"{PAIR}:16:10-17: the agreed rhythm",
        "judged as of 2026-04-13 (--as-of)",
    ]
    assert found.help == "plan a session with `mentoring new session pair-03`, or record a pause with its reason"


def test_days_of_a_pause_move_the_day_the_next_one_was_due() -> None:
    steps = ("state: paused, on: 2026-03-01, by: both, reason: leave, until: 2026-03-11",
             "state: active, on: 2026-03-11, by: both")  # fmt: skip
    files = two_held(TERM, *steps)
    assert told("PAI014", files, day("2026-04-20")) == []
    (found,) = findings("PAI014", files, day("2026-04-21"))
    assert found.message == "no session held for 53 active days; agreed: every 30 days"
    assert related(found)[0].endswith("due by 2026-03-29")


def test_the_programme_says_how_far_a_pair_may_drift() -> None:
    files = two_held() | settings(drift_watch="2.5")
    assert told("PAI014", files, day("2026-05-03")) == []
    assert len(told("PAI014", files, day("2026-05-04"))) == 1


def test_without_an_agreed_rhythm_nothing_is_late() -> None:
    assert told("PAI014", two_held(""), day("2026-06-01")) == []


PAUSED = "state: paused, on: 2026-03-01, by: both, reason: leave, until: 2026-03-20"


@pytest.mark.parametrize(("as_of", "fires"), [("2026-03-20", False), ("2026-03-21", True)])
def test_a_pause_ends_on_its_day(as_of: str, *, fires: bool) -> None:
    says = f"{PAIR}:15:69-79 nightly: the pause was agreed until 2026-03-20 and goes on for 1 day more"
    assert told("PAI014", two_held(TERM, PAUSED), day(as_of)) == ([says] if fires else [])


def test_a_pause_without_an_end_is_told_elsewhere_and_a_paused_pair_is_not_late() -> None:
    assert told("PAI014", two_held(TERM, PAUSED.partition(", until")[0]), day("2026-06-30")) == []
    assert len(told("PAI014", two_held(TERM, PAUSED), day("2026-06-30"))) == 1


def near_the_end(*sessions: str, **policy: str) -> dict[str, str]:
    """Give a pair whose last held session is of 1 June."""
    held = room(session("2026-06-01", "held"), *sessions)
    return {PAIR: pair(*BEGUN, more=TERM), **held, **settings(**policy), **template("closing"), **template("working")}


@pytest.mark.parametrize(
    ("as_of", "left"),
    [
        ("2026-06-12", None),
        ("2026-06-13", "ends in 30 days"),
        ("2026-07-12", "ends in 1 day"),
        ("2026-07-13", "ends in 0 days"),
        ("2026-07-14", "ended 1 day ago"),
        ("2026-07-15", "ended 2 days ago"),
    ],
)
def test_a_closing_is_planned_a_month_before_the_end(as_of: str, left: str | None) -> None:
    says = f"{PAIR}:17:9-19 nightly: the term {left} and no closing session is planned; agreed: 30 days before"
    assert told("PAI014", near_the_end(), day(as_of)) == ([says] if left else [])


@pytest.mark.parametrize(
    ("more", "count"),
    [
        (session("2026-07-06", template="closure"), 0),
        (session("2026-07-06", template="farewell"), 0),
        (session("2026-07-06"), 1),
        (session("2026-07-06", "cancelled", "closure"), 1),
        (session("2026-07-06", "missed", "closure"), 1),
    ],
)
def test_a_session_made_from_a_closing_template_is_one(more: str, count: int) -> None:
    assert len(told("PAI014", near_the_end(more), day("2026-06-20"))) == count


def test_the_programme_says_whether_and_when_a_closing_is_planned() -> None:
    assert told("PAI014", near_the_end(closing_required="false"), day("2026-06-20")) == []
    assert told("PAI014", near_the_end(closing_lead="20 days"), day("2026-06-22")) == []
    assert len(told("PAI014", near_the_end(closing_lead="20 days"), day("2026-06-23"))) == 1


@pytest.mark.parametrize(("as_of", "code"), [("2026-07-26", "and no closing"), ("2026-07-27", "is still `active`")])
def test_two_weeks_after_the_end_that_alone_is_told(as_of: str, code: str) -> None:
    held = session("2026-07-06", "held")
    (found,) = findings("PAI014", near_the_end(held), day(as_of))
    assert code in found.message
    (found,) = findings("PAI014", near_the_end(held), day("2026-12-01"))
    assert str(found.span) == f"{PAIR}:17:9-19"
    assert found.message == "the pair is still `active` 141 days after the end of its term; 14 are allowed"


def test_without_a_term_there_is_no_end() -> None:
    files = near_the_end() | {PAIR: pair(*BEGUN, more="agreement: {every: 30 days}\n")}
    assert told("PAI014", files, day("2026-07-20")) == []


@pytest.mark.parametrize("last", ["completed", "ended_early"])
def test_what_is_over_waits_for_nothing(last: str) -> None:
    assert told("PAI014", two_held(TERM, f"state: {last}, on: 2026-03-01, by: both"), day("2027-01-01")) == []


def test_a_history_that_is_wrong_says_nothing_of_the_day() -> None:
    assert told("PAI014", {PAIR: pair(PROPOSED, BEGUN[2])}, day("2026-12-01")) == []
    assert told("PAI014", {PAIR: pair(*BEGUN)}, day("2026-01-11")) == []
    assert len(told("PAI014", {PAIR: pair(*BEGUN)}, day("2026-12-01"))) == 1


def test_it_is_told_by_night_and_blocks_nothing() -> None:
    assert {each.severity for each in findings("PAI014", two_held(), day("2026-06-20"))} == {"nightly"}
