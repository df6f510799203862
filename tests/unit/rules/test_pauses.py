"""PAI012: why a pair pauses, until when, and what follows; places are counted by hand."""

from __future__ import annotations

import pytest
from small import BEGUN, PAIR, pair, room, session, settings
from telling import findings, related, told

PAUSED = "state: paused, on: 2026-02-02, by: both, reason: leave, until: {}"
BACK = "state: active, on: 2026-03-02, by: both"
ENDS = "agreement: {ends: 2026-07-13}\n"
WELL = PAUSED.format("2026-03-02")


def paused(step: str, *more: str, agreement: str = "", **policy: str) -> list[str]:
    """Tell what is found in a pair that pauses."""
    return told("PAI012", {PAIR: pair(*BEGUN, step, *more, more=agreement), **settings(**policy)})


@pytest.mark.parametrize("reason", ["leave", "illness", "workload", "travel", "other"])
def test_a_pause_says_why_and_until_when(reason: str) -> None:
    assert paused(WELL.replace("leave", reason)) == []


def test_without_a_reason_it_is_not_declared() -> None:
    assert paused(WELL.replace(" reason: leave,", "")) == [f"{PAIR}:15:13-19 error: `paused` has no `reason`"]


def test_a_reason_is_a_category_and_not_one_of_an_ending() -> None:
    (found,) = findings("PAI012", {PAIR: pair(*BEGUN, WELL.replace("leave", "time"))})
    assert (str(found.span), found.message) == (f"{PAIR}:15:55-59", "the `reason` of `paused` is no category")
    assert found.help == "give a category only: `leave`, `illness`, `workload`, `travel` or `other`"


def test_the_nearest_category_is_offered() -> None:
    (found,) = findings("PAI012", {PAIR: pair(*BEGUN, WELL.replace("leave", "workloda"))})
    assert (found.help, found.fix.grade, found.fix.text) == ("did you mean `workload`?", "unsafe", "workload")


def test_a_reason_that_names_a_side_is_told_by_the_code_for_it() -> None:
    assert paused(WELL.replace("leave", "the mentee is away")) == []


def test_a_pause_has_an_end() -> None:
    (found,) = findings("PAI012", {PAIR: pair(*BEGUN, WELL.partition(", until")[0])})
    assert (str(found.span), found.severity) == (f"{PAIR}:15:13-19", "error")
    assert (found.message, found.key) == ("the pause has no `until`", "history[3].until")
    assert found.help == "set `until:` to the day the two go on, 2026-03-04 at the latest"


@pytest.mark.parametrize(("until", "fires"), [("2026-02-01", True), ("2026-02-02", True), ("2026-02-03", False)])
def test_it_ends_after_it_began(until: str, *, fires: bool) -> None:
    says = f"{PAIR}:15:69-79 error: the pause ends before it has begun"
    assert paused(PAUSED.format(until)) == ([says] if fires else [])


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("2026-03-04", ""),
        ("2026-03-05", "warning: the pause is to last 31 days; 30 at most are expected"),
        ("2026-03-16", "warning: the pause is to last 42 days; 30 at most are expected"),
        ("2026-03-17", "error: the pause is to last 43 days; 42 at most are allowed"),
    ],
)
def test_thirty_days_are_expected_and_six_weeks_allowed(until: str, says: str) -> None:
    assert paused(PAUSED.format(until)) == ([f"{PAIR}:15:69-79 {says}"] if says else [])


@pytest.mark.parametrize(("policy", "until", "fires"), [("7 days", "2026-02-09", 0), ("7 days", "2026-02-10", 1),
                                                        ("42 days", "2026-03-16", 0)])  # fmt: skip
def test_the_programme_says_how_long(policy: str, until: str, fires: int) -> None:
    assert len(paused(PAUSED.format(until), pause=policy)) == fires


def again(count: int) -> tuple[str, ...]:
    """Give one pause after another, each of a day."""
    pause = "state: paused, on: 2026-02-{:02}, by: both, reason: leave, until: 2026-02-{:02}"
    back = "state: active, on: 2026-02-{:02}, by: both"
    steps = [(pause.format(day, day + 1), back.format(day + 1)) for day in range(2, 2 + count)]
    return tuple(step for both in steps for step in both)


@pytest.mark.parametrize(("count", "told_of"), [(2, []), (3, ["3"]), (4, ["3", "4"])])
def test_a_pair_pauses_twice(count: int, told_of: list[str]) -> None:
    files = {PAIR: pair(*BEGUN, *again(count)), **room(session("2026-02-10"))}
    lines = {"3": 19, "4": 21}
    assert told("PAI012", files) == [
        f"{PAIR}:{lines[each]}:13-19 error: this is pause number {each} of the pair; 2 at most are allowed"
        for each in told_of
    ]


@pytest.mark.parametrize(("allowed", "count"), [("1", 1), ("0", 2), ("3", 0)])
def test_the_programme_says_how_often(allowed: str, count: int) -> None:
    files = {PAIR: pair(*BEGUN, *again(2)), **room(session("2026-02-10")), **settings(pauses=allowed)}
    assert len(told("PAI012", files)) == count


@pytest.mark.parametrize(("ends", "fires"), [("2026-02-16", False), ("2026-02-15", True), ("2026-02-02", True),
                                             ("2026-01-30", True)])  # fmt: skip
def test_the_last_two_weeks_of_the_term_are_for_the_closing(ends: str, *, fires: bool) -> None:
    agreement = f"agreement: {{ends: {ends}}}\n"
    says = f"{PAIR}:15:25-35 error: it begins on 2026-02-02, the term ends on {ends}; none starts in its last 14 days"
    assert paused(WELL, agreement=agreement) == ([says] if fires else [])


@pytest.mark.parametrize("at", [0, 1, 2])
def test_only_a_pause_has_an_until(at: int) -> None:
    steps = list(BEGUN)
    steps[at] += ", until: 2026-03-01"
    (found,) = findings("PAI012", {PAIR: pair(*steps)})
    column = len(steps[at]) - len("until: 2026-03-01") + 6
    assert str(found.span) == f"{PAIR}:{12 + at}:{column}-{column + 5}"
    assert found.message.endswith("has an `until`; only a pause has one")


@pytest.mark.parametrize(("day", "fires"), [("2026-03-01", True), ("2026-03-02", False), ("2026-03-16", False),
                                            ("2026-03-17", True)])  # fmt: skip
def test_a_session_follows_within_two_weeks(day: str, *, fires: bool) -> None:
    says = f"{PAIR}:16:25-35 warning: the pair goes on, but no session is dated within 14 days"
    files = {PAIR: pair(*BEGUN, WELL, BACK), **room(session("2026-01-19", "held"), session(day))}
    assert told("PAI012", files) == ([says] if fires else [])


def test_the_day_it_is_due_by_is_named() -> None:
    (found,) = findings("PAI012", {PAIR: pair(*BEGUN, WELL, BACK)})
    assert found.help == "plan a session up to 2026-03-16"
    assert related(found) == [f"{PAIR}:16:25-35: the pause ends here"]


@pytest.mark.parametrize(("day", "fires"), [("2026-03-16", False), ("2026-03-17", True)])
def test_who_ends_before_it_is_due_needs_no_session(day: str, *, fires: bool) -> None:
    ended = f"state: ended_early, on: {day}, by: coordinator, reason: time"
    assert len(paused(WELL, BACK, ended)) == fires


def test_what_follows_an_illegal_step_is_not_looked_at() -> None:
    assert told("PAI012", {PAIR: pair(*BEGUN[:2], WELL.partition(", until")[0])}) == []
