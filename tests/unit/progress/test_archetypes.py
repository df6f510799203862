"""Six archetypes of pairs, each built from files: every measure of theirs, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from archetypes import CANCELS, NEW, ONE_SIDED, PAUSE, SILENT, STEADY
from couple import NAME, Couple

from generator.progress.pair_at import pair_at
from generator.progress.whole import Standing

COLUMNS = ("a", "E", "H", "CA", "D", "M", "R", "closure", "score", "band")
TABLE = {
    "steady": (STEADY, 110, "110 3 4 1.00 0.23 1.00 0.90 1.00 0", "on track"),
    "new": (NEW, 5, "5 0 0 n/a 0.17 n/a n/a n/a 0", "too early"),
    "leader cancels twice": (CANCELS, 110, "110 3 2 0.67 2.17 0.08 0.33 0.33 12", "at risk"),
    "one-sided": (ONE_SIDED, 110, "110 3 4 1.00 0.30 1.00 0.00 1.00 2", "watch"),
    "declared pause": (PAUSE, 110, "75 2 2 1.00 1.17 0.92 1.00 n/a 0", "on track"),
    "silent": (SILENT, 110, "110 3 1 0.33 3.27 0.00 n/a 0.00 8", "stalled"),
}


def row(couple: Couple, at: int) -> tuple[str, str | None]:
    """Give a pair's values in the order of the columns, as they are shown, and its band."""
    of = pair_at(couple.programme(), NAME, couple.day(at))
    found = couple.stands(at)
    shares = (found.adherence, found.drift, found.momentum, found.reciprocity, found.closure)
    values = [of.active, found.expected.exact, len(of.counted), *(each.shown for each in shares)]
    return " ".join(str(each) for each in [*values, found.health.score.exact]), found.band.name


@pytest.mark.parametrize(
    ("couple", "at", "values", "band"), [pytest.param(*each, id=name) for name, each in TABLE.items()]
)
def test_archetypes(couple: Couple, at: int, values: str, band: str) -> None:
    assert len(values.split()) + 1 == len(COLUMNS)
    assert row(couple, at) == (values, band)


def test_the_fractions_behind_them_are_exact() -> None:
    cancels, pause, silent = CANCELS.stands(110), PAUSE.stands(110), SILENT.stands(110)
    assert cancels.momentum.exact == Fraction(3, 40)
    assert cancels.reciprocity.exact == Fraction(1, 3)
    assert STEADY.stands(110).reciprocity.exact == (Fraction(6, 7) + 1 + Fraction(6, 7)) / 3
    assert pause.momentum.exact == Fraction(11, 12)
    assert pause.drift.exact == Fraction(35, 30)
    assert silent.drift.exact == Fraction(98, 30)


def sentences(found: Standing) -> list[str]:
    """Give the points of a pair as a coordinator reads them."""
    return [f"{each.weight} {each.sentence}" for each in found.health.points]


def test_every_point_is_a_sentence() -> None:
    assert sentences(STEADY.stands(110)) == []
    assert sentences(NEW.stands(5)) == []
    assert sentences(CANCELS.stands(110)) == [
        "3 far behind the agreed rhythm",
        "3 two sessions in a row did not happen",
        "2 one side carries it",
        "2 no mid-point review",
        "1 no next session planned",
        "1 promises are late",
    ]
    assert sentences(ONE_SIDED.stands(110)) == ["2 one side carries it"]
    assert sentences(PAUSE.stands(110)) == []
    assert sentences(SILENT.stands(110)) == [
        "3 far behind the agreed rhythm",
        "2 no goal after 30 days",
        "2 no mid-point review",
        "1 no next session planned",
    ]


def test_every_value_names_its_day_and_the_files_it_was_counted_from() -> None:
    found, programme = CANCELS.stands(110), CANCELS.programme()
    progress = (*found.goal_progress.values(), *found.goal_lag.values())
    outcome = (found.goal_outcome.strict, found.goal_outcome.broad)
    values = (
        found.expected, found.adherence, found.drift, found.momentum, found.reciprocity, *progress, *outcome,
        found.closure, found.readiness, found.health.score, found.band,
    )  # fmt: skip
    for each in values:
        assert each.as_of == CANCELS.day(110)
        assert each.sources
        assert set(each.sources) <= set(programme.documents)
    room = "pairs/spring/pair-03/sessions"
    assert found.drift.sources == ("pairs/spring/pair-03/pair.yml", f"{room}/02.yml")
    assert found.health.points[1].sources == (f"{room}/03.yml", f"{room}/04.yml")
    assert found.health.points[-1].sources == (f"{room}/01.yml",)


def test_on_a_past_day_what_was_held_later_was_still_planned() -> None:
    assert row(STEADY, 42) == ("42 1 1 1.00 1.00 1.00 n/a n/a 0", "on track")  # day 43 is booked, and 30 days are over
