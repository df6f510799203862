"""ACT002, ACT004, ACT005: promises over time; every place and every day is counted by hand in the texts below."""

from __future__ import annotations

from datetime import date

import pytest
from telling import findings, related, told

PAIR = "pairs/2026-spring/pair-03/pair.yml"
ROOM = "pairs/2026-spring/pair-03/sessions/"
SETTINGS = "pairs/programme.yml"
RECORD = """\
date: {day} 15:00
length: 60 min
status: {status}
template: standard
purpose: Find out which tasks ate the week.
actions:{actions}
"""


def action(name: str, due: str, status: str = "open", owner: str = "mentor", done_on: str = "") -> str:
    """Give an action of five lines, or six where it is done."""
    last = f"    done_on: {done_on}\n" if done_on else ""
    return f"  - id: {name}\n    owner: {owner}\n    action: Do it.\n    due: {due}\n    status: {status}\n{last}"


def session(number: str, day: str, *actions: str, status: str = "held") -> dict[str, str]:
    """Give a session; its first action starts in line 7."""
    text = "\n" + "".join(actions).removesuffix("\n") if actions else " []"
    return {f"{ROOM}{number}.yml": RECORD.format(day=day, status=status, actions=text)}


def pair(*history: tuple[str, str]) -> dict[str, str]:
    """Give a pair with a history of states and days."""
    steps = "".join(f"  - state: {state}\n    on: {day}\n    by: both\n" for state, day in history)
    head = "mentor: p-017\nmentee: p-042\nfocus:\n  - digital\n"
    match = "match:\n  on: 2026-01-05\n  reason: They like trains.\n  shared_interests:\n    - trains\n"
    return {PAIR: f"{head}{match}  both_consulted: true\nhistory:\n{steps}"}


ACTIVE = pair(("proposed", "2026-01-05"), ("accepted", "2026-01-08"), ("active", "2026-01-12"))


# ACT002 -----------------------------------------------------------------------------------------------------------


def test_four_actions_are_kept_in_mind_and_the_fifth_is_too_many() -> None:
    four = [action(f"a{number}", "2026-03-10") for number in range(1, 5)]
    assert told("ACT002", session("01", "2026-02-17", *four)) == []
    (found,) = findings(
        "ACT002", session("01", "2026-02-17", *four, action("a5", "2026-03-10"), action("a6", "2026-03-10"))
    )
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:27:9-11", "error")
    assert found.message == "the session has 6 actions; at most 4 are kept in mind (`policy.actions`)"


@pytest.mark.parametrize("due", ["2026-02-17", "2026-05-18"])
def test_an_action_is_due_from_its_session_to_ninety_days_later(due: str) -> None:
    assert told("ACT002", session("01", "2026-02-17", action("a1", due))) == []


