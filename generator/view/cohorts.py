"""The newest cohort beside the one before it: indicators with their bars, and sessions held week by week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from generator import lifecycle
from generator.progress import indicators, sessions
from generator.progress.indicators.indicator import written
from generator.view.desk import About, CohortsView, IndicatorView, LineView
from generator.view.gate import Gate

WEEK = timedelta(weeks=1)


def cohorts(gate: Gate) -> CohortsView | None:
    """Give the newest cohort that has begun, and the one that began before it; `None` before the first."""
    begun = sorted((each.starts, each.id) for each in gate.programme.cohorts.values() if each.starts <= gate.as_of)
    if not begun:
        return None
    beside = indicators.against(gate.programme, gate.as_of)
    titles = [gate.programme.cohorts[name].title for _, name in reversed(begun[-2:])]
    now = beside.now if beside else indicators.of_cohort(gate.programme, begun[-1][1], gate.as_of)
    then = [each.shown for each in beside.then] if beside else [""] * len(now)
    found = tuple(
        IndicatorView(
            About(each.kind.words.name, f"/measures/#{each.measure}"),
            each.shown,
            written(each.kind.bar, each.kind.unit),
            before,
        )
        for each, before in zip(now, then, strict=True)
    )
    lines = tuple(_line(gate, name) for _, name in reversed(begun[-2:]))
    return CohortsView(titles[0], titles[1] if beside else "", found, lines)


def _line(gate: Gate, cohort: str) -> LineView:
    found = gate.programme.cohorts[cohort]
    last = min(gate.as_of, found.ends)
    held, pairs = list(_held(gate, cohort, last)), _pairs(gate, cohort, last)
    weeks = [found.starts + (each + 1) * WEEK for each in range(max(0, (last - found.starts).days) // 7)]
    values = (Fraction(sum(day < week for day in held), pairs) for week in weeks if pairs)
    return LineView(found.title, (Fraction(0), *values) if pairs else ())


def _pairs(gate: Gate, cohort: str, last: date) -> int:
    """Count the pairs of a cohort that were ever active by a day."""
    return sum(
        lifecycle.was_active(gate.programme.pairs[name].item, last)
        for name in indicators.in_cohort(gate.programme, cohort)
    )


def _held(gate: Gate, cohort: str, last: date) -> Iterator[date]:
    for name in indicators.in_cohort(gate.programme, cohort):
        yield from (each.item.day for each in sessions.held(gate.programme, name, last))
