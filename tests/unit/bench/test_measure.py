"""What a benchmark makes of its rounds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

import measure


@pytest.mark.parametrize(
    ("rounds", "left_out"),
    # 2 of 2**5 ways lie beyond all five values; of eight 2 * (1 + 8) of 256, of eleven 2 * (1 + 11 + 55) of 2,048
    [(1, 0), (3, 0), (5, 0), (7, 0), (8, 1), (10, 1), (11, 2), (15, 3)],
)
def test_a_spread_leaves_out_what_is_outermost_where_there_are_enough_rounds(rounds: int, left_out: int) -> None:
    values = [float(each) for each in reversed(range(rounds))]
    assert measure.spread(values) == (left_out, rounds - 1 - left_out)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((0.7, 0.8, 0.75), "passed"),
        ((0.7, 0.81, 0.75), "undecided"),
        ((0.9, 0.81, 0.85), "lost"),
        ((0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.9), "passed"),
        ((0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.9, 0.9), "undecided"),
        ((0.1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9), "lost"),
    ],
)
def test_a_verdict_is_that_of_the_whole_spread(values: tuple[float, ...], verdict: str) -> None:
    assert measure.Figure("ratio", "", values, most=0.8).verdict == verdict
    assert measure.Figure("ratio", "", values).verdict == "no goal"
    assert measure.Figure("ratio", "", tuple(1 - each for each in values), least=0.2 - 1e-9).verdict == verdict
