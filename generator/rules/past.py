"""What a pair's history told stays told: entries that a change rewrote (PAI008)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.pair import Entry as Step
from generator.kinds.pair import Pair
from generator.programme import Entry, Programme
from generator.rules import also, rules
from generator.source.finding import MANUAL, Finding, Fix

FACTS = ("state", "on", "by", "reason", "until")
QUOTABLE = frozenset({"on", "by", "until"})
OF_A_HISTORY = ("AGR001", "AGR002", "PAI008", "PAI009", "PAI010", "PAI011", "PAI012", "PAI013", "PRI001")
"""The codes whose remedy may be to correct an entry or to leave it out."""


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
    faulty = _faulty(base, as_of) | _faulty(programme, as_of) if rewritten else frozenset()
    for entry, before, number in rewritten:
        if entry.path not in faulty:
            yield _rewritten(entry, before, number)


def _first_change(before: Entry[Pair], after: Entry[Pair]) -> int | None:
    now = [_facts(step) for step in after.item.history]
    for number, step in enumerate(before.item.history):
        if number >= len(now) or now[number] != _facts(step):
            return number
    return None


def _facts(step: Step) -> tuple[object, ...]:
    return tuple(getattr(step, name) for name in FACTS)


def _faulty(programme: Programme, as_of: date) -> frozenset[str]:
    """Name the files in which a rule for histories finds an error."""
    checks = [check for code in OF_A_HISTORY if code in rules() for check in rules()[code].checks]
    found = (each for check in checks for each in check(programme, as_of))
    return frozenset(each.span.path for each in found if each.severity == "error")


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
