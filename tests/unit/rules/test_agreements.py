"""AGR: what a pair has agreed on, whole, in a rhythm, with its limits; places are counted by hand."""

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


# AGR001 -----------------------------------------------------------------------------------------------------------


def test_a_whole_agreement_is_fine_even_with_empty_lists() -> None:
    assert told("AGR001", {PAIR: ACTIVE + agreed(CLAUSES)}) == []


@pytest.mark.parametrize("clause", CLAUSES)
def test_each_clause_is_missed(clause: str) -> None:
    name = clause.partition(":")[0]
    (found,) = findings("AGR001", {PAIR: ACTIVE + agreed(tuple(each for each in CLAUSES if each != clause))})
    assert str(found.span) == f"{PAIR}:21:1-10"
    assert found.message == f"the agreement says nothing on `{name}`"
    signing = "let both sign it, each for themselves: `mentoring pair sign`"
    adding = f"agree on `{name}`, add what you agreed, and sign again"
    assert found.help == (signing if name == "signed" else adding)
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


# AGR003 -----------------------------------------------------------------------------------------------------------


def settings(policy: str) -> dict[str, str]:
    """Write a programme file with a policy of its own."""
    return {
        "pairs/programme.yml": f"""\
name: Open Door
purpose: Juniors show leaders what the work looks like.
organisation: Lanternworks
not_for: [promotion]
timezone: Europe/Berlin
language: en
focus_areas: [{{id: digital, title: Digital, why: It moves.}}]
cohorts: [{{id: spring, title: Spring, starts: 2026-01-05, ends: 2026-06-26}}]
defaults: {{sessions: 6, minimum_sessions: 4, every: 30 days, length: 60 min}}
people: {{sponsor: p-001, coordinators: [p-003, p-004], support_contact: p-002}}
policy: {policy}
id: open-door
"""
    }


@pytest.mark.parametrize("every", ["7 days", "42 days", "1 week", "6 weeks"])
def test_a_rhythm_within_its_bounds_is_fine(every: str) -> None:
    assert told("AGR003", {PAIR: HEAD + agreed((f"every: {every}",))}) == []


@pytest.mark.parametrize(
    ("every", "end", "written"), [("6 days", 16, "6 days"), ("43 days", 17, "43 days"), ("90 min", 16, "1 h 30 min")]
)
def test_a_rhythm_beyond_its_bounds_is_told(every: str, end: int, written: str) -> None:
    assert told("AGR003", {PAIR: ACTIVE + agreed((f"every: {every}",))}) == [
        f"{PAIR}:22:10-{end} error: a session every {written}; one every 7 to 42 days is expected"
    ]


def test_the_bounds_of_a_rhythm_are_policy() -> None:
    files = {PAIR: HEAD + agreed(("every: 22 days",))}
    assert told("AGR003", files | settings("{cadence: [7 days, 22 days]}")) == []
    assert len(told("AGR003", files | settings("{cadence: [7 days, 21 days]}"))) == 1  # the same length as 3 weeks


# AGR005 -----------------------------------------------------------------------------------------------------------

LIMITS = (
    "exceptions: [law, serious harm, safeguarding]",
    "off_limits: [appraisal, promotion, line decisions]",
    "cancel: {notice: 24 h, rebook_within: 14 days}",
)


@pytest.mark.parametrize(
    "clauses",
    [
        LIMITS,
        ("exceptions: [A court order, Safeguarding, Serious harm, Law]",),
        ("off_limits: [line decisions, promotion, salary talks, appraisal]",),
        ("cancel: {notice: 2 days, rebook_within: 1 week}",),
        ("version: 1",),
    ],
)
def test_limits_that_are_said_are_fine(clauses: tuple[str, ...]) -> None:
    assert told("AGR005", {PAIR: HEAD + agreed(clauses)}) == []


@pytest.mark.parametrize(
    ("clause", "place", "message"),
    [
        ("exceptions: [law, serious harm]", "22:3-13", "`exceptions` does not name `safeguarding`"),
        ("exceptions: [serious harm, safeguarding]", "22:3-13", "`exceptions` does not name `law`"),
        ("exceptions: [law, safeguarding]", "22:3-13", "`exceptions` does not name `serious harm`"),
        ("off_limits: [promotion]", "22:3-13", "`off_limits` does not name `appraisal` and `line decisions`"),
        ("off_limits: [appraisal, line decisions]", "22:3-13", "`off_limits` does not name `promotion`"),
        (
            "cancel: {notice: 23 h, rebook_within: 14 days}",
            "22:20-24",
            "a session may be cancelled 23 h before; at least 24 h are expected",
        ),
        (
            "cancel: {notice: 24 h, rebook_within: 15 days}",
            "22:41-48",
            "a session may be rebooked within 15 days; at most 2 weeks are expected",
        ),
    ],
)
def test_a_limit_left_unsaid_is_told(clause: str, place: str, message: str) -> None:
    assert told("AGR005", {PAIR: ACTIVE + agreed((clause,))}) == [f"{PAIR}:{place} warning: {message}"]


def test_both_halves_of_cancelling_are_judged() -> None:
    assert len(told("AGR005", {PAIR: HEAD + agreed(("cancel: {notice: 1 h, rebook_within: 3 weeks}",))})) == 2


def test_the_time_to_rebook_is_policy() -> None:
    files = {PAIR: HEAD + agreed(("cancel: {notice: 24 h, rebook_within: 14 days}",))}
    assert len(told("AGR005", files | settings("{rebook_within: 13 days}"))) == 1
    assert told("AGR005", files | settings("{rebook_within: 14 days}")) == []
