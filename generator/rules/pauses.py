"""Pauses of a pair: why, until when, and what follows (PAI)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator import lifecycle
from generator.kinds.pair import Entry as Step
from generator.kinds.pair import Pair
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.rules.endings import category
from generator.source.finding import Finding, Related

REASONS = ("leave", "illness", "workload", "travel", "other")
LONGEST = timedelta(days=42)
LAST_DAYS = timedelta(days=14)
"""So near to the end of the term a pause would be a silent exit."""
BACK_WITHIN = timedelta(days=14)


@rule("PAI012", "error", "warning")
def pause_without_a_way_back(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pause without a reason or an end, too long, too late, too often, or without a session after it.

    ## What it checks
    An entry `paused` has a `reason` (`leave`, `illness`, `workload`, `travel`, `other`) and an `until` after
    `on`, which no other entry has. It lasts at most 42 days, and above 30 is a warning (`policy.pause`). A
    pair pauses at most twice (`policy.pauses`), and not within the last 14 days of its term. It is a warning
    if no session is dated within the 14 days after the pair goes on.

    ## Why it matters
    A declared pause protects a pair: its rhythm is not counted meanwhile. Without an end and a next date it
    is a way out that nobody has to speak about.

    ## Example
    ```yaml pairs/2026-spring/pair-03/pair.yml
    history:
      - state: proposed
        on: 2026-01-05
        by: coordinator
      - state: accepted
        on: 2026-01-08
        by: both
      - state: active
        on: 2026-01-12
        by: both
      - state: paused  # error: [PAI012]
        on: 2026-03-20
        by: both
        reason: leave
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/pair.yml
    history:
      - state: proposed
        on: 2026-01-05
        by: coordinator
      - state: accepted
        on: 2026-01-08
        by: both
      - state: active
        on: 2026-01-12
        by: both
      - state: paused
        on: 2026-03-20
        by: both
        reason: leave
        until: 2026-04-10
    ```
    """
    limits = policy(programme)
    for entry in programme.pairs.values():
        paused = 0
        steps = lifecycle.sound(entry.item, as_of)
        for number, step in enumerate(steps):
            if step.state == "paused":
                paused += 1
                yield from _pause(entry, number, paused, limits)
            elif step.until is not None:
                yield _not_a_pause(entry, number)
            elif step.state == "active" and paused and not _goes_on(programme, entry, steps[number:]):
                yield _no_session(entry, number)


def _pause(entry: Entry[Pair], number: int, count: int, limits: Policy) -> Iterator[Finding]:
    step = entry.item.history[number]
    ends = entry.item.agreement.ends if entry.item.agreement else None
    yield from category("PAI012", entry, number, REASONS)
    if step.until is None or step.until <= step.on:
        yield _without_end(entry, number, limits)
    elif step.until - step.on > limits.pause:
        yield _long(entry, number, (step.until - step.on).days, limits)
    if count > limits.pauses:
        yield _too_many(entry, number, count, limits)
    if ends is not None and step.on > ends - LAST_DAYS:
        yield _near_the_end(entry, number, ends)


def _without_end(entry: Entry[Pair], number: int, limits: Policy) -> Finding:
    step = entry.item.history[number]
    field = "until" if step.until else "state"
    return Finding(
        code="PAI012",
        severity="error",
        span=entry.at("history", number, field),
        message="the pause ends before it has begun" if step.until else "the pause has no `until`",
        help=f"set `until:` to the day the two go on, {(step.on + limits.pause).isoformat()} at the latest",
        key=f"history[{number}].until",
        related=(Related("the pause begins", entry.at("history", number, "on")),),
    )


def _long(entry: Entry[Pair], number: int, days: int, limits: Policy) -> Finding:
    last = (entry.item.history[number].on + limits.pause).isoformat()
    beyond = days > LONGEST.days
    allowed = f"{LONGEST.days} at most are allowed" if beyond else f"{limits.pause.days} at most are expected"
    return Finding(
        code="PAI012",
        severity="error" if beyond else "warning",
        span=entry.at("history", number, "until"),
        message=f"the pause is to last {days} days; {allowed}",
        help=f"set `until: {last}` or an earlier day, or end the pair with `ended_early`",
        key=f"history[{number}].until",
        related=(Related("the pause begins", entry.at("history", number, "on")),),
    )


def _too_many(entry: Entry[Pair], number: int, count: int, limits: Policy) -> Finding:
    return Finding(
        code="PAI012",
        severity="error",
        span=entry.at("history", number, "state"),
        message=f"this is pause number {count} of the pair; {limits.pauses} at most are allowed",
        help="ask both whether they want to go on, and agree on another rhythm or add `ended_early`",
        key=f"history[{number}].state",
    )


def _near_the_end(entry: Entry[Pair], number: int, ends: date) -> Finding:
    begins, last = entry.item.history[number].on.isoformat(), LAST_DAYS.days
    return Finding(
        code="PAI012",
        severity="error",
        span=entry.at("history", number, "on"),
        message=f"it begins on {begins}, the term ends on {ends.isoformat()}; none starts in its last {last} days",
        help="hold the closing session instead, or agree on a later `ends` (both sign again)",
        key=f"history[{number}].on",
        related=(Related("the end of the term", entry.at("agreement", "ends")),),
    )


def _not_a_pause(entry: Entry[Pair], number: int) -> Finding:
    return Finding(
        code="PAI012",
        severity="error",
        span=entry.key("history", number, "until"),
        message=f"`{entry.item.history[number].state}` has an `until`; only a pause has one",
        help="remove the line",
        key=f"history[{number}].until",
    )


def _goes_on(programme: Programme, entry: Entry[Pair], steps: tuple[Step, ...]) -> bool:
    """Tell whether a session follows the end of a pause, or the next step of the pair does before it has to."""
    back = steps[0].on
    if (len(steps) > 1 and steps[1].on <= back + BACK_WITHIN) or programme.unread_in_room(entry.id):
        return True
    return any(back <= each.item.day <= back + BACK_WITHIN for each in programme.sessions.get(entry.id, ()))


def _no_session(entry: Entry[Pair], number: int) -> Finding:
    span = entry.at("history", number, "on")
    last = entry.item.history[number].on + BACK_WITHIN
    return Finding(
        code="PAI012",
        severity="warning",
        span=span,
        message=f"the pair goes on, but no session is dated within {BACK_WITHIN.days} days",
        help=f"plan a session up to {last.isoformat()}",
        key=f"history[{number}].on",
        related=(Related("the pause ends here", span),),
    )
