"""Pairs as an audience may know them: `publish` outside, the agreement's facts inside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

from generator import lifecycle
from generator.kinds.pair import Agreement, Pair
from generator.progress.value import Share
from generator.progress.whole import PairProgress, Progress
from generator.source.durations import as_text
from generator.view.celebrations import milestones
from generator.view.gate import ROOMS, Gate
from generator.view.offers import behind, seen
from generator.view.shapes import GoalView, Link, PairView, Part, Phase, PostView, RoadmapUse, Terms

_DAY = timedelta(days=1)
_OUTSIDE = {"paused": "active"}
_OVER = frozenset({"declined", "expired", "ended_early", "re_matched"})


def pairs(gate: Gate, progress: Progress, posts: Iterable[PostView]) -> tuple[PairView, ...]:
    """Give the pairs that have a page for this audience, by cohort and id."""
    by_thread: dict[str, list[PostView]] = {}
    for post in posts:
        if post.thread and post.thread.address:
            by_thread.setdefault(post.thread.address, []).append(post)
    return tuple(_pair(gate, name, progress.pairs[name], by_thread.get(f"/threads/{name}/", [])) for name in gate.pairs)


def part(gate: Gate, share: Share) -> Part:
    """Give a measured share as pages show it; what its files are called, only coordinators learn."""
    files = tuple(seen(gate, path) for path in gate.files(share.sources))
    return Part(share.measure, share.done, share.whole, share.percent, len(share.sources), files)


def _pair(gate: Gate, name: str, done: PairProgress, posts: list[PostView]) -> PairView:
    entry = gate.programme.pairs[name]
    item, cohort = entry.item, entry.parts["cohort"]
    state, since = _state(gate, item)
    open_progress = gate.shows_progress(name)
    started = lifecycle.was_active(item, gate.as_of)
    return PairView(
        address=f"/pairs/{name}/",
        slug=entry.parts["pair"],
        cohort=Link(_cohort_title(gate, cohort), f"/progress/{cohort}/"),
        mentor=gate.someone(item.mentor, "mentor"),
        mentee=gate.someone(item.mentee, "mentee"),
        state=state,
        state_since=since,
        areas=tuple(gate.area(area) for area in item.focus),
        roadmaps=_roadmaps(gate, item, done, progress=open_progress, steps=gate.tells_steps(name)),
        sessions=part(gate, done.sessions) if open_progress and started else None,
        goals={"mentor": done.goals.mentor, "mentee": done.goals.mentee} if open_progress and done.goals.all else None,
        milestones=milestones(gate, name, posts),
        posts=tuple(post.card for post in posts),
        thread=f"/threads/{name}/" if posts else None,
        room=f"/pairs/{name}/room/" if gate.inside and has_room(gate, name) else None,
        shared_interests=_shared(gate, item) if gate.inside else (),
        goal_texts=_goals(item) if gate.inside else (),
        terms=terms(item.agreement) if gate.inside else None,
        next_session=_next(gate, name) if gate.inside else None,
        ended=_ended(gate, item),
        continues=gate.pair_link(item.continues) if gate.coordinators and item.continues else None,
        superseded_by=gate.pair_link(item.superseded_by) if gate.coordinators and item.superseded_by else None,
        source=entry.path if gate.inside else None,
        phases=_phases(item, gate.as_of) if gate.inside else (),
        certificates=_certificates(gate, name),
        record=seen(gate, entry.path) if gate.coordinators else None,
        met=behind(gate, gate.programme.sessions.get(name, ())),
        wrote=behind(gate, (each for each in gate.programme.threads.get(name, ()) if gate.reads(each))),
    )


def _shared(gate: Gate, item: Pair) -> tuple[str, ...]:
    """Give what both like; a dislike they share, or an interest of somebody without consent, is not shown."""
    if not (gate.consents(item.mentor) and gate.consents(item.mentee)):
        return ()
    people = [gate.programme.people[person].item for person in (item.mentor, item.mentee)]
    return tuple(each for each in item.match.shared_interests if all(each in person.interests for person in people))


def _cohort_title(gate: Gate, cohort: str) -> str:
    found = gate.programme.cohorts.get(cohort)
    return found.title if found else cohort


def _state(gate: Gate, item: Pair) -> tuple[str, date | None]:
    """Give the state and, inside, since when; outside a pause is nobody's business."""
    entry = lifecycle.at(item, gate.as_of)
    if entry is None:
        return "", None
    if gate.outside:
        return _OUTSIDE.get(entry.state, entry.state), None
    return entry.state, entry.on


