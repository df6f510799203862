"""SES002: a session has its time and its place in a pair's term; places are counted by hand."""

from __future__ import annotations

from datetime import date

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
"""
ACTIVE = f"""\
{HEAD}  - state: active
    on: 2026-01-12
    by: both
"""
"""What follows starts on line 21."""
TERM = "agreement:\n  ends: 2026-07-13\n"
PAUSE = "  - {state: paused, on: 2026-02-10, by: both, reason: leave, until: 2026-02-24}\n"
AGAIN = "  - {state: active, on: 2026-02-24, by: both}\n"
ENDED = "  - {state: ended_early, on: 2026-03-02, by: coordinator, reason: time}\n"


def session(day: str, status: str = "planned", template: str = "standard") -> str:
    """Give a session with as much of a record as its status asks for."""
    record = "actual: 55 min\ntakeaways: {mentor: withheld, mentee: withheld}\nactions: []\nnext: closing\n"
    more = {"held": record, "cancelled": "reason: clash\n"}.get(status, "")
    return (
        f"date: {day} 15:00\nlength: 60 min\nstatus: {status}\n"
        f"template: {template}\npurpose: Find out which tasks ate the week.\n{more}"
    )


def template(stage: str) -> dict[str, str]:
    """Give the template `standard` with a stage."""
    return {
        "content/agendas/standard.md": f"""\
---
title: Standard session
stage: {stage}
length: 60 min
use_when: Whenever nothing else fits better.
items: [{{item: Arriving, minutes: 60, lead: both, kind: check-in}}]
---
"""
    }


def at(day: str, status: str = "planned", pair: str = ACTIVE + TERM, as_of: str = "2026-04-01") -> list[str]:
    """Tell what is found in a pair with one session, the second."""
    return told("SES002", {PAIR: pair, f"{ROOM}02.yml": session(day, status)}, date.fromisoformat(as_of))


# Its time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-01-12", "2026-04-01", "2026-07-13"])
def test_a_session_within_the_term_is_fine(day: str) -> None:
    assert at(day) == []


@pytest.mark.parametrize("status", ["planned", "held", "cancelled"])
def test_a_session_before_active_is_told(status: str) -> None:
    files = {PAIR: ACTIVE + TERM, f"{ROOM}02.yml": session("2026-01-11", status)}
    (found,) = findings("SES002", files)
    assert (str(found.span), found.severity) == (f"{ROOM}02.yml:1:7-23", "error")
    assert found.message == "the session is dated before its pair became active on 2026-01-12"
    assert related(found) == [f"{PAIR}:19:9-19: `active` starts here"]


def test_a_session_after_the_term_is_told() -> None:
    (found,) = findings("SES002", {PAIR: ACTIVE + TERM, f"{ROOM}02.yml": session("2026-07-14")})
    assert found.message == "the session is dated after its pair's time, which ends on 2026-07-13"
    assert related(found) == [f"{PAIR}:22:9-19: the end of the term"]


def test_a_pair_that_goes_on_is_not_over_before_today() -> None:
    assert at("2026-08-01", "held", as_of="2026-08-01") == []
    assert len(at("2026-08-02", as_of="2026-08-01")) == 1


def test_a_pair_that_ended_has_its_term() -> None:
    assert at("2026-07-13", pair=ACTIVE + ENDED + TERM) == []
    assert len(at("2026-07-14", pair=ACTIVE + ENDED + TERM)) == 1


def test_a_pair_that_ended_after_its_term_has_until_then() -> None:
    files = {PAIR: ACTIVE + ENDED + TERM.replace("07-13", "02-20"), f"{ROOM}02.yml": session("2026-03-03", "held")}
    (found,) = findings("SES002", files)
    assert found.message == "the session is dated after its pair's time, which ends on 2026-03-02"
    assert related(found) == [f"{PAIR}:21:30-40: the end of the pair"]
    assert at("2026-03-02", "held", pair=ACTIVE + ENDED + TERM.replace("07-13", "02-20")) == []


def test_without_a_term_only_the_end_of_the_pair_counts() -> None:
    assert at("2029-01-01", pair=ACTIVE) == []
    assert len(at("2026-03-03", "held", pair=ACTIVE + ENDED)) == 1


@pytest.mark.parametrize(("status", "count"), [("planned", 0), ("cancelled", 0), ("held", 1)])
def test_before_a_pair_is_active_nothing_is_held(status: str, count: int) -> None:
    assert (
        at("2026-03-03", status, pair=HEAD)
        == [f"{ROOM}02.yml:1:7-23 error: the session is held, but its pair is not active yet"][:count]
    )


@pytest.mark.parametrize(("day", "count"), [("2026-02-09", 0), ("2026-02-10", 1), ("2026-02-23", 1), ("2026-02-24", 0)])
def test_nothing_is_held_inside_a_pause(day: str, count: int) -> None:
    pair = ACTIVE + PAUSE + AGAIN + TERM
    assert (
        at(day, "held", pair=pair)
        == [f"{ROOM}02.yml:1:7-23 error: the session is held while its pair is paused"][:count]
    )
    assert at(day, pair=pair) == []


def test_the_pause_is_shown() -> None:
    files = {PAIR: ACTIVE + PAUSE + TERM, f"{ROOM}02.yml": session("2026-04-01", "held")}
    (found,) = findings("SES002", files)
    assert related(found) == [f"{PAIR}:21:25-35: the pause starts here"]


def test_what_is_held_in_the_future_is_told_by_another_code() -> None:
    assert at("2026-08-01", "held") == []


def test_without_a_readable_pair_there_is_no_time() -> None:
    assert told("SES002", {f"{ROOM}02.yml": session("2025-01-11")}) == []
    assert at("2025-01-01", pair=ACTIVE.replace("on: 2026-01-12", "on: 2025-01-12") + TERM) == []


# Its template ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["working", "midpoint", "repair", "closing"])
def test_the_first_session_is_made_from_a_first_template(stage: str) -> None:
    files = {f"{ROOM}01.yml": session("2026-01-19")} | template(stage)
    (found,) = findings("SES002", files)
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:4:11-19", "error")
    assert found.message == f"session 01 is made from a template of stage `{stage}`"
    assert related(found) == [f"content/agendas/standard.md:3:8-{8 + len(stage)}: its stage"]


def test_a_first_template_is_right_for_the_first_and_no_fault_later() -> None:
    for number in ("01", "02"):
        assert told("SES002", {f"{ROOM}{number}.yml": session("2026-01-19")} | template("first")) == []


@pytest.mark.parametrize("stage", ["working", "midpoint", "repair", "closing"])
def test_later_sessions_may_have_any_stage_but_before(stage: str) -> None:
    assert told("SES002", {f"{ROOM}02.yml": session("2026-01-19")} | template(stage)) == []


@pytest.mark.parametrize("number", ["01", "02"])
@pytest.mark.parametrize("status", ["planned", "held"])
def test_nothing_of_stage_before_is_recorded(number: str, status: str) -> None:
    files = {f"{ROOM}{number}.yml": session("2026-01-19", status)} | template("before")
    assert told("SES002", files) == [f"{ROOM}{number}.yml:4:11-19 error: a talk before the agreement is not recorded"]


def test_a_template_or_stage_that_nobody_knows_is_told_by_other_codes() -> None:
    assert told("SES002", {f"{ROOM}01.yml": session("2026-01-19")}) == []
    assert told("SES002", {f"{ROOM}01.yml": session("2026-01-19")} | template("wroking")) == []
