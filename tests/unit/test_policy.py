"""The policy in force: the table is whole, and nothing in a file can leave its bounds."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from fractions import Fraction
from typing import Any

import programmes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds import programme
from generator.policy import DEFAULTS, Bounds, Outside, Policy, effective, outside, policy
from generator.source.limits import Limits, from_policy

UNBOUNDED = {"training_required", "closing_required", "fast_areas", "match", "signatures"}
"""Closed values, flags and lists: the model knows all that they may be."""


def own(**values: Any) -> programme.Policy:
    """Read a policy as it stands in a file."""
    return programme.Policy.model_validate(values)


def test_the_table_has_every_key_of_the_file_once() -> None:
    assert [each.name for each in fields(Policy)] == list(programme.Policy.model_fields)


def test_every_number_and_duration_has_bounds_and_lies_within_them() -> None:
    for each in fields(Policy):
        bounds = each.metadata.get("bounds")
        assert (bounds is None) == (each.name in UNBOUNDED)
        values = each.default if isinstance(each.default, tuple) else (each.default,)
        for value, (least, most) in zip(values, bounds or (), strict=bounds is not None):
            assert least <= value
            assert most is None or value <= most


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cohort_weeks", (13, 78)),
        ("training_required", "both"),
        ("capacity_mentor", 1),
        ("capacity_mentee", 2),
        ("level_gap", 2),
        ("common_manager", 0),
        ("first_session_within", timedelta(days=21)),
        ("pause", timedelta(days=30)),
        ("pauses", 2),
        ("answer_within", timedelta(days=14)),
        ("cadence", (timedelta(days=7), timedelta(days=42))),
        ("midpoint", (Fraction("0.4"), Fraction("0.6"))),
        ("session_length", (timedelta(minutes=20), timedelta(minutes=180))),
        ("mentee_lead", Fraction("0.7")),
        ("drift_watch", Fraction("1.75")),
        ("drift_risk_fast", Fraction("2.5")),
        ("stalled_after", timedelta(days=90)),
        ("post_words", (120, 600)),
        ("small_group", 5),
        ("retention", timedelta(days=730)),
    ],
)
def test_defaults_are_those_of_the_rules(name: str, value: object) -> None:
    assert getattr(DEFAULTS, name) == value


def test_without_a_policy_the_defaults_are_in_force() -> None:
    assert effective(None) is DEFAULTS
    assert effective(own()) is DEFAULTS


def test_a_programme_s_own_values_replace_the_defaults() -> None:
    found = effective(own(level_gap="3", pause="2 weeks", cadence=["14 days", "42 days"], closing_required="false"))
    assert (found.level_gap, found.pause, found.closing_required) == (3, timedelta(days=14), False)
    assert found.cadence == (timedelta(days=14), timedelta(days=42))
    assert found.pauses == DEFAULTS.pauses


def test_a_value_beyond_its_bounds_is_read_as_the_nearest_one() -> None:
    given_values = own(small_group="2", mentee_lead="1.5", cadence=["1 day", "30 weeks"])
    found = effective(given_values)
    assert (found.small_group, found.mentee_lead) == (5, Fraction(1))
    assert found.cadence == (timedelta(days=4), timedelta(days=84))
    assert list(outside(given_values)) == [
        Outside("cadence", 0, Bounds(timedelta(days=4), timedelta(days=42)), timedelta(days=4)),
        Outside("cadence", 1, Bounds(timedelta(days=7), timedelta(days=84)), timedelta(days=84)),
        Outside("mentee_lead", None, Bounds(Fraction(0), Fraction(1)), Fraction(1)),
        Outside("small_group", None, Bounds(5, None), 5),
    ]


def test_a_range_turned_round_is_not_in_force() -> None:
    assert effective(own(post_words=["300", "200"])).post_words == (120, 600)


def test_the_healthy_programme_has_its_own_fast_areas() -> None:
    found = policy(programmes.loaded(programmes.healthy()).programme)
    assert found.fast_areas == ("digital",)
    assert found.small_group == 5


@given(st.integers(-10, 10**6), st.integers(-10, 10**6), st.fractions(0, 100).map(lambda each: f"{float(each):.3f}"))
def test_whatever_is_set_small_groups_stay_hidden(size: int, markdown: int, lag: str) -> None:
    given_values = own(small_group=str(size), max_markdown=str(markdown), goal_lag=lag)
    found = effective(given_values)
    assert found.small_group >= 5
    assert 0 <= found.goal_lag <= Fraction(1, 2)
    assert found.max_markdown == from_policy(given_values).markdown  # loading and rules agree on the sizes
    assert found.max_yaml == Limits().yaml
