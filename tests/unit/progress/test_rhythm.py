"""Active days and drift of six archetypes, worked out by hand; and what counts as due or booked."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import programmes
import pytest

from generator.programme import Programme
from generator.progress import rhythm
from generator.progress.activity import active_days, pauses

START = date(2026, 1, 12)
PAIR = "spring/pair-03"
Lines = tuple[tuple[int, str], ...]


def day(number: int) -> date:
    """Give a day of the term, the first being 0."""
    return START + timedelta(days=number)


def programme(sessions: Lines, history: Lines = ((0, "active"),), every: str = "30 days", more: str = "") -> Programme:
    """Load one pair with sessions and a history at these days of its term."""
    entries = "".join(f"  - {{state: {state}, on: {day(number)}, by: both}}\n" for number, state in history)
    files = {
        f"pairs/{PAIR}/pair.yml": (
            "mentor: p-017\nmentee: p-042\nfocus: [digital]\n"
            "match: {on: 2026-01-05, reason: They asked., shared_interests: [tea], both_consulted: true}\n"
            f"history:\n{entries}agreement: {{every: {every}, sessions: 6}}\n"
        )
    }
    for number, (at, status) in enumerate(sessions, 1):
        files[f"pairs/{PAIR}/sessions/{number:02}.yml"] = (
            f"date: {day(at)} 15:00\nlength: 60 min\nstatus: {status}\ntemplate: standard\npurpose: Talk.\n{more}"
        )
    loaded = programmes.loaded(files)
    assert loaded.findings == ()
    return loaded.programme


def held(*days: int) -> Lines:
    """Give sessions held on these days."""
    return tuple((each, "held") for each in days)


@pytest.mark.parametrize(
    ("sessions", "history", "as_of", "active", "drift"),
    [
        pytest.param((*held(12, 43, 72, 103), (133, "planned")), ((0, "active"),), 110, 110, (7, 30), id="steady"),
        pytest.param(((10, "planned"),), ((0, "active"),), 5, 5, (5, 30), id="new"),
        pytest.param(
            (*held(14, 45), (75, "cancelled"), (92, "missed")), ((0, "active"),), 110, 110, (65, 30), id="cancels twice"
        ),
        pytest.param(held(10, 40, 70, 101), ((0, "active"),), 110, 110, (9, 30), id="one-sided"),
        pytest.param(
            held(10, 40), ((0, "active"), (50, "paused"), (85, "active")), 110, 75, (35, 30), id="declared pause"
        ),
        pytest.param(held(12), ((0, "active"),), 110, 110, (98, 30), id="silent"),
    ],
)
def test_archetypes(sessions: Lines, history: Lines, as_of: int, active: int, drift: tuple[int, int]) -> None:
    found = programme(sessions, history)
    assert active_days(found.pairs[PAIR].item, day(as_of)) == active
    assert rhythm.drift(found, PAIR, day(as_of)) == Fraction(*drift)


def test_a_pause_that_goes_on_stops_the_days() -> None:
    item = programme((), ((0, "active"), (20, "paused"))).pairs[PAIR].item
    assert [active_days(item, day(at)) for at in (19, 20, 21, 60)] == [19, 20, 20, 20]
    assert list(pauses(item, day(60))) == [(day(20), day(60))]


def test_days_count_up_to_the_end_and_from_the_first_active() -> None:
    item = programme((), ((0, "active"), (30, "ended_early"))).pairs[PAIR].item
    assert [active_days(item, day(at)) for at in (0, 29, 30, 90)] == [0, 29, 30, 30]
    assert active_days(item, day(90), since=day(-5)) == 30
    assert active_days(item, day(90), since=day(12)) == 18


def test_a_pair_that_was_never_active_has_no_rhythm() -> None:
    found = programme((), ((0, "proposed"),))
    assert active_days(found.pairs[PAIR].item, day(9)) == 0
    assert rhythm.drift(found, PAIR, day(9)) is None


def test_a_rhythm_of_less_than_a_day_is_a_day() -> None:
    assert rhythm.cadence(programme((), every="60 min"), PAIR) == 1
    assert rhythm.cadence(programme((), every="2 weeks"), PAIR) == 14


def test_due_are_sessions_of_the_past_newest_first_and_planned_ones_once_they_lapsed() -> None:
    found = programme(((0, "held"), (10, "cancelled"), (20, "missed"), (30, "planned"), (40, "planned")))
    due = [entry.parts["nn"] for entry in rhythm.due(found, PAIR, day(45))]
    assert due == ["04", "03", "02", "01"]
    assert [entry.parts["nn"] for entry in rhythm.due(found, PAIR, day(44))] == ["03", "02", "01"]


@pytest.mark.parametrize(("at", "expected"), [(100, False), (101, True), (137, True), (138, False)])
def test_booked_is_a_session_within_one_and_a_quarter_cadences(at: int, *, expected: bool) -> None:
    found = programme(((at, "planned"),))
    assert rhythm.booked(found.sessions[PAIR], 30, day(100)) is expected


@pytest.mark.parametrize(
    ("status", "moved", "expected"), [("planned", 2, True), ("planned", 3, False), ("cancelled", 0, False)]
)
def test_a_date_that_was_called_off_or_moved_too_often_is_not_booked(
    status: str, moved: int, *, expected: bool
) -> None:
    found = programme(((110, status),), more=f"moved: {moved}\n")
    assert rhythm.booked(found.sessions[PAIR], 30, day(100)) is expected
