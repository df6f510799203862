"""The worked example of every measure of a pair's health, built as files and counted by the measure itself."""

from __future__ import annotations

from fractions import Fraction

from archetypes import CANCELS, PAUSE, SILENT
from couple import NAME, Couple, Talk, held

from generator.progress.pair_at import PairAt, pair_at
from generator.progress.whole import MEASURES

EXAMPLE = {each.id: each.example for each in MEASURES}
AGENDA = "agenda:\n  - {item: Look back, minutes: 60, lead: both, kind: check-in}\n"


def at(couple: Couple, day: int) -> PairAt:
    return pair_at(couple.programme(), NAME, couple.day(day))


def test_active_days() -> None:
    assert at(PAUSE, 110).active == 75
    assert EXAMPLE["active-days"].endswith("On day 110: 110 less 35, so 75.")


def test_expected_sessions() -> None:
    assert CANCELS.stands(110).expected.exact == 3
    assert EXAMPLE["expected-sessions"].endswith("= 3.97, so 3 are expected.")


def test_cadence_adherence() -> None:
    assert CANCELS.stands(110).adherence.shown == "0.67"
    assert EXAMPLE["cadence-adherence"].endswith("2 ÷ 3 = 0.67.")


def test_drift() -> None:
    assert CANCELS.stands(110).drift.exact == Fraction(65, 30)
    assert EXAMPLE["drift"].endswith("65 ÷ 30 = 2.17.")


def test_due_sessions() -> None:
    couple = Couple((*held(14, 45), Talk(75, "cancelled"), Talk(92, "missed"), Talk(133, "planned")))
    assert len(at(couple, 110).due) == 4
    assert EXAMPLE["due-sessions"].endswith("On day 110: 4.")


def test_booked() -> None:
    assert at(Couple((Talk(133, "planned"),)), 110).booked
    assert at(Couple((Talk(147, "planned"),)), 110).booked
    assert not at(Couple((Talk(148, "planned"),)), 110).booked
    assert EXAMPLE["booked"].endswith("the last day that counts is day 147. Planned for day 133: yes.")


def test_momentum() -> None:
    assert CANCELS.stands(110).momentum.exact == Fraction(3, 40)
    assert EXAMPLE["momentum"].endswith("is 3 ÷ 40, which is 0.08.")


def test_reciprocity() -> None:
    assert CANCELS.stands(110).reciprocity.shown == "0.33"
    assert EXAMPLE["reciprocity"].endswith("The mean is 0.33.")


def test_goal_progress() -> None:
    aims = (("mentor", "reached", "100"), ("mentor", "open", "25"), ("mentor", "dropped", "0"))
    found = Couple(aims=aims).stands(110).goal_progress
    assert {side: each.shown for side, each in found.items()} == {"mentor": "0.63", "mentee": "n/a"}
    assert EXAMPLE["goal-progress"].endswith("(100 + 25) ÷ 2 = 62.5, so 0.63.")


def test_goal_lag() -> None:
    found = Couple().stands(110).goal_lag["mentor"]
    assert found.exact == Fraction(110, 182) - Fraction(1, 4)
    assert found.shown == "0.35"
    assert EXAMPLE["goal-lag"].endswith("110 ÷ 182 - 0.25 = 0.35.")


def test_goal_outcome() -> None:
    states = (("reached", "100"), ("closer", "75"), ("reframed", "50"), ("dropped", "0"))
    found = Couple(aims=tuple(("mentee", *each) for each in states)).stands(110).goal_outcome
    assert (found.strict.shown, found.broad.shown) == ("0.25", "0.75")
    assert EXAMPLE["goal-outcome"].endswith("Strict: 0.25, broad: 0.75.")


def test_action_closure() -> None:
    assert CANCELS.stands(110).closure.exact == Fraction(1, 3)
    assert EXAMPLE["action-closure"].endswith("On day 110: 1 ÷ 3 = 0.33.")


def test_agenda_readiness() -> None:
    prepared = tuple(Talk(each, more=AGENDA) for each in (10, 40, 70))
    assert Couple((*prepared, Talk(100), Talk(130, "planned"))).stands(110).readiness.shown == "0.75"
    assert EXAMPLE["agenda-readiness"].endswith("3 ÷ 4 = 0.75.")


def test_health() -> None:
    found = CANCELS.stands(110).health
    assert [each.weight for each in found.points] == [3, 3, 2, 2, 1, 1]
    assert found.score.exact == 12
    assert EXAMPLE["health"].endswith("On day 110 of 182: 3 + 3 + 2 + 2 + 1 + 1 = 12.")


def test_band() -> None:
    assert SILENT.stands(110).band.name == "stalled"
    assert EXAMPLE["band"].endswith("98 ÷ 30 = 3.27, so stalled.")


def test_every_value_of_a_pair_names_a_measure_that_exists() -> None:
    found = CANCELS.stands(110)
    single = (
        found.expected, found.adherence, found.drift, found.momentum, found.reciprocity, found.closure,
        found.readiness, found.health.score, found.band, found.goal_outcome.strict, found.goal_outcome.broad,
        *found.goal_progress.values(), *found.goal_lag.values(),
    )  # fmt: skip
    assert {each.measure for each in single} <= set(EXAMPLE)
    assert EXAMPLE.keys() - {each.measure for each in single} >= {"active-days", "due-sessions", "booked"}


def test_what_is_not_for_everybody_says_so() -> None:
    reading = {each.id: each.reading for each in MEASURES}
    assert all("for coordinators only" in reading[each] for each in ("health", "band", "drift", "momentum"))