def test_nothing_is_due_before_its_session() -> None:
    (found,) = findings("ACT002", session("01", "2026-02-17", action("a1", "2026-02-16")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:10:10-20", "error")
    assert found.message == "action `a1` is due before its session"
    assert found.help == "write a `due` from 2026-02-17 on"
    assert related(found) == [f"{ROOM}01.yml:1:7-23: the session"]


def test_ninety_one_days_are_too_far() -> None:
    (found,) = findings("ACT002", session("01", "2026-02-17", action("a1", "2026-05-19")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:10:10-20", "warning")
    assert found.message == "action `a1` is due 91 days after its session; 90 are sensible at most"
    assert found.help == "write a `due` up to 2026-05-18, for a first part"


def test_a_session_that_is_still_to_come_says_nothing_of_a_due_day() -> None:
    files = session("01", "2026-04-02", action("a1", "2026-03-10"))
    assert told("ACT002", files) == []
    assert len(told("ACT002", files, date(2026, 4, 2))) == 1


# ACT004 -----------------------------------------------------------------------------------------------------------


def carried(due: str, *, held: int, status: str = "open") -> tuple[dict[str, str], dict[str, str]]:
    """Give a room before and after its last session is recorded: 01 with an action, then up to `held` sessions."""
    days = ("2026-01-19", "2026-02-18", "2026-03-20")[:held]
    rooms = [
        session(f"0{at}", day, *([action("a1", due, status)] if at == 1 else [])) for at, day in enumerate(days, 1)
    ]
    after = {path: text for room in rooms for path, text in room.items()}
    planned = session(f"0{held}", days[-1], status="planned")
    return {**after, **{path: text.replace("actions: []\n", "") for path, text in planned.items()}}, after


@pytest.mark.parametrize(("due", "held", "fires"), [
    ("2026-01-19", 2, False),  # 30 days on 2026-02-18
    ("2026-01-18", 2, True),  # 31 days
    ("2026-03-19", 3, True),  # a day past, and two sessions later
    ("2026-03-20", 3, False),  # due on the day itself
    ("2026-02-17", 2, False),  # a day past, one session later
])  # fmt: skip
def test_an_old_promise_is_told_when_a_session_is_recorded(due: str, held: int, *, fires: bool) -> None:
    before, after = carried(due, held=held)
    assert bool(told("ACT004", after, before=before)) is fires


def test_it_is_told_where_the_promise_stands() -> None:
    before, after = carried("2026-01-18", held=2)
    (found,) = findings("ACT004", after, before=before)
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:11:13-17", "error")
    assert found.message == "action `a1` was still open in session 02, 31 days past its `due`; at most 30 days"
    assert found.key == "actions[a1].status"
    assert related(found) == [
        f"{ROOM}01.yml:10:10-20: when it was due",
        f"{ROOM}02.yml:3:9-13: the session that is recorded now",
    ]
    before, after = carried("2026-03-19", held=3)
    (found,) = findings("ACT004", after, before=before)
    assert (
        found.message == "action `a1` was still open in session 03, 1 days past its `due`; 2 sessions were held since"
    )


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_a_promise_that_was_decided_on_is_fine(status: str) -> None:
    before, after = carried("2026-01-18", held=2, status=status)
    assert told("ACT004", after, before=before) == []


def test_a_change_that_records_nothing_is_not_asked() -> None:
    before, after = carried("2026-01-18", held=2)
    assert told("ACT004", after, before=after) == []
    assert told("ACT004", after) == []
    assert told("ACT004", before, before=after) == []


def test_a_session_that_is_new_is_recorded_as_well() -> None:
    before, after = carried("2026-01-18", held=2)
    del before[f"{ROOM}02.yml"]
    assert len(told("ACT004", after, before=before)) == 1


def test_promises_of_the_recorded_session_itself_are_no_old_ones() -> None:
    after = session("01", "2026-03-20", action("a1", "2026-01-01"))
    assert told("ACT004", after, before={}) == []


# ACT005 -----------------------------------------------------------------------------------------------------------


def three(*actions: str, third: str = "2026-03-20") -> dict[str, str]:
    """Give three sessions; the actions are those of the second."""
    rooms = (session("01", "2026-01-19"), session("02", "2026-02-18", *actions), session("03", third))
    return {path: text for room in rooms for path, text in room.items()}


def test_by_the_third_session_the_mentee_owns_an_action() -> None:
    (found,) = findings("ACT005", three(action("a1", "2026-04-10")))
    assert (str(found.span), found.severity) == (f"{ROOM}03.yml:6:1-8", "warning")
    assert found.message == "3 sessions are held, and the mentee owns no action yet; one is expected by now"
    assert related(found) == [f"{ROOM}03.yml:1:7-23: session 03 is the third"]
    assert len(told("ACT005", three())) == 1
    assert told("ACT005", three(action("a1", "2026-04-10", owner="mentee"))) == []


def test_two_sessions_are_early() -> None:
    assert told("ACT005", three(third="2026-04-02")) == []
    assert len(told("ACT005", three(third="2026-04-01"))) == 1


def test_an_unknown_owner_may_be_the_mentee() -> None:
    assert told("ACT005", three(action("a1", "2026-04-10", owner="both"))) == []


def done(*days: str) -> dict[str, str]:
    """Give a session with an action done on each of these days, of six lines from line 7."""
    actions = [action(f"a{at}", "2026-03-10", "done", "mentee", day) for at, day in enumerate(days)]
    return session("01", "2026-02-17", *actions)


def test_four_closed_on_one_day_are_told_once() -> None:
    day = "2026-03-09"
    assert told("ACT005", done(day, day, day, "2026-03-10")) == []
    (found,) = findings("ACT005", done(day, day, day, day, day))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:30:14-24", "warning")
    assert found.message == "5 actions were done on 2026-03-09; fewer than 4 are expected"
    assert related(found) == [f"{ROOM}01.yml:12:14-24: the first of them"]


def test_a_day_that_is_still_to_come_closes_nothing() -> None:
    assert told("ACT005", done(*["2026-04-02"] * 4)) == []
    assert len(told("ACT005", done(*["2026-04-01"] * 4))) == 1


def test_an_open_action_is_told_from_the_fifteenth_day() -> None:
    files = {**ACTIVE, **session("01", "2026-02-17", action("a1", "2026-03-17"))}
    assert told("ACT005", files, date(2026, 3, 31)) == []
    (found,) = findings("ACT005", files, date(2026, 4, 1))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:11:13-17", "nightly")
    assert found.message == "action `a1` is open 15 days after it was due; it needs a look after 2 weeks"
    assert related(found) == [f"{ROOM}01.yml:10:10-20: when it was due", "judged as of 2026-04-01 (--as-of)"]


@pytest.mark.parametrize("last", [("ended_early", "2026-03-20"), ("completed", "2026-03-20"), ("active", "2026-05-01")])
def test_an_ended_pair_or_an_unclear_history_is_left_in_peace(last: tuple[str, str]) -> None:
    history = pair(("proposed", "2026-01-05"), ("accepted", "2026-01-08"), ("active", "2026-01-12"), last)
    assert told("ACT005", {**history, **session("01", "2026-02-17", action("a1", "2026-03-10"))}) == []


def test_a_closed_action_is_not_late() -> None:
    text = action("a1", "2026-03-10", "dropped")
    assert told("ACT005", {**ACTIVE, **session("01", "2026-02-17", text)}) == []


def test_the_thresholds_are_the_programmes_own() -> None:
    files = {**ACTIVE, **session("01", "2026-02-17", action("a1", "2026-03-24"))}
    settings = """\
name: Open Door
purpose: Juniors show what the work looks like.
organisation: Lanternworks
not_for:
  - promotion
timezone: Europe/Berlin
language: en
focus_areas:
  - id: digital
    title: Digital
    why: It is new.
cohorts:
  - id: 2026-spring
    title: Spring
    starts: 2026-01-05
    ends: 2026-06-26
defaults:
  sessions: 6
  minimum_sessions: 4
  every: 30 days
  length: 60 min
people:
  sponsor: p-001
  coordinators:
    - p-003
    - p-004
  support_contact: p-002
id: open-door
policy:
  action_late: 7 days
"""
    assert told("ACT005", files) == []
    (found,) = findings("ACT005", {**files, SETTINGS: settings})
    assert found.message == "action `a1` is open 8 days after it was due; it needs a look after 1 week"
