"""Calendars: three libraries read them alike, to the instants of the time zone database; nothing private is in them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import programmes
import pytest
import readers
import rendered

from generator.kinds.base import Audience
from generator.pages.feeds import ics
from generator.pages.feeds.ics import Event, Frame

AUDIENCES = pytest.mark.parametrize("audience", rendered.AUDIENCES)
PROGRAMMES = pytest.mark.parametrize(
    "programme", [rendered.healthy, rendered.bundled, rendered.hostile], ids=["healthy", "bundled", "hostile"]
)
SESSION4 = "pairs/2026-spring/pair-03/sessions/04.yml"
ROOM = "/pairs/2026-spring/pair-03/room/calendar.ics"


@pytest.fixture
def ical_js() -> None:
    """Skip where ical.js is not installed; in CI it has to be."""
    if not readers.ICAL_JS.is_dir():
        missing = "ical.js is not installed: `make node` installs it, and needs node and npm"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)


def calendars(made: rendered.Build) -> dict[str, bytes]:
    return {address: data for address, data in made.files.items() if address.endswith(".ics")}


def events(made: rendered.Build, address: str = ROOM) -> dict[str, readers.Seen]:
    return {each.uid: each for each in readers.by_icalendar(made.files[address])}


# three readers


@PROGRAMMES
@AUDIENCES
@pytest.mark.usefixtures("ical_js")
def test_three_libraries_find_the_same_instants(
    programme: Callable[[Audience], rendered.Build], audience: Audience
) -> None:
    found = calendars(programme(audience))
    theirs = readers.by_ical_js(found)
    for address, text in found.items():
        ours = readers.by_icalendar(text)
        assert ours, address
        assert readers.by_vobject(text) == ours, address
        assert theirs[address] == ours, address


@PROGRAMMES
@AUDIENCES
def test_lines_are_folded_and_ended_as_the_standard_has_it(
    programme: Callable[[Audience], rendered.Build], audience: Audience
) -> None:
    for address, text in calendars(programme(audience)).items():
        assert readers.faults(text) == [], address


MIDNIGHTS = (date(2026, 3, 29), date(2026, 10, 25), date(2026, 10, 4), date(2026, 4, 5), date(2026, 2, 15))
"""Days on which the clocks of one zone or another change, and one on which Morocco's do for Ramadan."""
ZONES = (
    "Europe/Berlin", "Europe/Dublin", "America/Sao_Paulo", "America/Anchorage", "Australia/Lord_Howe",
    "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Auckland", "UTC",
)  # fmt: skip


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.usefixtures("ical_js")
def test_around_every_change_of_clocks_they_agree_with_the_database(zone: str) -> None:
    frame = Frame(date(2026, 4, 1), zone, 2026, 2026)
    planned = [
        datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001 - local, as in the files
        for day in MIDNIGHTS
        for minutes in range(0, 300, 15)
    ]
    made = [Event(UUID(int=at), "Session", start, 45, "", 0, cancelled=False) for at, start in enumerate(planned)]
    text = ics.calendar("Programme", (ics.event(each, frame) for each in made), frame)
    expected = [int(start.replace(tzinfo=ZoneInfo(zone)).timestamp()) for start in planned]
    for found in (readers.by_icalendar(text), readers.by_vobject(text), readers.by_ical_js({"": text})[""]):
        assert [each.start for each in found] == expected
        assert [each.end for each in found] == [start + 45 * 60 for start in expected]


def test_the_changes_of_clocks_are_those_of_the_law() -> None:
    frame = Frame(date(2026, 4, 1), "Europe/Berlin", 2026, 2026)
    said = ics.calendar("Programme", (), frame).decode()
    summer = "DTSTART:20260329T020000\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200"
    winter = "DTSTART:20261025T030000\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100"
    assert summer in said
    assert winter in said
    assert said.count("TZNAME") == 3


def test_a_moment_that_clocks_show_twice_is_written_in_utc() -> None:
    frame = Frame(date(2026, 4, 1), "Europe/Berlin", 2026, 2026)
    for start, written in (
        (datetime(2026, 3, 29, 2, 30), "DTSTART;TZID=Europe/Berlin:20260329T033000"),  # noqa: DTZ001 - local, as in files
        (datetime(2026, 10, 25, 2, 30), "DTSTART:20261025T003000Z"),  # noqa: DTZ001 - the same
        (datetime(2026, 10, 25, 3, 0), "DTSTART;TZID=Europe/Berlin:20261025T030000"),  # noqa: DTZ001 - the same
    ):
        said = ics.event(Event(UUID(int=1), "Session", start, 60, "", 0, cancelled=False), frame).decode()
        assert written in said


def test_a_name_over_several_lines_begins_no_line_of_a_calendar() -> None:
    frame = Frame(date(2026, 4, 1), "UTC", 2026, 2026)
    text = ics.calendar("Second\r\nBEGIN:VEVENT\nSight", (), frame)
    assert b"\r\nX-WR-CALNAME:Second BEGIN:VEVENT Sight\r\n" in text
    assert readers.faults(text) == []
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    named = {"pairs/programme.yml": settings.replace("  programme: Open Door", "  programme: |\n    Second\n    Sight")}
    made = rendered.build(programmes.loaded(programmes.over_healthy(named)), "organisation")
    assert b"X-WR-CALNAME:Second Sight\r\n" in made.files["/calendar.ics"]


# identity


