"""A new session of a room: its number, template, agenda, step and preparation, from the pair and the date."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.forms import draft
from generator.kinds.agenda import Agenda
from generator.kinds.roadmap import Step
from generator.kinds.session import Action, Session
from generator.programme import Entry, Programme
from generator.progress.roadmaps import steps_done
from generator.progress.sessions import every, planned
from generator.source.durations import as_minutes, as_text

USUAL = "standard"
NO_STEP = "none"
SIDES = ("mentor", "mentee")
_ALIVE = frozenset({"planned", "held"})
_RUNNING = 3
"""So often the same template may run; a fourth time is SES010."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a session starts from; every field but the pair and the date can be derived."""

    pair: str
    date: dt.datetime
    template: str
    length: dt.timedelta
    purpose: str
    step: str | None
    mentor: tuple[str, ...] = ()
    mentee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants otherwise than derived; `step` may be `none`."""

    template: str | None = None
    step: str | None = None
    purpose: str | None = None
    length: dt.timedelta | None = None
    mentor: tuple[str, ...] = ()
    mentee: tuple[str, ...] = ()


def sessions(programme: Programme, pair: str) -> tuple[Entry[Session], ...]:
    """Give a pair's sessions that were held or still may be, by date."""
    found = (each for each in programme.sessions.get(pair, ()) if each.item.status in _ALIVE)
    return tuple(sorted(found, key=lambda each: (each.item.date, each.path)))


def number(programme: Programme, pair: str) -> int:
    """Give the number of the next session: files that could not be read count as well."""
    unread = (name for name in programme.broken.get("session", ()) if name.startswith(f"{pair}/"))
    names = [each.parts["nn"] for each in programme.sessions.get(pair, ())]
    return max([0, *map(int, names), *(int(name[-2:]) for name in unread)]) + 1


def path(programme: Programme, pair: str) -> str:
    """Give the path of the next session."""
    return f"pairs/{pair}/sessions/{number(programme, pair):02}.yml"


def expected(programme: Programme, pair: str) -> dt.datetime | None:
    """Give the date that the last record promised, at the hour of that session; `None` where none did."""
    last = next((each.item for each in reversed(sessions(programme, pair)) if each.item.status == "held"), None)
    if last is None or not isinstance(last.next, dt.date):
        return None
    if any(each.item.day >= last.next for each in sessions(programme, pair)):
        return None
    return dt.datetime.combine(last.next, last.date.time())


def proposed(programme: Programme, pair: str) -> dt.datetime | None:
    """Give a date to start from: the promised one, else one rhythm after the last session; `None` before the first."""
    own, rhythm = sessions(programme, pair), every(programme, pair)
    return expected(programme, pair) or (own[-1].item.date + rhythm if own else None)


def template(programme: Programme, pair: str, day: dt.date) -> str | None:
    """Choose the template: first, mid-point and closing in their time, else the pair's usual one."""
    stage = _stage(programme, pair, day)
    found = _of_stage(programme, stage)
    if stage != "working" and found:
        return found[0]
    return _usual(programme, pair)


def _stage(programme: Programme, pair: str, day: dt.date) -> str:
    own = sessions(programme, pair)
    had = {_stage_of(programme, each.item.template) for each in own}
    agreement = programme.pairs[pair].item.agreement
    rhythm = every(programme, pair)
    if not own:
        return "first"
    ends = agreement.ends if agreement else None
    if "closing" not in had and (len(own) + 1 >= planned(programme, pair) or (ends and ends - day < rhythm)):
        return "closing"
    review = agreement.review_on if agreement else None
    return "midpoint" if review and "midpoint" not in had and review - day <= rhythm / 2 else "working"


def _stage_of(programme: Programme, name: str) -> str | None:
    entry = programme.agendas.get(name)
    return entry.item.stage if entry else None


def _of_stage(programme: Programme, stage: str) -> list[str]:
    return sorted(name for name, entry in programme.agendas.items() if entry.item.stage == stage)


def _usual(programme: Programme, pair: str) -> str | None:
    """Give the working template the pair takes most often, the later one of two; not the same four times running."""
    working = _of_stage(programme, "working")
    used = [each.item.template for each in sessions(programme, pair)]
    running = set(used[-_RUNNING:]) if len(used) >= _RUNNING else set()
    tired = running if len(running) == 1 else set()
    counts = Counter(each for each in reversed(used) if each in working and each not in tired)
    by_use = [name for name, _ in counts.most_common()]
    rest = sorted(working, key=lambda name: (name != USUAL, name))
    return next((name for name in (*by_use, *rest) if name not in tired), None)


def next_step(programme: Programme, pair: str, as_of: dt.date) -> str | None:
    """Give the next step of the pair's roadmaps that is neither done, skipped nor planned, and may come now."""
    item = programme.pairs[pair].item
    waiting = {each.item.step for each in programme.sessions.get(pair, ()) if each.item.status == "planned"}
    behind = steps_done(programme, pair, as_of) | {each.step for each in item.skipped} | waiting
    for name, step in _steps(programme, item.roadmaps):
        before = {f"{name}/{each}" for each in step.after}
        if f"{name}/{step.id}" not in behind and before <= behind:
            return f"{name}/{step.id}"
    return None


