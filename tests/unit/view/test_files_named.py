"""Which files behind a number are named: to coordinators only, and none of what even they have no page of."""

from __future__ import annotations

from datetime import date

import programmes
import pytest

from generator.kinds.base import Audience
from generator.view.gate import Gate

PROGRAMME = programmes.loaded(programmes.healthy()).programme
NAMED = (
    "content/roadmaps/digital-fluency.md",
    "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md",
    "pairs/2026-spring/pair-03/pair.yml",
    "pairs/2026-spring/pair-03/sessions/01.yml",
    "pairs/people/p-017.yml",
    "pairs/programme.yml",
)
KEPT_BACK = (
    "content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md",
    "pairs/2026-spring/pair-03/notes/2026-03-01.md",
    "pairs/2026-spring/pair-99/pair.yml",
    "notes.txt",
)


def gate(audience: Audience, as_of: date = programmes.CLOCK) -> Gate:
    return Gate(PROGRAMME, audience, as_of)


def test_coordinators_learn_of_files_but_of_none_that_nobody_may_read() -> None:
    assert gate("coordinators").files((*reversed(NAMED), *KEPT_BACK, NAMED[0])) == NAMED


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
def test_nobody_else_learns_of_any(audience: Audience) -> None:
    assert gate(audience).files(NAMED) == ()


def test_a_pair_that_nobody_knows_yet_has_no_files() -> None:
    before = gate("coordinators", date(2025, 1, 1))
    known = ("content/roadmaps/digital-fluency.md", "pairs/people/p-017.yml", "pairs/programme.yml")
    assert before.files(NAMED) == known
