"""The order of the list, what a check-in does to it, and whose turn it is; days by hand."""

from __future__ import annotations

from datetime import date

from needing import active, needed
from small import PAIR, pair, people, person, room, session

from generator.needs import turn
from generator.needs.signals import Signal

HELD = session("2026-01-19", "held")
LATE = "actions:\n  - {id: a1, owner: mentor, action: Do., due: 2026-03-09, status: open}\n"
LOST = (session("2026-02-17", "cancelled"), session("2026-03-10", "missed"))
CHECK = "pairs/spring/check-ins.yml"


def another(number: str, *sessions: str) -> dict[str, str]:
    """Give the same pair once more, under another name."""
    text = active()[PAIR].replace("p-017", f"p-1{number}").replace("p-042", f"p-2{number}")
    return {f"pairs/spring/pair-{number}/pair.yml": text, **room(*sessions, pair=f"spring/pair-{number}")}


def test_safety_comes_first_then_what_was_promised_then_age() -> None:
    line = {
        "pairs/spring/pair-09/pair.yml": pair(
            "state: proposed, on: 2026-03-10, by: coordinator", mentor="p-001", mentee="p-002"
        ),
        **people(p001=person(1, manager="p-002"), p002=person(9)),
    }
    files = {
        **active(HELD, *LOST),
        **another("05", HELD, session("2026-02-17")),
        **another("07", HELD, session("2026-02-10", "held")),
        **line,
    }
    found = [(each.signal.pair, each.signal.kind) for each in needed(files, "2026-03-12")]
    assert found == [
        ("spring/pair-09", "line"),
        ("spring/pair-05", "unrecorded"),
        ("spring/pair-03", "not-held"),
        ("spring/pair-07", "no-next"),
    ]


def checked(*days: str) -> dict[str, str]:
    visits = "".join(f"  - {{on: {day}, by: p-023}}\n" for day in days)
    return {**active(session("2026-01-19", "held", more=LATE), *LOST), CHECK: f"pair-03:\n{visits}"}


def test_a_check_in_lets_a_pair_rest_for_a_fortnight() -> None:
    files = checked("2026-03-13")
    assert [each.signal.kind for each in needed(files, "2026-03-12")] == ["not-held"]
    assert [each.signal.kind for each in needed(files, "2026-03-13")] == []
    assert [each.signal.kind for each in needed(files, "2026-03-23")] == []
    assert [each.signal.kind for each in needed(files, "2026-03-27")] == ["not-held"]


def test_what_comes_up_after_a_check_in_is_told() -> None:
    assert [each.signal.kind for each in needed(checked("2026-03-09"), "2026-03-12")] == ["not-held"]
    assert [each.signal.kind for each in needed(checked("2026-03-13"), "2026-03-24")] == ["late"]


def test_a_check_in_answers_no_question_of_safety() -> None:
    files = {
        PAIR: pair("state: proposed, on: 2026-03-10, by: coordinator", mentor="p-001", mentee="p-002"),
        **people(p001=person(1, manager="p-002"), p002=person(9)),
        CHECK: "pair-03:\n  - {on: 2026-03-11, by: p-023}\n",
    }
    assert [each.signal.kind for each in needed(files, "2026-03-12")] == ["line"]


def signal(kind: str, since: date | None) -> Signal:
    return Signal(kind, "spring/pair-03", "SES012", "a", since, PAIR, 1)


def test_the_two_are_asked_first_and_a_coordinator_after_a_week() -> None:
    assert turn(signal("quiet", date(2026, 3, 10)), date(2026, 3, 16)) == date(2026, 3, 17)
    assert turn(signal("quiet", date(2026, 3, 10)), date(2026, 3, 17)) is None


def test_what_is_not_for_the_two_is_a_coordinators_at_once() -> None:
    assert turn(signal("unanswered", date(2026, 3, 10)), date(2026, 3, 10)) is None
    assert turn(signal("one-sided", None), date(2026, 3, 10)) is None
