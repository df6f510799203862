"""Pace: how many sessions a cohort has held a pair, week by week of its course."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from datetime import date
from fractions import Fraction

from generator.language import N_
from generator.programme import Programme
from generator.progress import sessions
from generator.progress.trends import weeks_of
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="sessions-a-pair",
        name=N_("Sessions a pair"),
        formula=(
            "counted held sessions of a cohort up to the end of a week ÷ its pairs that ever began, for each week from "
            "the cohort's first day on; but for coordinators, rounded to the nearest half"
        ),
        reads="what counted held sessions read, history of pairs, the first and last day of the cohort",
        blind="which pairs held them; pairs that began late count from the first week on",
        example="Five pairs of a cohort began. By day 63 they held 7 counted sessions: 7 ÷ 5 = 1.4 by week 9.",
    ),
)


def of(programme: Programme, cohort: str, pairs: Collection[str], as_of: date) -> tuple[Fraction, ...]:
    """Give the sessions a pair at the end of each week so far, from week 0; the same pairs in every week."""
    days = sorted(each.item.day for name in pairs for each in sessions.held(programme, name, as_of))
    weeks = weeks_of(programme, cohort, as_of) if pairs else ()
    return tuple(Fraction(bisect_right(days, week), len(pairs)) for week in weeks)


def sources(programme: Programme, cohort: str, pairs: Collection[str], as_of: date) -> tuple[str, ...]:
    """Give the paths of the files that these weeks are counted from: the pairs, and their sessions up to the last."""
    weeks = weeks_of(programme, cohort, as_of)
    held = [each for name in pairs for each in sessions.held(programme, name, as_of) if weeks]
    told = [each.path for each in held if each.item.day <= weeks[-1]]
    return tuple(sorted([*(programme.pairs[name].path for name in pairs), *told]))
