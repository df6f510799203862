"""The term of a pair: from its first `active` to the last day agreed on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import programmes

from generator.kinds.pair import Pair
from generator.progress.term import elapsed, term

SPRING = "pairs/2026-spring/pair-03/pair.yml"
DAY = date(2026, 4, 1)


def pair(old: str = "", new: str = "") -> Pair:
    """Give a pair that became active on 12 January, for 182 days, with one text replaced."""
    text = programmes.healthy()[SPRING].decode()
    assert old in text
    return programmes.loaded({SPRING: text.replace(old, new)}).programme.pairs["2026-spring/pair-03"].item


def test_a_term_runs_from_active_to_ends() -> None:
    found = term(pair(), DAY)
    assert found
    assert (found.start, found.ends, found.days) == (date(2026, 1, 12), date(2026, 7, 13), 182)


def test_a_term_that_cannot_be_meant_is_none() -> None:
    assert term(pair("ends: 2026-07-13", "ends: 2026-01-12"), DAY) is None
    assert term(pair("    on: 2026-01-12", "    on: 2025-01-12"), DAY) is None
    assert term(pair("  - state: active\n    on: 2026-01-12\n    by: both\n"), DAY) is None
    assert term(pair("  ends: 2026-07-13\n"), DAY) is None


def test_paused_days_do_not_count_as_elapsed() -> None:
    whole = pair()
    found = term(whole, DAY)
    assert found
    assert elapsed(whole, found, date(2026, 4, 13)) == Fraction(1, 2)  # day 91
    paused = pair("agreement:\n", "  - {state: paused, on: 2026-02-01, by: both, reason: leave}\nagreement:\n")
    assert elapsed(paused, found, date(2026, 4, 13)) == Fraction(20, 182)
    assert elapsed(whole, found, date(2027, 4, 13)) == 1
