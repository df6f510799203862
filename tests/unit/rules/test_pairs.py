"""PAI001, PAI008 and PAI009: who a pair is, and what its history tells; every place is counted by hand."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from telling import findings, related, told

HEAD = """\
mentor: MENTOR
mentee: MENTEE
focus:
  - digital
match:
  on: 2026-01-05
  reason: She teaches it on every shift; he has not opened it.
  shared_interests:
    - night trains
  both_consulted: true
history:
"""
"""The first entry of the history has its state on line 12 and its day on line 13; each has three lines."""

LEGAL = {
    ("proposed", "accepted"),
    ("proposed", "declined"),
    ("proposed", "expired"),
    ("accepted", "active"),
    ("accepted", "ended_early"),
    ("active", "paused"),
    ("active", "completed"),
    ("active", "ended_early"),
    ("paused", "active"),
    ("paused", "ended_early"),
    ("declined", "re_matched"),
    ("expired", "re_matched"),
    ("ended_early", "re_matched"),
}
STATES = sorted({state for step in LEGAL for state in step})
WAY = {
    "proposed": (),
    "accepted": ("proposed",),
    "active": ("proposed", "accepted"),
    "paused": ("proposed", "accepted", "active"),
    "completed": ("proposed", "accepted", "active"),
    "ended_early": ("proposed", "accepted"),
    "declined": ("proposed",),
    "expired": ("proposed",),
    "re_matched": ("proposed", "declined"),
}
"""A legal history before each state."""


def path(name: str) -> str:
    """Give the path of a pair."""
    return f"pairs/spring/{name}/pair.yml"


def pair(*history: tuple[str, str], mentor: str = "p-017", mentee: str = "p-042") -> str:
    """Give a pair's file with a history of states and days."""
    steps = "".join(f"  - state: {state}\n    on: {day}\n    by: coordinator\n" for state, day in history)
    return HEAD.replace("MENTOR", mentor).replace("MENTEE", mentee) + steps


OPEN = (("proposed", "2026-01-05"), ("accepted", "2026-01-08"))


def test_nobody_is_a_pair_alone() -> None:
    (found,) = findings("PAI001", {path("one"): pair(*OPEN, mentee="p-017")})
    assert str(found.span) == f"{path('one')}:2:9-14"
    assert found.message == "mentor and mentee are one person"
    assert related(found) == [f"{path('one')}:1:9-14: the same"]


@pytest.mark.parametrize("turned", [False, True])
def test_two_people_are_in_one_open_pair_at_most(*, turned: bool) -> None:
    second = pair(*OPEN, mentor="p-042", mentee="p-017") if turned else pair(*OPEN)
    (found,) = findings("PAI001", {path("one"): pair(*OPEN), path("two"): second})
    assert str(found.span) == f"{path('two')}:2:9-14"
    assert found.help == "go on in `spring/one`, or record its end first"
    assert related(found) == [f"{path('two')}:2:9-14: the second open pair", f"{path('one')}:2:9-14: the first"]


def test_a_third_open_pair_is_told_as_well() -> None:
    assert len(told("PAI001", {path(name): pair(*OPEN) for name in ("one", "two", "three")})) == 2


@pytest.mark.parametrize(
    "first",
    [
        pair(("proposed", "2026-01-05")),
        pair(*OPEN, ("ended_early", "2026-02-01")),
        pair(("proposed", "2026-01-05"), ("declined", "2026-01-08")),
        pair(*OPEN, mentee="p-043"),
    ],
)
def test_a_pair_that_is_not_open_or_of_others_is_no_second_one(first: str) -> None:
    assert told("PAI001", {path("one"): first, path("two"): pair(*OPEN)}) == []


def test_what_is_open_depends_on_the_day() -> None:
    files = {path("one"): pair(*OPEN), path("two"): pair(*OPEN)}
    assert told("PAI001", files, date(2026, 1, 7)) == []
    assert len(told("PAI001", files, date(2026, 1, 8))) == 1


