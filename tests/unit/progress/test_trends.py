"""Trends: each point is what the indicators are on its day, though most of the work is shared between days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import circle
import programmes
import pytest
from archetypes import CANCELS, ONE_SIDED, PAUSE, SILENT, STEADY
from circle import AUTUMN, SPRING, change, signed_up
from couple import Couple, Talk, held
from hypothesis import given
from hypothesis import strategies as st

from generator.programme import Programme
from generator.progress import indicators, pace, trends
from generator.progress.course import courses
from generator.progress.indicators import KINDS
from generator.progress.trends import Trend

ENDINGS = (
    ((0, "active"),),
    ((0, "active"), (60, "completed")),
    ((0, "active"), (9, "ended_early")),
    ((0, "active"), (50, "paused"), (70, "active"), (90, "ended_early"), (130, "re_matched")),
    ((0, "active"), (40, "paused")),
    ((0, "active"), (60, "paused"), (30, "active")),
    ((0, "accepted"), (20, "ended_early")),
)
PROMISE = st.tuples(st.sampled_from(("mentor", "mentee")), st.integers(0, 150), st.none() | st.integers(0, 150))
TALKS = st.builds(
    Talk,
    st.integers(0, 140),
    st.sampled_from(("held", "held", "cancelled", "missed", "planned")),
    st.sampled_from((("mentor", "mentee"), ("mentor",))),
    st.lists(PROMISE, max_size=2).map(tuple),
    st.sampled_from(("standard", "midpoint-review")),
)
DAYS = st.lists(st.integers(0, 140), max_size=3).map(tuple)
COUPLES = st.builds(
    Couple,
    talks=st.lists(TALKS, max_size=5).map(tuple),
    history=st.sampled_from(ENDINGS),
    posts=st.tuples(DAYS, DAYS),
    start=st.sampled_from((date(2026, 1, 12), date(2025, 9, 8))),
    every=st.sampled_from(("7 days", "30 days")),
)


def at(found: tuple[Trend, ...], measure: str) -> Trend:
    return next(each for each in found if each.kind.words.id == measure)


@given(st.lists(COUPLES, max_size=3), st.lists(st.integers(-140, 200), min_size=1, max_size=6, unique=True))
def test_each_point_is_what_the_indicators_are_on_its_day(couples: list[Couple], numbers: list[int]) -> None:
    found = circle.programme(couples, signed_up("p-401") | signed_up("p-102", "both"))
    days = [Couple().day(number) for number in sorted(numbers)]
    together = trends.over(found, days, tuple(found.cohorts))
    for number, day in enumerate(days):
        alone = indicators.of(found, day).programme
        assert [(each.points[number].exact, each.points[number].n) for each in together] == [
            (each.exact, each.n) for each in alone
        ]


def programme() -> Programme:
    early = replace(STEADY, start=date(2025, 9, 8), history=((0, "active"), (150, "completed")))
    return circle.programme([STEADY, CANCELS, (AUTUMN, early), (AUTUMN, PAUSE), SILENT, ONE_SIDED], change(1, "done"))


def test_a_year_has_a_point_a_week_up_to_its_day() -> None:
    found = trends.year(programme(), date(2026, 5, 2))
    assert [each.kind for each in found] == list(KINDS)
    days = [point.on for point in found[0].points]
    assert (len(days), days[0], days[-1]) == (53, date(2025, 5, 3), date(2026, 5, 2))
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(days=7)}


def test_a_cohort_is_followed_from_its_first_day_and_no_further_than_its_last() -> None:
    spring = at(trends.of_cohort(programme(), SPRING, date(2026, 5, 2)), "session-completion")
    assert (spring.points[0].on, spring.points[-1].on, len(spring.points)) == (date(2026, 1, 5), date(2026, 4, 27), 17)
    # held on days 12 and 43 by 2 March (day 49): steady 2 of 2, cancels 2 of 2, silent 1 of 1, one-sided 2 of 2
    assert [(point.exact, point.n) for point in spring.points if point.on == date(2026, 3, 2)] == [(1, 4)]
    autumn = trends.of_cohort(programme(), AUTUMN, date(2026, 5, 2))
    assert autumn[0].points[-1].on == date(2025, 12, 8)
    assert trends.of_cohort(programme(), SPRING, date(2026, 1, 1))[0].points == ()


def test_what_carries_no_date_is_unknown_in_the_past() -> None:
    ended = Couple(held(10), history=((0, "active"), (60, "completed")), posts=((80,), ()))
    found = at(trends.over(circle.programme([ended]), [ended.day(70), ended.day(80)], (SPRING,)), "goals-broad")
    assert [(point.exact, point.n) for point in found.points] == [(None, 0), (0, 1)]


def test_an_ended_pair_is_left_alone_from_the_day_on_which_nothing_of_it_changes() -> None:
    promises = (("mentor", 70, None), ("mentee", 60, 95))
    couple = Couple((Talk(10, promises=promises),), history=((0, "active"), (60, "completed")), posts=((90,), ()))
    assert [each.rests for each in courses(circle.programme([couple, Couple()]))] == [couple.day(95), None]
    late = replace(couple, talks=(Talk(10), Talk(120, "planned")))
    assert courses(circle.programme([late]))[0].rests == couple.day(120)
    soon = Couple(history=((0, "active"), (5, "ended_early")))
    assert courses(circle.programme([soon]))[0].rests == soon.day(21)


def test_sessions_a_pair() -> None:
    couples = [Couple(held(20, 50)), Couple(held(20, 50)), Couple(held(20)), Couple(held(50)), Couple(held(49, 80))]
    found = circle.programme([*couples, Couple(history=((0, "accepted"),))])
    pairs = [f"{SPRING}/p{number:02}" for number in range(1, 6)]
    # the spring began a week before day 0: its day 56 is day 49 of the pairs, on which four sessions were held
    paces = pace.of(found, SPRING, pairs, Couple().day(110))
    assert (paces[0], paces[8], paces[9], paces[-1]) == (0, Fraction(4, 5), Fraction(7, 5), Fraction(8, 5))
    assert len(paces) == 17
    assert pace.MEASURES[0].example.endswith("7 ÷ 5 = 1.4 by week 9.")
    assert pace.of(found, SPRING, [], Couple().day(110)) == ()


@pytest.mark.parametrize(
    ("starts", "odd"),
    [
        (date(2027, 11, 29), date(2028, 2, 29)),
        (date(2026, 1, 12), date(2026, 3, 29)),
        (date(2025, 9, 1), date(2026, 1, 1)),
    ],
    ids=["over a leap day", "over the day clocks change", "over new year"],
)
def test_the_weeks_of_a_course_are_seven_days_each(starts: date, odd: date) -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    moved = settings.replace("starts: 2026-01-05", f"starts: {starts}").replace("ends: 2026-06-26", "ends: 2028-06-26")
    found = circle.programme([Couple(held(10), start=starts)], {"pairs/programme.yml": moved})
    days = trends.weeks_of(found, SPRING, odd + timedelta(days=20))
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(days=7)}
    assert days[0] == starts
    assert days[-1] <= odd + timedelta(days=20) < days[-1] + timedelta(days=7)
