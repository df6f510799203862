"""What a new session derives from pair, template and date. Expected values are worked out from the healthy files."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import programmes
import pytest

from generator.forms import session
from generator.programme import Programme
from generator.source import yaml12

PAIR = "2026-spring/pair-03"
ROOM = f"pairs/{PAIR}/sessions"
CLOCK = programmes.CLOCK


def programme(**changes: str | None) -> Programme:
    """Give the healthy programme with some sessions of one pair replaced or left out."""
    files = {f"{ROOM}/{name[1:]}.yml": text for name, text in changes.items()}
    return programmes.loaded(programmes.over_healthy(files)).programme


def text(name: str) -> str:
    """Give a healthy session's text."""
    return programmes.healthy()[f"{ROOM}/{name}.yml"].decode()


def moment(day: int, month: int = 5) -> datetime:
    """Give a time in 2026."""
    return datetime(2026, month, day, 15, 0)  # noqa: DTZ001 - local, as in the files


def planned(found: Programme, at: datetime, **wishes: object) -> session.Plan:
    """Plan a session of the pair."""
    plan = session.plan(found, PAIR, at, CLOCK, session.Wishes(**wishes))  # type: ignore[arg-type]
    assert plan is not None
    return plan


def test_the_number_follows_the_highest_file_also_a_broken_one() -> None:
    assert session.path(programme(), PAIR) == f"{ROOM}/05.yml"
    assert session.path(programme(_07="length: [\n"), PAIR) == f"{ROOM}/08.yml"


def test_the_first_session_takes_the_first_template() -> None:
    none = programme(_01=None, _02=None, _03=None, _04=None)
    assert planned(none, moment(19, 1)).template == "contracting"
    cancelled = text("01").split("actual:")[0].replace("status: held", "status: cancelled\nreason: clash")
    again = programme(_01=cancelled, _02=None, _03=None, _04=None)
    assert planned(again, moment(19, 1)).template == "contracting"


@pytest.mark.parametrize(
    ("at", "template"),
    [
        (moment(29, 3), "standard"),  # 16 days before the review on 14 April: more than half of 30 days
        (moment(30, 3), "midpoint-review"),
        (moment(13, 6), "midpoint-review"),  # 30 days before the end of 13 July: one more fits
        (moment(14, 6), "closure"),
    ],
)
def test_the_template_follows_the_date(at: datetime, template: str) -> None:
    assert planned(programme(_04=None), at).template == template


def test_the_last_of_the_agreed_sessions_closes() -> None:
    fifth = text("04").replace("2026-04-14", "2026-05-05").replace("midpoint-review", "standard")
    assert planned(programme(_05=fifth), moment(2, 6)).template == "closure"


def test_a_template_does_not_run_four_times() -> None:
    three = {f"_{at:02}": text("02").replace("02-17", f"0{at}-17").replace("standard", "lab") for at in (1, 2, 3)}
    lab = programmes.healthy()["content/agendas/standard.md"]
    files = {f"{ROOM}/{name[1:]}.yml": found for name, found in three.items()} | {f"{ROOM}/04.yml": None}
    found = programmes.loaded(programmes.over_healthy({**files, "content/agendas/lab.md": lab})).programme
    assert planned(found, moment(28, 3)).template == "standard"
    two = programmes.over_healthy({**files, f"{ROOM}/03.yml": None, "content/agendas/lab.md": lab})
    assert planned(programmes.loaded(two).programme, moment(28, 3)).template == "lab"


def test_the_step_is_the_next_one_whose_turn_it_is() -> None:
    found = programme(_04=None)
    steps = [f"digital-fluency/{each.id}" for each in found.roadmaps["digital-fluency"].item.steps]
    assert steps[:2] == ["digital-fluency/where-i-stand", "digital-fluency/first-real-task"]
    assert planned(found, moment(28, 3)).step == (steps[2] if len(steps) > 2 else None)
    fewer = programme(_03=None, _04=None)
    plan = planned(fewer, moment(17, 3))
    assert plan.step == steps[1]
    prompts = fewer.roadmaps["digital-fluency"].item.steps[1].prompts
    assert plan.mentor == (f"Bring one example: {prompts[0]}",)
    assert plan.mentee == (f"Think about this: {prompts[1]}",)
    assert planned(fewer, moment(17, 3), step=session.NO_STEP).step is None
    assert planned(fewer, moment(1, 5)).step is None  # the mid-point review has none


