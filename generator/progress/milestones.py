"""Milestones: facts of a pair's files that are worth celebrating, each at most once, none of them a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import lifecycle
from generator.language import N_
from generator.programme import Programme
from generator.progress import roadmaps, sessions
from generator.progress.health import REVIEW
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="milestones",
        name=N_("Milestones"),
        formula=(
            "the first counted session; the mentee's first action done; the first held session whose template is of "
            "stage midpoint; each roadmap of which all steps not skipped are done; goals reached, and goals well "
            "reframed; changes that are done; the closure (completed)"
        ),
        reads=(
            "status, date, template, step, takeaways and actions of the session files; goals, skipped and history in "
            "the pair's file; changed of each post you may read"
        ),
        blind="how much any of it was worth; nothing is counted up, compared or ranked",
        example=(
            "Held on 20 January and 17 February, the second from the template of the mid-point; the mentee's actions "
            "were done on 1 February and 9 February; one goal reframed. Milestones: first session (20 January), first "
            "action of the mentee (1 February), mid-point reviewed (17 February), goal reframed."
        ),
        reading="days, the mid-point and actions are told inside only, actions only where the pair's agreement is open",
    ),
)


@dataclass(frozen=True, slots=True)
class Reached:
    """One milestone: its kind, how many or of which roadmap, and the day where the files tell one."""

    kind: str
    on: date | None = None
    count: int = 1
    roadmap: str = ""


def of(programme: Programme, pair: str, as_of: date) -> tuple[Reached, ...]:
    """Give a pair's milestones as of a day, in the order in which pairs usually meet them."""
    return tuple(_reached(programme, pair, as_of))


def _reached(programme: Programme, pair: str, as_of: date) -> Iterator[Reached]:
    item = programme.pairs[pair].item
    counted = sessions.held(programme, pair, as_of)
    if counted:
        yield Reached("first-session", counted[0].item.day)
    kept = _kept_by_the_mentee(programme, pair, as_of)
    if kept:
        yield Reached("first-action", min(kept))
    reviews = [day for day, template in _held(programme, pair, as_of) if _is_review(programme, template)]
    if reviews:
        yield Reached("review", min(reviews))
    yield from _roadmaps(programme, pair, as_of)
    for state in ("reached", "reframed"):
        if count := sum(goal.state == state for goal in item.goals):
            yield Reached(f"goal-{state}", count=count)
    entry = lifecycle.at(item, as_of)
    if entry is not None and entry.state == "completed":
        yield Reached("closure", entry.on)


def _held(programme: Programme, pair: str, as_of: date) -> Iterator[tuple[date, str]]:
    for entry in programme.sessions.get(pair, ()):
        if sessions.is_held(entry.item, as_of):
            yield entry.item.day, entry.item.template or ""


def _is_review(programme: Programme, template: str) -> bool:
    agenda = programme.agendas.get(template)
    return agenda is not None and agenda.item.stage == REVIEW


def _kept_by_the_mentee(programme: Programme, pair: str, as_of: date) -> list[date]:
    """Give the days on which actions of the mentee were done."""
    return [
        action.done_on
        for entry in programme.sessions.get(pair, ())
        if sessions.is_held(entry.item, as_of)
        for action in entry.item.actions or ()
        if action.owner == "mentee" and action.status == "done" and action.done_on and action.done_on <= as_of
    ]


def _roadmaps(programme: Programme, pair: str, as_of: date) -> Iterator[Reached]:
    for name, share in roadmaps.coverage(programme, pair, as_of).items():
        if share.whole and share.done == share.whole:
            yield Reached("roadmap", roadmap=name)
