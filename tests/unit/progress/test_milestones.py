"""Milestones: each from its files, each once; the example of the page of measures is the first case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import programmes
import pytest

from generator.progress.milestones import Reached, of
from generator.progress.whole import MEASURES

PAIR = "2026-spring/pair-03"
ROOM = f"pairs/{PAIR}/sessions/"
AS_OF = date(2026, 4, 1)


def record(day: str, template: str, *actions: str) -> str:
    listed = "".join(f"  - {{{each}}}\n" for each in actions) if actions else ""
    promised = f"actions:\n{listed}" if listed else "actions: []\n"
    return (
        f"date: {day} 15:00\nlength: 60 min\nstatus: held\ntemplate: {template}\npurpose: Talk.\nactual: 60 min\n"
        f"takeaways: {{mentor: a, mentee: b}}\n{promised}next: closing\n"
    )


def action(name: str, owner: str, status: str, done: str = "") -> str:
    on = f", done_on: {done}" if done else ""
    return f"id: {name}, owner: {owner}, action: Do it, due: 2026-03-30, status: {status}{on}"


def reached(sessions: Mapping[str, str], goals: str, as_of: date = AS_OF) -> tuple[Reached, ...]:
    """Give the milestones of pair-03 with other sessions and goals."""
    path = f"pairs/{PAIR}/pair.yml"
    text = programmes.healthy()[path].decode()
    files = programmes.over_healthy(
        {name: None for name in programmes.healthy() if name.startswith(ROOM)}
        | {path: text[: text.index("goals:")] + goals}
        | {f"{ROOM}{number}.yml": record for number, record in sessions.items()}
    )
    loaded = programmes.loaded(files)
    assert [each.message for each in loaded.findings if each.span.path.startswith(f"pairs/{PAIR}")] == []
    return of(loaded.programme, PAIR, as_of)


def goal(name: str, state: str) -> str:
    return f"  - {{id: {name}, side: mentor, goal: G, sign: S, state: {state}, progress: 50}}\n"


REVIEW = "midpoint-review"


def test_the_example_of_the_page_of_measures() -> None:
    mentees = [action("a1", "mentee", "done", "2026-02-09"), action("a2", "mentee", "done", "2026-02-01")]
    found = reached(
        {
            "01": record("2026-01-20", "contracting", *mentees, action("a3", "mentor", "done", "2026-01-21")),
            "02": record("2026-02-17", REVIEW, action("a4", "mentee", "open")),
        },
        "goals:\n" + goal("g1", "reframed"),
    )
    assert found == (
        Reached("first-session", date(2026, 1, 20)),
        Reached("first-action", date(2026, 2, 1)),
        Reached("review", date(2026, 2, 17)),
        Reached("goal-reframed"),
    )
    example = next(each.example for each in MEASURES if each.id == "milestones")
    assert "first session (20 January), first action of the mentee (1 February)" in example
    assert example.endswith("mid-point reviewed (17 February), goal reframed.")


def test_nothing_to_come_and_nothing_of_the_mentor_is_a_milestone() -> None:
    late = action("a1", "mentee", "done", "2026-03-30")
    rooms = {"01": record("2026-01-20", "contracting", late), "02": record("2026-02-17", REVIEW)}
    assert reached(rooms, "goals: []\n", date(2026, 2, 16)) == (Reached("first-session", date(2026, 1, 20)),)
    assert reached({}, "goals: []\n") == ()


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (("reached", "reached", "open"), (Reached("goal-reached", count=2),)),
        (("reached", "reframed"), (Reached("goal-reached"), Reached("goal-reframed"))),
        (("closer", "dropped"), ()),
    ],
)
def test_goals_count_when_reached_or_reframed(states: tuple[str, ...], told: tuple[Reached, ...]) -> None:
    assert reached({}, "goals:\n" + "".join(goal(f"g{at}", each) for at, each in enumerate(states))) == told


def test_a_closed_pair_tells_of_its_roadmap_and_its_end() -> None:
    found = of(programmes.loaded(programmes.healthy()).programme, "2025-autumn/pair-01", AS_OF)
    assert found[-3:] == (
        Reached("roadmap", roadmap="candour"),
        Reached("goal-reached"),
        Reached("closure", date(2025, 12, 1)),
    )
