"""Roadmaps: what each step holds, and how the steps follow one another (ROA)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.kinds.roadmap import Roadmap, Step
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest

FEWEST_PROMPTS = 3
SHORTEST, LONGEST = 15, 180
_QUESTION_MARKS = "?\uff1f\u061f\u037e"
"""The signs of a question: Latin, full width, Arabic, Greek."""


@rule("ROA001", "error")
def step_that_is_not_for_both(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Step of a roadmap without an outcome for both sides, or without what a session needs from it.

    ## What it checks
    Every step has an outcome for the `mentor` and one for the `mentee`, and not the same text; at least
    three `prompts`, each of them a question; an `evidence`; and 15 to 180 `minutes`.

    ## Why it matters
    Both sides gain, or it is not reverse mentoring but free consultancy by the youngest. Questions open a
    talk that a list of topics closes, and what nobody can show did not happen.

    ## Example
    ```markdown content/roadmaps/candour.md
    steps:
      - id: what-rises  # error: [ROA001]
        title: What rises and what does not
        minutes: 60
        prompts:
          - Which bad news did you last soften?
          - What do we joke about?
          - What do you not tell us?
        mentee: Hears it without defending.
        evidence: Two barriers, written down.
      - id: how-decided
        title: How it was decided
        minutes: 60
        prompts:
          - Can you walk me through one decision?
          - Where was it really taken?
          - Who was missing?
        mentor: Sees how power works.
        mentee: Sees what others cannot see.
        evidence: A map of one decision.
    ```

    ## Instead
    ```markdown content/roadmaps/candour.md
    steps:
      - id: what-rises
        title: What rises and what does not
        minutes: 60
        prompts:
          - Which bad news did you last soften?
          - What do we joke about?
          - What do you not tell us?
        mentor: Names what is in the way.
        mentee: Hears it without defending.
        evidence: Two barriers, written down.
      - id: how-decided
        title: How it was decided
        minutes: 60
        prompts:
          - Can you walk me through one decision?
          - Where was it really taken?
          - Who was missing?
        mentor: Sees how power works.
        mentee: Sees what others cannot see.
        evidence: A map of one decision.
    ```
    """
    for entry in programme.roadmaps.values():
        for at, step in enumerate(entry.item.steps):
            yield from _outcomes(entry, at, step)
            yield from _prompts(entry, at, step)
            if step.evidence is None:
                message = f"step `{step.id}` has no evidence"
                yield _incomplete(entry, at, "evidence", message, "add `evidence:`, what shows that it was done")
            if step.length is None or not SHORTEST <= step.length <= LONGEST:
                yield _minutes(entry, at, step)


def _outcomes(entry: Entry[Roadmap], at: int, step: Step) -> Iterator[Finding]:
    """Hold the two outcomes against each other: both there, and not one text for two people."""
    sides = {"mentor": step.mentor, "mentee": step.mentee}
    missing = [side for side, outcome in sides.items() if outcome is None]
    if len(missing) == len(sides):
        message = f"step `{step.id}` has no outcome for either side"
        yield _incomplete(entry, at, "mentor` and `mentee", message, "say in `mentor:` and `mentee:` what each learns")
    elif missing:
        (other,) = sides.keys() - set(missing)
        yield _incomplete(
            entry, at, missing[0], f"step `{step.id}` has an outcome for the {other} only",
            f"say in `{missing[0]}:` what the {missing[0]} learns from this step",
            Related("only this side learns", entry.key("steps", at, other)),
        )  # fmt: skip
    elif _plain(step.mentor) == _plain(step.mentee):
        yield Finding(
            code="ROA001",
            severity="error",
            span=entry.at("steps", at, "mentee"),
            message=f"step `{step.id}` has one text as the outcome of both sides",
            help="say what the mentee learns, and what the mentor learns, each in its own words",
            key=f"steps[{step.id}].mentee",
            related=(Related("the same text", entry.at("steps", at, "mentor")),),
        )


def _plain(text: str | None) -> str:
    """Reduce a text to its words, so that case, spaces and a full stop make no difference."""
    return " ".join((text or "").casefold().split()).rstrip(".")


def _incomplete(entry: Entry[Roadmap], at: int, field: str, message: str, remedy: str, *more: Related) -> Finding:
    """Point at the step's id, since what is missing has no place."""
    span = entry.at("steps", at, "id")
    return Finding(
        code="ROA001",
        severity="error",
        span=span,
        message=message,
        help=remedy,
        key=f"steps[{entry.item.steps[at].id}]",
        related=(Related(f"`{field}` is missing", span), *more),
    )


def _prompts(entry: Entry[Roadmap], at: int, step: Step) -> Iterator[Finding]:
    size = len(step.prompts)
    if size < FEWEST_PROMPTS:
        has = f"{size} prompt{'s' if size != 1 else ''}"
        yield Finding(
            code="ROA001",
            severity="error",
            span=entry.key("steps", at, "prompts"),
            message=f"step `{step.id}` has {has}; at least {FEWEST_PROMPTS} are expected",
            help=f"add at least {FEWEST_PROMPTS - size} to `prompts:`, each of them a question",
            key=f"steps[{step.id}].prompts",
        )
    for number, prompt in enumerate(step.prompts):
        if not any(mark in prompt for mark in _QUESTION_MARKS):
            span = entry.at("steps", at, "prompts", number)
            yield Finding(
                code="ROA001",
                severity="error",
                span=span,
                message=f"prompt {number + 1} of step `{step.id}` is not a question",
                help="write it as a question that opens a talk, with its question mark",
                key=f"steps[{step.id}].prompts[{number}]",
            )