def changed(*replacements: tuple[str, str]) -> rendered.Build:
    text = programmes.healthy()[SESSION4].decode()
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return rendered.build(programmes.loaded(programmes.over_healthy({SESSION4: text})), "cohort")


def fourth(made: rendered.Build) -> readers.Seen:
    (found,) = (each for each in events(made).values() if each.summary.endswith("session 4"))
    return found


def test_a_moved_date_and_another_subject_leave_the_id_and_raise_the_number() -> None:
    before = fourth(rendered.healthy("cohort"))
    moved = fourth(changed(("2026-04-14 15:00", "2026-04-21 16:30"), ("status: planned", "status: planned\nmoved: 1")))
    assert moved.uid == before.uid
    assert (before.sequence, moved.sequence) == (0, 1)
    assert moved.start == int(datetime(2026, 4, 21, 14, 30, tzinfo=UTC).timestamp())
    renamed = fourth(changed(("purpose: ", "purpose: Now about ")))
    assert renamed == before


@pytest.mark.parametrize("status", ["cancelled", "missed"])
def test_a_session_that_was_not_held_is_cancelled_and_says_not_how(status: str) -> None:
    found = fourth(changed(("status: planned", f"status: {status}\nmoved: 2\nreason: illness")))
    assert (found.status, found.sequence) == ("CANCELLED", 3)
    assert fourth(rendered.healthy("cohort")).status == "CONFIRMED"


def test_ids_outlive_a_new_name_and_a_new_host_and_differ_in_another_programme() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()

    def uids(old: str, new: str) -> set[str]:
        text = re.sub(old, new, settings, count=1, flags=re.MULTILINE)
        assert text != settings
        made = rendered.build(programmes.loaded(programmes.over_healthy({"pairs/programme.yml": text})), "cohort")
        return set(events(made))

    before = set(events(rendered.healthy("cohort")))
    assert uids(r"^name: .*", "name: Another") == before
    assert uids(r"\Z", "site: {url: https://elsewhere.example/}\n") == before
    assert uids(r"^id: .*", "id: another") & before == set()


def test_an_id_stands_for_one_event_in_every_calendar() -> None:
    seen: dict[str, readers.Seen] = {}
    for text in calendars(rendered.bundled("coordinators")).values():
        found = readers.by_icalendar(text)
        assert len({each.uid for each in found}) == len(found)
        for each in found:
            assert seen.setdefault(each.uid, each) == each


def test_the_stamp_is_the_day_of_the_build_and_not_the_clock() -> None:
    for text in calendars(rendered.healthy("cohort")).values():
        assert set(readers.values(text, "DTSTAMP")) == {"20260401T000000Z"}


# what is in them


def test_outside_there_are_days_of_cohorts_and_nothing_else() -> None:
    made = rendered.bundled("organisation")
    assert sorted(calendars(made)) == [
        "/calendar.ics", "/progress/2025-autumn/calendar.ics", "/progress/2026-spring/calendar.ics",
    ]  # fmt: skip
    found = readers.by_icalendar(made.files["/calendar.ics"])
    assert {(each.summary, each.start, each.end) for each in found} == {
        ("Second Sight: Autumn 2025 starts", "2025-09-01", "2025-09-02"),
        ("Second Sight: Autumn 2025 ends", "2026-03-27", "2026-03-28"),
        ("Second Sight: Spring 2026 starts", "2026-04-13", "2026-04-14"),
        ("Second Sight: Spring 2026 ends", "2026-10-30", "2026-10-31"),
    }


@pytest.mark.parametrize("audience", ["cohort", "coordinators"])
def test_a_calendar_names_nobody_and_no_subject(audience: Audience) -> None:
    made = rendered.bundled(audience)
    cohorts = {f"Second Sight: {cohort.title} {what}" for cohort in made.view.cohorts for what in ("starts", "ends")}
    for text in calendars(made).values():
        for summary in readers.values(text, "SUMMARY"):
            assert re.fullmatch(r"Second Sight: session \d+", summary) or summary in cohorts
        names = {line.partition(":")[0].partition(";")[0] for line in readers.unfolded(text)}
        assert names & {"ATTENDEE", "ORGANIZER", "LOCATION", "COMMENT", "DESCRIPTION", "BEGIN:VALARM"} == set()


def test_every_session_of_the_rooms_stands_in_its_rooms_its_cohorts_and_the_programmes_calendar() -> None:
    made = rendered.bundled("coordinators")
    programme = set(events(made, "/calendar.ics"))
    for room in made.view.rooms:
        cohort = set(events(made, f"/progress/{room.address.split('/')[2]}/calendar.ics"))
        own = events(made, f"{room.address}calendar.ics")
        assert len(own) == len(room.sessions)
        assert set(own) <= cohort <= programme
        starts = {each.start for each in own.values()}
        zone = ZoneInfo(made.view.site.timezone)
        assert starts == {int(each.start.replace(tzinfo=zone).timestamp()) for each in room.sessions}


def test_the_readers_see_faults() -> None:
    good = rendered.healthy("cohort").files[ROOM]
    assert readers.faults(good.replace(b"\r\n", b"\n")) != []
    assert readers.faults(good.replace(b"SUMMARY:", b"SUMMARY:" + b"x" * 70)) != []
    with pytest.raises(Exception, match="UID"):
        readers.by_vobject(re.sub(rb"UID:[^\r]*\r\n", b"", good))
    late = good.replace(b"DTSTART:20260329T020000", b"DTSTART:20260515T020000")
    assert readers.by_vobject(late) != readers.by_icalendar(late)
