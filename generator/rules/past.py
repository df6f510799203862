"""What a pair's history told stays told: entries that a change rewrote (PAI008)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import lifecycle
from generator.kinds.pair import Entry as Step
from generator.kinds.pair import Pair
from generator.programme import Entry, Programme
from generator.rules import also, rules
from generator.source.finding import MANUAL, Finding, Fix

FACTS = ("state", "on", "by", "reason", "until")
QUOTABLE = frozenset({"on", "by", "until"})
OF_AN_ENTRY = ("PAI010", "PAI011", "PAI012", "PAI013", "PRI001")
OF_AN_AGREEMENT = ("AGR001", "AGR002")
"""Their remedy may be to leave out `active` until both have agreed."""


@also("PAI008", "error")
def history_rewritten(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Find the first entry of each history that a change rewrote or removed.

    What was wrong before may be put right, and what is wrong now is told already.
    """
    rewritten = []
    for entry in programme.pairs.values():
        before = base.pairs.get(entry.id)
        number = _first_change(before, entry) if before is not None else None
        if before is not None and number is not None:
            rewritten.append((entry, before, number))
    wrong = _errors(base, OF_AN_ENTRY, as_of) | _errors(programme, OF_AN_ENTRY, as_of) if rewritten else frozenset()
    unagreed = _errors(base, OF_AN_AGREEMENT, as_of) if rewritten else frozenset()
    for entry, before, number in rewritten:
        told = (entry.path, f"history[{number}]") in wrong or _unsound(entry, number, as_of)
        not_yet = _leaves_out_active(before, entry, number) and (entry.path, "agreement") in unagreed
        if not (told or not_yet or _unsound(before, number, as_of)):
            yield _rewritten(entry, before, number)


def _first_change(before: Entry[Pair], after: Entry[Pair]) -> int | None:
    now = [_facts(step) for step in after.item.history]
    for number, step in enumerate(before.item.history):
        if number >= len(now) or now[number] != _facts(step):
            return number
    return None


def _facts(step: Step) -> tuple[object, ...]:
    return tuple(getattr(step, name) for name in FACTS)


def _errors(programme: Programme, codes: tuple[str, ...], as_of: date) -> frozenset[tuple[str, str]]:
    """Give the path and the first part of the key of every error with one of these codes."""
    checks = [check for code in codes if code in rules() for check in rules()[code].checks]
    found = (each for check in checks for each in check(programme, as_of) if each.severity == "error")
    return frozenset((each.span.path, each.key.partition(".")[0]) for each in found)


def _unsound(entry: Entry[Pair], number: int, as_of: date) -> bool:
    """Tell whether a history cannot be relied on from an entry before this one, or from this one on."""
    return len(lifecycle.sound(entry.item, as_of)) < min(number + 1, len(entry.item.history))


def _leaves_out_active(before: Entry[Pair], after: Entry[Pair], number: int) -> bool:
    old, new = ([step.state for step in each.item.history[number:]] for each in (before, after))
    return old[:1] == ["active"] != new[:1]


def _rewritten(entry: Entry[Pair], before: Entry[Pair], number: int) -> Finding:
    old, history = before.item.history[number], entry.item.history
    if number >= len(history) or history[number].state != old.state:
        return _gone(entry, old, number)
    name = next(each for each in FACTS if getattr(history[number], each) != getattr(old, each))
    value, here = getattr(old, name), getattr(history[number], name) is not None
    quoted = value is not None and name in QUOTABLE
    was = f"`{value}`" if quoted else "not given" if value is None else "another"
    remedy = f"put back `{name}: {value}`" if quoted else f"write `{name}` as it was"
    return Finding(
        code="PAI008",
        severity="error",
        span=entry.at("history", number, name if here else "state"),
        message=f"`{name}` of `{old.state}` was {was} before this change",
        help=f"{remedy}; what is different now is told by a new entry below",
        key=f"history[{number}].{name}",
        fix=Fix("unsafe", f"replace with `{value}`", str(value)) if quoted and here else MANUAL,
    )


def _gone(entry: Entry[Pair], old: Step, number: int) -> Finding:
    """An entry that is gone, or has another before it, is no longer where it was told."""
    here = number < len(entry.item.history)
    return Finding(
        code="PAI008",
        severity="error",
        span=entry.at("history", number, "state") if here else entry.key("history"),
        message=f"before this change, the entry here was `{old.state}` of {old.on.isoformat()}"
        if here
        else f"the entry `{old.state}` of {old.on.isoformat()} was removed",
        help=f"put the entry `{old.state}` back; what is different now is told by a new one below",
        key=f"history[{number}].state",
    )
