"""Every chart of every page of the bundled programme: words, table, form and size as each chart promises."""

from __future__ import annotations

import gzip
import re
from collections import Counter

import charted
import pytest
import rendered

from generator.kinds.base import Audience

FIGURE = re.compile(r'<figure class="m-chart.*?</figure>', re.DOTALL)
PICTURE = re.compile(r"<svg class=\"m-draw.*?</svg>", re.DOTALL)


def charts(audience: Audience) -> dict[str, list[str]]:
    """Give the charts of every page that has any."""
    found = {address: FIGURE.findall(page.html) for address, page in rendered.bundled(audience).pages.items()}
    return {address: figures for address, figures in found.items() if figures}


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_each_says_what_it_finds_and_holds_its_numbers(audience: Audience) -> None:
    for address, figures in charts(audience).items():
        for html in figures:
            chart = charted.read(html)
            assert chart.finding.endswith("."), address
            assert chart.cells, address
            assert all(len(row) == len(chart.heads) for row in chart.cells), address
            assert {picture.findtext("desc") for picture in chart.pictures} == {chart.finding}, address
            assert "\n\n" not in html, address


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_the_table_of_a_ring_says_what_its_finding_says(audience: Audience) -> None:
    rings = [each for figures in charts(audience).values() for each in figures if "m-ring" in each]
    assert rings
    for html in rings:
        chart = charted.read(html)
        done, whole = map(int, re.findall(r"\d+", chart.finding))
        assert [int(count) for _, count in chart.cells] == [done, whole - done]


@pytest.mark.parametrize("audience", ["cohort", "coordinators"])
def test_a_term_counts_the_sessions_of_its_table(audience: Audience) -> None:
    terms = [each for figures in charts(audience).values() for each in figures if 'id="term_w_t"' in each]
    assert len(terms) >= 15
    for html in terms:
        chart = charted.read(html)
        told = Counter(row[1] for row in chart.cells if row[0].startswith("Session "))
        said = {
            word: int(count)
            for count, word in re.findall(r"(\d+)(?: sessions?)? (held|not held|planned)", chart.finding)
        }
        assert {word: said.get(word, 0) for word in told if word in ("held", "not held", "planned")} == {
            word: count for word, count in told.items() if word in ("held", "not held", "planned")
        }


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_drawing_is_small(audience: Audience) -> None:
    for address, figures in charts(audience).items():
        for html in figures:
            sizes = [len(gzip.compress(each.encode(), mtime=0)) for each in PICTURE.findall(html)]
            assert all(size <= (420 if "m-ring" in html else 3000) for size in sizes), (address, sizes)


def test_outside_no_term_is_drawn() -> None:
    assert not [address for address, figures in charts("organisation").items() if "term_" in "".join(figures)]
