"""Indicators of a programme: the worked example of each, built as files; groups, the past, and what is n/a."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import circle
import pytest
from archetypes import CANCELS, PAUSE, SILENT, STEADY
from circle import AUTUMN, SPRING, change, signed_up
from couple import Couple, Promise, Talk, held

from generator.programme import Programme
from generator.progress import indicators
from generator.progress.indicators import Indicators
from generator.progress.indicators.indicator import Indicator
from generator.progress.whole import MEASURES

EXAMPLE = {each.id: each.example for each in MEASURES}
ENDED = ((0, "active"), (100, "ended_early"))
COMPLETED = ((0, "active"), (100, "completed"))


def counted(found: Programme, measure: str, day: int = 110) -> Indicator:
    every = indicators.of(found, Couple().day(day)).programme
    return next(each for each in every if each.measure == measure)


def of(couples: Iterable[Couple], measure: str, day: int = 110) -> Indicator:
    return counted(circle.programme(couples), measure, day)


def says(found: Indicator, end: str, shown: str) -> None:
    assert EXAMPLE[found.measure].endswith(end)
    assert found.shown == shown


def test_match_coverage() -> None:
    people = [person for number in range(1, 6) for person in signed_up(f"p-4{number:02}").items()]
    people += [*signed_up("p-406").items(), *signed_up("p-101", "both").items(), *signed_up("p-900", "mentor").items()]
    pairs = [*[Couple()] * 4, Couple(history=((0, "accepted"), (9, "ended_early")))]
    found = counted(circle.programme(pairs, dict(people)), "match-coverage")
    says(found, "5 ÷ 6 = 83 %.", "83 %")
    assert "pairs/people/p-406.yml" in found.sources
    assert found.n == 6
    other = dict(people) | signed_up("p-407", "both", SPRING) | signed_up("p-408", cohort=AUTUMN)
    assert counted(circle.programme(pairs, other), "match-coverage").whole == 8


def test_launch_rate() -> None:
    says(of([*[Couple(held(21))] * 9, Couple(held(25))], "launch-rate"), "9 ÷ 10 = 90 %.", "90 %")


@pytest.mark.parametrize(
    ("couple", "day", "counts"),
    [
        (Couple(held(3)), 20, None),
        (Couple(held(3)), 21, 1),
        (Couple(), 21, 0),
        (Couple(held(22), history=((0, "active"), (5, "paused"), (10, "active"))), 60, 1),
        (Couple(history=((0, "active"), (5, "paused"))), 60, None),
        (Couple(history=((0, "active"), (5, "ended_early"))), 20, None),
        (Couple(history=((0, "active"), (5, "ended_early"))), 21, 0),
    ],
)
def test_a_launch_is_judged_when_it_can_be_said(couple: Couple, day: int, counts: int | None) -> None:
    found = of([couple], "launch-rate", day)
    assert (found.n, found.done) == ((0, 0) if counts is None else (1, counts))


def test_pairs_in_rhythm() -> None:
    new = Couple((Talk(120, "planned"),), start=Couple().day(105))
    quiet = [SILENT, SILENT, CANCELS]
    found = of([*[STEADY] * 9, *quiet, new, new, replace(PAUSE, history=((0, "active"), (90, "paused")))], "in-rhythm")
    says(found, "9 ÷ 12 = 75 %.", "75 %")
    assert found.meets


def test_session_completion() -> None:
    eight = held(*range(5, 45, 5))
    last = (Talk(50, "cancelled"), Talk(55, "cancelled"), Talk(60, "cancelled"), Talk(65, "missed"))
    couples = [*[Couple(eight)] * 4, Couple((*held(1, 2), *last, Talk(70, "planned"), Talk(95, "planned")))]
    says(of(couples, "session-completion"), "34 ÷ 40 = 85 %.", "85 %")
    assert of(couples, "session-completion", 109).whole == 39


def test_cadence_kept() -> None:
    found = of([*[STEADY] * 6, CANCELS, SILENT, Couple(start=Couple().day(100))], "cadence-kept")
    says(found, "6 ÷ 8 = 75 %.", "75 %")


def test_goals_of_closed_pairs() -> None:
    states = ["reached"] * 6 + ["closer"] * 3 + ["reframed"] * 2 + ["dropped"] * 3
    aims = [("mentor", state, "100" if state == "reached" else "50") for state in states]
    shares = [aims[:3], aims[3:6], aims[6:9], aims[9:12], aims[12:]]
    closed = [Couple(history=COMPLETED, aims=tuple(each)) for each in shares[:4]]
    closed.append(Couple(history=ENDED, aims=tuple(shares[4])))
    found = of([*closed, Couple()], "goals-broad")
    says(found, "11 ÷ 14 = 79 %.", "79 %")
    assert found.n == 5
    later = replace(closed[0], history=((0, "active"), (100, "completed"), (120, "re_matched")))
    assert of([later], "goals-broad").exact is None  # goals carry no dates: what they were on day 110 is unknown


def test_pair_completion() -> None:
    again = ((0, "active"), (100, "ended_early"), (105, "re_matched"))
    pairs = [*[Couple(history=COMPLETED)] * 7, Couple(history=ENDED), Couple(history=again), Couple()]
    says(of(pairs, "pair-completion"), "7 ÷ (7 + 1) = 88 %.", "88 %")


def test_mutuality() -> None:
    one_sided = Couple(held(10, 40), posts=((11, 12), ()))
    found = of([*[STEADY] * 8, one_sided, CANCELS, SILENT], "mutuality")
    says(found, "8 ÷ 10 = 80 %.", "80 %")


def test_actions_closed() -> None:
    def kept(done: int, of_all: int) -> Couple:
        promises: list[Promise] = [("mentor", 20, 20 if number < done else None) for number in range(of_all)]
        return Couple((Talk(10, promises=tuple(promises)),))

    couples = [kept(2, 2), kept(2, 5), kept(3, 3), kept(1, 2), kept(3, 4), Couple()]
    says(of(couples, "actions-closed"), "The one in the middle: 0.75.", "0.75")
    assert of(couples[:4], "actions-closed").exact == Fraction(3, 4)


def test_changes_for_every_five_pairs() -> None:
    posts = change(1, "done") | change(2, "planned") | change(3, "done") | change(4, "dropped")
    never = Couple(history=((0, "proposed"),))
    found = counted(circle.programme([*[Couple()] * 12, never], posts), "changes-per-five")
    says(found, "5 times 3 ÷ 12 = 1.25.", "1.25")
    assert counted(circle.programme([Couple()] * 12, posts), "changes-per-five", 48).done == 1  # 1 March


def test_nothing_to_count_is_not_nothing() -> None:
    for found in indicators.of(circle.programme([]), Couple().day(0)).programme:
        assert (found.exact, found.shown, found.n, found.meets) == (None, "n/a", 0, None)


def test_each_says_its_formula_its_day_its_bar_and_its_files() -> None:
    found = indicators.of(circle.programme([STEADY]), Couple().day(110))
    for each in found.programme:
        assert each.as_of == Couple().day(110)
        assert each.formula == next(known.formula for known in MEASURES if known.id == each.measure)
        assert each.n == 0 or "pairs/2026-spring/p01/pair.yml" in each.sources
    assert len({each.measure for each in found.programme}) == len(found.programme) == 10


def part_of(found: Indicators, measure: str) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    at = [kind.words.id for kind in indicators.KINDS].index(measure)
    cohorts, areas, roadmaps = ({name: each[at].n for name, each in group.items()} for group in
                                (found.cohorts, found.areas, found.roadmaps))  # fmt: skip
    return cohorts, areas, roadmaps


def test_a_pair_counts_in_its_cohort_each_of_its_areas_and_its_roadmaps() -> None:
    written = circle.files([STEADY, STEADY, (AUTUMN, STEADY)])
    both = {path: text.replace("focus: [digital]", "focus: [digital, candour]") for path, text in written.items()
            if path.endswith("p02/pair.yml")}  # fmt: skip
    found = circle.programme([STEADY, STEADY, (AUTUMN, STEADY)], both)
    areas = tuple(found.focus_areas)
    cohorts, by_area, roadmaps = part_of(indicators.of(found, Couple().day(110)), "session-completion")
    assert cohorts == {SPRING: 2, AUTUMN: 1}
    assert by_area == {each: {"digital": 3, "candour": 1}.get(each, 0) for each in areas}
    assert roadmaps == {}


def test_a_cohort_stands_beside_the_one_before_it_on_the_same_day_of_its_course() -> None:
    # spring began on 5 January and is 117 days old on 2 May; autumn was that old on 27 December
    earlier = replace(CANCELS, start=date(2025, 9, 8))
    found = indicators.against(circle.programme([STEADY, (AUTUMN, earlier)]), Couple().day(110))
    assert found is not None
    assert (found.day, found.cohort, found.before) == (117, SPRING, AUTUMN)
    assert {each.as_of for each in found.then} == {date(2025, 12, 27)}
    now, then = (next(each for each in group if each.measure == "session-completion") for group in
                 (found.now, found.then))  # fmt: skip
    assert (now.exact, then.exact) == (1, Fraction(1, 2))
    assert indicators.against(circle.programme([STEADY]), date(2025, 12, 31)) is None  # spring has not begun
