"""AGR001: an active pair has agreed on everything; places are counted by hand."""

from __future__ import annotations

import pytest
from telling import findings, related, told

PAIR = "pairs/spring/pair-03/pair.yml"
HEAD = """\
mentor: p-017
mentee: p-042
focus:
  - digital
match:
  on: 2026-01-05
  reason: She teaches it on every shift; he has not opened it.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
  - state: accepted
    on: 2026-01-08
    by: both
"""
ACTIVE = f"""\
{HEAD}  - state: active
    on: 2026-01-12
    by: both
"""
CLAUSES = (
    "version: 1",
    "signed: {mentor: 2026-01-09, mentee: 2026-01-11}",
    "every: 30 days",
    "length: 60 min",
    "sessions: 6",
    "mode: mixed",
    "agenda_owner: mentor",
    "booked_by: mentee",
    "confidentiality: open",
    "exceptions: []",
    "publish: progress",
    "off_limits: []",
    "feedback: In the room.",
    "cancel: {notice: 24 h, rebook_within: 14 days}",
    "review_on: 2026-04-14",
    "ends: 2026-07-13",
)


def agreed(clauses: tuple[str, ...]) -> str:
    """Write an agreement; its key stands on line 21 of an active pair."""
    return "agreement:\n" + "".join(f"  {clause}\n" for clause in clauses)


def test_a_whole_agreement_is_fine_even_with_empty_lists() -> None:
    assert told("AGR001", {PAIR: ACTIVE + agreed(CLAUSES)}) == []


@pytest.mark.parametrize("clause", CLAUSES)
def test_each_clause_is_missed(clause: str) -> None:
    name = clause.partition(":")[0]
    (found,) = findings("AGR001", {PAIR: ACTIVE + agreed(tuple(each for each in CLAUSES if each != clause))})
    assert str(found.span) == f"{PAIR}:21:1-10"
    assert found.message == f"the agreement says nothing on `{name}`"
    assert related(found) == [f"{PAIR}:21:1-10: `{name}` is missing", f"{PAIR}:18:12-18: complete from here on"]


def test_several_gaps_are_one_finding() -> None:
    (found,) = findings("AGR001", {PAIR: ACTIVE + agreed(CLAUSES[:-2])})
    assert found.message == "the agreement says nothing on `review_on` and `ends`"


def test_without_any_agreement_the_state_is_shown() -> None:
    (found,) = findings("AGR001", {PAIR: ACTIVE})
    assert str(found.span) == f"{PAIR}:18:12-18"
    assert found.message == "the pair became `active` without an agreement"


@pytest.mark.parametrize("more", ["", agreed(CLAUSES[:3])])
def test_before_active_nothing_has_to_be_agreed(more: str) -> None:
    assert told("AGR001", {PAIR: HEAD + more}) == []


def test_an_agreement_stays_whole_after_the_end() -> None:
    ended = ACTIVE + "  - state: ended_early\n    on: 2026-02-01\n    by: coordinator\n    reason: time\n"
    assert len(told("AGR001", {PAIR: ended + agreed(CLAUSES[1:])})) == 1
