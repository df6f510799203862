"""The end of every page: date, commit, audience, whom to turn to, and the way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import rendered

from generator.history import Change, History
from generator.publish import provenance

MADE = rendered.healthy("organisation")
HISTORY = History(
    head=Change("abc1234567", date(2026, 4, 1)),
    last={"content/roadmaps/digital-fluency.md": Change("fed7654321", date(2026, 2, 2))},
)


def foot(address: str) -> str:
    return rendered.read(provenance.footer(MADE.pages[address], MADE.view, HISTORY)).words


def test_a_computed_page_says_as_of_when_and_from_which_commit() -> None:
    assert foot("/").startswith("As of 1 April 2026, from commit abc1234567 · Made for everyone in the organisation ·")


def test_a_page_of_one_file_says_when_that_file_changed() -> None:
    assert foot("/roadmaps/digital-fluency/").startswith("Last changed 2 February 2026 in commit fed7654321 · ")


def test_the_way_out_is_at_the_end_of_every_page_where_the_programme_describes_it() -> None:
    leaving = replace(MADE.view.pages[0], address="/handbook/leaving/")
    view = replace(MADE.view, pages=(leaving,))
    end = provenance.footer(MADE.pages["/roadmaps/digital-fluency/"], view, HISTORY)
    assert '<a href="../../handbook/leaving/">Leave without a reason</a>' in end
    without = replace(MADE.view, pages=())
    assert "Leave" not in provenance.footer(MADE.pages["/"], without, HISTORY)
