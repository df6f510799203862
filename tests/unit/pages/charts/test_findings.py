"""What each chart says in words, worked out by hand, and what it says where there is no number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import charted
import pytest

from generator.pages.charts import demand, heat, lines, ring, timeline

# 14 ask and 6 offer are 8 short; 1 + 2 and 1 sessions; from 12 January to 2 May it is 110 days, so the last is day 111
SAID = {
    "ring": "3 of 6 steps are done.",
    "bar": "The mentor leads 25 of 60 minutes alone.",
    "demand": "Largest shortage: AI fluency, 14 ask, 6 offer.",
    "lines": "Autumn 2026 held 4.1 sessions a pair by week 2; Spring 2026: 3.2.",
    "heat": "4 sessions by 3 pairs in 6 weeks; longest wait: pair-09, 41 days.",
    "timeline": "Day 111 of 183: 2 sessions held, 1 not held, 1 planned; next on 25 May 2026.",
}


@pytest.mark.parametrize("name", charted.DRAWN)
def test_every_chart_says_what_it_finds_above_and_inside_each_picture(name: str) -> None:
    chart = charted.read(charted.DRAWN[name]())
    assert chart.finding == SAID[name]
    assert [picture.findtext("desc") for picture in chart.pictures] == [SAID[name]] * len(chart.pictures)


@pytest.mark.parametrize(
    ("done", "whole", "said"),
    [
        (0, 6, "0 of 6 steps are done."),
        (1, 1, "1 of 1 step is done."),
        (None, 6, "Steps: fewer than 5, not shown."),
        (0, 0, "Steps: nothing due yet."),
    ],
)
def test_a_ring_never_shows_a_number_it_does_not_have(done: int | None, whole: int, said: str) -> None:
    value = ring.Ring("Steps", "step", "done", done, whole)
    chart = charted.read(ring.draw(value, "r"))
    assert chart.finding == said
    assert len(chart.pictures) == (done is not None and whole > 0)


def test_where_nothing_is_short_nothing_is_called_a_shortage() -> None:
    even = demand.Demand("D", (demand.Need("A", 7, 7), demand.Need("B", None, 9)))
    assert demand.finding(even) == "No area shown here is short: at least as many offer as ask."
    hidden = demand.Demand("D", (demand.Need("A", None, 7), demand.Need("B", 5, None)))
    assert demand.finding(hidden) == "D: fewer than 5, not shown."
    assert charted.read(demand.draw(hidden, "d")).cells == [
        ["A", "fewer than 5, not shown", "7", "fewer than 5, not shown"],
        ["B", "5", "fewer than 5, not shown", "fewer than 5, not shown"],
    ]


def test_a_hidden_side_has_no_bar_to_measure() -> None:
    hidden = demand.Demand("D", (demand.Need("A", None, None), demand.Need("B", None, 9)))
    for picture in charted.read(demand.draw(hidden, "d")).pictures:
        assert len(picture.findall("rect")) == 1


def test_a_line_without_any_value_is_said_and_not_drawn() -> None:
    early = lines.Lines("Sessions", "held", "sessions a pair", (lines.Line("New", (None, None)),))
    assert lines.finding(early) == "Sessions: nothing due yet."
    assert lines.finding(replace(early, absent="fewer than 8, not shown")) == "Sessions: fewer than 8, not shown."
    assert charted.read(lines.draw(early, "l")).pictures == []


def test_a_line_alone_is_compared_with_nothing() -> None:
    alone = replace(charted.LINES, lines=charted.LINES.lines[:1])
    assert lines.finding(alone) == "Autumn 2026 held 4.1 sessions a pair by week 2."


def test_a_sentence_names_no_decimal_that_says_nothing() -> None:
    full = (Fraction(0), Fraction(0), Fraction(100))
    whole = replace(charted.LINES, lines=(lines.Line("New", (*full[:2], Fraction(90))), lines.Line("Old", full)))
    assert lines.finding(whole) == "New held 90 sessions a pair by week 2; Old: 100."
    assert lines.brief(None) == ""
    assert "90.0" in str(lines.draw(whole, "l"))


@pytest.mark.parametrize(
    ("most", "scale"),
    [
        (0, ["0", "0.5", "1"]),
        (5.1, ["0", "3", "6"]),
        (7, ["0", "4", "8"]),
        (100, ["0", "50", "100"]),
        (101, ["0", "100", "200"]),
    ],
)
def test_a_scale_ends_near_above_its_highest_value(most: float, scale: list[str]) -> None:
    high = replace(charted.LINES, lines=(lines.Line("New", (0.0, most)),))
    picture = charted.read(lines.draw(high, "l")).pictures[0]
    assert [each.text for each in picture.iter("text")][:3] == scale


def test_one_pair_alone_is_not_called_the_longest() -> None:
    alone = replace(charted.HEAT, rows=charted.HEAT.rows[:1])
    assert heat.finding(alone) == "3 sessions by 1 pair in 6 weeks; the last one was 12 days ago."
    assert heat.finding(replace(charted.HEAT, rows=charted.HEAT.rows[2:])) == "0 sessions by 1 pair in 6 weeks."


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 1, 11), "Begins on 12 January 2026"),
        (date(2026, 1, 12), "Day 1 of 183"),
        (date(2026, 7, 13), "Day 183 of 183"),
        (date(2026, 7, 14), "Over since 14 July 2026"),
    ],
)
def test_a_timeline_says_where_today_stands(today: date, said: str) -> None:
    assert timeline.finding(replace(charted.TERM, today=today)).startswith(said)


def test_several_lanes_say_how_many_are_under_way() -> None:
    lane = charted.TERM.lanes[0]
    over = timeline.Lane("Spring", lane.stages[:1])
    both = replace(charted.TERM, lanes=(timeline.Lane("Autumn", lane.stages[1:]), over))
    assert timeline.finding(both) == "1 of 2 under way on 2 May 2026."
    assert [row[0] for row in charted.read(timeline.draw(both, "t")).cells] == ["Autumn"] * 3 + ["Spring"]


def test_a_heat_strip_names_pairs_in_full_on_two_lines_where_one_is_too_short() -> None:
    for picture in charted.read(charted.DRAWN["heat"]()).pictures:
        lines = [each.text for each in picture.iter("text")]
        at = lines.index("Tiago Serrano-Pinto and")
        assert lines[at + 1] == "Catarina Almeida Brandão"