def test_the_next_date_is_what_the_last_record_promised() -> None:
    assert session.expected(programme(_04=None), PAIR) == moment(14, 4)
    assert session.expected(programme(), PAIR) is None  # it is planned already


def test_a_date_is_proposed_one_rhythm_after_the_last_session() -> None:
    assert session.proposed(programme(_04=None), PAIR) == moment(14, 4)
    assert session.proposed(programme(), PAIR) == moment(14, 5)
    assert session.proposed(programme(_01=None, _02=None, _03=None, _04=None), PAIR) is None


def test_after_the_last_day_that_is_read_nothing_is_raised() -> None:
    last = programme(_04=text("04").replace("2026-04-14", "2999-12-31"))
    assert session.proposed(last, PAIR) == datetime(3000, 1, 30, 15, 0)  # noqa: DTZ001 - local; judged before it is written
    assert planned(last, datetime(2999, 12, 31, 15, 0)).template == "closure"  # noqa: DTZ001 - local, as in the files


def test_what_is_still_open_is_told_without_its_words() -> None:
    assert session.notes(programme(), PAIR) == (
        "still open: a4, mentor, due 2026-04-10",
        "still open: a5, mentee, due 2026-04-13",
    )


def test_the_file() -> None:
    found = programme(_04=None)
    draft = session.planned_file(found, planned(found, moment(14, 4)))
    lines = draft.text.splitlines()
    assert draft.path == f"{ROOM}/04.yml"
    assert lines[0] == "# yaml-language-server: $schema=../../../../.schemas/session.json"
    assert lines[1:5] == ["date: 2026-04-14 15:00", "length: 60 min", "status: planned", "template: midpoint-review"]
    assert lines[-2:] == [f"# {each}" for each in session.notes(found, PAIR)]
    agenda = yaml12.read(draft.text).data["agenda"]
    template = found.agendas["midpoint-review"].item.items
    assert [(each["item"], each["minutes"]) for each in agenda] == [(each.item, str(each.minutes)) for each in template]
    after = programmes.loaded(programmes.over_healthy({draft.path: draft.text}))
    assert programmes.judged(after) == ()


def test_the_agreed_length_wins_unless_the_template_was_chosen() -> None:
    other = "2026-spring/pair-07"
    at = moment(20, 4)
    plan = session.plan(programme(), other, at, CLOCK, session.Wishes())
    chosen = session.plan(programme(), other, at, CLOCK, session.Wishes(template="standard"))
    assert plan is not None and plan.length == timedelta(minutes=45)  # noqa: PT018 - one thought
    assert chosen is not None and chosen.length == timedelta(minutes=60)  # noqa: PT018 - the same


@pytest.mark.parametrize(
    ("minutes", "whole", "fitted"),
    [
        ((5, 10, 25, 10, 10), 60, (5, 10, 25, 10, 10)),
        ((5, 10, 25, 10, 10), 45, (4, 8, 18, 8, 7)),
        ((10, 10), 61, (31, 30)),
        ((5, 5, 5), 2, (5, 5, 5)),
    ],
)
def test_an_agenda_is_fitted_to_its_length(minutes: tuple[int, ...], whole: int, fitted: tuple[int, ...]) -> None:
    assert session.fitted(minutes, whole) == fitted


def test_without_a_template_there_is_no_plan() -> None:
    gone = {path: None for path in programmes.healthy() if path.startswith("content/agendas/")}
    found = programmes.loaded(programmes.over_healthy(gone)).programme
    assert session.plan(found, PAIR, moment(14, 4), date(2026, 4, 1), session.Wishes()) is None
