"""SES012: what a room waits for, as time goes by; places are counted by hand."""

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
"""What follows starts on line 21."""
AGENDA = "agenda:\n  - {item: Talk, minutes: 60, lead: both, kind: topic}\n"
RECORD = "actual: 55 min\ntakeaways: {mentor: withheld, mentee: withheld}\nactions: []\nnext: closing\n"


def session(day: str, status: str = "planned", more: str = "", template: str = "standard") -> str:
    """Give a session; what follows its record, if it has one, is left to the test."""
    record = {"held": RECORD, "cancelled": "reason: clash\n", "missed": "reason: clash\n"}.get(status, "")
    return f"date: {day} 15:00\nlength: 60 min\nstatus: {status}\ntemplate: {template}\npurpose: Talk.\n{record}{more}"


def room(*sessions: str, pair: str = HEAD) -> dict[str, str]:
    """Give a pair with its sessions, numbered from 01, and the templates they are made from."""
    healthy = {path: text.decode() for path, text in programmes.healthy().items() if "/agendas/" in path}
    return healthy | {PAIR: pair} | {f"{ROOM}{number:02}.yml": text for number, text in enumerate(sessions, 1)}


BEGUN = session("2026-01-19", "held")

# Agendas ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "when"), [
    ("2026-04-04", "in 3 days"), ("2026-04-03", "in 2 days"), ("2026-04-02", "tomorrow"), ("2026-04-01", "today"),
])  # fmt: skip
def test_three_days_before_there_is_an_agenda(day: str, when: str) -> None:
    (found,) = findings("SES012", room(BEGUN, session(day)))
    assert (str(found.span), found.severity, found.key) == (f"{ROOM}02.yml:1:1-23", "nightly", "agenda")
    assert found.message == f"session 02 is {when} and has no agenda; one is expected 3 days before"
    assert related(found) == ["judged as of 2026-04-01"]
    assert told("SES012", room(BEGUN, session(day, more=AGENDA))) == []


def test_an_empty_agenda_is_shown() -> None:
    (found,) = findings("SES012", room(BEGUN, session("2026-04-02", more="agenda: []\n")))
    assert str(found.span) == f"{ROOM}02.yml:6:1-7"


@pytest.mark.parametrize("day", ["2026-04-05", "2026-03-31", "2026-05-12"])
def test_earlier_and_later_no_agenda_is_asked_for(day: str) -> None:
    assert told("SES012", room(BEGUN, session(day))) == []


@pytest.mark.parametrize(("day", "count"), [("2026-01-19", 1), ("2026-01-20", 0)])  # five days, and six
def test_the_first_agenda_is_there_five_days_before(day: str, count: int) -> None:
    found = told("SES012", room(session(day)), date(2026, 1, 14))
    assert (
        found
        == [f"{ROOM}01.yml:1:1-23 nightly: session 01 is in 5 days and has no agenda; one is expected 5 days before"][
            :count
        ]
    )


# Records ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "count"), [("2026-03-29", 0), ("2026-03-28", 1)])  # three days ago, and four
def test_three_days_after_there_is_a_record(day: str, count: int) -> None:
    found = told("SES012", room(BEGUN, session(day, more=AGENDA)))
    assert (
        found
        == [f"{ROOM}02.yml:3:9-16 nightly: session 02 is not recorded 4 days after its date; 3 are expected"][:count]
    )


@pytest.mark.parametrize("status", ["held", "cancelled", "missed"])
def test_what_is_recorded_is_not_asked_for(status: str) -> None:
    assert told("SES012", room(BEGUN, session("2026-03-20", status))) == []


# New dates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["cancelled", "missed"])
def test_fourteen_days_after_there_is_a_new_session(status: str) -> None:
    assert told("SES012", room(BEGUN, session("2026-03-18", status))) == []
    (found,) = findings("SES012", room(BEGUN, session("2026-03-17", status)))
    assert str(found.span) == f"{ROOM}02.yml:3:9-{9 + len(status)}"
    assert found.message == f"session 02 was {status} 15 days ago and is not rebooked; 14 days are expected"
    assert told("SES012", room(BEGUN, session("2026-03-17", status), session("2026-04-20"))) == []


def test_a_new_session_that_cannot_be_read_is_one() -> None:
    found = programmes.loaded(room(BEGUN, session("2026-03-10", "missed"), "date: [\n"))
    codes = [each.code for each in programmes.judged(found, nightly=True)]
    assert "FIL006" in codes
    assert "SES012" not in codes


