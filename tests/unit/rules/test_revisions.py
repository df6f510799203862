"""SES008 and SES011: what a change may do to a session; places are counted by hand."""

from __future__ import annotations

from datetime import date

import programmes
import pytest
from telling import findings, related, told

PAIR = "pairs/2026-spring/pair-03/pair.yml"
ROOM = "pairs/2026-spring/pair-03/sessions/"
FIRST, SECOND = f"{ROOM}01.yml", f"{ROOM}02.yml"
HELD = """\
date: 2026-02-17 15:00
length: 60 min
status: held
template: standard
purpose: Find out which tasks ate the week.
actual: 55 min
takeaways: {mentor: withheld, mentee: withheld}
actions:
  - {id: a1, owner: mentor, action: Ask., due: 2026-03-10, status: open}
next: 2026-03-17
"""
PLANNED = HELD.partition("actual")[0].replace("held", "planned")
CANCELLED = PLANNED.replace("planned", "cancelled") + "reason: clash\n"
LAST_DAY, FINAL = date(2026, 3, 3), date(2026, 3, 4)  # 14 and 15 days after


def changed(code: str, before: str, after: str, as_of: date = FINAL) -> list[str]:
    """Tell what is found in a session that was another one before."""
    return told(code, {FIRST: after}, as_of, before={FIRST: before})


# SES008 -----------------------------------------------------------------------------------------------------------


def test_a_record_is_final_after_fourteen_days() -> None:
    after = HELD.replace("55 min", "60 min")
    assert changed("SES008", HELD, after, LAST_DAY) == []
    (found,) = findings("SES008", {FIRST: after}, FINAL, before={FIRST: HELD})
    assert (str(found.span), found.severity, found.key) == (f"{FIRST}:6:1-7", "error", "actual")
    assert found.message == "`actual` is changed 15 days after the session was held; a record is final after 14"
    assert related(found) == ["held on 2026-02-17"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("2026-02-17 15:00", "2026-03-01 15:00", "date"),
        ("length: 60 min", "length: 45 min", "length"),
        ("template: standard", "template: closure", "template"),
        ("mentee: withheld", "mentee: I ask more.", "takeaways"),
        ("Ask.", "Ask again.", "actions"),
        ("owner: mentor", "owner: mentee", "actions"),
        ("id: a1", "id: a2", "actions"),
        ("2026-03-17", "2026-03-24", "next"),
        ("next: 2026-03-17\n", "next: 2026-03-17\nstep: candour/ask\n", "step"),
        ("status: held", "status: missed", "status"),
    ],
)
def test_every_field_of_a_record_is_final(old: str, new: str, field: str) -> None:
    assert HELD.count(old) == 1
    (found,) = findings("SES008", {FIRST: HELD.replace(old, new)}, FINAL, before={FIRST: HELD})
    assert found.key == field


def test_an_action_added_or_taken_out_is_no_longer_what_was_promised() -> None:
    more = "  - {id: a2, owner: mentee, action: Tell., due: 2026-03-10, status: open}\n"
    assert len(changed("SES008", HELD, HELD.replace("next:", f"{more}next:"))) == 1
    assert len(changed("SES008", HELD.replace("next:", f"{more}next:"), HELD)) == 1
    assert len(changed("SES008", HELD, HELD.partition("actions")[0] + "actions: []\nnext: 2026-03-17\n")) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: open", "status: done, done_on: 2026-03-02"),
        ("status: open", "status: dropped"),
        ("due: 2026-03-10", "due: 2026-03-24"),
        ("next: 2026-03-17\n", "next: 2026-03-17 # as agreed\n"),
    ],
)
def test_promises_go_on(old: str, new: str) -> None:
    assert changed("SES008", HELD, HELD.replace(old, new), date(2026, 4, 1)) == []


def test_a_record_that_is_written_late_is_none_yet() -> None:
    assert changed("SES008", PLANNED, HELD, date(2026, 4, 1)) == []
    assert changed("SES008", CANCELLED, CANCELLED.replace("clash", "travel"), date(2026, 4, 1)) == []


def test_a_new_file_changes_nothing() -> None:
    assert told("SES008", {FIRST: HELD}, before={}) == []
    assert told("SES008", {FIRST: HELD}, before={SECOND: HELD.replace("55", "50")}) == []


@pytest.mark.parametrize(
    ("before", "status"),
    [(HELD, "held"), (CANCELLED, "cancelled"), (CANCELLED.replace("cancelled", "missed"), "missed")],
)
@pytest.mark.parametrize("as_of", [LAST_DAY, FINAL])
def test_what_happened_is_not_planned_again(before: str, status: str, as_of: date) -> None:
    assert changed("SES008", before, PLANNED, as_of) == [
        f"{FIRST}:3:9-16 error: the session was `{status}`, and is `planned` again"
    ]


