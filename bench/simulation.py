"""Healthy and stalling pairs, simulated: who would be rung without need, and how soon a stall is seen.

A monthly rhythm, gaps of 30 days times lognormal(0, 0.25), and of 35 % of the pairs a leave of 10 to 21 days, declared
as a pause. At the end of a session the next is booked for 30 days later; where it takes much longer, it is moved on
that day, or when the leave begins. A stalling pair does the same and then, after its second to fourth session, parts
without a next date. Everything is written as files and judged by the very rules, measures and list that coordinators
see, on each day of 26 weeks. The fixed clocks count days since the last session, as platforms do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from generator.load import Raw, load
from generator.needs import needs
from generator.programme import Programme
from generator.progress.course import Course, courses
from generator.progress.pair_at import PairAt
from generator.progress.whole import Standing, standing
from generator.rules import rules

START, DAYS, EVERY, TERM = date(2026, 1, 5), 182, 30, 240
SPREAD, ON_LEAVE, LEAVE = 0.25, 0.35, (10, 21)
SOON = 5 * EVERY // 4
"""What is booked for no later than this counts as a next date."""
REVIEWED_FROM = 70
"""The first session from this day on is the mid-point review."""
CLOCKS = (21, 90)
LIST = "the coordinators' list"
_ASKING = ("PAI014", "SES007", "SES012")
"""The rules that tell of rhythm; the others look at goals, actions and content, which all pairs here have in order."""
_ITEM = "  - {item: Talk, minutes: 60, lead: both, kind: topic}\n"
_TEMPLATE = f"---\ntitle: %s\nstage: %s\nlength: 60 min\npurpose: Talk.\nitems:\n{_ITEM}---\n"


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to a pair, in days from its start: its sessions, its leave, and whether it ended in silence."""

    sessions: tuple[int, ...]
    leave: tuple[int, int] | None
    stalls: bool

    def booked(self, number: int) -> int:
        """Give the day a session is first booked for: its own, unless that comes much later than agreed."""
        before, at = self.sessions[number - 1 : number + 1] if number else (self.sessions[0],) * 2
        return before + EVERY if at - before > SOON else at

    def not_moved(self, day: int) -> int:
        """Give the number of the session that is booked for a day it will be moved from; 0 if none is."""
        number = sum(at <= day for at in self.sessions)
        if not 0 < number < len(self.sessions) or (first := self.booked(number)) == self.sessions[number]:
            return 0
        moves = min(first, self.leave[0]) if self.leave and self.leave[0] > self.sessions[number - 1] else first
        return number if day < moves else 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a way of watching saw: the share of healthy pairs it ever named, and the days each stall took, sorted."""

    alarms: float
    delays: tuple[int, ...]


def simulate(seed: int, healthy: int, stalling: int) -> dict[str, Seen]:
    """Give what the list, and each fixed clock, saw of so many pairs."""
    rng = Random(seed)
    stories = {f"c/p-{number}": _story(rng, stalls=number >= healthy) for number in range(healthy + stalling)}
    ways = {LIST: _by_list(stories)}
    for clock in CLOCKS:
        ways[f"a clock of {clock} days"] = {name: _by_clock(story, clock) for name, story in stories.items()}
    return {way: _seen(stories, told) for way, told in ways.items()}


def _story(rng: Random, *, stalls: bool) -> Story:
    leave_at, length = rng.randint(1, 4), rng.randint(*LEAVE) if rng.random() < ON_LEAVE else 0
    days, leave = [rng.randint(7, 18)], None
    while days[-1] <= DAYS:
        gap = round(EVERY * rng.lognormvariate(0, SPREAD))
        if length and len(days) == leave_at:
            leave = (days[-1] + gap // 2, days[-1] + gap // 2 + length)
            gap += length
        days.append(days[-1] + gap)
    if not stalls:
        return Story(tuple(days), leave, stalls)
    held = tuple(days[: rng.randint(2, 4)])
    return Story(held, leave if leave and leave[1] < held[-1] else None, stalls)


def _programmes(stories: Mapping[str, Story]) -> list[Programme]:
    """Give the programme as it went; and, by the number of a session, with that one where it was first booked."""
    raws = [Raw(f"content/agendas/{name}.md", (_TEMPLATE % (name, name)).encode()) for name in ("standard", "midpoint")]
    raws += (Raw(path, text.encode()) for name, story in stories.items() for path, text in _files(name, story))
    went = load(raws).programme
    most = max(len(story.sessions) for story in stories.values())
    return [went, *(_earlier(went, stories, number) for number in range(1, most))]


def _earlier(went: Programme, stories: Mapping[str, Story], number: int) -> Programme:
    long = {
        n: each
        for n, each in stories.items()
        if number < len(each.sessions) and each.booked(number) < each.sessions[number]
    }
    path = f"sessions/{number + 1:02}.yml"
    texts = (
        Raw(f"pairs/{name}/{path}", _session(each, number, each.booked(number)).encode()) for name, each in long.items()
    )
    first = load(texts).programme.sessions
    rooms = {name: (*went.sessions[name][:number], *first[name], *went.sessions[name][number + 1 :]) for name in long}
    return replace(went, sessions={**went.sessions, **rooms})


def _files(name: str, story: Story) -> Iterator[tuple[str, str]]:
    steps = [
        ("proposed", -9),
        ("accepted", -2),
        ("active", 0),
        *zip(("paused", "active"), story.leave or (), strict=False),
    ]
    until = f", reason: leave, until: {_day(story.leave[1])}" if story.leave else ""
    history = "".join(
        f"  - {{state: {state}, on: {_day(at)}, by: both{until if state == 'paused' else ''}}}\n" for state, at in steps
    )
    goals = "".join(
        f"  - {{id: g{side}, side: {side}, goal: a, sign: b, state: open, progress: 100}}\n"
        for side in ("mentor", "mentee")
    )
    agreement = f"{{every: {EVERY} days, sessions: 8, ends: {_day(TERM)}}}"
    text = (
        "mentor: p-1\nmentee: p-2\nfocus: [a]\n"
        f"match: {{on: {START}, reason: They asked., shared_interests: [tea], both_consulted: true}}\n"
        f"history:\n{history}agreement: {agreement}\ngoals:\n{goals}"
    )
    yield f"pairs/{name}/pair.yml", text
    for number, at in enumerate(story.sessions):
        yield f"pairs/{name}/sessions/{number + 1:02}.yml", _session(story, number, at)


def _session(story: Story, number: int, at: int) -> str:
    """Write a session; one that is yet to come has no record, nor has one that is shown on a day it was moved from."""
    review = next((day for day in story.sessions if day >= REVIEWED_FROM), None)
    planned = at > DAYS or at != story.sessions[number]
    moved = "moved: 1\n" if at != story.booked(number) else ""
    following = f"next: {_day(story.booked(number + 1))}\n" if number + 1 < len(story.sessions) else ""
    return (
        f"date: {_day(at)} 10:00\nlength: 60 min\nstatus: {'planned' if planned else 'held'}\n{moved}"
        f"template: {'midpoint' if story.sessions[number] == review else 'standard'}\npurpose: Talk.\n"
        f"agenda:\n{_ITEM}"
        + (
            ""
            if planned
            else f"actual: 60 min\ntakeaways: {{mentor: withheld, mentee: withheld}}\nactions: []\n{following}"
        )
    )


def _day(number: int) -> date:
    return START + timedelta(days=number)


def _by_list(stories: Mapping[str, Story]) -> dict[str, list[int]]:
    """Give the days on which the coordinators' list names each pair."""
    told: dict[str, list[int]] = {name: [] for name in stories}
    programmes = _programmes(stories)
    every = [{course.name: course for course in courses(programme)} for programme in programmes]
    asking = [check for code in _ASKING for check in (*rules()[code].checks, *rules()[code].over_time)]
    for number in range(DAYS + 1):
        shown = {name: story.not_moved(number) for name, story in stories.items()}
        today = replace(programmes[0], sessions={name: programmes[at].sessions[name] for name, at in shown.items()})
        found = [each for check in asking for each in check(today, _day(number))]
        standings = {name: _stands(every[at][name], number) for name, at in shown.items()}
        for need in needs(today, found, standings, _day(number)):
            if need.signal.pair:
                told[need.signal.pair].append(number)
    return told


def _stands(course: Course, number: int) -> Standing:
    return standing(PairAt(course, _day(number)))


def _by_clock(story: Story, clock: int) -> list[int]:
    """Give the days on which more than so many days have passed since the last session, or since the start."""
    met = [0, *story.sessions]
    return [day for day in range(DAYS + 1) if day - max(at for at in met if at <= day) > clock]


def _seen(stories: Mapping[str, Story], told: Mapping[str, list[int]]) -> Seen:
    alarms = [bool(told[name]) for name, story in stories.items() if not story.stalls]
    delays = [
        next((day for day in told[name] if day >= story.sessions[-1]), DAYS) - story.sessions[-1]
        for name, story in stories.items()
        if story.stalls
    ]
    return Seen(sum(alarms) / len(alarms), tuple(sorted(delays)))
