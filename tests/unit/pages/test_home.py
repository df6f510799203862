"""The first page: facts worked out by hand from the healthy programme, judged on 1 April 2026."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
import rendered

from generator.pages import home
from generator.view.shapes import CohortView, FreeView, TotalView, View

OUTSIDE = rendered.healthy("organisation")
SPRING = CohortView(
    "/progress/2026-spring/", "2026-spring", "Spring 2026", date(2026, 1, 5), date(2026, 6, 26), "under way", None
)
AUTUMN = CohortView(
    "/progress/2025-autumn/", "2025-autumn", "Autumn 2025", date(2025, 9, 1), date(2025, 12, 12), "finished", None
)
LARGE = TotalView(pairs=12, mentors=12, mentees=9, sessions=41, hours=44, steps=20, posts=30, changes=7, records=45)
ALL = TotalView(pairs=20, mentors=18, mentees=14, sessions=95, hours=1, steps=60, posts=60, changes=0, records=101)


def view(**changes: object) -> View:
    return replace(OUTSIDE.view, **changes)  # type: ignore[arg-type]


def on(day: date) -> View:
    return view(site=replace(OUTSIDE.view.site, as_of=day), cohorts=(SPRING, AUTUMN))


def test_the_purpose_is_the_heading_and_the_state_follows() -> None:
    found = rendered.read(OUTSIDE.html("/"))
    assert found.headings[0] == (
        "h1",
        "Juniors show the leaders of Lanternworks what the work looks like from where it is done.",
    )
    assert "Spring 2026 is in its third month and runs until 26 June 2026." in found.words
    assert OUTSIDE.pages["/"].title == "Open Door"


def test_a_programme_too_small_for_totals_shows_no_figures() -> None:
    assert OUTSIDE.view.totals is None
    for audience in rendered.AUDIENCES:
        assert "m-figure" not in rendered.healthy(audience).html("/")


def test_figures_are_at_most_four_with_units_and_never_a_zero() -> None:
    found = home.figures(view(totals=ALL, cohorts=(replace(SPRING, total=LARGE), AUTUMN)))
    assert [(each.number, each.unit, each.note) for each in found] == [
        (95, "sessions held", "41 in Spring 2026"),
        (1, "hour of talk", "44 in Spring 2026"),
        (60, "roadmap steps done", "20 in Spring 2026"),
    ]
    assert home.figures(view(totals=None)) == ()


def test_a_figure_leads_to_its_formula() -> None:
    [page] = home.pages(view(totals=ALL, cohorts=(SPRING, AUTUMN)))
    assert re.findall(r'<p class="m-unit"><a href="([^"]*)">', page.html) == [
        "./measures/#sessions-held", "./measures/#hours", "./measures/#steps-done",
    ]  # fmt: skip


def test_a_cohort_that_is_too_small_or_the_only_one_adds_no_note() -> None:
    counted = {"from 101 session records"}
    assert {each.note for each in home.figures(view(totals=ALL, cohorts=(SPRING, AUTUMN)))} == counted
    assert {each.note for each in home.figures(view(totals=ALL, cohorts=(replace(SPRING, total=LARGE),)))} == counted


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 5), "in its first month"),
        (date(2026, 2, 4), "in its first month"),
        (date(2026, 2, 5), "in its second month"),
        (date(2026, 12, 31), "in its twelfth month"),
        (date(2027, 1, 5), "under way since 5 January 2026"),
    ],
)
def test_months_are_counted_from_the_first_day(day: date, said: str) -> None:
    assert home.standing(on(day)) == f"Spring 2026 is {said} and runs until 26 June 2026."


def test_the_state_speaks_of_the_cohort_that_matters_most() -> None:
    soon = replace(SPRING, phase="starts soon")
    later = replace(soon, title="Autumn 2026", starts=date(2026, 9, 1))
    assert home.standing(view(cohorts=(later, soon, AUTUMN))) == "Spring 2026 starts on 5 January 2026."
    assert home.standing(view(cohorts=(AUTUMN,))) == "Autumn 2025 ended on 12 December 2025."
    assert home.standing(view(cohorts=())) == "No cohort has dates yet."
    assert home.standing(view(cohorts=(later, SPRING))).startswith("Spring 2026 is in its third month")


def test_the_state_says_totals_where_they_may_be_shown() -> None:
    assert home.standing(view(cohorts=(replace(SPRING, total=LARGE),))) == (
        "Spring 2026 is in its third month: 12 pairs have held 41 sessions so far."
    )
    assert home.standing(view(cohorts=(replace(AUTUMN, total=LARGE),))) == (
        "Autumn 2025 ended on 12 December 2025: 12 pairs held 41 sessions."
    )


def test_the_five_steps_stand_in_their_order_and_one_is_now() -> None:
    found = home.steps(OUTSIDE.view)
    assert [each.name for each in found] == ["Identify", "Match", "Agree", "Talk", "Celebrate"]
    assert [each.name for each in found if each.now] == ["Talk"]
    assert found[0].says == "2 focus areas: where leaders need a fresh view."
    assert found[1].says == "A mentor (junior) and a mentee (senior) outside one reporting line."
    assert found[3].says == "6 sessions of 60 min, 30 days apart, each with an agenda."
    assert [each.now for each in home.steps(view(cohorts=(AUTUMN,)))] == [False, False, False, False, True]
    assert not any(each.now for each in home.steps(view(cohorts=())))
    assert OUTSIDE.html("/").count('aria-current="step"') == 1


def test_the_step_to_agree_leads_to_what_says_most_of_the_agreement() -> None:
    page = FreeView("/handbook/agreement/", "Ours", OUTSIDE.view.pages[0].body, "content/handbook/agreement.md")
    assert home.steps(OUTSIDE.view)[2].link.address == "/agendas/contracting/"
    assert home.steps(view(pages=(page,)))[2].link.address == "/handbook/agreement/"
    assert home.steps(view(agendas=()))[2].link.address == "/pairs/"


def test_newest_posts_come_first_and_only_those_this_audience_may_read() -> None:
    outside = [
        "One report less", "On the receiving end", "The first prompt was a complaint", "The empty chair",
    ]  # fmt: skip
    assert posts(OUTSIDE) == outside
    assert posts(rendered.healthy("cohort")) == ["A question for April", *outside]


def posts(made: rendered.Build) -> list[str]:
    section = made.html("/").split('id="newest"')[1].split("</section>")[0]
    return [said for tag, said in rendered.read(section).headings if tag == "h3"]


def test_only_five_posts_are_shown() -> None:
    many = OUTSIDE.view.posts * 3
    [page] = home.pages(view(posts=many))
    assert page.html.count('class="m-card"') == home.NEWEST


def test_the_ledger_shows_what_was_done_newest_first_then_what_is_planned() -> None:
    done = OUTSIDE.view.changes
    assert [each.what for each in home.ledger(OUTSIDE.view)] == [
        "The weekly stock report is replaced by one shared list that is open all week.",
        "The quarterly review is opened by a different person each time.",
    ]
    planned = replace(done[0], state="planned", on=date(2026, 9, 1))
    dropped = replace(done[0], state="dropped")
    assert home.ledger(view(changes=(planned, dropped, *done))) == (*done, planned)
    assert len(home.ledger(view(changes=done * 4))) == home.NEWEST


def test_a_door_whose_page_is_missing_is_left_out() -> None:
    assert [each.name for each in home.doors(OUTSIDE.view)] == ["Read"]
    assert [each.name for each in home.doors(rendered.bundled("organisation").view)] == [
        "Read", "I am a mentor", "I am a mentee", "Run one like this",
    ]  # fmt: skip


def test_the_next_seven_days_are_known_inside_only() -> None:
    assert "next-days" not in OUTSIDE.html("/")
    [(pair, session)] = home.coming(rendered.healthy("cohort").view)
    assert pair.title == "Noor Petersen-Lamb and Giacomo Thulin"
    assert session.address == "/pairs/2026-spring/pair-07/sessions/03/"
    assert "8 April 2026, 10:00, session 3" in rendered.healthy("cohort").text("/")


def test_without_a_session_ahead_the_next_days_say_so() -> None:
    inside = rendered.healthy("cohort").view
    [page] = home.pages(replace(inside, site=replace(inside.site, as_of=date(2026, 5, 1))))
    assert "No session is planned in the next seven days." in rendered.read(page.html).words
