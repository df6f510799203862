"""Goals of pairs (GOA)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.kinds.pair import PROGRESS, WHOLE, Goal, Pair
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest

STATES = ("open", "reached", "closer", "reframed", "dropped")
_NUMBER = re.compile(r"(\d{1,3})(?:[.,]\d+)? ?%?", re.ASCII)


@rule("GOA002", "error")
def goal_that_cannot_be_read(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Goal whose id stands twice, or whose state and progress are unknown or at odds.

    ## What it checks
    The ids of a pair's goals are unique. `state` is one of `open`, `reached`, `closer`, `reframed` and
    `dropped`, `progress` one of 0, 25, 50, 75 and 100. A goal is `reached` exactly when its progress is 100.

    ## Why it matters
    Five steps are enough to see whether something moves, and few enough not to be haggled over. A goal
    that is reached at 75 is neither.

    ## Example
    ```yaml pairs/2026-spring/pair-03/pair.yml
    goals:
      - id: g1
        side: mentor
        goal: I can explain to a board member why a decision was taken.
        sign: She retells one decision, and he has nothing to correct.
        state: reached
        progress: 75  # error: [GOA002]
      - id: g1  # error: [GOA002]
        side: mentee
        goal: I do one task a week with the assistant myself.
        sign: Four weeks with one finished task each.
        state: opn  # error: [GOA002]
        progress: 60  # error: [GOA002]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/pair.yml
    goals:
      - id: g1
        side: mentor
        goal: I can explain to a board member why a decision was taken.
        sign: She retells one decision, and he has nothing to correct.
        state: reached
        progress: 100
      - id: g2
        side: mentee
        goal: I do one task a week with the assistant myself.
        sign: Four weeks with one finished task each.
        state: open
        progress: 50
    ```
    """
    for entry in programme.pairs.values():
        first: dict[str, int] = {}
        for number, goal in enumerate(entry.item.goals):
            before = first.setdefault(goal.id, number)
            if before != number:
                yield _repeated(entry, number, before)
            if goal.state not in STATES:
                yield _unknown(entry, number, "state", goal.state, STATES)
            if goal.progress not in PROGRESS:
                yield _unknown(entry, number, "progress", goal.progress, PROGRESS)
            if goal.state in STATES and goal.progress in PROGRESS and _at_odds(goal):
                yield _one_or_the_other(entry, number)


def _at_odds(goal: Goal) -> bool:
    return (goal.state == "reached") != (goal.progress == WHOLE)


def _repeated(entry: Entry[Pair], number: int, before: int) -> Finding:
    span, name = entry.at("goals", number, "id"), entry.item.goals[number].id
    return Finding(
        code="GOA002",
        severity="error",
        span=span,
        message=f"goal `{name}` stands twice",
        help="give one of the two another id",
        key=f"goals[{number}].id",
        related=(Related("the second", span), Related("the first", entry.at("goals", before, "id"))),
    )


def _unknown(entry: Entry[Pair], number: int, field: str, given: str | None, allowed: tuple[str, ...]) -> Finding:
    span, key = entry.at("goals", number, field), f"goals[{entry.item.goals[number].id}].{field}"
    listed = f"{', '.join(allowed[:-1])} or {allowed[-1]}"
    missing, near = given is None, _near(given or "", allowed)
    return Finding(
        code="GOA002",
        severity="error",
        span=span,
        message=f"the goal has no `{field}`" if missing else f"`{field}` is not a known value",
        help=f"did you mean `{near}`?" if near else f"write `{field}:` with {listed}",
        key=key,
        related=(Related(f"expected {listed}", span),),
        fix=Fix("unsafe", f"replace with `{near}`", near) if near else MANUAL,
    )


def _near(given: str, allowed: tuple[str, ...]) -> str:
    """Give the nearest value: of a number the next one, of a word the most alike."""
    if allowed is PROGRESS:
        read = _NUMBER.fullmatch(given)
        return min(allowed, key=lambda each: abs(int(each) - int(read[1]))) if read else ""
    return next(iter(nearest(given, allowed, 1)), "")


def _one_or_the_other(entry: Entry[Pair], number: int) -> Finding:
    goal, span = entry.item.goals[number], entry.at("goals", number, "progress")
    if goal.state == "reached":
        message, remedy = "the goal is `reached`, but its progress is not 100", "set `progress: 100`, or another state"
    else:
        message, remedy = (
            f"the progress is 100, but the goal is `{goal.state}`",
            "set `state: reached`, or less progress",
        )
    return Finding(
        code="GOA002",
        severity="error",
        span=span,
        message=message,
        help=remedy,
        key=f"goals[{goal.id}].progress",
        related=(Related("the state", entry.at("goals", number, "state")),),
        fix=Fix("unsafe", "replace with `100`", WHOLE) if goal.state == "reached" else MANUAL,
    )