def _steps(programme: Programme, roadmaps: tuple[str, ...]) -> Iterator[tuple[str, Step]]:
    for name in roadmaps:
        if name in programme.roadmaps:
            yield from ((name, step) for step in programme.roadmaps[name].item.steps)


def step_of(programme: Programme, name: str | None) -> Step | None:
    """Find a step by `roadmap/step`."""
    roadmap, _, step = (name or "").partition("/")
    return next((each for found, each in _steps(programme, (roadmap,)) if found and each.id == step), None)


def plan(programme: Programme, pair: str, date: dt.datetime, as_of: dt.date, wishes: Wishes) -> Plan | None:
    """Derive a whole plan; what is wished wins. `None` where the programme has no template to start from."""
    name = wishes.template or template(programme, pair, date.date())
    entry = programme.agendas.get(name or "")
    if name is None or entry is None:
        return None
    step = wishes.step
    if step is None and entry.item.stage == "working":
        step = next_step(programme, pair, as_of)
    found = step_of(programme, step)
    mentor, mentee = _preparation(entry.item, found)
    return Plan(
        pair=pair,
        date=date,
        template=name,
        length=wishes.length or _length(programme, pair, entry.item, chosen=wishes.template is not None),
        purpose=wishes.purpose or (found.title if found else entry.item.title),
        step=None if step == NO_STEP else step,
        mentor=wishes.mentor or mentor,
        mentee=wishes.mentee or mentee,
    )


def _length(programme: Programme, pair: str, agenda: Agenda, *, chosen: bool) -> dt.timedelta:
    """Give the agreed length; a template that somebody chose comes with its own."""
    agreement = programme.pairs[pair].item.agreement
    agreed = agreement.length if agreement else None
    return agreed if agreed and not chosen else agenda.length


def fitted(minutes: tuple[int, ...], whole: int) -> tuple[int, ...]:
    """Stretch or shrink the parts of an agenda to a length, in whole minutes that add up exactly."""
    total = sum(minutes)
    if not total or whole < len(minutes):
        return minutes
    spare = whole - len(minutes)
    shares = [divmod((each - 1) * spare, max(total - len(minutes), 1)) for each in minutes]
    left = spare - sum(share for share, _ in shares)
    first = sorted(range(len(minutes)), key=lambda at: (-shares[at][1], at))[:left]
    return tuple(1 + share + (at in first) for at, (share, _) in enumerate(shares))


def _preparation(agenda: Agenda, step: Step | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give each side one thing to prepare: a question of the step, else what its own part of the agenda asks."""
    if step is not None and len(step.prompts) > 1:
        return (f"Bring one example: {step.prompts[0]}",), (f"Think about this: {step.prompts[1]}",)
    asked = {side: [each.prompt for each in agenda.items if each.lead == side and each.prompt][:1] for side in SIDES}
    return tuple(asked["mentor"]), tuple(asked["mentee"])


def carried(programme: Programme, pair: str) -> tuple[tuple[Entry[Session], int, Action], ...]:
    """Give the actions of a pair that are still open, with their session and their place in it."""
    return tuple(
        (entry, place, action)
        for entry in programme.sessions.get(pair, ())
        for place, action in enumerate(entry.item.actions or ())
        if action.status == "open"
    )


def notes(programme: Programme, pair: str) -> tuple[str, ...]:
    """Say which actions are carried over: id, owner and date, never their words."""
    return tuple(
        f"still open: {action.id}, {action.owner or 'nobody yet'}"
        + (f", due {action.due.isoformat()}" if action.due else "")
        for _, _, action in carried(programme, pair)
    )


def planned_file(programme: Programme, wanted: Plan, *, carries: bool = True) -> draft.Draft:
    """Draft the file of a planned session; `carries` adds what is still open as comments."""
    entry = programme.agendas.get(wanted.template)
    items = entry.item.items if entry else ()
    minutes = fitted(tuple(each.minutes for each in items), as_minutes(wanted.length))
    agenda = [
        {"item": each.item, "minutes": length, "lead": each.lead, "kind": each.kind}
        for each, length in zip(items, minutes, strict=True)
    ]
    prepare = {"mentor": list(wanted.mentor) or None, "mentee": list(wanted.mentee) or None}
    data = {
        "date": wanted.date,
        "length": as_text(wanted.length),
        "status": "planned",
        "template": wanted.template,
        "purpose": wanted.purpose,
        "step": wanted.step,
        "agenda": agenda,
        "prepare": draft.given(prepare) or None,
    }
    open_still = notes(programme, wanted.pair) if carries else ()
    return draft.yaml_file(path(programme, wanted.pair), "session", data, open_still)
