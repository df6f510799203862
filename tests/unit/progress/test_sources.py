"""Each value of a pair names its files: with these alone, and the settings and guides, it comes to the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import programmes
import pytest
import rendered

from generator.programme import Programme
from generator.progress.pair_at import pair_at
from generator.progress.value import Value
from generator.progress.whole import Standing, standing, standings

"""What every number rests on: the settings with their thresholds, the stages of templates, the steps of roadmaps."""
DAYS = (date(2026, 1, 15), date(2026, 6, 1), date(2026, 7, 24))


def kept(paths: Iterable[str]) -> Programme:
    return programmes.loaded(rendered.bundled_part(paths)).programme


def values(found: Standing) -> Iterator[tuple[str, Value]]:
    for each in (found.expected, found.adherence, found.drift, found.momentum, found.reciprocity, found.closure):
        yield each.measure, each
    for side in ("mentor", "mentee"):
        yield f"goal progress, {side}", found.goal_progress[side]
        yield f"goal lag, {side}", found.goal_lag[side]
    yield "strict outcome", found.goal_outcome.strict
    yield "broad outcome", found.goal_outcome.broad
    yield "readiness", found.readiness
    yield "health", found.health.score


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_counting_the_files_of_a_value_gives_it(as_of: date) -> None:
    seen = set()
    for name, found in standings(rendered.bundled_programme(), as_of).items():
        for measure, value in values(found):
            if value.exact is not None:
                again = dict(values(standing(pair_at(kept(value.sources), name, as_of))))
                assert again[measure].exact == value.exact, (name, measure)
                seen.add(measure)
        if found.band.name is not None:
            again_band = standing(pair_at(kept(found.band.sources), name, as_of)).band
            assert again_band.name == found.band.name, name
    assert {"momentum", "health", "reciprocity", "readiness"} <= seen
