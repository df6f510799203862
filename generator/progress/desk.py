"""Numbers that are no indicators and no totals, in words: `generator/view`, which knows whom to count, counts them."""

from __future__ import annotations

from generator.language import N_
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="weeks",
        name=N_("Weeks of a pair"),
        formula=(
            "sessions of a pair in each week from Monday to Sunday: held, planned, or not held (cancelled, missed, or "
            "without a record in time); weeks with a day on a break; and the active days since the last counted held "
            "session, else since the start"
        ),
        reads="history of the pair; date and status of each of its sessions",
        blind="sessions before and after the weeks that are drawn, except for the days since the last one",
        example="Held on Monday and on Friday of one week, cancelled in the next: held 2, not held 1.",
        reading="for coordinators only; an empty week says nothing bad of a pair that meets once a month",
    ),
    Measure(
        id="demand",
        name=N_("Asked for and offered"),
        formula=(
            "people who want an area, and people who offer it, of those with a page; the balance is offers less wants; "
            "hidden where a side is too small"
        ),
        reads="wants and offers of each person",
        blind="how much somebody wants an area, and whether the two would suit one another",
        example="Eight want an area and five offer it: short 3.",
    ),
    Measure(
        id="places-free",
        name=N_("Places free"),
        formula=(
            "how many partners somebody takes (as declared; else 1 as a mentor, 2 as a mentee), less the pairs of "
            "theirs that are accepted, active or on a break; never below 0"
        ),
        reads="role and capacity of the person; mentor, mentee and history of each pair",
        blind="how much time somebody has at present",
        example="A mentor says nothing of capacity and is in no pair: 1. A mentee who takes 2 is in one: 1.",
    ),
    Measure(
        id="reach",
        name=N_("How far roadmaps carry"),
        formula="pairs on a roadmap that ever began, and for each of its steps how many of them have done it",
        reads="history and roadmaps of each pair; step and takeaways of its held sessions",
        blind="whether a step was skipped on purpose",
        example="Three pairs are on a roadmap of two steps; all did the first and one the second: 3 pairs, 3 · 1.",
        reading="for coordinators only; a step that few come to may be too large",
    ),
    Measure(
        id="funnel",
        name=N_("Pairs so far"),
        formula="pairs whose history names a state on or before the as-of date, for each state",
        reads="history of each pair",
        blind="how long a pair was in a state",
        example="Two pairs were proposed and one of them accepted: 2 proposed, 1 accepted.",
        reading="for coordinators only; a pair counts in every state it ever came to",
    ),
    Measure(
        id="ready",
        name=N_("Set up and ready"),
        formula=(
            "of the people in pairs that are accepted, active or on a break, those who are trained; of these pairs, "
            "those with both signatures and those with a goal of each side; of the sessions of active pairs that are "
            "due, and of those that come up, the ones with an agenda"
        ),
        reads="trained of each person; history, agreement and goals of each pair; date, status and agenda of sessions",
        blind="whether a training helped, a goal is a good one or an agenda was followed",
        example="Two pairs of four people are active, three people are trained, one pair has signed: 3 of 4, 1 of 2.",
        reading="for coordinators only",
    ),
    Measure(
        id="findings",
        name=N_("Findings of the checks"),
        formula=(
            "how often each rule finds something in the files; of what holds pairs up, only what asks somebody to do "
            "something for a pair, and the points of its health that do"
        ),
        reads="every file of the programme, as `mentoring check` does",
        blind="what no rule asks for",
        example="One rule finds a fault in two files, another twice in one file: 2 and 2.",
        reading="for coordinators only; the aim is none",
    ),
)
