"""ACT: what is said of promises, and where; every place is counted by hand in the texts below."""

from __future__ import annotations

from datetime import date

import pytest
from telling import findings, related, told

ROOM = "pairs/2026-spring/pair-03/sessions/"
HEAD = """\
date: 2026-02-17 15:00
length: 60 min
status: held
template: standard
purpose: Find out which tasks ate the week.
actions:
"""
OPEN = """\
  - id: a1
    owner: mentor
    action: Send three tasks.
    due: 2026-03-10
    status: open
"""
DONE = OPEN.replace("open", "done") + "    done_on: 2026-03-09\n"


def room(*actions: str, head: str = HEAD) -> dict[str, str]:
    """Give one session with these actions: the first starts in line 7."""
    return {f"{ROOM}01.yml": head + "".join(actions)}


def named(name: str, text: str = OPEN) -> str:
    """Give an action of another id."""
    return text.replace("a1", name)


# ACT001 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_an_action_owned_by_one_side_is_fine(side: str) -> None:
    assert told("ACT001", room(OPEN.replace("mentor", side))) == []


def test_a_session_without_actions_is_fine() -> None:
    assert told("ACT001", {f"{ROOM}01.yml": HEAD.replace("actions:\n", "")}) == []


@pytest.mark.parametrize(("owner", "end"), [("both", 16), ("p-017", 17), ("Mentor", 18)])
def test_an_owner_is_one_of_the_two_sides(owner: str, end: int) -> None:
    (found,) = findings("ACT001", room(OPEN.replace("owner: mentor", f"owner: {owner}")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:8:12-{end}", "error")
    assert found.message == "action `a1` is not owned by one side"
    assert found.key == "actions[a1].owner"
    assert related(found) == [f"{ROOM}01.yml:8:12-{end}: expected `mentor` or `mentee`"]


@pytest.mark.parametrize(
    ("line", "name"),
    [("    owner: mentor\n", "owner"), ("    action: Send three tasks.\n", "action"), ("    due: 2026-03-10\n", "due")],
)
def test_each_part_of_an_action_is_needed(line: str, name: str) -> None:
    for text in (OPEN.replace(line, ""), OPEN.replace(line, f"    {name}:\n")):
        (found,) = findings("ACT001", room(text))
        assert (str(found.span), found.message) == (f"{ROOM}01.yml:7:9-11", f"action `a1` has no `{name}`")
        assert found.help == f"add `{name}:`: one side, a promise, a day"


def test_what_is_missing_from_one_action_is_one_finding() -> None:
    assert told("ACT001", room("  - id: a1\n    status: open\n")) == [
        f"{ROOM}01.yml:7:9-11 error: action `a1` has no `owner` and no `action` and no `due`"
    ]


def test_a_wrong_owner_does_not_hide_a_missing_date() -> None:
    text = OPEN.replace("owner: mentor", "owner: both").replace("    due: 2026-03-10\n", "")
    assert told("ACT001", room(text)) == [
        f"{ROOM}01.yml:7:9-11 error: action `a1` has no `due`",
        f"{ROOM}01.yml:8:12-16 error: action `a1` is not owned by one side",
    ]


def test_ids_are_unique_among_the_sessions_of_a_pair() -> None:
    files = {**room(OPEN, named("a2")), f"{ROOM}02.yml": HEAD + named("a3") + OPEN}
    (found,) = findings("ACT001", files)
    assert (str(found.span), found.message) == (f"{ROOM}02.yml:12:9-11", "two actions of this pair have the id `a1`")
    assert found.help == "give this one an id of its own, such as `a4`"
    assert related(found) == [f"{ROOM}01.yml:7:9-11: the first"]


def test_two_repeated_ids_get_two_proposals() -> None:
    found = findings("ACT001", room(OPEN, OPEN, named("a3"), OPEN))
    assert [str(each.span) for each in found] == [f"{ROOM}01.yml:12:9-11", f"{ROOM}01.yml:22:9-11"]
    assert [each.help.rsplit(" ", 1)[1] for each in found] == ["`a2`", "`a4`"]


def test_another_pair_has_ids_of_its_own() -> None:
    other = ROOM.replace("pair-03", "pair-04")
    assert told("ACT001", {**room(OPEN), f"{other}01.yml": HEAD + OPEN}) == []


# ACT003 -----------------------------------------------------------------------------------------------------------


def test_status_and_day_agree() -> None:
    assert told("ACT003", room(OPEN, named("a2", DONE), named("a3", OPEN.replace("open", "dropped")))) == []


@pytest.mark.parametrize("day", ["2026-02-17", "2026-04-01"])
def test_an_action_may_be_done_on_the_first_and_on_the_last_possible_day(day: str) -> None:
    assert told("ACT003", room(DONE.replace("2026-03-09", day))) == []


def test_a_done_action_has_a_day() -> None:
    (found,) = findings("ACT003", room(OPEN.replace("open", "done")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:11:13-17", "error")
    assert found.message == "action `a1` is `done`, but has no `done_on`"
    assert found.key == "actions[a1].status"
    assert found.help == "add `done_on:` with the day it was done, or set `status: open`"
    assert related(found) == []


@pytest.mark.parametrize(("status", "end"), [("open", 17), ("dropped", 20)])
def test_an_action_not_done_has_none(status: str, end: int) -> None:
    (found,) = findings("ACT003", room(DONE.replace("done\n", f"{status}\n")))
    assert (str(found.span), found.message) == (
        f"{ROOM}01.yml:12:14-24",
        f"action `a1` is `{status}`, but has a `done_on`",
    )
    assert found.help == "set `status: done`, or remove `done_on`"
    assert related(found) == [f"{ROOM}01.yml:11:13-{end}: its status"]
    assert found.key == "actions[a1].done_on"


def test_nothing_is_done_before_its_session() -> None:
    (found,) = findings("ACT003", room(DONE.replace("2026-03-09", "2026-02-16")))
    assert (str(found.span), found.message) == (f"{ROOM}01.yml:12:14-24", "action `a1` is done before its session")
    assert related(found) == [f"{ROOM}01.yml:1:7-23: the session"]


def test_nothing_is_done_tomorrow() -> None:
    files = room(DONE.replace("2026-03-09", "2026-04-02"))
    (found,) = findings("ACT003", files)
    assert found.message == "action `a1` is done on a day that is still to come"
    assert related(found) == ["judged as of 2026-04-01"]
    assert findings("ACT003", files, date(2026, 4, 2)) == []


def test_a_session_in_the_future_does_not_make_its_actions_early() -> None:
    late = HEAD.replace("2026-02-17", "2026-05-17")
    assert told("ACT003", room(DONE, head=late)) == []
    assert len(findings("ACT003", room(DONE.replace("2026-03-09", "2026-04-02"), head=late))) == 1
