"""Dates, numbers and names in the reader's form: expected values are written out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
import tongues

from generator.language import decimal, direction, gettext, is_english, isolate, ngettext, number, speaking, spoken
from generator.language.forms import day, duration, language, moment, month, short_day, short_month, zone

DAY = date(2026, 5, 1)
MOMENT = datetime(2026, 5, 1, 9, 5)  # noqa: DTZ001 - sessions are in the programme's own zone


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["1 May 2026", "May 2026", "1 May", "May", "1 May 2026, 09:05", "1,234"]),
        ("en-US", ["May 1, 2026", "May 2026", "May 1", "May", "May 1, 2026, 9:05\u202fAM", "1,234"]),
        ("de", ["1. Mai 2026", "Mai 2026", "1. Mai", "Mai", "1. Mai 2026, 09:05", "1.234"]),
        ("de-AT", ["1. Mai 2026", "Mai 2026", "1. Mai", "Mai", "1. Mai 2026, 09:05", "1.234"]),
        ("de-XX", ["1. Mai 2026", "Mai 2026", "1. Mai", "Mai", "1. Mai 2026, 09:05", "1.234"]),
        ("ar", ["1 مايو 2026", "مايو 2026", "1 مايو", "مايو", "1 مايو 2026، 9:05 ص", "1,234"]),
        ("fr", ["1 May 2026", "May 2026", "1 May", "May", "1 May 2026, 09:05", "1,234"]),
    ],
)
def test_days_and_numbers(tag: str, said: list[str]) -> None:
    with tongues.arabic(), speaking(tag):
        assert [day(DAY), month(DAY), short_day(DAY), short_month(DAY), moment(MOMENT), number(1234)] == said


@pytest.mark.parametrize(
    ("minutes", "english", "german"),
    [
        (45, "45 min", "45 Min."),
        (120, "2 h", "2 Std."),
        (90, "1 h 30 min", "1 Std. 30 Min."),
        (0, "0 min", "0 Min."),
        (60060, "1,001 h", "1.001 Std."),
    ],
)
def test_durations(minutes: int, english: str, german: str) -> None:
    assert duration(minutes) == english
    with speaking("de"):
        assert duration(minutes) == german


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("Europe/Berlin", "Berlin time", "Ortszeit Berlin"),
        ("Europe/Vienna", "Vienna time", "Ortszeit Wien"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time", "Ortszeit Buenos Aires"),
        ("UTC", "UTC", "UTC"),
        ("Etc/GMT+2", "Etc/GMT+2", "Etc/GMT+2"),
    ],
)
def test_a_time_zone_is_named_by_its_place(name: str, english: str, german: str) -> None:
    assert zone(name) == english
    with speaking("de"):
        assert zone(name) == german


def test_languages_and_decimals() -> None:
    assert [language("de"), language("pt-BR"), language("xx"), decimal("4.1")] == ["German", "Portuguese", "xx", "4.1"]
    with speaking("de"):
        assert [language("de"), language("pt"), language("xx"), decimal("4.1")] == [
            "Deutsch",
            "Portugiesisch",
            "xx",
            "4,1",
        ]


def test_numbers_of_any_size_are_written() -> None:
    assert [number(0), number(-1500), number(10**25)] == ["0", "-1,500", "10,000,000,000,000,000,000,000,000"]


def test_a_language_without_a_catalogue_is_english_and_says_so() -> None:
    assert [spoken("fr"), spoken("de-CH"), spoken("en-US"), spoken("DE")] == ["en", "de-CH", "en-US", "DE"]
    with speaking("fr"):
        assert is_english()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 يوم"),
        (1, "يوم واحد"),
        (2, "يومان"),
        (3, "3 أيام"),
        (11, "11 يومًا"),
        (100, "100 يوم"),
        (1103, "1,103 أيام"),
    ],
)
def test_a_language_has_as_many_plurals_as_it_has(count: int, said: str) -> None:
    with tongues.arabic(), speaking("ar"):
        assert ngettext("%(num)s day", "%(num)s days", count) == said


def test_what_is_said_inside_is_said_in_that_language_only() -> None:
    assert gettext("Home") == "Home"
    with speaking("de"):
        assert gettext("Home") == "Start"
        with speaking("en"):
            assert gettext("Home") == "Home"
        assert gettext("Home") == "Start"
    assert gettext("Home") == "Home"


@pytest.mark.parametrize(
    ("tag", "side"), [("en", "ltr"), ("de", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("pt-BR", "ltr")]
)
def test_the_side_a_language_is_written_from(tag: str, side: str) -> None:
    assert direction(tag) == side


@pytest.mark.parametrize(
    ("tag", "name", "apart"),
    [
        ("en", "Ana Sá", False),
        ("en", "ليلى حداد", True),
        ("en", "דנה Levi", True),
        ("ar", "Ana Sá", True),
        ("ar", "ليلى حداد", False),
        ("ar", "42", False),
    ],
)
def test_a_name_in_letters_of_the_other_side_stands_apart(tag: str, name: str, apart: bool) -> None:  # noqa: FBT001 - one case a line
    with tongues.arabic(), speaking(tag):
        said = gettext("Room of %(pair)s", pair=name)
        assert ("\u2068" in said) == apart
        assert isolate(isolate(name)) == isolate(name), "once is enough"


TOLD: list[Callable[[], str]] = [
    lambda: day(DAY),
    lambda: number(1234),
    lambda: month(DAY),
    lambda: zone("Europe/Berlin"),
]


def test_the_process_s_own_language_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [told() for told in TOLD]
    for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LC_NUMERIC", "LANG"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    assert [told() for told in TOLD] == before
