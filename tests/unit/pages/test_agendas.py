"""Agenda templates: facts worked out by hand from the healthy programme."""

from __future__ import annotations

import re
from dataclasses import replace

import rendered

from generator.pages import agendas

OUTSIDE = rendered.healthy("organisation")
STANDARD = "/agendas/standard/"


def test_the_library_stands_in_the_order_in_which_a_pair_meets_it() -> None:
    found = rendered.read(OUTSIDE.html("/agendas/")).headings
    assert found == [
        ("h1", "Agendas"),
        ("h2", "The first session"),
        ("h3", "Contracting"),
        ("h2", "Working sessions"),
        ("h3", "Standard session"),
        ("h2", "Half-way"),
        ("h3", "Mid-point review"),
        ("h2", "The last session"),
        ("h3", "Closure"),
    ]
    assert "4 agendas to start from, 1 h." in OUTSIDE.text("/agendas/")


def test_lengths_are_given_as_a_span_where_they_differ() -> None:
    lengths = (30, 120, 60, 45)
    view = replace(
        OUTSIDE.view,
        agendas=tuple(
            replace(each, minutes=minutes) for each, minutes in zip(OUTSIDE.view.agendas, lengths, strict=True)
        ),
    )
    assert agendas.listed(view) == "4 agendas to start from, from 30 min to 2 h."
    assert agendas.listed(replace(OUTSIDE.view, agendas=())) == "No agenda template is written yet."


def test_the_bar_is_in_proportion_and_the_table_runs_up_to_the_length() -> None:
    # 5 both, 10 mentee, 25 mentor, 10 mentee, 10 both: 60 minutes
    html = OUTSIDE.html(STANDARD)
    bar = re.findall(r'<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)" height="(\d+)" class="m-c-(\w+)"', html)
    # 640 pixels, 10.67 a minute, 3 between two parts; the mentor above, the mentee below, both in full height
    assert bar == [
        ("0", "0", "50.3", "24", "both"),
        ("53.3", "13", "103.7", "11", "lower"),
        ("160", "0", "263.7", "11", "upper"),
        ("426.7", "13", "103.7", "11", "lower"),
        ("533.3", "0", "103.7", "24", "both"),
    ]
    spans = [found.split("\u2013") for found in re.findall(r"<th scope=\"row\">([^<]*)</th>", html)]
    assert spans == [["0", "5"], ["5", "15"], ["15", "40"], ["40", "50"], ["50", "60"]]
    assert "What does it look like from where I work?" in html


def test_the_bar_says_what_it_shows() -> None:
    html = OUTSIDE.html(STANDARD)
    assert 'role="img" aria-labelledby="parts_bar_t" aria-describedby="parts_bar_d"' in html
    assert '<title id="parts_bar_t">5 parts in 60 minutes</title>' in html
    assert '<desc id="parts_bar_d">The mentor leads 25 of 60 minutes alone.</desc>' in html


def test_the_planned_share_of_the_mentor_counts_half_of_what_both_lead() -> None:
    # (25 + 15 / 2) / 60 = 0.5417, which is 54 %
    assert "Planned talk of the mentor: 54 %, with half of what both lead. At least half is a good aim" in OUTSIDE.text(
        STANDARD
    )
    assert "planned talk of the mentor: 54 %" in OUTSIDE.text("/agendas/")


def test_a_template_says_its_stage_when_to_use_it_and_its_notes() -> None:
    said = OUTSIDE.text(STANDARD)
    assert said.startswith(
        "Agendas Working sessions Standard session 1 h in 5 parts. Whenever nothing else fits better."
    )
    assert "Notes on this agenda The topic is usually a step of your roadmap." in said
    assert OUTSIDE.pages[STANDARD].source == "content/agendas/standard.md"


def test_a_link_in_the_notes_leads_to_the_other_template() -> None:
    assert '<a href="../../agendas/closure/">closure</a>' in OUTSIDE.html("/agendas/midpoint-review/")


def test_without_templates_the_library_says_so() -> None:
    page = next(iter(agendas.pages(replace(OUTSIDE.view, agendas=()))))
    assert "No agenda yet." in rendered.read(page.html).words
