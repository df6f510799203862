"""SES006 and SES010: who leads, and when a room runs on habit; places are counted by hand."""

from __future__ import annotations

import programmes
import pytest
from telling import findings, related, told

PAIR = "pairs/spring/pair-03/pair.yml"
ROOM = "pairs/spring/pair-03/sessions/"
POLICY = "content/agendas/standard.md"


def session(day: str, status: str = "held", more: str = "", template: str = "standard") -> str:
    """Give a session; what follows starts on line 6, or on line 10 of one that is held."""
    record = "actual: 60 min\ntakeaways: {mentor: withheld, mentee: withheld}\nactions: []\nnext: closing\n"
    written = {"held": record, "cancelled": "reason: clash\n"}.get(status, "")
    return (
        f"date: {day} 15:00\nlength: 60 min\nstatus: {status}\n"
        f"template: {template}\npurpose: Find out which tasks ate the week.\n{written}{more}"
    )


def room(*sessions: str) -> dict[str, str]:
    """Number sessions from 01, with their template and the programme around them."""
    healthy = {
        path: text.decode() for path, text in programmes.healthy().items() if path.startswith("content/agendas/")
    }
    return healthy | {f"{ROOM}{number:02}.yml": text for number, text in enumerate(sessions, 1)}


# SES006 -----------------------------------------------------------------------------------------------------------


def agenda(*items: tuple[int, str]) -> str:
    """Write an agenda from minutes and lead; the first item stands on line 7 of a planned session."""
    lines = (f"  - {{item: A part, minutes: {minutes}, lead: {lead}, kind: topic}}\n" for minutes, lead in items)
    return "agenda:\n" + "".join(lines)


@pytest.mark.parametrize(
    "items",
    [
        [(42, "mentee"), (18, "mentor")],  # 70 % exactly
        [(60, "both")],
        [(60, "mentor")],
    ],
)
def test_an_agenda_led_by_both_is_fine(items: list[tuple[int, str]]) -> None:
    assert told("SES006", room(session("2026-01-19", "planned", agenda(*items)))) == []
    assert told("SES006", room(session("2026-01-19", "planned"))) == []


@pytest.mark.parametrize("status", ["planned", "held"])
def test_an_agenda_led_by_the_mentee_is_told_at_the_longest_item(status: str) -> None:
    items = agenda((13, "mentee"), (17, "both"), (30, "mentee"))
    (found,) = findings("SES006", room(session("2026-01-19", status, items)))
    line = 9 if status == "planned" else 13
    assert (str(found.span), found.severity) == (f"{ROOM}01.yml:{line}:39-45", "warning")
    assert found.message == "the mentee alone leads 72 % of the minutes; at most 70 % are expected"  # 43 of 60
    assert related(found) == [f"{ROOM}01.yml:{line}:39-45: the longest of them"]
    assert found.key == "agenda[2].lead"


def test_what_the_mentee_may_lead_is_policy() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    strict = {"pairs/programme.yml": settings.replace("policy:\n", "policy:\n  mentee_lead: 0.5\n")}
    files = room(session("2026-01-19", "planned", agenda((31, "mentee"), (29, "mentor"))))
    assert told("SES006", files) == []
    assert len(told("SES006", files | strict)) == 1


# SES010: templates -----------------------------------------------------------------------------------------------

DAYS = ("2026-01-19", "2026-02-17", "2026-03-17", "2026-04-14", "2026-05-12")


@pytest.mark.parametrize("count", [4, 5])
def test_the_fourth_session_in_a_row_from_one_template_is_told_once(count: int) -> None:
    statuses = ("held", "held", "held", "planned", "planned")
    files = room(*(session(day, status) for day, status in zip(DAYS[:count], statuses, strict=False)))
    (found,) = findings("SES010", files)
    assert (str(found.span), found.severity) == (f"{ROOM}04.yml:4:11-19", "warning")
    assert found.message == "`standard` is the template of 4 sessions in a row; 3 at most are expected"
    assert related(found) == [f"{ROOM}01.yml:4:11-19: the first of them"]


def test_three_in_a_row_are_fine() -> None:
    other = session(DAYS[3], "planned", template="closure")
    assert told("SES010", room(*(session(day) for day in DAYS[:3]))) == []
    assert told("SES010", room(*(session(day) for day in DAYS[:3]), other, session(DAYS[4], "planned"))) == []


