"""SES: what is said of sessions, and where; every place is counted by hand in the texts below."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import programmes
import pytest
from telling import findings, related, told

ROOM = "pairs/2026-spring/pair-03/sessions/"
PLANNED = """\
date: 2026-02-17 15:00
length: 60 min
status: planned
template: standard
purpose: Find out which tasks ate the week.
agenda:
  - item: Arriving
    minutes: 5
    lead: both
    kind: check-in
  - item: Three tasks
    minutes: 45
    lead: mentor
    kind: topic
  - item: Promises
    minutes: 10
    lead: both
    kind: actions
"""
HELD = (
    PLANNED.replace("planned", "held")
    + """\
actual: 55 min
takeaways:
  mentor: A calendar tells more than a title.
  mentee: withheld
actions: []
next: 2026-03-17
"""
)
CANCELLED = PLANNED.replace("planned", "cancelled") + "reason: clash\n"
TEMPLATE = """\
---
title: Standard session
stage: working
length: 60 min
use_when: Whenever nothing else fits better.
items:
  - item: Arriving
    minutes: 60
    lead: both
    kind: check-in
---
"""


def on(day: str, text: str = HELD) -> str:
    """Give a session on another day, at 15:00 unless the time is given."""
    return text.replace("2026-02-17 15:00", day if " " in day else f"{day} 15:00")


def room(*sessions: str) -> dict[str, str]:
    """Number sessions from 01."""
    return {f"{ROOM}{number:02}.yml": text for number, text in enumerate(sessions, 1)}


# SES001 -----------------------------------------------------------------------------------------------------------


def test_sessions_in_a_row_are_fine() -> None:
    assert told("SES001", room(on("2026-01-19"), on("2026-02-17"), on("2026-03-17"), on("2026-04-14", PLANNED))) == []


def test_a_session_after_a_gap_is_told() -> None:
    found = findings(
        "SES001", {f"{ROOM}01.yml": on("2026-01-19"), f"{ROOM}03.yml": HELD, f"{ROOM}04.yml": on("2026-03-17")}
    )
    assert [(str(each.span), each.message) for each in found] == [
        (f"{ROOM}03.yml:1:1-23", "this is session 03, but there is no session 02")
    ]
    assert found[0].help.startswith("name the file `02.yml`, and those after it in turn")


def test_numbers_start_at_one() -> None:
    assert told("SES001", {f"{ROOM}02.yml": HELD}) == [
        f"{ROOM}02.yml:1:1-23 error: this is session 02, but there is no session 01"
    ]
    assert told("SES001", {f"{ROOM}00.yml": on("2026-01-19"), f"{ROOM}01.yml": HELD}) == [
        f"{ROOM}00.yml:1:1-23 error: this is session 00, but the first one is 01"
    ]
    assert told("SES001", {f"{ROOM}00.yml": on("2026-01-19"), f"{ROOM}02.yml": HELD}) == [
        f"{ROOM}00.yml:1:1-23 error: this is session 00, but the first one is 01",
        f"{ROOM}02.yml:1:1-23 error: this is session 02, but there is no session 01",
    ]


def test_a_session_that_could_not_be_read_leaves_no_gap() -> None:
    found = programmes.loaded({f"{ROOM}01.yml": "date: [\n", f"{ROOM}02.yml": HELD})
    assert [each.code for each in programmes.judged(found) if each.code in {"FIL006", "SES001"}] == ["FIL006"]


def test_held_sessions_follow_the_order_of_their_numbers() -> None:
    found = findings("SES001", room(on("2026-01-19"), on("2026-03-17"), on("2026-02-17"), on("2026-03-31")))
    assert [(str(each.span), each.message) for each in found] == [
        (f"{ROOM}03.yml:1:7-23", "session 03 is held, but not after session 02")
    ]
    assert related(found[0]) == [f"{ROOM}02.yml:1:7-23: session 02"]


def test_two_held_at_one_moment_are_told_once() -> None:
    assert told("SES001", room(HELD, HELD)) == [
        f"{ROOM}02.yml:1:7-23 error: session 02 is held, but not after session 01"
    ]


def test_an_overlap_in_the_wrong_order_is_told_once() -> None:
    assert told("SES001", room(HELD, on("2026-02-17 14:30"))) == [
        f"{ROOM}02.yml:1:7-23 error: session 02 is held, but not after session 01"
    ]


def test_a_planned_session_may_be_earlier_than_one_before_it() -> None:
    assert told("SES001", room(HELD, on("2026-01-19", PLANNED))) == []


def test_a_session_held_in_the_future_says_nothing_about_the_next() -> None:
    assert told("SES001", room(on("2026-05-19"), on("2026-03-17"))) == []


def test_sessions_that_overlap_are_told_at_the_later_number() -> None:
    found = findings("SES001", room(HELD, on("2026-02-17 14:01", PLANNED)))
    assert [(str(each.span), each.message) for each in found] == [
        (f"{ROOM}02.yml:1:7-23", "sessions 01 and 02 take place at the same time")
    ]
    assert related(found[0]) == [f"{ROOM}01.yml:1:7-23: session 01"]


def test_two_held_in_order_may_overlap_all_the_same() -> None:
    assert told("SES001", room(HELD, on("2026-02-17 15:59"))) == [
        f"{ROOM}02.yml:1:7-23 error: sessions 01 and 02 take place at the same time"
    ]


def test_one_may_begin_when_the_other_has_ended() -> None:
    assert told("SES001", room(HELD, on("2026-02-17 16:00"))) == []


def test_a_cancelled_session_takes_no_time() -> None:
    assert told("SES001", room(CANCELLED, HELD)) == []


def test_a_length_beyond_all_bounds_does_not_overlap_with_half_the_year() -> None:
    files = room(on("2026-01-19").replace("length: 60 min", "length: 9 weeks"), HELD)
    assert told("SES001", files) == []
    assert len(findings("SES004", files)) == 1


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    files = room(on("2999-12-30 23:59", PLANNED), on("2999-12-31 23:59", PLANNED))
    assert told("SES001", files) == []


# SES003 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", [PLANNED, HELD, CANCELLED, CANCELLED.replace("cancelled", "missed"), HELD + "moved: 1\n"]
)
def test_a_record_that_fits_its_status_is_fine(text: str) -> None:
    assert told("SES003", room(text)) == []


def test_a_planned_session_has_no_record() -> None:
    found = findings("SES003", room(PLANNED + "next: 2026-03-17\nactual: 55 min\n"))
    assert [(str(each.span), each.message) for each in found] == [
        (f"{ROOM}01.yml:19:1-5", "a planned session has no `next` and `actual`")
    ]
    assert found[0].help == "remove `next` and `actual`; or correct `status`"
    assert related(found[0]) == [f"{ROOM}01.yml:3:9-16: the status"]


def test_a_planned_session_has_no_reason() -> None:
    assert told("SES003", room(PLANNED + "reason: clash\n")) == [
        f"{ROOM}01.yml:19:1-7 error: a planned session has no `reason`"
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [("actual: 55 min\n", "actual"), ("actions: []\n", "actions"), ("next: 2026-03-17\n", "next")],
)
def test_a_held_session_needs_each_part_of_its_record(line: str, name: str) -> None:
    for text in (HELD.replace(line, ""), HELD.replace(line, f"{name}:\n")):
        assert told("SES003", room(text)) == [f"{ROOM}01.yml:3:9-13 error: a held session needs `{name}`"]


def test_a_held_session_needs_takeaways() -> None:
    text = HELD.replace("takeaways:\n  mentor: A calendar tells more than a title.\n  mentee: withheld\n", "")
    (found,) = findings("SES003", room(text))
    assert found.message == "a held session needs `takeaways`"
    assert found.help == "add `takeaways:` with one sentence of each side or `withheld`; or correct `status`"


def test_all_that_a_held_session_needs_is_one_finding() -> None:
    assert told("SES003", room(PLANNED.replace("planned", "held"))) == [
        f"{ROOM}01.yml:3:9-13 error: a held session needs `actual`, `takeaways`, `actions` and `next`"
    ]


def test_a_held_session_has_no_reason() -> None:
    assert told("SES003", room(HELD + "reason: clash\n")) == [
        f"{ROOM}01.yml:25:1-7 error: a held session has no `reason`"
    ]


def test_a_session_not_held_needs_a_reason_and_nothing_else() -> None:
    assert told("SES003", room(CANCELLED.replace("reason: clash\n", ""))) == [
        f"{ROOM}01.yml:3:9-18 error: a cancelled session needs `reason`"
    ]
    assert told("SES003", room(CANCELLED.replace("cancelled", "missed") + "next: 2026-03-17\n")) == [
        f"{ROOM}01.yml:20:1-5 error: a missed session has no `next`"
    ]


def test_what_is_missing_and_what_is_too_much_are_one_finding() -> None:
    (found,) = findings("SES003", room(PLANNED.replace("planned", "missed") + "actions: []\n"))
    assert str(found.span) == f"{ROOM}01.yml:19:1-8"
    assert found.message == "a missed session has no `actions`, and needs `reason`"
    assert (
        found.help == "add `reason:` with a category such as `clash` or `other`; remove `actions`; or correct `status`"
    )


def test_nothing_is_held_tomorrow() -> None:
    tomorrow = room(on("2026-04-02"))
    (found,) = findings("SES003", tomorrow)
    assert (str(found.span), found.message) == (
        f"{ROOM}01.yml:1:7-23",
        "the session is `held`, but its date is still to come",
    )
    assert related(found) == [f"{ROOM}01.yml:3:9-13: held", "judged as of 2026-04-01"]
    assert findings("SES003", tomorrow, date(2026, 4, 2)) == []


# SES004 -----------------------------------------------------------------------------------------------------------


def test_an_agenda_that_fills_its_session_is_fine() -> None:
    assert told("SES004", room(PLANNED)) == []
    assert told("SES004", room(PLANNED.replace("length: 60 min", "length: 1 h"))) == []


def test_an_empty_agenda_is_not_judged() -> None:
    head = PLANNED[: PLANNED.index("agenda:")]
    assert told("SES004", room(head)) == []
    assert told("SES004", room(f"{head}agenda: []\n")) == []


def test_an_agenda_over_the_length_is_told_at_its_longest_item() -> None:
    (found,) = findings("SES004", room(PLANNED.replace("length: 60 min", "length: 45 min")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:12:14-16", "error")
    assert found.message == "agenda items add up to 60 min, the session lasts 45 min"
    assert found.help == "take 15 min off the items, or set `length: 60 min`"
    assert found.key == "agenda[1].minutes"
    assert related(found) == [
        f"{ROOM}01.yml:12:14-16: the longest item; 15 min too much in total",
        f"{ROOM}01.yml:2:9-15: the session's length",
    ]


def test_a_longer_session_is_proposed_only_within_bounds() -> None:
    text = PLANNED.replace("minutes: 45", "minutes: 166")
    (found,) = findings("SES004", room(text))
    assert found.message == "agenda items add up to 3 h 1 min, the session lasts 60 min"
    assert found.help == "take 2 h 1 min off the items"
    (found,) = findings("SES004", room(PLANNED.replace("minutes: 45", "minutes: 165")))
    assert found.help == "take 2 h off the items, or set `length: 3 h`"


def test_minutes_without_a_plan_are_a_warning() -> None:
    (found,) = findings("SES004", room(PLANNED.replace("length: 60 min", "length: 1 h 30 min")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:2:9-19", "warning")
    assert found.message == "agenda items add up to 60 min, the session lasts 1 h 30 min"
    assert related(found) == [f"{ROOM}01.yml:2:9-19: 30 min without a plan"]


@pytest.mark.parametrize(("length", "end"), [("19 min", 15), ("3 h 1 min", 18), ("2 days", 15)])
def test_a_length_out_of_bounds_is_one_finding(length: str, end: int) -> None:
    (found,) = findings("SES004", room(PLANNED.replace("length: 60 min", f"length: {length}")))
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:2:9-{end}", "error")
    assert found.message == f"the session lasts {length}; 20 to 180 min are expected"
    assert found.help == "set a length between `20 min` and `180 min`"


@pytest.mark.parametrize("length", ["20 min", "180 min"])
def test_the_bounds_of_a_length_are_allowed(length: str) -> None:
    head = PLANNED[: PLANNED.index("agenda:")]
    assert told("SES004", room(head.replace("60 min", length))) == []


def test_the_policy_may_narrow_the_bounds() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    narrow = settings.replace("policy:\n", "policy:\n  session_length:\n    - 20 min\n    - 45 min\n")
    assert narrow != settings
    (found,) = findings("SES004", {**room(PLANNED), "pairs/programme.yml": narrow})
    assert found.message == "the session lasts 60 min; 20 to 45 min are expected"


# SES005 -----------------------------------------------------------------------------------------------------------


def agenda(*kinds: str) -> str:
    """Give a planned session with an agenda of these kinds; that of item n stands in line 6 + 4 n."""
    items = "".join(f"  - item: Part\n    minutes: 10\n    lead: both\n    kind: {kind}\n" for kind in kinds)
    return f"{PLANNED[: PLANNED.index('agenda:')]}agenda:\n{items}"


def with_template(text: str, stage: str = "working") -> Mapping[str, str]:
    """Put the template the session was made from beside it."""
    return {**room(text), "content/agendas/standard.md": TEMPLATE.replace("working", stage)}


def test_an_agenda_with_both_ends_is_fine() -> None:
    assert told("SES005", with_template(PLANNED)) == []
    assert told("SES005", with_template(agenda("check-in", *["topic"] * 6, "actions"))) == []
    assert told("SES005", with_template(PLANNED[: PLANNED.index("agenda:")])) == []


def test_the_first_item_is_a_check_in() -> None:
    (found,) = findings("SES005", with_template(agenda("goals", "topic", "actions")))
    assert (str(found.span), found.message) == (f"{ROOM}01.yml:10:11-16", "the agenda does not open with `check-in`")
    assert found.help == "let an item of kind `check-in` open it"
    assert found.key == "agenda[0].kind"
    assert related(found) == [f"{ROOM}01.yml:10:11-16: the first item"]


def test_the_last_item_is_actions() -> None:
    (found,) = findings("SES005", with_template(agenda("check-in", "topic", "close")))
    assert (str(found.span), found.message) == (f"{ROOM}01.yml:18:11-16", "the agenda does not end with `actions`")
    assert related(found) == [f"{ROOM}01.yml:18:11-16: the last item"]


def test_both_ends_may_be_wrong() -> None:
    assert told("SES005", with_template(agenda("goals", "topic", "reflect"))) == [
        f"{ROOM}01.yml:10:11-16 error: the agenda does not open with `check-in`",
        f"{ROOM}01.yml:18:11-18 error: the agenda does not end with `actions`",
    ]


def test_closure_may_end_with_close() -> None:
    text = agenda("check-in", "topic", "close")
    assert told("SES005", with_template(text, "closing")) == []
    assert told("SES005", with_template(text, "before")) == []
    assert told("SES005", room(text)) == []


def test_nothing_else_ends_even_a_closure() -> None:
    assert told("SES005", with_template(agenda("check-in", "topic", "reflect"), "closing")) == [
        f"{ROOM}01.yml:18:11-18 error: the agenda does not end with `actions` or `close`"
    ]


def test_too_many_items_with_both_ends_are_too_many() -> None:
    (found,) = findings("SES005", with_template(agenda("check-in", *["topic"] * 7, "actions")))
    assert (str(found.span), found.message) == (f"{ROOM}01.yml:6:1-7", "the agenda has 9 items; 3 to 8 are expected")
    assert found.help == "join or leave out at least 1"


def test_too_few_items_say_nothing_about_the_ends() -> None:
    (found,) = findings("SES005", with_template(agenda("topic", "reflect")))
    assert (str(found.span), found.message) == (f"{ROOM}01.yml:6:1-7", "the agenda has 2 items; 3 to 8 are expected")
    assert found.help == "add at least 1"
    (found,) = findings("SES005", with_template(agenda("topic")))
    assert found.message == "the agenda has 1 item; 3 to 8 are expected"


def test_too_many_items_are_told_beside_their_ends() -> None:
    found = findings("SES005", with_template(agenda("check-in", *["topic"] * 8)))
    assert [(str(each.span), each.message) for each in found] == [
        (f"{ROOM}01.yml:6:1-7", "the agenda has 9 items; 3 to 8 are expected"),
        (f"{ROOM}01.yml:42:11-16", "the agenda does not end with `actions`"),
    ]
    assert found[0].help == "join or leave out at least 1"
