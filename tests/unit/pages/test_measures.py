"""The page of measures: every measure of the programme, at its anchor."""

from __future__ import annotations

import re

import pytest
import rendered

from generator.progress.whole import MEASURES, Measure

OUTSIDE = rendered.healthy("organisation")
HTML = OUTSIDE.html("/measures/")


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_a_measure_stands_at_its_anchor_with_all_it_says(measure: Measure) -> None:
    assert HTML.count(f'id="{measure.id}"') == 1
    section = HTML.partition(f'aria-labelledby="{measure.id}"')[2].partition("</section>")[0]
    said = rendered.read(f"<div{section}</div>".replace("<div>", "<section>", 1)).words.casefold()
    for fact in (measure.name, measure.formula, measure.reads, measure.blind, measure.example, measure.source):
        assert fact.casefold() in said


def test_it_says_what_it_is_not_and_what_never_enters() -> None:
    said = OUTSIDE.text("/measures/")
    assert "Not performance data" in said
    assert "who committed what, when and how often never enters" in said
    assert "as of 1 April 2026" in said


def test_all_audiences_read_the_same_and_no_pair_is_in_it() -> None:
    pages = {rendered.healthy(audience).html("/measures/") for audience in rendered.AUDIENCES}
    assert pages == {HTML}
    assert not re.search(r"pair-\d|p-\d", HTML)
