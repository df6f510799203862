"""What asks for somebody in a few small files as of a day: all rules, all points of health, nothing around them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import programmes
from small import ACCEPTED, AGREEMENT, BEGUN, PAIR, PROPOSED, pair, room, session

from generator.needs import Need, needs
from generator.needs.signals import Signal, signals
from generator.nudge import Letter, letters
from generator.programme import Programme
from generator.progress.whole import standings
from generator.rules import judge

FIRST = session("2026-01-19", "held")
STANDARD, ROADMAP = "content/agendas/standard.md", "content/roadmaps/digital-fluency.md"
REVIEW = "content/agendas/midpoint-review.md"
LATE = "actions:\n  - {id: a1, owner: mentee, action: Zq., due: 2026-02-01, status: open}\n"
AIMS = "goals:\n" + "".join(
    f"  - {{id: g{side}, side: {side}, goal: Zq, sign: Zq, state: open, progress: 25}}\n"
    for side in ("mentor", "mentee")
)
SHORT = "actual: 20 min\n"
PAUSE = "state: paused, on: 2026-02-01, by: both, reason: leave, until: 2026-02-20"


def active(*sessions: str, more: str = "", steps: tuple[str, ...] = ()) -> dict[str, str]:
    """Give a pair that is active since Monday, 12 January 2026, every 30 days until 13 July, with sessions."""
    return {PAIR: pair(*BEGUN, *steps, more=AGREEMENT + more), **room(*sessions)}


def monthly(*held: str, planned: str, template: str = "standard") -> dict[str, str]:
    """Give a pair that met on these days and will meet again, the fourth time by a template of its own."""
    talks = [session(day, "held", template if at == 3 else "standard") for at, day in enumerate(held)]
    found = active(*talks, session(planned, more="agenda: [{item: a, minutes: 60, lead: both, kind: check-in}]\n"))
    return found | {path: programmes.healthy()[path].decode() for path in (REVIEW, STANDARD)}


YEAR = ("2026-01-19", "2026-02-17", "2026-03-17", "2026-04-14", "2026-05-12", "2026-06-09")
Files = Mapping[str, str]
CASES: Mapping[str, tuple[str, Files, Files]] = {
    "unanswered": (
        "2026-01-20",
        {PAIR: pair(PROPOSED)},
        {PAIR: pair(PROPOSED, "state: declined, on: 2026-01-19, by: coordinator, reason: time")},
    ),
    "not-begun": (
        "2026-01-30",
        {PAIR: pair(PROPOSED, ACCEPTED, more=AGREEMENT)},
        {PAIR: pair(PROPOSED, ACCEPTED, "state: active, on: 2026-01-29, by: both", more=AGREEMENT)},
    ),
    "nothing-held": ("2026-02-02", active(session("2026-02-10")), active(session("2026-01-26", "held"))),
    "quiet": ("2026-03-13", active(FIRST, session("2026-03-20")), active(FIRST, session("2026-03-10", "held"))),
    "not-held": (
        "2026-03-10",
        active(FIRST, session("2026-02-17", "cancelled"), session("2026-03-10", "missed")),
        active(FIRST, session("2026-02-17", "cancelled"), session("2026-03-10", "held")),
    ),
    "unbooked": (
        "2026-03-04",
        active(FIRST, session("2026-02-17", "cancelled")),
        active(FIRST, session("2026-02-17", "cancelled"), session("2026-03-10")),
    ),
    "unrecorded": (
        "2026-02-21",
        active(FIRST, session("2026-02-17")),
        active(FIRST, session("2026-02-17", "held")),
    ),
    "still-paused": (
        "2026-02-21",
        active(FIRST, steps=(PAUSE,)),
        active(FIRST, steps=(PAUSE.replace("02-20", "02-27"),)),
    ),
    "long-over": (
        "2026-07-27",
        monthly(*YEAR, planned="2026-08-01", template="midpoint-review"),
        {
            PAIR: pair(*BEGUN, "state: ended_early, on: 2026-07-20, by: coordinator, reason: time", more=AGREEMENT),
        },
    ),
    "late": (
        "2026-02-16",
        active(session("2026-01-19", "held", more=LATE), session("2026-02-20")),
        active(session("2026-01-19", "held", more=LATE.replace("open", "dropped")), session("2026-02-20")),
    ),
    "no-next": ("2026-01-23", active(FIRST), active(FIRST, session("2026-02-17"))),
    "closing": (
        "2026-06-13",
        monthly(*YEAR, planned="2026-06-20", template="midpoint-review"),
        monthly(*YEAR, planned="2026-06-20", template="midpoint-review")
        | {PAIR: active(more="")[PAIR].replace("ends: 2026-07-13", "ends: 2026-07-30")},
    ),
    "review": (
        "2026-05-02",
        monthly(*YEAR[:4], planned="2026-05-12"),
        monthly(*YEAR[:4], planned="2026-05-12", template="midpoint-review"),
    ),
    "no-goal": ("2026-02-11", active(FIRST, session("2026-02-20")), active(FIRST, session("2026-02-20"), more=AIMS)),
    "goals": (
        "2026-04-14",
        active(FIRST, session("2026-03-30", "held"), session("2026-04-28"), more=AIMS),
        active(FIRST, session("2026-03-30", "held"), session("2026-04-28"), more=AIMS.replace("25", "50")),
    ),
    "routine": (
        "2026-05-16",
        active(*[session(day, "held", more=SHORT) for day in YEAR[3:5]], session("2026-06-09"), more=AIMS),
        active(session("2026-04-14", "held", more=SHORT), session("2026-05-12", "held"), session("2026-06-09")),
    ),
    "aged": (
        "2027-02-03",
        {ROADMAP: programmes.healthy()[ROADMAP].decode()},
        {ROADMAP: programmes.healthy()[ROADMAP].decode().replace("reviewed_on: 2026-02-02", "reviewed_on: 2026-02-03")},
    ),
    "agenda": (
        "2026-02-14",
        active(FIRST, session("2026-02-17"), more=AIMS),
        active(FIRST, session("2026-02-18"), more=AIMS),
    ),
}
"""A kind of signal: the first day of it, worked out by hand; files in which it is true, and the same files mended."""


def programme(files: Files) -> Programme:
    """Load files that can all be read."""
    loaded = programmes.loaded(files)
    assert [f"{each.span} {each.message}" for each in loaded.findings] == []
    return loaded.programme


def told(files: Files, day: str) -> tuple[Signal, ...]:
    """Give all signals of a day."""
    found, as_of = programme(files), date.fromisoformat(day)
    return signals(found, judge(found, as_of, nightly=True), standings(found, as_of), as_of)


def needed(files: Files, day: str) -> tuple[Need, ...]:
    """Give the entries of a day."""
    found, as_of = programme(files), date.fromisoformat(day)
    return needs(found, judge(found, as_of, nightly=True), standings(found, as_of), as_of)


def written(found: Programme, on: date) -> tuple[Letter, ...]:
    """Give the letters of a day of letters."""
    return letters(found, judge(found, on, nightly=True), standings(found, on), on)
