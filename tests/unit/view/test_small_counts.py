"""Counts beside lists: none from which fewer than five pairs could be had by subtraction."""

from __future__ import annotations

import pytest
from gated import CLOCK, ROADMAPS, add_pair, curated
from reached import programme
from seen import About

from generator.kinds.base import Audience
from generator.progress.whole import measure
from generator.view import view

LISTED = [
    About(level, "names", "organisation", "organisation", state)
    for level in ("pair", "themes", "open")
    for state in ("active", "completed")
]
SILENT = [About(level, "nothing", "nobody", "nobody", "active") for level in ("pair", "themes", "open")]
SILENT += [About(level, "nothing", "cohort", "cohort", "paused") for level in ("pair", "themes")]
LEFT = About("pair", "names", "organisation", "organisation", "ended_early")


def used_by(audience: Audience, *pairs: About) -> int | None:
    made = curated()
    for about in pairs:
        add_pair(made, about)
    found = programme(made.bytes())
    roadmaps = view(found, measure(found, CLOCK), (), audience).roadmaps
    return next(each.used_by for each in roadmaps if each.id == ROADMAPS[0])


@pytest.mark.parametrize(
    ("pairs", "organisation", "cohort", "coordinators"),
    [
        (LISTED[:4], None, None, None),
        (LISTED[:5], 5, 5, 5),
        ([*LISTED, LEFT], None, 6, 7),
        ([*LISTED[:4], LEFT], None, None, 5),
        ([*LISTED, *SILENT[:4]], None, 10, 10),
        ([*LISTED, *SILENT], 11, 11, 11),
    ],
    ids=["four", "five", "one that left", "five with one that left", "four silent", "five silent"],
)
def test_pairs_on_a_roadmap_are_counted_only_if_no_few_are_left_over(
    pairs: list[About], organisation: int | None, cohort: int | None, coordinators: int | None
) -> None:
    assert used_by("organisation", *pairs) == organisation
    assert used_by("cohort", *pairs) == cohort
    assert used_by("coordinators", *pairs) == coordinators