def test_how_long_a_record_may_be_corrected_is_policy() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    files = {"pairs/programme.yml": settings.replace("policy:\n", "policy:\n  final_after: 13 days\n")}
    after = HELD.replace("55 min", "60 min")
    assert len(told("SES008", files | {FIRST: after}, LAST_DAY, before={FIRST: HELD})) == 1


def test_a_final_record_is_not_removed() -> None:
    pair = programmes.healthy()[PAIR].decode()
    second = HELD.replace("2026-02-17", "2026-03-17")
    before = {PAIR: pair, FIRST: HELD, SECOND: second}
    (found,) = findings("SES008", {PAIR: pair, FIRST: HELD}, date(2026, 4, 1), before=before)
    assert (str(found.span), found.key) == (f"{PAIR}:1:1-14", "sessions[02]")
    assert found.message == "session 02, held on 2026-03-17, was removed; a record is final"
    assert told("SES008", {PAIR: pair, FIRST: HELD}, date(2026, 3, 31), before=before) == []


def test_what_else_may_be_gone() -> None:
    pair = programmes.healthy()[PAIR].decode()
    second = HELD.replace("2026-02-17", "2026-03-10")
    assert told("SES008", {PAIR: pair, SECOND: second}, before={PAIR: pair, FIRST: HELD, SECOND: second}) == []
    assert told("SES008", {PAIR: pair}, before={PAIR: pair, FIRST: CANCELLED}) == []
    assert told("SES008", {}, before={PAIR: pair, FIRST: HELD}) == []


def test_a_file_that_cannot_be_read_is_not_gone() -> None:
    pair = programmes.healthy()[PAIR].decode()
    head, base = (programmes.loaded({PAIR: pair, FIRST: text}) for text in ("date: [\n", HELD))
    found = programmes.judged(head, nightly=False, before=base)
    assert [each.code for each in found if each.code in {"FIL006", "SES008"}] == ["FIL006"]


# SES011 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("moved", "count"), [("0", 0), ("2", 0), ("3", 1), ("12", 1)])
def test_a_date_moves_twice_at_most(moved: str, count: int) -> None:
    assert (
        told("SES011", {FIRST: f"{PLANNED}moved: {moved}\n"})
        == [
            f"{FIRST}:6:8-{8 + len(moved)} warning: the date of the session moved {moved} times; 2 at most are expected"
        ][:count]
    )


@pytest.mark.parametrize("text", [HELD, CANCELLED])
def test_what_happened_moves_no_more(text: str) -> None:
    assert told("SES011", {FIRST: f"{text}moved: 3\n"}) == []


def test_how_often_a_date_may_move_is_policy() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    files = {"pairs/programme.yml": settings.replace("policy:\n", "policy:\n  moves: 0\n")}
    assert told("SES011", files | {FIRST: f"{PLANNED}moved: 1\n"}) == [
        f"{FIRST}:6:8-9 warning: the date of the session moved once; 0 at most are expected"
    ]


MOVED = PLANNED.replace("2026-02-17", "2026-02-24")


def test_a_move_is_counted() -> None:
    assert changed("SES011", PLANNED, f"{MOVED}moved: 1\n") == []
    assert changed("SES011", f"{PLANNED}moved: 1\n", f"{MOVED}moved: 2\n") == []
    assert changed("SES011", PLANNED, f"{MOVED}moved: 2\n") == []


def test_a_move_that_is_not_counted_is_told_at_the_day() -> None:
    (found,) = findings("SES011", {FIRST: MOVED}, before={FIRST: PLANNED})
    assert (str(found.span), found.severity) == (f"{FIRST}:1:7-23", "warning")
    assert found.message == "the session moves from 2026-02-17 to 2026-02-24, but `moved` does not count it"
    assert found.help == "set `moved: 1`"
    assert (related(found), found.fix.grade) == ([], "manual")


def test_a_count_that_stayed_is_told_at_the_count() -> None:
    (found,) = findings("SES011", {FIRST: f"{MOVED}moved: 1\n"}, before={FIRST: f"{PLANNED}moved: 1\n"})
    assert str(found.span) == f"{FIRST}:6:8-9"
    assert related(found) == [f"{FIRST}:1:7-23: the new day"]
    assert (found.fix.grade, found.fix.text) == ("unsafe", "2")


def test_another_hour_is_no_move() -> None:
    assert changed("SES011", PLANNED, PLANNED.replace("15:00", "09:00")) == []


@pytest.mark.parametrize(("before", "after"), [(PLANNED, HELD), (CANCELLED, PLANNED), (HELD, HELD)])
def test_only_what_stays_planned_moves(before: str, after: str) -> None:
    assert changed("SES011", before, after.replace("2026-02-17", "2026-02-24")) == []
