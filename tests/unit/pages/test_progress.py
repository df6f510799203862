"""Progress pages: totals, or the one wording for groups too small to be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages import progress
from generator.pages.page import Page
from generator.view.indicator import GroupView, IndicatorView, LinesView, LineView, ProgressView
from generator.view.shapes import TotalView, View

AUDIENCES: tuple[Audience, Audience] = ("cohort", "coordinators")
OUTSIDE = rendered.healthy("organisation")
SPRING, AUTUMN = "/progress/2026-spring/", "/progress/2025-autumn/"
TOTAL = TotalView(pairs=12, mentors=11, mentees=None, sessions=41, hours=44, steps=1, posts=30, changes=0, records=42)


def made(view: View) -> dict[str, Page]:
    return {page.address: page for page in progress.pages(view)}


def large() -> View:
    cohorts = tuple(replace(each, total=TOTAL if each.id == "2026-spring" else None) for each in OUTSIDE.view.cohorts)
    return replace(OUTSIDE.view, totals=replace(TOTAL, pairs=20), cohorts=cohorts)


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_small_programme_has_no_totals_for_anybody(audience: str) -> None:
    # one pair in autumn, two begun in spring: every group is under five
    found = rendered.healthy(audience)  # type: ignore[arg-type]
    assert "Totals of the whole programme: fewer than 5, not shown." in found.text("/progress/")
    for address in ("/progress/", SPRING, AUTUMN):
        assert "m-figure" not in found.html(address)
        assert "Fewer than 5, not shown. Totals of so few pairs would speak of single people." in found.text(address)
        assert "measures/#small-groups" in found.html(address)


def test_cohorts_stand_newest_first_with_dates_and_phase() -> None:
    said = OUTSIDE.text("/progress/")
    assert "Spring 2026 Fewer than 5, not shown. 5 January 2026 to 26 June 2026, under way" in said
    assert "Autumn 2025 Fewer than 5, not shown. 1 September 2025 to 12 December 2025, finished" in said
    assert said.index("Spring 2026") < said.index("Autumn 2025")


def test_figures_link_to_their_measure_say_what_they_counted_and_are_never_zero() -> None:
    found = [(each.number, each.unit, each.measure, each.note) for each in progress.figures(TOTAL)]
    assert found == [
        (41, "sessions held", "sessions-held", "from 42 session records"),
        (44, "hours of talk", "hours", "from 42 session records"),
        (1, "roadmap step done", "steps-done", "from 42 session records"),
    ]
    assert progress.figures(None) == ()
    html = made(large())["/progress/"].html
    assert (
        '<p class="m-number">41</p><p class="m-unit"><a href="../measures/#sessions-held">sessions held</a></p>' in html
    )


def test_a_finished_roadmap_says_more_than_steps() -> None:
    found = {each.measure: each.number for each in progress.figures(replace(TOTAL, finished=3))}
    assert found == {"sessions-held": 41, "hours": 44, "roadmaps-finished": 3}


def test_the_band_of_the_rhythm_is_all_that_is_said_of_it() -> None:
    said = rendered.read(made(replace(large(), totals=replace(TOTAL, rhythm="60 to 79 %")))["/progress/"].html).words
    assert "Pairs in rhythm: 60 to 79 %." in said
    assert "in rhythm" not in rendered.read(made(large())["/progress/"].html).words


def test_a_programme_may_ask_for_larger_groups_and_the_words_say_so() -> None:
    view = replace(OUTSIDE.view, site=replace(OUTSIDE.view.site, smallest=8))
    assert "Fewer than 8, not shown." in rendered.read(made(view)["/progress/"].html).words


def test_lines_are_drawn_with_what_they_find_and_lead_to_their_formula() -> None:
    lines = (LineView("Spring 2026", (Fraction(0), Fraction(3, 2))), LineView("Autumn 2025", (Fraction(1, 2),) * 3))
    told = ProgressView(lines=(LinesView("sessions-a-pair", "Sessions a pair", "held", "sessions a pair", lines),))
    html = made(replace(OUTSIDE.view, progress=told))["/progress/"].html
    said = rendered.read(html).words
    assert "Spring 2026 held 1.5 sessions a pair by week 1; Autumn 2025: 0.5." in said
    assert '<a href="../measures/#sessions-a-pair">Sessions a pair</a>, week by week' in html
    assert "week by week" not in OUTSIDE.text("/progress/")


@pytest.mark.parametrize(
    ("meets", "said"),
    [
        ((), "Nothing can be counted yet."),
        ((None, None), "Nothing can be counted yet."),
        ((True, None, True), "All 2 indicators that can be counted reach their bar."),
        ((True, False), "1 of 2 indicators is below the bar."),
        ((False, False, None), "2 of 2 indicators are below the bar."),
    ],
)
def test_how_many_indicators_are_below_their_bar_is_said_first(meets: tuple[bool | None, ...], said: str) -> None:
    values = tuple(IndicatorView("launch-rate", "Launch rate", "50 %", "90 %", each, 2, None) for each in meets)
    assert progress.below(GroupView("The programme", "/progress/", OUTSIDE.view.site.as_of, values)) == said


def test_coordinators_see_the_newest_cohort_beside_the_one_before_on_the_same_day() -> None:
    said = rendered.bundled("coordinators").text("/progress/")
    # spring began on 13 April and is 102 days old; autumn was that on 12 December
    assert "Indicator Bar The programme Spring 2026 Autumn 2025 on the same day, 12 December 2025" in said
    assert "Goals of closed pairs 70 % 100 % (9) nothing due yet nothing due yet" in said.replace("\u00a0", " ")
    assert "Match coverage 100 % 92 % (25) below 93 % (14) below 82 % (11) below" in said.replace("\u00a0", " ")


def test_coordinators_are_told_why_a_line_and_an_indicator_of_one_measure_differ() -> None:
    """Spring 2026 is 102 days old: its 14th week ended four days before, and a session was lost since."""
    said = "A line ends with the last whole week of its cohort; the indicators above count up to 24 July 2026."
    inside, coordinators = (rendered.bundled(each).text("/progress/") for each in AUDIENCES)
    assert "Session completion 80 % 90 % (22) 86 % (12)" in coordinators.replace("\u00a0", " ")
    assert "Spring 2026 held 87.5 % of its due sessions by week 14" in coordinators
    assert (coordinators.count(said), inside.count(said)) == (2, 0)


def test_a_pace_is_rounded_to_halves_and_for_coordinators_it_is_exact() -> None:
    inside, coordinators = (rendered.bundled(each).view.progress.lines[0].lines for each in AUDIENCES)
    halves, exact = ([(value or 0) * 2 for line in lines for value in line.values] for lines in (inside, coordinators))
    assert {value.denominator for value in halves} == {1}
    assert {value.denominator for value in exact} > {1}


def test_each_measure_a_figure_names_is_explained() -> None:
    explained = {each.id for each in OUTSIDE.view.measures}
    assert {each.measure for each in progress.figures(replace(TOTAL, changes=1, finished=1))} <= explained
    told = rendered.bundled("coordinators").view.progress
    assert {each.measure for each in told.lines} | {each.measure for each in told.counted} <= explained


def test_totals_are_said_in_a_sentence_and_a_hidden_side_has_no_number() -> None:
    said = rendered.read(made(large())["/progress/"].html).words
    assert "20 pairs, 41 sessions held, 44 hours of talk, up to 1 April 2026." in said
    assert "Pairs 20 Mentors (junior) 11 Mentees (senior) not shown, to protect a small group" in said
    assert "Spring 2026 12 pairs, 41 sessions held, 44 hours of talk. 5 January 2026" in said
    assert "Autumn 2025 Fewer than 5, not shown." in said


def test_counts_that_are_all_kept_back_are_said_once_and_never_as_fewer_than_five() -> None:
    total = replace(TOTAL, pairs=None, mentors=None, mentees=None)
    found = made(replace(OUTSIDE.view, totals=total))["/progress/"].html
    said = rendered.read(found).words
    assert "How many pairs and people took part is not shown, to protect a small group." in said
    assert "Pairs " not in said.split("Cohorts")[0].split("took part")[1]
    assert 'href="../measures/#small-groups"' in found


def test_every_page_says_that_it_is_not_performance_data() -> None:
    for address in ("/progress/", SPRING, AUTUMN):
        assert "Not performance data" in OUTSIDE.text(address)


def test_a_cohort_lists_the_pairs_this_audience_may_see() -> None:
    # outside: pair-03 publishes its progress, pair-01 its names; pair-07 nothing; pair-09 is only proposed
    assert "Ilka Sandoval and Casimir Adebayo" in OUTSIDE.text(SPRING)
    assert "Farida Nordqvist and Lennart Okonjo" in OUTSIDE.text(AUTUMN)
    assert "pair-07" not in OUTSIDE.html(SPRING)
    assert "Pairs that agreed to be shown" in OUTSIDE.text(SPRING)
    inside = rendered.healthy("cohort")
    assert "Noor Petersen-Lamb and Giacomo Thulin" in inside.text(SPRING)
    assert "pair-09" not in inside.html(SPRING)
    assert "pair-09" in rendered.healthy("coordinators").html(SPRING)


def test_without_pairs_to_show_there_is_no_heading_for_them() -> None:
    page = made(replace(OUTSIDE.view, pairs=()))[SPRING]
    assert [words for tag, words in rendered.read(page.html).headings if tag == "h2"] == []


def test_more_than_thirty_pairs_are_two_pages_and_the_figures_stand_on_the_first() -> None:
    first = next(pair for pair in OUTSIDE.view.pairs if pair.cohort.address == SPRING)
    pairs = tuple(replace(first, address=f"/pairs/2026-spring/n-{number:02}/") for number in range(31))
    found = made(replace(large(), pairs=pairs))
    assert "m-figure" in found[SPRING].html
    assert "n-29" in found[SPRING].html
    assert "n-30" in found[f"{SPRING}page-2/"].html
    assert "m-figure" not in found[f"{SPRING}page-2/"].html


def test_a_cohort_that_has_not_begun_says_so() -> None:
    later = OUTSIDE.view.site.as_of + timedelta(days=30)
    settings = programmes.healthy()["pairs/programme.yml"].decode().replace("starts: 2026-01-05", f"starts: {later}")
    found = rendered.build(
        programmes.loaded(programmes.over_healthy({"pairs/programme.yml": settings})), "organisation", date(2026, 4, 1)
    )
    assert "1 May 2026 to 26 June 2026, starts soon" in found.text("/progress/")