def _minutes(entry: Entry[Roadmap], at: int, step: Step) -> Finding:
    missing = step.minutes is None
    fault = "does not say how long it takes" if missing else f"does not take {SHORTEST} to {LONGEST} minutes"
    return Finding(
        code="ROA001",
        severity="error",
        span=entry.at("steps", at, "id" if missing else "minutes"),
        message=f"step `{step.id}` {fault}",
        help=f"write `minutes:` with a whole number from {SHORTEST} to {LONGEST}",
        key=f"steps[{step.id}].minutes",
    )


@rule("ROA002", "error")
def steps_that_cannot_be_walked(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Steps of one roadmap that share an id, follow a step that is not there, or follow themselves.

    ## What it checks
    The ids of the steps are unique; `after` names steps of the same roadmap; and following `after` from
    step to step never leads back to where it started.

    ## Why it matters
    Sessions, posts and skipped steps refer to a step by its id, for years. And a path on which two steps
    wait for each other has no first step.

    ## Example
    ```markdown content/roadmaps/candour.md
    steps:
      - id: what-rises
        title: What rises and what does not
        minutes: 60
        prompts:
          - Which bad news did you last soften?
          - What do we joke about?
          - What do you not tell us?
        mentor: Names what is in the way.
        mentee: Hears it without defending.
        evidence: Two barriers, written down.
      - id: how-decided
        title: How it was decided
        minutes: 60
        prompts:
          - Can you walk me through one decision?
          - Where was it really taken?
          - Who was missing?
        mentor: Sees how power works.
        mentee: Sees what others cannot see.
        evidence: A map of one decision.
        after:
          - what-rise  # error: [ROA002]
    ```

    ## Instead
    ```markdown content/roadmaps/candour.md
    steps:
      - id: what-rises
        title: What rises and what does not
        minutes: 60
        prompts:
          - Which bad news did you last soften?
          - What do we joke about?
          - What do you not tell us?
        mentor: Names what is in the way.
        mentee: Hears it without defending.
        evidence: Two barriers, written down.
      - id: how-decided
        title: How it was decided
        minutes: 60
        prompts:
          - Can you walk me through one decision?
          - Where was it really taken?
          - Who was missing?
        mentor: Sees how power works.
        mentee: Sees what others cannot see.
        evidence: A map of one decision.
        after:
          - what-rises
    ```
    """
    for entry in programme.roadmaps.values():
        first = _first_places(entry.item.steps)
        for at, step in enumerate(entry.item.steps):
            if first[step.id] != at:
                yield _same_id(entry, at, first[step.id])
            for number, name in enumerate(step.after):
                if name not in first:
                    yield _unknown(entry, at, number, first)
        for at, number in _circles(entry.item.steps, first):
            yield _circle(entry, at, number, first)


def _first_places(steps: Sequence[Step]) -> dict[str, int]:
    """Give the position of each id, the first one where it stands twice."""
    first: dict[str, int] = {}
    for at, step in enumerate(steps):
        first.setdefault(step.id, at)
    return first


def _same_id(entry: Entry[Roadmap], at: int, before: int) -> Finding:
    name = entry.item.steps[at].id
    return Finding(
        code="ROA002",
        severity="error",
        span=entry.at("steps", at, "id"),
        message=f"two steps of this roadmap have the id `{name}`",
        help="give the newer one an id of its own; the older one may be named in sessions and posts",
        key=f"steps[{name}].id",
        related=(Related("the first", entry.at("steps", before, "id")),),
    )


def _unknown(entry: Entry[Roadmap], at: int, number: int, first: Mapping[str, int]) -> Finding:
    step = entry.item.steps[at]
    near = nearest(step.after[number], [name for name in first if name != step.id], 1)
    place = (Related("the nearest step", entry.at("steps", first[near[0]], "id")),) if near else ()
    return Finding(
        code="ROA002",
        severity="error",
        span=entry.at("steps", at, "after", number),
        message=f"roadmap `{entry.id}` has no step `{step.after[number]}`",
        help=f"did you mean `{near[0]}`?" if near else "name a step of this roadmap, or remove the line",
        key=f"steps[{step.id}].after[{number}]",
        related=place,
        fix=Fix("unsafe", f"replace with `{near[0]}`", near[0]) if near else MANUAL,
    )


def _circles(steps: Sequence[Step], first: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Find the entries of `after` that close a circle, as step and position, in one walk over all of them.

    The walk starts at the last steps, so that of a circle the entry is found that points forward.
    """
    done: set[int] = set()
    for root in range(len(steps) - 1, -1, -1):
        walk = [] if root in done else [(root, 0)]
        path = {root}
        while walk:
            at, number = walk.pop()
            if number == len(steps[at].after):
                done.add(at)
                path.discard(at)
                continue
            walk.append((at, number + 1))
            other = first.get(steps[at].after[number], -1)
            if other in path:
                yield at, number
            elif other not in done and other >= 0:
                path.add(other)
                walk.append((other, 0))


def _circle(entry: Entry[Roadmap], at: int, number: int, first: Mapping[str, int]) -> Finding:
    step = entry.item.steps[at]
    name = step.after[number]
    round_about = f"`{name}`, which itself comes after `{step.id}`"
    leads_back = Related("the step that leads back here", entry.at("steps", first[name], "id"))
    return Finding(
        code="ROA002",
        severity="error",
        span=entry.at("steps", at, "after", number),
        message=f"step `{step.id}` comes after {'itself' if name == step.id else round_about}",
        help="remove this line, or the one that leads back to this step",
        key=f"steps[{step.id}].after[{number}]",
        related=() if name == step.id else (leads_back,),
    )
