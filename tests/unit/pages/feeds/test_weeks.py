"""The calendar's page: weeks from their Mondays on, as far as eight weeks, and outside no date of a pair."""

from __future__ import annotations

import programmes
import pytest
import rendered

from generator.kinds.base import Audience

SESSION4 = "pairs/2026-spring/pair-03/sessions/04.yml"


def moved(day: str) -> rendered.Build:
    text = programmes.healthy()[SESSION4].decode().replace("2026-04-14", day)
    return rendered.build(programmes.loaded(programmes.over_healthy({SESSION4: text})), "cohort")


def headings(made: rendered.Build) -> list[str]:
    return [said for tag, said in rendered.read(made.html("/calendar/")).headings if tag == "h2"]


def test_a_session_stands_in_the_week_of_its_monday_with_its_two_and_its_zone() -> None:
    made = rendered.healthy("cohort")
    assert headings(made)[:2] == ["Week of 6 April 2026", "Week of 13 April 2026"]
    said = made.text("/calendar/")
    assert "14 April 2026, 15:00, session 4" in said
    assert "Ilka Sandoval and Casimir Adebayo · 60 min" in said
    assert "All times are Berlin time." in said
    assert "2 sessions planned in the next 8 weeks." in said


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        ("2026-03-31", False),  # the day before the as-of date, in its week
        ("2026-04-01", True),  # the as-of date, a Wednesday
        ("2026-05-24", True),  # the last Sunday of the eight weeks that begin on 30 March
        ("2026-05-25", False),
    ],
)
def test_eight_weeks_are_listed_and_the_file_holds_all(day: str, listed: bool) -> None:  # noqa: FBT001 - a table's column
    made = moved(day)
    assert ("session 4" in made.text("/calendar/")) is listed
    assert day.replace("-", "").encode() in made.files["/calendar.ics"]


@pytest.mark.parametrize("audience", ["organisation", "cohort"])
def test_cohorts_stand_with_their_days_and_their_calendars(audience: Audience) -> None:
    made = rendered.healthy(audience)
    links = {rendered.landing("/calendar/", href)[0] for href in rendered.read(made.html("/calendar/")).links}
    assert {"/calendar.ics", "/progress/2026-spring/calendar.ics", "/progress/2025-autumn/calendar.ics"} <= links
    assert ("session 4" in made.text("/calendar/")) is (audience == "cohort")
    assert ("Ilka Sandoval" in made.text("/calendar/")) is (audience == "cohort")
    assert ("All times are" in made.text("/calendar/")) is (audience == "cohort")


def test_in_a_programme_without_dates_to_come_the_page_says_so() -> None:
    made = rendered.build(programmes.loaded(programmes.healthy()), "cohort", programmes.CLOCK.replace(year=2030))
    assert "Nothing lies ahead." in made.text("/calendar/")
    assert "No session planned in the next 8 weeks." in made.text("/calendar/")
