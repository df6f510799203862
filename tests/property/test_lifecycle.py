"""Every legal step of a pair passes every rule for it; every other one is refused, and the legal are named."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from small import AGREEMENT, PAIR, pair, room, session, settings, template
from telling import findings, told

from generator.rules import rules

STATES = ("proposed", "accepted", "active", "paused", "completed", "declined", "expired", "ended_early", "re_matched")
LEGAL = {
    "": ("proposed",),
    "proposed": ("accepted", "declined", "expired"),
    "accepted": ("active", "ended_early"),
    "active": ("paused", "completed", "ended_early"),
    "paused": ("active", "ended_early"),
    "completed": (),
    "declined": ("re_matched",),
    "expired": ("re_matched",),
    "ended_early": ("re_matched",),
    "re_matched": (),
}
"""The table of practice, written a second time."""
WAY = {
    "proposed": (),
    "accepted": ("proposed",),
    "active": ("proposed", "accepted"),
    "paused": ("proposed", "accepted", "active"),
    "completed": ("proposed", "accepted", "active"),
    "declined": ("proposed",),
    "expired": ("proposed",),
    "ended_early": ("proposed", "accepted"),
    "re_matched": ("proposed", "declined"),
}
"""The shortest way to each state."""
MORE = {
    "accepted": ("both", ""),
    "active": ("both", ""),
    "paused": ("both", ", reason: leave, until: {until}"),
    "completed": ("both", ""),
    "declined": ("coordinator", ", reason: time"),
    "expired": ("coordinator", ", reason: time"),
    "ended_early": ("coordinator", ", reason: other"),
}
"""Who writes a step, and what belongs to it."""
BEGINS = date(2026, 1, 5)
OF_STEPS = ("PAI008", "PAI009", "PAI010", "PAI011", "PAI012", "PAI013")
FOLLOWING = "pairs/spring/pair-04/pair.yml"


def history(*states: str) -> tuple[str, ...]:
    """Write states as steps, three weeks apart, each with what it needs."""
    steps = []
    for at, state in enumerate(states):
        by, more = MORE.get(state, ("coordinator", ""))
        day = BEGINS + timedelta(days=21 * at)
        steps.append(f"state: {state}, on: {day}, by: {by}" + more.format(until=day + timedelta(days=21)))
    return tuple(steps)


def programme(*states: str) -> dict[str, str]:
    """Give a pair that went through these states, with everything each of them asks for."""
    days = [BEGINS + timedelta(days=21 * at) for at in range(len(states))]
    met = [day for day, state in zip(days, states, strict=True) if state == "active"]
    meetings = [session(str(day), "held") for day in met]
    if "completed" in states:
        record = "actual: 60 min\ntakeaways: {mentor: withheld, mentee: withheld}\nactions: []\nnext: closing\n"
        meetings.append(session(str(days[-1]), "held", "closure", record))
    files = {PAIR: pair(*history(*states), more=AGREEMENT), **room(*meetings), **template("closing")}
    if "re_matched" in states:
        files[PAIR] += "superseded_by: spring/pair-04\n"
        files[FOLLOWING] = pair(*history("proposed"), mentee="p-043", more="continues: spring/pair-03\n")
    plain = settings()
    return files | {path: text.replace("minimum_sessions: 4", "minimum_sessions: 2") for path, text in plain.items()}


@pytest.mark.parametrize(("before", "after"), [(before, after) for before in LEGAL for after in LEGAL[before]])
def test_every_legal_step_passes(before: str, after: str) -> None:
    states = (*WAY.get(before, ()), *([before] if before else []), after)
    files = programme(*states)
    assert [each for code in OF_STEPS for each in told(code, files, date(2026, 6, 1))] == []


@pytest.mark.parametrize(
    ("before", "after"), [each for each in product(STATES, STATES) if each[1] not in LEGAL[each[0]]]
)
def test_every_other_step_is_refused_and_the_legal_ones_are_named(before: str, after: str) -> None:
    (found,) = findings("PAI009", {PAIR: pair(*history(*WAY[before], before, after))}, date(2026, 6, 1))
    assert (found.severity, found.message) == ("error", f"`{after}` may not follow `{before}`")
    label = found.related[0].message
    assert {state for state in STATES if f"`{state}`" in label} == set(LEGAL[before])
    assert (label == "nothing follows") is (not LEGAL[before])


@pytest.mark.parametrize("first", STATES[1:])
def test_every_other_beginning_is_refused_and_the_legal_one_is_named(first: str) -> None:
    (found,) = findings("PAI008", {PAIR: pair(*history(first))}, date(2026, 6, 1))
    assert (found.severity, found.message) == ("error", f"the history starts with `{first}`")
    assert found.related[0].message == "expected `proposed`"


def test_the_steps_have_a_code_each() -> None:
    assert set(OF_STEPS) <= set(rules())
