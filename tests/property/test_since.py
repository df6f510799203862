"""Since when: what time has made true is told from that day on, and not the day before.

The day is worked out by each rule beside its condition; here it is found again by asking the rule itself.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import bless
import programmes
import pytest
import rendered
from hypothesis import given
from hypothesis import strategies as st
from often import times

from generator.programme import Programme
from generator.rules import rules
from generator.source.finding import Finding

DAY = timedelta(days=1)
BUNDLED = (date(2025, 9, 1), date(2027, 9, 30))


def named(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.span.path, finding.key, finding.help


def nightly(programme: Programme, as_of: date) -> dict[tuple[str, ...], Finding]:
    found = (each for rule in rules().values() for check in rule.over_time for each in check(programme, as_of))
    return {named(each): each for each in found}


def agree(programme: Programme, as_of: date) -> None:
    on = cache(lambda day: nightly(programme, day))
    for name, each in on(as_of).items():
        assert each.since is not None, name
        assert each.since <= as_of, name
        assert name in on(each.since), name
        assert name not in on(each.since - DAY), name


def test_of_the_broken_programme() -> None:
    agree(bless.broken().programme, programmes.CLOCK)


@pytest.mark.parametrize("days", [0, 14, 45])
def test_of_the_healthy_programme(days: int) -> None:
    agree(programmes.loaded(programmes.healthy()).programme, programmes.CLOCK + days * DAY)


@times(40)
@given(day=st.dates(*BUNDLED))
def test_of_the_bundled_programme_on_any_day(day: date) -> None:
    agree(rendered.bundled_programme(), day)
