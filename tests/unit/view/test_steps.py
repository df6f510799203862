"""Which steps a pair has taken: told as widely as what its room was about, counted as widely as its progress."""

from __future__ import annotations

import programmes
import pytest
import rendered

from generator.kinds.base import Audience

PAIR = "2026-spring/pair-03"
AGREEMENT = f"pairs/{PAIR}/pair.yml"


def told(audience: Audience, confidentiality: str) -> tuple[int, int, dict[str, str]]:
    """Give the counts of a pair's roadmap and its steps by title, as an audience is told."""
    text = programmes.healthy()[AGREEMENT].decode()
    assert "confidentiality: open\n" in text
    changed = text.replace("confidentiality: open\n", f"confidentiality: {confidentiality}\n")
    view = rendered.build(programmes.loaded(programmes.over_healthy({AGREEMENT: changed})), audience).view
    use = next(each for each in view.pairs if each.address == f"/pairs/{PAIR}/").roadmaps[0]
    assert use.part is not None
    return use.part.done, use.part.whole, dict(use.steps)


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
@pytest.mark.parametrize("confidentiality", ["themes", "open"])
def test_steps_are_told_where_themes_are(audience: Audience, confidentiality: str) -> None:
    done, whole, steps = told(audience, confidentiality)
    assert (whole, list(steps.values()).count("done")) == (len(steps), done)


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
def test_of_a_closed_room_they_are_counted_and_not_named(audience: Audience) -> None:
    assert told(audience, "pair") == (*told(audience, "open")[:2], {})


def test_coordinators_are_told_of_every_room() -> None:
    assert told("coordinators", "pair") == told("coordinators", "open")