@pytest.mark.parametrize(("statuses", "count"), [
    (("held", "cancelled", "missed"), 1),
    (("held", "planned", "cancelled"), 1),
    (("held", "cancelled", "held"), 0),
    (("cancelled", "held", "missed"), 0),
])  # fmt: skip
def test_two_in_a_row_that_were_not_held_are_told_at_the_newest(statuses: tuple[str, ...], count: int) -> None:
    days = ("2026-02-17", "2026-03-03", "2026-03-20")
    sessions = [session(day, status, AGENDA) for day, status in zip(days, statuses, strict=True)]
    found = [each for each in findings("SES012", room(BEGUN, *sessions)) if "two in a row" in each.message]
    assert [(str(each.span), each.message) for each in found] == [
        (f"{ROOM}04.yml:1:7-23", "sessions 03 and 04 were not held, two in a row")
    ][:count]
    assert [related(each) for each in found] == [[f"{ROOM}03.yml:1:7-23: session 03", "judged as of 2026-04-01"]][
        :count
    ]


def test_a_session_is_told_once() -> None:
    files = room(session("2026-02-17", "missed"), session("2026-03-03", "missed"))
    assert len(told("SES012", files)) == 1
    assert len(told("SES012", room(session("2026-02-17", "missed")))) == 1


# Reviews: a term of 100 days from 12 January; 60 % of it are over after 13 March ------------------------------------

TERM = "agreement:\n  review_on: 2026-03-03\n  ends: 2026-04-22\n"


@pytest.mark.parametrize(("day", "count"), [("2026-03-13", 0), ("2026-03-14", 1)])
def test_a_review_is_held_by_sixty_per_cent_of_the_term(day: str, count: int) -> None:
    files = room(BEGUN, session("2026-03-10", "planned", template="midpoint-review"), pair=HEAD + TERM)
    found = findings("SES012", files, date.fromisoformat(day))
    found = [each for each in found if "review" in each.message]
    assert [(str(each.span), each.message) for each in found] == [
        (f"{PAIR}:22:14-24", "no mid-point review is held on active day 61 of 100; one is expected by day 60")
    ][:count]


def test_a_held_review_is_one() -> None:
    review = session("2026-03-10", "held", template="midpoint-review")
    assert told("SES012", room(BEGUN, review, pair=HEAD + TERM)) == []
    assert len(told("SES012", room(BEGUN, review.replace("midpoint-review", "closure"), pair=HEAD + TERM))) == 1


def test_a_template_that_nobody_knows_may_be_a_review() -> None:
    assert told("SES012", room(BEGUN, session("2026-03-10", "held", template="half-way"), pair=HEAD + TERM)) == []


def test_without_a_term_there_is_no_mid_point() -> None:
    assert told("SES012", room(BEGUN, pair=HEAD + TERM.replace("  ends: 2026-04-22\n", ""))) == []


# Whom time asks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        "  - {state: paused, on: 2026-03-20, by: both, reason: leave, until: 2026-04-10}\n",
        "  - {state: ended_early, on: 2026-03-20, by: coordinator, reason: time}\n",
    ],
)
def test_only_an_active_pair_is_asked(more: str) -> None:
    files = room(session("2026-02-17"), session("2026-03-03", "missed"), session("2026-04-02"), pair=HEAD + more + TERM)
    assert told("SES012", files) == []


def test_a_history_out_of_order_is_told_by_another_code() -> None:
    assert told("SES012", room(session("2026-03-20"), pair=HEAD.replace("2026-01-08", "2026-02-08"))) == []


def test_how_long_time_waits_is_policy() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    own = "policy:\n  agenda_lead: 4 days\n  record_within: 2 days\n  rebook_within: 13 days\n  midpoint: [0.4, 0.5]\n"
    strict = {"pairs/programme.yml": settings.replace("policy:\n", own)}
    for files in (
        room(BEGUN, session("2026-04-05")),
        room(BEGUN, session("2026-03-29", more=AGENDA)),
        room(BEGUN, session("2026-03-18", "missed")),
    ):
        assert told("SES012", files) == []
        assert len(told("SES012", files | strict)) == 1
    files = room(BEGUN, pair=HEAD + TERM)
    assert told("SES012", files, date(2026, 3, 13)) == []
    assert len(told("SES012", files | strict, date(2026, 3, 13))) == 1
