"""Dates that tempt a measure into error: each has a value that is defined, and none of them raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import programmes
import pytest
from couple import FOLDER, NAME, Couple, Talk, held

from generator.progress.pair_at import pair_at
from generator.progress.whole import standings


def test_dates_in_the_wrong_order_give_no_health_and_no_negative_days() -> None:
    couple = Couple(held(10), history=((0, "active"), (40, "paused"), (20, "active")))
    found = couple.stands(60)
    assert pair_at(couple.programme(), NAME, couple.day(60)).active == 60
    assert found.health.score.exact is None
    assert found.goal_lag["mentor"].exact is None  # no term is judged by such a history
    assert found.drift.exact == Fraction(50, 30)


def test_a_pause_without_an_end_goes_on_and_stops_the_days() -> None:
    couple = Couple(held(10), history=((0, "active"), (20, "paused")))
    for at in (20, 21, 500):
        found = pair_at(couple.programme(), NAME, couple.day(at))
        assert (found.active, found.quiet) == (20, 10)
    assert couple.stands(500).band.name == "watch"


def test_a_pair_that_changed_its_rhythm_is_measured_by_the_one_it_has_now() -> None:
    couple = Couple(held(10, 24, 38, 52), every="30 days")
    assert couple.stands(60).adherence.exact == 1
    assert couple.stands(60).expected.exact == 2
    assert replace(couple, every="2 weeks").stands(60).expected.exact == 3


def test_a_leap_day_is_a_day() -> None:
    leap = Couple(held(28, 29, 30), start=date(2028, 1, 31), every="2 days")
    assert [leap.day(each) for each in (28, 29, 30)] == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    found = pair_at(leap.programme(), NAME, date(2028, 3, 2))
    assert (found.active, len(found.counted), found.drift) == (31, 3, Fraction(1, 2))
    common = replace(leap, talks=held(28), start=date(2027, 1, 31))
    assert pair_at(common.programme(), NAME, date(2027, 3, 2)).active == 30


def test_a_term_over_new_year_is_one_term() -> None:
    couple = Couple(held(10, 40), start=date(2026, 11, 30), ends=100)
    found = couple.stands(50)
    assert couple.day(50) == date(2027, 1, 19)
    assert (found.expected.exact, found.drift.exact) == (1, Fraction(10, 30))
    assert found.goal_lag["mentee"].exact == Fraction(1, 2) - Fraction(1, 4)


def test_sessions_on_one_day_count_once_and_their_order_is_their_hour() -> None:
    couple = Couple((Talk(10, "missed", hour="16:00"), Talk(10, hour="09:00"), Talk(10, hour="11:00")))
    found = pair_at(couple.programme(), NAME, couple.day(20))
    assert len(found.counted) == 1
    assert [each.parts["nn"] for each in found.due] == ["01", "03", "02"]
    assert couple.stands(20).momentum.exact == Fraction(3, 5) * Fraction(5, 9)


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_days_on_which_clocks_change_are_whole_days(change: date) -> None:
    couple = Couple((Talk(0, hour="02:30"), Talk(1, hour="02:30")), start=change, every="2 days")
    found = pair_at(couple.programme(), NAME, couple.day(1))
    assert (found.active, len(found.counted), found.drift) == (1, 2, 0)


def test_what_falls_into_a_pause_is_not_due_and_nothing_lapses_in_it() -> None:
    away = ((0, "active"), (30, "paused"), (60, "active"))
    talks = (*held(10), Talk(25, "planned"), Talk(30, "cancelled"), Talk(40, "missed"), Talk(59, "planned"))
    couple = Couple((*talks, Talk(60, "cancelled")), history=away)
    due = [pair_at(couple.programme(), NAME, couple.day(at)).due for at in (50, 69, 70)]
    assert [[each.parts["nn"] for each in found] for found in due] == [["01"], ["06", "01"], ["06", "02", "01"]]


def test_a_session_held_in_a_pause_was_held() -> None:
    couple = Couple(held(10, 40), history=((0, "active"), (30, "paused")))
    assert len(pair_at(couple.programme(), NAME, couple.day(50)).due) == 2


def test_a_rhythm_of_many_lives_raises_nothing() -> None:
    files = Couple((Talk(10, "planned"),)).files()
    path = f"{FOLDER}/pair.yml"
    programme = programmes.loaded(files | {path: files[path].replace("30 days", "99999 weeks")}).programme
    assert standings(programme, Couple().day(5))[NAME].band.name == "too early"
    assert standings(programme, date.max)[NAME].band.name == "stalled"


def test_two_places_are_rounded_half_up() -> None:
    value = Couple().stands(0).drift
    shown = [replace(value, exact=Fraction(each, 1000)).shown for each in (5, 4, 15, 625, 995, 1000, -5, -6, -354)]
    assert shown == ["0.01", "0.00", "0.02", "0.63", "1.00", "1.00", "0.00", "-0.01", "-0.35"]
