"""Roadmap coverage: steps done of the steps a pair means to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.kinds.session import Session
from generator.language import N_
from generator.programme import Programme
from generator.progress.sessions import is_held
from generator.progress.value import Measure, Share

MEASURES = (
    Measure(
        id="steps-done",
        name=N_("Roadmap steps done"),
        formula="different roadmap steps that a held session names, with a takeaway of both sides, or withheld",
        reads="status, date, step and takeaways of each session file",
        blind="what was learnt; a withheld takeaway counts like a written one",
        example=(
            "Three held sessions name: where-i-stand with both takeaways, first-real-task with one withheld, "
            "failure-hunt with the mentor's only. Done: 2."
        ),
    ),
    Measure(
        id="roadmap-coverage",
        name=N_("Roadmap coverage"),
        formula="steps done ÷ (steps of the pair's roadmap less those skipped on purpose)",
        reads="roadmaps and skipped in the pair's file, the steps of the roadmap, and what steps done reads",
        blind="talk about a step that no session names",
        example="A roadmap of 6 steps, 1 skipped on purpose, 4 done: 4 of 5, which is 80 %.",
        reading="80 % or more at the end of a term; never a mark in between",
        source="our own choice",
    ),
    Measure(
        id="roadmaps-finished",
        name=N_("Roadmaps finished"),
        formula="pairs and roadmaps with a coverage of 100 %, added up",
        reads="what roadmap coverage reads",
        blind="what became of it afterwards",
        example=(
            "A pair did 5 of 6 steps and skipped one on purpose; another did 3 of 6. Finished: 1, the first pair's."
        ),
    ),
)


def reflected(session: Session) -> bool:
    """Tell whether both sides gave a takeaway, or said that they keep it to themselves."""
    return session.takeaways is not None and bool(session.takeaways.mentor and session.takeaways.mentee)


def steps_done(programme: Programme, pair: str, as_of: date) -> frozenset[str]:
    """Give the steps (`roadmap/step`) that a held session names and both sides reflected on."""
    return frozenset(
        entry.item.step
        for entry in programme.sessions.get(pair, ())
        if entry.item.step and is_held(entry.item, as_of) and reflected(entry.item)
    )


def coverage(programme: Programme, pair: str, as_of: date) -> Mapping[str, Share]:
    """Count, for each roadmap of a pair, steps done of steps not skipped on purpose."""
    done = steps_done(programme, pair, as_of)
    item = programme.pairs[pair].item
    skipped = {each.step for each in item.skipped}
    found: dict[str, Share] = {}
    for name in item.roadmaps:
        if name not in programme.roadmaps:
            continue
        meant = {f"{name}/{step.id}" for step in programme.roadmaps[name].item.steps} - skipped
        sources = tuple(e.path for e in programme.sessions.get(pair, ()) if e.item.step in (done & meant))
        found[name] = Share("roadmap-coverage", len(done & meant), len(meant), sources)
    return found


def finished(programme: Programme, pair: str, as_of: date) -> tuple[str, ...]:
    """Name the roadmaps that a pair came to the end of: every step done that it meant to do, and there was one."""
    return tuple(name for name, part in coverage(programme, pair, as_of).items() if part.whole and part.fraction == 1)
