"""GOA001, GOA003 and GOA004: goals of both sides, kept and moving; places are counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from telling import findings, related, told

PAIR = "pairs/spring/pair-03/pair.yml"
SECOND = "pairs/spring/pair-03/sessions/02.yml"
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
PAUSED = "  - {state: paused, on: 2026-03-01, by: both, reason: leave, until: 2026-03-20}\n"
COMPLETED = "  - {state: completed, on: 2026-03-30, by: both}\n"
HELD = """\
date: 2026-02-17 15:00
length: 60 min
status: held
template: standard
purpose: Find out which tasks ate the week.
actual: 55 min
takeaways: {mentor: withheld, mentee: withheld}
actions: []
next: 2026-03-17
"""
PLANNED = HELD.partition("actual")[0].replace("held", "planned")


def goal(name: str, side: str, state: str = "open", progress: str = "50") -> str:
    """Write a goal on one line."""
    return f"  - {{id: {name}, side: {side}, goal: I can., sign: They see., state: {state}, progress: {progress}}}\n"


MENTOR, MENTEE = goal("g1", "mentor"), goal("g2", "mentee")

# GOA001 -----------------------------------------------------------------------------------------------------------


def test_a_goal_of_each_side_is_enough() -> None:
    assert told("GOA001", {PAIR: f"{HEAD}goals:\n{MENTOR}{MENTEE}", SECOND: HELD}) == []
    assert told("GOA001", {PAIR: f"{HEAD}goals:\n{goal('g1', 'mentor', 'dropped')}{MENTEE}", SECOND: HELD}) == []


@pytest.mark.parametrize(("goals", "missing"), [(MENTOR, "mentee"), (MENTEE, "mentor")])
def test_once_session_02_is_held_a_side_without_a_goal_is_told(goals: str, missing: str) -> None:
    (found,) = findings("GOA001", {PAIR: f"{HEAD}goals:\n{goals}", SECOND: HELD})
    assert (str(found.span), found.severity) == (f"{PAIR}:21:1-6", "error")
    assert found.message == f"session 02 is held, but the {missing} has no goal"
    assert found.help.startswith(f"add a goal with `side: {missing}` under `goals`")
    assert related(found) == [f"{SECOND}:3:9-13: held"]


@pytest.mark.parametrize(("goals", "place"), [("", "1:1-14"), ("goals: []\n", "21:1-6")])
def test_no_goal_at_all_is_one_finding(goals: str, place: str) -> None:
    (found,) = findings("GOA001", {PAIR: HEAD + goals, SECOND: HELD})
    assert str(found.span) == f"{PAIR}:{place}"
    assert found.message == "session 02 is held, but neither side has a goal"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (SECOND, PLANNED),
        (SECOND.replace("02", "01"), HELD),
        (SECOND, HELD.replace("2026-02-17", "2026-05-17")),
    ],
)
def test_before_session_02_is_held_nothing_is_an_error(path: str, text: str) -> None:
    assert [each.severity for each in findings("GOA001", {PAIR: HEAD, path: text})] == ["nightly"]


def test_a_session_on_the_day_itself_is_held() -> None:
    assert len(told("GOA001", {PAIR: HEAD, SECOND: HELD}, date(2026, 2, 17))) == 1
    assert told("GOA001", {PAIR: HEAD, SECOND: HELD}, date(2026, 2, 16)) == [
        f"{PAIR}:1:1-14 nightly: neither side has a goal on active day 35; one each is expected by day 30"
    ]


def test_after_thirty_active_days_a_goal_is_asked_for() -> None:
    files = {PAIR: f"{HEAD}goals:\n{MENTOR}"}
    assert told("GOA001", files, date(2026, 2, 10)) == []  # day 29
    (found,) = findings("GOA001", files, date(2026, 2, 11))
    assert (str(found.span), found.severity) == (f"{PAIR}:21:1-6", "nightly")
    assert found.message == "the mentee has no goal on active day 30; one each is expected by day 30"
    assert related(found) == ["judged as of 2026-02-11"]


@pytest.mark.parametrize(
    "history",
    [PAUSED, COMPLETED, "  - {state: ended_early, on: 2026-03-01, by: coordinator, reason: time}\n"],
)
def test_only_an_active_pair_is_asked(history: str) -> None:
    assert told("GOA001", {PAIR: HEAD + history}) == []


def test_days_of_a_pause_do_not_count() -> None:
    paused = PAUSED.replace("2026-03-01", "2026-01-20") + "  - {state: active, on: 2026-01-30, by: both}\n"
    assert told("GOA001", {PAIR: HEAD + paused}, date(2026, 2, 20)) == []  # day 39, 10 of them paused
    assert len(told("GOA001", {PAIR: HEAD + paused}, date(2026, 2, 21))) == 1


def test_a_history_out_of_order_counts_no_days() -> None:
    assert told("GOA001", {PAIR: HEAD.replace("2026-01-08", "2026-02-08")}) == []


# GOA003 -----------------------------------------------------------------------------------------------------------


def test_at_the_end_no_goal_is_open() -> None:
    (found,) = findings("GOA003", {PAIR: f"{HEAD}{COMPLETED}goals:\n{goal('g1', 'mentor', 'closer')}{MENTEE}"})
    assert (str(found.span), found.severity) == (f"{PAIR}:24:66-70", "error")
    assert found.message == "the pair is `completed`, but goal `g2` is still open"
    assert found.key == "goals[g2].state"
    assert related(found) == [f"{PAIR}:21:13-22: completed"]


@pytest.mark.parametrize("state", ["reached", "closer", "reframed", "dropped"])
def test_every_other_state_is_an_ending(state: str) -> None:
    assert told("GOA003", {PAIR: f"{HEAD}{COMPLETED}goals:\n{goal('g1', 'mentor', state)}"}) == []


@pytest.mark.parametrize("history", ["", PAUSED, COMPLETED.replace("2026-03-30", "2026-04-02")])
def test_before_the_end_a_goal_may_be_open(history: str) -> None:
    assert told("GOA003", {PAIR: f"{HEAD}{history}goals:\n{MENTOR}"}) == []


def test_on_the_day_of_the_end_it_may_not() -> None:
    assert len(told("GOA003", {PAIR: f"{HEAD}{COMPLETED}goals:\n{MENTOR}"}, date(2026, 3, 30))) == 1


def test_a_goal_is_never_removed() -> None:
    before = {PAIR: f"{HEAD}goals:\n{MENTOR}{MENTEE}{goal('g3', 'mentee')}"}
    found = findings("GOA003", {PAIR: f"{HEAD}goals:\n{MENTOR}"}, before=before)
    assert [(str(each.span), each.severity, each.message, each.key) for each in found] == [
        (f"{PAIR}:21:1-6", "error", "goal `g2` was removed", "goals[g2]"),
        (f"{PAIR}:21:1-6", "error", "goal `g3` was removed", "goals[g3]"),
    ]


def test_a_changed_or_added_goal_is_kept() -> None:
    before = {PAIR: f"{HEAD}goals:\n{MENTOR}"}
    after = {PAIR: f"{HEAD}goals:\n{MENTEE}{goal('g1', 'mentor', 'reframed')}"}
    assert told("GOA003", after, before=before) == []
    assert told("GOA003", after, before=after) == []


def test_goals_go_with_their_pair_and_come_with_it() -> None:
    files = {PAIR: f"{HEAD}goals:\n{MENTOR}"}
    assert told("GOA003", {}, before=files) == []
    assert told("GOA003", files, before={}) == []


# GOA004: a term of 100 days from 12 January; its half is over on 4 March --------------------------------------------

TERM = "agreement: {ends: 2026-04-22}\n"
SIXTY = date(2026, 3, 13)


def of_mentee(*goals: tuple[str, str], history: str = "", agreement: str = TERM) -> dict[str, str]:
    """Give an active pair with goals of the mentee, each a state and a progress; the first is on line 23."""
    listed = "".join(goal(f"g{number}", "mentee", *each) for number, each in enumerate(goals, 1))
    return {PAIR: f"{HEAD}{history}{agreement}goals:\n{listed}"}


def test_a_side_that_is_behind_is_told_at_the_goal_that_moved_least() -> None:
    files = of_mentee(("reached", "100"), ("open", "25"), ("open", "0"), ("dropped", "0"))
    (found,) = findings("GOA004", files, date(2026, 3, 23))  # day 70, mean 125 / 300
    assert (str(found.span), found.severity) == (f"{PAIR}:25:82-83", "nightly")
    assert found.message == ("the mentee's goals stand at 41 % on active day 70 of 100; 45 % or more are expected")
    assert found.key == "goals[g3].progress"
    assert related(found) == ["judged as of 2026-03-23"]


@pytest.mark.parametrize(("day", "count"), [("2026-03-28", 0), ("2026-03-29", 1)])  # days 75 and 76
def test_a_lag_of_a_quarter_is_allowed(day: str, count: int) -> None:
    assert len(told("GOA004", of_mentee(("open", "50")), date.fromisoformat(day))) == count


@pytest.mark.parametrize(("day", "count"), [("2026-03-03", 0), ("2026-03-04", 1)])  # days 50 and 51
def test_in_the_first_half_nobody_is_behind(day: str, count: int) -> None:
    assert len(told("GOA004", of_mentee(("open", "0")), date.fromisoformat(day))) == count


def test_both_sides_are_judged() -> None:
    both = goal("g1", "mentor", progress="0") + goal("g2", "mentee", progress="0")
    assert [str(each.span) for each in findings("GOA004", {PAIR: f"{HEAD}{TERM}goals:\n{both}"}, SIXTY)] == [
        f"{PAIR}:23:82-83",
        f"{PAIR}:24:82-83",
    ]


@pytest.mark.parametrize(
    "goals",
    [
        [("dropped", "0")],
        [("reframed", "25"), ("closer", "0")],
        [("open", "0"), ("open", "60")],
        [("reached", "0")],
        [("reached", "100")],
    ],
)
def test_goals_that_say_nothing_of_progress_lag_behind_nothing(goals: list[tuple[str, str]]) -> None:
    assert told("GOA004", of_mentee(*goals), SIXTY) == []


def test_an_open_goal_without_progress_is_told_by_another_code() -> None:
    bare = "  - {id: g1, side: mentee, goal: I can., sign: They see., state: open}\n"
    assert told("GOA004", {PAIR: f"{HEAD}{TERM}goals:\n{bare}"}, SIXTY) == []


@pytest.mark.parametrize("history", [PAUSED, COMPLETED.replace("03-30", "03-12")])
def test_only_an_active_pair_is_behind(history: str) -> None:
    assert told("GOA004", of_mentee(("open", "0"), history=history), SIXTY) == []


def test_days_of_a_pause_do_not_count_here_either() -> None:
    pause = PAUSED.replace("2026-03-01", "2026-02-01") + "  - {state: active, on: 2026-02-11, by: both}\n"
    assert told("GOA004", of_mentee(("open", "0"), history=pause), SIXTY) == []  # day 60, 10 of them paused
    assert len(told("GOA004", of_mentee(("open", "0"), history=pause), date(2026, 3, 14))) == 1


def test_without_a_term_nobody_is_behind() -> None:
    assert told("GOA004", of_mentee(("open", "0"), agreement=""), SIXTY) == []
