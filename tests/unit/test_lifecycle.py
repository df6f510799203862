"""How far a history can be relied on."""

from __future__ import annotations

from datetime import date

import programmes
import pytest
from small import ACCEPTED, ACTIVE, BEGUN, PAIR, PROPOSED, pair

from generator import lifecycle

LATE = date(2026, 4, 1)


def reliable(*steps: str, as_of: date = LATE) -> int:
    """Count the steps of a history that can be relied on."""
    (entry,) = programmes.loaded({PAIR: pair(*steps)}).programme.pairs.values()
    return len(lifecycle.sound(entry.item, as_of))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_history_in_order_is_sound(count: int) -> None:
    assert reliable(*BEGUN[:count]) == count


def test_it_is_sound_up_to_the_first_step_that_may_not_be_there() -> None:
    assert reliable(ACCEPTED, ACTIVE) == 0
    assert reliable(PROPOSED, ACTIVE, ACTIVE) == 1
    assert reliable(PROPOSED, ACCEPTED, PROPOSED) == 2


def test_it_is_sound_up_to_the_first_day_that_goes_back_or_is_to_come() -> None:
    assert reliable(PROPOSED, ACCEPTED.replace("01-08", "01-04"), ACTIVE) == 1
    assert reliable(PROPOSED, ACCEPTED.replace("01-08", "01-05"), ACTIVE) == 3
    assert reliable(*BEGUN, as_of=date(2026, 1, 11)) == 2
    assert reliable(*BEGUN, as_of=date(2026, 1, 12)) == 3
