"""The pulse on the pages of progress: for coordinators, in words, and never of a small group."""

from __future__ import annotations

from fractions import Fraction

import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages.pulses import cell
from generator.view.shapes import PulseItem, PulseMean

PLACE = "pairs/2026-spring/pulse/2026-03-20.yml"
PULSE = """\
wave: mid-point
invited: {mentor: 9, mentee: 8}
answered: {mentor: 8, mentee: 6}
items:
  call: {mentor: {n: 8, mean: 0.25}, mentee: {n: 6, mean: 0}}
  speak: {mentor: {n: 8, mean: 4.5}, mentee: {n: 6, mean: 4}}
  time: {mentor: {n: 7, mean: 3}}
"""


def built(audience: Audience, text: str = PULSE, policy: str = "", place: str = PLACE) -> rendered.Build:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    files = programmes.over_healthy(
        {place: text, "pairs/programme.yml": settings.replace("policy:\n", f"policy:\n{policy}")}
    )
    return rendered.build(programmes.loaded(files), audience)


@pytest.mark.parametrize("address", ["/progress/", "/progress/2026-spring/"])
def test_coordinators_see_each_question_on_both_sides_in_its_order(address: str) -> None:
    words = built("coordinators").text(address)
    assert "Mid-point, 20 March 2026: 8 of 9 mentors answered, 6 of 8 mentees answered" in words
    assert (
        "I can say what I think here 4.5 of 5, from 8 answers 4 of 5, from 6 answers "
        "My time was well used 3 of 5, from 7 answers fewer than 5, not shown "
        "Would you like a call? 25 % yes, from 8 answers 0 % yes, from 6 answers"
    ) in words
    assert "nobody has validated; not performance data" in words


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
def test_nobody_else_sees_that_there_is_one(audience: Audience) -> None:
    made = built(audience)
    without = rendered.healthy(audience)
    assert {address: page.html for address, page in made.pages.items()} == {
        address: page.html for address, page in without.pages.items()
    }


def test_a_programme_that_asks_for_larger_groups_shows_only_those() -> None:
    # of 8: the mentees' 6 are hidden, and 6 is less than 8, so the mentors' 8 are hidden with them
    made = built("coordinators", policy="  small_group: 8\n")
    assert made.view.pulses[0].items == ()
    assert set(made.view.pulses[0].answered.values()) == {None}


def test_a_wave_to_come_is_not_told() -> None:
    made = built("coordinators", place="pairs/2026-spring/pulse/2026-04-02.yml")
    assert made.view.pulses == ()


@pytest.mark.parametrize("item", ["n: 4, mean: 4", "n: 8, mean: 5.5", "n: 8, mean: -1"])
def test_a_file_with_a_small_group_is_no_file_of_the_programme(item: str) -> None:
    loaded = programmes.loaded(programmes.over_healthy({PLACE: PULSE.replace("n: 7, mean: 3", item)}))
    assert [each.code for each in loaded.findings] == ["FIL009"]
    assert loaded.programme.pulses == {}


@pytest.mark.parametrize(("old", "new"), [("time:", "shouting:"), ("wave: mid-point", "wave: the day he shouted")])
def test_keys_and_waves_are_closed_sets(old: str, new: str) -> None:
    loaded = programmes.loaded(programmes.over_healthy({PLACE: PULSE.replace(old, new)}))
    assert [each.code for each in loaded.findings] == ["FIL009"]


def test_a_scale_is_said_in_its_own_words() -> None:
    scale = PulseItem("speak", "x", yes_or_no=False, sides={})
    assert cell(scale, PulseMean(9, Fraction(4)), 5) == "4 of 5, from 9 answers"
    assert cell(scale, PulseMean(9, Fraction(9, 2)), 5) == "4.5 of 5, from 9 answers"
    assert cell(scale, None, 5) == "fewer than 5, not shown"
