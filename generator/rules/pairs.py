"""Pairs: who they are, and the lifecycle their history tells (PAI)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import lifecycle
from generator.kinds.pair import Entry as Step
from generator.kinds.pair import Pair
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import MANUAL, Finding, Fix, Related


@rule("PAI001", "error")
def pair_of_one_or_of_the_same_two(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair of one person with themselves, or second open pair of the same two people.

    ## What it checks
    Mentor and mentee are two different people. No two of them are together in more than one open pair
    (accepted, active or paused).

    ## Why it matters
    Everything a pair does would count twice, or for nobody. Going on after an end is a new pair with
    `continues`, and the earlier one is no longer open.

    ## Example
    ```yaml pairs/2026-spring/pair-08/pair.yml
    mentor: p-017
    mentee: p-042  # error: [PAI001]
    focus:
      - digital
    match:
      on: 2026-03-02
      reason: She teaches the assistant on every shift; he signs its budget.
      shared_interests:
        - night trains
      both_consulted: true
    history:
      - state: proposed
        on: 2026-03-02
        by: coordinator
      - state: accepted
        on: 2026-03-09
        by: both
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/pair.yml
    mentor: p-017
    mentee: p-042
    ```
    """
    first: dict[frozenset[str], Entry[Pair]] = {}
    for entry in programme.pairs.values():
        both = frozenset(entry.item.members)
        if len(both) == 1:
            yield _alone(entry)
        elif lifecycle.state(entry.item, as_of) in lifecycle.OPEN:
            before = first.setdefault(both, entry)
            if before is not entry:
                yield _again(entry, before)


def _alone(entry: Entry[Pair]) -> Finding:
    return Finding(
        code="PAI001",
        severity="error",
        span=entry.at("mentee"),
        message="mentor and mentee are one person",
        help="write the id of the second person",
        key="mentee",
        related=(Related("the same", entry.at("mentor")),),
    )


def _again(entry: Entry[Pair], before: Entry[Pair]) -> Finding:
    span = entry.at("mentee")
    return Finding(
        code="PAI001",
        severity="error",
        span=span,
        message=f"`{entry.item.mentor}` and `{entry.item.mentee}` are together in an open pair already",
        help=f"go on in `{before.id}`, or record its end first",
        key="mentee",
        related=(Related("the second open pair", span), Related("the first", before.at("mentee"))),
    )


@rule("PAI008", "error")
def history_out_of_order(programme: Programme, as_of: date) -> Iterator[Finding]:
    """History that does not start with `proposed`, goes back in time, tells the future, or was rewritten.

    ## What it checks
    The first entry of `history` is `proposed`. No entry is dated before the one above it, and none after
    today. With `--since`, every entry that was there before the change is still there and says the same,
    unless the history was faulty before.

    ## Why it matters
    Every measure of a pair is counted from these dates: one of them in the wrong year, and a pair in good
    order looks as if it had gone quiet. What was told once is not told otherwise later; it is followed by
    a new entry.

    ## Example
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: accepted
        on: 2025-03-30  # error: [PAI008]
        by: both
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: accepted
        on: 2026-03-30
        by: both
    ```
    """
    for entry in programme.pairs.values():
        history = entry.item.history
        if history[0].state != "proposed":
            yield _late_start(entry, history[0])
        before = history[0].on
        for number, step in enumerate(history):
            if step.on > as_of:
                yield _ahead(entry, number, as_of)
                break
            if step.on < before:
                yield _backwards(entry, number)
            before = step.on


def _late_start(entry: Entry[Pair], first: Step) -> Finding:
    return Finding(
        code="PAI008",
        severity="error",
        span=entry.at("history", 0, "state"),
        message=f"the history starts with `{first.state}`",
        help="add the entry `proposed` before it, with the day the two were asked",
        key="history[0].state",
        related=(Related("expected `proposed`", entry.at("history", 0, "state")),),
    )


def _ahead(entry: Entry[Pair], number: int, as_of: date) -> Finding:
    return Finding(
        code="PAI008",
        severity="error",
        span=entry.at("history", number, "on"),
        message=f"`{entry.item.history[number].state}` is dated on a day that is still to come",
        help="correct the date, or add the entry when the day has come",
        key=f"history[{number}].on",
        related=(Related(f"judged as of {as_of.isoformat()}"),),
    )


def _backwards(entry: Entry[Pair], number: int) -> Finding:
    step, before = entry.item.history[number], entry.item.history[number - 1]
    return Finding(
        code="PAI008",
        severity="error",
        span=entry.at("history", number, "on"),
        message=f"`{step.state}` is dated before `{before.state}`, which stands above it",
        help=f"correct the date to {before.on.isoformat()} or later, or the one above it",
        key=f"history[{number}].on",
        related=(Related(f"`{before.state}`", entry.at("history", number - 1, "on")),),
    )


@rule("PAI009", "error")
def state_that_may_not_follow(programme: Programme, as_of: date) -> Iterator[Finding]:
    """State in a pair's history that may not follow the one before it.

    ## What it checks
    Each entry of `history` is one of the steps of a pair's lifecycle: `proposed` → `accepted`, `declined`,
    `expired`; `accepted` → `active`, `ended_early`; `active` → `paused`, `completed`, `ended_early`;
    `paused` → `active`, `ended_early`; `declined`, `expired`, `ended_early` → `re_matched`. `completed` and
    `re_matched` are final.

    ## Why it matters
    A step left out is a promise left out: who goes from `proposed` to `active` was never asked, and who
    comes back after `completed` has no new agreement.

    ## Example
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: ended_early  # error: [PAI009]
        on: 2026-03-30
        by: coordinator
        reason: time
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: declined
        on: 2026-03-30
        by: coordinator
        reason: time
    ```
    """
    for entry in programme.pairs.values():
        history = entry.item.history
        if history[0].state != "proposed":
            continue
        for number in range(1, len(history)):
            if history[number].state not in lifecycle.NEXT[history[number - 1].state]:
                yield _illegal(entry, number)
                break


def _illegal(entry: Entry[Pair], number: int) -> Finding:
    """Say what may follow, and the one state left out where exactly one would make the step legal."""
    state, before = entry.item.history[number].state, entry.item.history[number - 1].state
    span, allowed = entry.at("history", number, "state"), lifecycle.NEXT[before]
    between = [each for each in allowed if state in lifecycle.NEXT[each]]
    listed = _listed(allowed)
    if not allowed:
        remedy = f"remove the entry: `{before}` is final, and going on is a new pair with `continues`"
    elif len(between) == 1:
        remedy = f"add the entry `{between[0]}` between the two, or write {listed}"
    else:
        remedy = f"write {listed}, or add the entries between the two"
    single = len(allowed) == 1
    return Finding(
        code="PAI009",
        severity="error",
        span=span,
        message=f"`{state}` may not follow `{before}`",
        help=remedy,
        key=f"history[{number}].state",
        related=(
            Related(f"expected {listed}" if allowed else "nothing follows", span),
            Related("the state before", entry.at("history", number - 1, "state")),
        ),
        fix=Fix("unsafe", f"replace with `{allowed[0]}`", allowed[0]) if single else MANUAL,
    )


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