def test_a_history_starts_with_proposed() -> None:
    files = {path("one"): pair(("accepted", "2026-01-08"), ("completed", "2026-01-09"))}
    (found,) = findings("PAI008", files)
    assert str(found.span) == f"{path('one')}:12:12-20"
    assert found.message == "the history starts with `accepted`"
    assert told("PAI009", files) == []


def test_dates_never_go_back() -> None:
    history = (("proposed", "2026-01-05"), ("accepted", "2026-01-04"), ("active", "2026-01-12"))
    (found,) = findings("PAI008", {path("one"): pair(*history)})
    assert str(found.span) == f"{path('one')}:16:9-19"
    assert found.message == "`accepted` is dated before `proposed`, which stands above it"
    assert related(found) == [f"{path('one')}:13:9-19: `proposed`"]


def test_several_steps_on_one_day_are_fine() -> None:
    history = (("proposed", "2026-01-05"), ("accepted", "2026-01-05"), ("active", "2026-01-05"))
    assert told("PAI008", {path("one"): pair(*history)}) == []


def test_what_is_still_to_come_is_told_once() -> None:
    history = (*OPEN, ("active", "2026-04-02"), ("paused", "2026-03-01"), ("active", "2026-05-01"))
    assert told("PAI008", {path("one"): pair(*history)}) == [
        f"{path('one')}:19:9-19 error: `active` is dated on a day that is still to come"
    ]
    assert told("PAI008", {path("one"): pair(*OPEN, ("active", "2026-04-01"))}) == []


@pytest.mark.parametrize(("before", "after"), list(itertools.product(STATES, STATES)))
def test_only_the_steps_of_the_lifecycle_are_legal(before: str, after: str) -> None:
    states = (*WAY[before], before, after)
    found = told("PAI009", {path("one"): pair(*((state, "2026-01-05") for state in states))})
    line = 12 + 3 * (len(states) - 1)
    place = f"{path('one')}:{line}:12-{12 + len(after)}"
    legal = (before, after) in LEGAL
    assert found == ([] if legal else [f"{place} error: `{after}` may not follow `{before}`"])


@pytest.mark.parametrize(
    ("states", "label"),
    [
        (("proposed", "active"), "expected `accepted`, `declined` or `expired`"),
        (("proposed", "declined", "re_matched", "active"), "nothing follows"),
    ],
)
def test_what_may_follow_is_written_at_the_step(states: tuple[str, ...], label: str) -> None:
    (found,) = findings("PAI009", {path("one"): pair(*((state, "2026-01-05") for state in states))})
    assert found.related[0].message == label


def test_after_an_illegal_step_nothing_more_is_said() -> None:
    states = ("proposed", "completed", "proposed", "completed")
    assert len(told("PAI009", {path("one"): pair(*((state, "2026-01-05") for state in states))})) == 1


@pytest.mark.parametrize(
    ("states", "remedy"),
    [
        (
            ("proposed", "active"),
            "add the entry `accepted` between the two, or write `accepted`, `declined` or `expired`",
        ),
        (
            ("proposed", "accepted", "completed"),
            "add the entry `active` between the two, or write `active` or `ended_early`",
        ),
        (("proposed", "completed"), "write `accepted`, `declined` or `expired`, or add the entries between the two"),
        (
            ("proposed", "accepted", "active", "completed", "active"),
            "remove the entry: `completed` is final, and going on is a new pair with `continues`",
        ),
    ],
)
def test_the_help_names_the_step_that_was_left_out(states: tuple[str, ...], remedy: str) -> None:
    (found,) = findings("PAI009", {path("one"): pair(*((state, "2026-01-05") for state in states))})
    assert found.help == remedy


def test_where_one_state_may_follow_it_is_the_fix() -> None:
    (found,) = findings("PAI009", {path("one"): pair(("proposed", "2026-01-05"), ("declined", "2026-01-06"), OPEN[1])})
    assert (found.fix.grade, found.fix.text) == ("unsafe", "re_matched")