def _phases(item: Pair, as_of: date) -> tuple[Phase, ...]:
    """Give what the term was so far, from the first active day to the as-of date or the day it ended."""
    begun = lifecycle.started(item)
    history = [entry for entry in item.history if begun and begun <= entry.on <= as_of]
    ends = [after.on - _DAY if after.on > entry.on else entry.on for entry, after in pairwise(history)]
    return tuple(
        Phase(entry.state, entry.on, last)
        for entry, last in zip(history, (*ends, as_of), strict=False)
        if entry.state in lifecycle.OPEN
    )


def _certificates(gate: Gate, name: str) -> tuple[Link, ...]:
    """Link the certificates of a pair that closed well, of those whom this audience may know."""
    item, cohort = gate.programme.pairs[name].item, name.partition("/")[0]
    if gate.state(name) != "completed":
        return ()
    return tuple(
        Link(gate.programme.people[person].item.name, f"/certificates/{cohort}/{person}/")
        for person in (item.mentor, item.mentee)
        if gate.profile(person)
    )


def _roadmaps(gate: Gate, item: Pair, done: PairProgress, *, progress: bool, steps: bool) -> tuple[RoadmapUse, ...]:
    found = []
    skipped = {each.step for each in item.skipped}
    for name in item.roadmaps:
        link = gate.roadmap(name)
        if link is None:
            continue
        share = done.roadmaps.get(name)
        named = gate.programme.roadmaps[name].item.steps if steps else ()
        states = tuple((step.title, _step_state(f"{name}/{step.id}", done, skipped)) for step in named)
        found.append(RoadmapUse(link, part(gate, share) if progress and share else None, states))
    return tuple(found)


def _step_state(step: str, done: PairProgress, skipped: set[str]) -> str:
    if step in done.steps_done:
        return "done"
    return "skipped on purpose" if step in skipped else "ahead"


def _goals(item: Pair) -> tuple[GoalView, ...]:
    return tuple(
        GoalView(
            goal.side,
            goal.goal,
            goal.sign,
            goal.state or "",
            int(goal.progress) if goal.progress and goal.progress.isdigit() else None,
        )
        for goal in item.goals
    )


def terms(agreement: Agreement | None) -> Terms | None:
    """Give the facts of an agreement that a room shows; `None` where there is none."""
    if agreement is None:
        return None
    return Terms(
        rhythm=as_text(agreement.every) if agreement.every else "",
        length=as_text(agreement.length) if agreement.length else "",
        sessions=agreement.sessions or 0,
        mode=agreement.mode or "",
        agenda_owner=agreement.agenda_owner or "",
        booked_by=agreement.booked_by or "",
        confidentiality=agreement.confidentiality or "pair",
        publish=agreement.publish or "nothing",
        review_on=agreement.review_on,
        ends=agreement.ends,
    )


def _next(gate: Gate, name: str) -> datetime | None:
    ahead = [
        entry.item.date
        for entry in gate.programme.sessions.get(name, ())
        if entry.item.status == "planned" and entry.item.day >= gate.as_of
    ]
    return min(ahead, default=None)


def _ended(gate: Gate, item: Pair) -> str | None:
    """Give the category of an ending, to coordinators only; never a side."""
    entry = lifecycle.at(item, gate.as_of)
    return entry.reason if gate.coordinators and entry is not None and entry.state in _OVER else None


def has_room(gate: Gate, name: str) -> bool:
    """Tell whether a pair has a room: from accepted on, until long after it closed well."""
    state = gate.state(name)
    return state in ROOMS or (gate.coordinators and bool(gate.programme.sessions.get(name)))