def test_a_session_called_off_counts_for_nothing() -> None:
    off = session(DAYS[1], "cancelled")
    assert told("SES010", room(session(DAYS[0]), off, *(session(day, "planned") for day in DAYS[2:4]))) == []
    between = session(DAYS[1], "cancelled", template="closure")
    rest = (session(day, "planned") for day in (*DAYS[2:], "2026-06-09"))
    assert [each.span.path for each in findings("SES010", room(session(DAYS[0]), between, *rest))] == [f"{ROOM}05.yml"]


def test_a_template_that_nobody_knows_is_told_by_another_code() -> None:
    files = {path: text for path, text in room(*(session(day) for day in DAYS[:4])).items() if "/agendas/" not in path}
    assert told("SES010", files) == []


# SES010: steps ---------------------------------------------------------------------------------------------------

FOLLOWS = programmes.healthy()["pairs/2026-spring/pair-03/pair.yml"].decode()
STEP = "step: digital-fluency/where-i-stand\n"


def three(*more: str, third: str = "planned") -> dict[str, str]:
    """Give a pair that follows a roadmap, and its three sessions with what is added to each."""
    statuses = ("held", "held", third)
    sessions = (session(*each) for each in zip(DAYS, statuses, more, strict=False))
    return {PAIR: FOLLOWS} | room(*sessions)


def test_a_pair_with_a_roadmap_has_a_step_by_session_03() -> None:
    (found,) = findings("SES010", three("", "", ""))
    assert (str(found.span), found.severity) == (f"{ROOM}03.yml:4:11-19", "warning")
    assert found.message == "the pair follows a roadmap, but none of its first 3 sessions has a `step`"
    assert found.key == "step"


@pytest.mark.parametrize("more", [(STEP, "", ""), ("", STEP, ""), ("", "", STEP), ("", "")])
def test_one_step_is_enough_and_two_sessions_are_too_early(more: tuple[str, ...]) -> None:
    assert told("SES010", three(*more)) == []


def test_a_third_session_called_off_asks_for_nothing() -> None:
    assert told("SES010", three("", "", "", third="cancelled")) == []


def test_without_a_roadmap_there_is_no_step() -> None:
    files = three("", "", "")
    assert told("SES010", files | {PAIR: FOLLOWS.replace("roadmaps:\n  - digital-fluency\n", "")}) == []
    assert told("SES010", {path: text for path, text in files.items() if path != PAIR}) == []


def test_a_session_that_could_not_be_read_may_have_the_step() -> None:
    found = programmes.loaded(three("", "", "") | {f"{ROOM}02.yml": "date: [\n"})
    assert [each.code for each in programmes.judged(found) if each.code in {"FIL006", "SES010"}] == ["FIL006"]


# SES010: time ----------------------------------------------------------------------------------------------------


def lasting(*lengths: str) -> dict[str, str]:
    """Give held sessions that took so long, each from another template."""
    names = ("contracting", "standard", "midpoint-review", "closure")
    texts = (session(day, template=name) for day, name in zip(DAYS, names, strict=False))
    return room(
        *(text.replace("actual: 60 min", f"actual: {took}") for text, took in zip(texts, lengths, strict=False))
    )


def test_two_short_sessions_in_a_row_are_told_at_the_second() -> None:
    (found,) = findings("SES010", lasting("60 min", "35 min", "30 min", "60 min"))
    assert (str(found.span), found.severity) == (f"{ROOM}03.yml:6:9-15", "warning")
    assert found.message == "the session took 30 min of 60 min, under 60 % like the one before"
    assert related(found) == [f"{ROOM}02.yml:6:9-15: the one before"]


@pytest.mark.parametrize(
    "lengths",
    [
        ("36 min", "36 min"),  # 60 % exactly
        ("35 min", "36 min"),
        ("36 min", "35 min"),
        ("20 min", "60 min", "20 min"),
    ],
)
def test_one_short_session_is_no_habit(lengths: tuple[str, ...]) -> None:
    assert told("SES010", lasting(*lengths)) == []


def test_three_short_sessions_are_two_findings() -> None:
    assert len(told("SES010", lasting("35 min", "35 min", "35 min"))) == 2


def test_a_session_without_its_time_is_told_by_another_code() -> None:
    files = lasting("20 min", "20 min")
    text = files[f"{ROOM}02.yml"].replace("actual: 20 min\n", "")
    assert told("SES010", files | {f"{ROOM}02.yml": text}) == []


def test_sessions_to_come_took_no_time() -> None:
    files = room(
        session("2026-04-14").replace("60 min\nt", "20 min\nt"), session("2026-05-12").replace("60 min\nt", "20 min\nt")
    )
    assert told("SES010", files) == []
