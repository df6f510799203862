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
        id="listed",
        name=N_("Entries of a list"),
        formula=(
            "the entries of the list that the sentence belongs to, on all its pages, as far as you may see them; where "
            "a state, a month, a tag or a choice is named, those of it"
        ),
        reads="what the entries are made from: posts, pairs, people, sessions, settings, curated pages",
        blind="entries that you may not see: they are counted nowhere",
        example="Of four people three agreed to be shown to you, two of them are mentors: 3 people, 2 of that choice.",
    ),
    Measure(
        id="reading-time",
        name=N_("Reading time"),
        formula="the words of a post ÷ 200, in whole minutes rounded up, at least 1",
        reads="the text of each post",
        blind="how anybody reads",
        example="A post of 450 words: 3 min.",
    ),
    Measure(
        id="path",
        name=N_("Length of a roadmap"),
        formula="the steps of a roadmap, and their minutes added up; in the list, those of all that are not retired",
        reads="steps and minutes of each roadmap",
        blind="preparation, and how long pairs take in fact",
        example="Two steps of 60 minutes each: 2 steps, 2 h.",
    ),
    Measure(
        id="agenda",
        name=N_("An agenda in figures"),
        formula=(
            "its parts and its minutes; the planned talk of the mentor is the minutes of the parts the mentor leads "
            "and half of those both lead ÷ all minutes"
        ),
        reads="length and parts of the template or the session, with the minutes and the lead of each part",
        blind="who talked in fact, which nobody measures",
        example="The mentor leads 30 minutes of 60, both lead 20: (30 + 10) ÷ 60 = 67 %.",
    ),
    Measure(
        id="term",
        name=N_("The term of a pair"),
        formula=(
            "the day asked for, counted from the first active day or an earlier session, of all days up to the agreed "
            "end or a later session; and the pair's sessions by what became of them"
        ),
        reads="history of the pair, ends in the agreement; date and status of each of its sessions",
        blind="days before the pair was active",
        example="Active since 1 March, agreed to end on 30 April, asked for 31 March: day 31 of 61.",
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
