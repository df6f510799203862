"""Pairs that ended, or never began: recorded without fault, and linked to the pair that follows (PAI)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import also, rule
from generator.rules.privacy import NAMES_A_SIDE
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest

REASONS = ("role change", "left", "time", "fit", "other")
OVER = frozenset({"declined", "expired", "ended_early"})
"""States after which the two may be matched anew."""


@rule("PAI013", "error")
def ending_that_is_not_without_fault(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Ending that says who wanted it, gives no category, comes too soon, or leads to no pair.

    ## What it checks
    `declined`, `expired`, `ended_early` and `re_matched` are written `by: coordinator`. The first three have
    a `reason` that is a category: `role change`, `left`, `time`, `fit` or `other`. A proposal expires 14 days
    after it was made, not before (`policy.answer_within`). `re_matched` comes with `superseded_by`, which
    names another pair of one of the two; that pair names this one in `continues`, and the other way round.

    ## Why it matters
    Whoever wants to stop must be able to, and a junior can only if no file tells the leader who it was. A
    link to the next pair keeps the end from looking like a failure.

    ## Example
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: declined
        on: 2026-03-30
        by: mentor  # error: [PAI013]
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
    within = policy(programme).answer_within
    for entry in programme.pairs.values():
        for number, step in enumerate(lifecycle.sound(entry.item, as_of)):
            if step.state in OVER or step.state == "re_matched":
                yield from _written_by_a_side(entry, number)
            if step.state in OVER:
                yield from category("PAI013", entry, number, REASONS)
            if step.state == "expired" and step.on < entry.item.history[number - 1].on + within:
                yield _too_soon(entry, number, within)


def category(code: str, entry: Entry[Pair], number: int, allowed: tuple[str, ...]) -> Iterator[Finding]:
    """Find a reason that is missing or none of the categories; where it names a side, PRI001 says so."""
    reason, state = entry.item.history[number].reason, entry.item.history[number].state
    if reason in allowed or NAMES_A_SIDE.search(reason or ""):
        return
    near = next(iter(nearest(reason, allowed, 1)), "") if reason else ""
    listed = f"{', '.join(f'`{each}`' for each in allowed[:-1])} or `{allowed[-1]}`"
    yield Finding(
        code=code,
        severity="error",
        span=entry.at("history", number, "reason" if reason else "state"),
        message=f"the `reason` of `{state}` is no category" if reason else f"`{state}` has no `reason`",
        help=f"did you mean `{near}`?" if near else f"give a category only: {listed}",
        key=f"history[{number}].reason",
        fix=Fix("unsafe", f"replace with `{near}`", near) if near else MANUAL,
    )


def _written_by_a_side(entry: Entry[Pair], number: int) -> Iterator[Finding]:
    step = entry.item.history[number]
    if step.by != "coordinator":
        span = entry.at("history", number, "by")
        yield Finding(
            code="PAI013",
            severity="error",
            span=span,
            message=f"`{step.state}` is not written by a coordinator",
            help="write `by: coordinator`, so that no file says which side it was",
            key=f"history[{number}].by",
            related=(Related("expected `coordinator`", span),),
            fix=Fix("unsafe", "replace with `coordinator`", "coordinator"),
        )


def _too_soon(entry: Entry[Pair], number: int, within: timedelta) -> Finding:
    asked = entry.item.history[number - 1].on
    days = (entry.item.history[number].on - asked).days
    after = f"{days} day{'s' if days != 1 else ''}"
    return Finding(
        code="PAI013",
        severity="error",
        span=entry.at("history", number, "on"),
        message=f"the proposal expires {after} after it was made; {within.days} at least are given",
        help=f"set `on: {(asked + within).isoformat()}` or a later day, or write `declined` if one said no",
        key=f"history[{number}].on",
        related=(Related("`proposed`", entry.at("history", number - 1, "on")),),
    )


@also("PAI013", "error")
def end_without_a_link_to_what_followed(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Find pairs that were matched anew and do not lead to the next pair, or the next one not back."""
    pairs = programme.pairs
    claimed = {entry.item.superseded_by for entry in pairs.values()}
    for entry in pairs.values():
        after, before = pairs.get(entry.item.superseded_by or ""), pairs.get(entry.item.continues or "")
        if entry.item.superseded_by is None and lifecycle.state(entry.item, as_of) == "re_matched":
            yield _leads_nowhere(programme, entry)
        if after is not None and (after is entry or set(after.item.members).isdisjoint(entry.item.members)):
            yield _of_others(entry, after)
        elif after is not None and after.item.continues != entry.id:
            yield _not_linked(entry, "superseded_by", after, "continues")
        if before is not None and entry.id not in claimed and _leads_elsewhere(programme, before, as_of):
            yield _not_linked(entry, "continues", before, "superseded_by")


def _leads_elsewhere(programme: Programme, entry: Entry[Pair], as_of: date) -> bool:
    """Tell whether a pair leads to no other, or in good order to another one; where it is told of already, no."""
    if entry.item.superseded_by is None:
        return lifecycle.state(entry.item, as_of) in OVER
    after = programme.pairs.get(entry.item.superseded_by)
    return after is not None and after.item.continues == entry.id


def _leads_nowhere(programme: Programme, entry: Entry[Pair]) -> Finding:
    number = len(entry.item.history) - 1
    following = next((each.id for each in programme.pairs.values() if each.item.continues == entry.id), "")
    return Finding(
        code="PAI013",
        severity="error",
        span=entry.at("history", number, "state"),
        message="the pair is `re_matched`, but `superseded_by` names no pair",
        help=f"add `superseded_by: {following}`"
        if following
        else "add `superseded_by:` with the pair that follows, or leave out the entry until then",
        key="superseded_by",
    )


def _of_others(entry: Entry[Pair], after: Entry[Pair]) -> Finding:
    span = entry.at("superseded_by")
    return Finding(
        code="PAI013",
        severity="error",
        span=span,
        message=f"`{after.id}` is this pair itself"
        if after is entry
        else f"`{after.id}` is a pair of two other people",
        help="name the pair in which the mentor or the mentee of this one was matched anew",
        key="superseded_by",
    )


def _not_linked(entry: Entry[Pair], key: str, other: Entry[Pair], back: str) -> Finding:
    named = getattr(other.item, back)
    return Finding(
        code="PAI013",
        severity="error",
        span=entry.at(key),
        message=f"`{other.id}` does not name this pair in `{back}`",
        help=f"add `{back}: {entry.id}` to {other.path}" + (f", or correct `{key}`" if named else ""),
        key=key,
        related=(Related("it names another", other.at(back)),) if named else (),
    )
