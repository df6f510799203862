"""A time zone is one of this machine's database, however it is looked up."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from generator.kinds import values

ODD = (
    "", "/", "..", "Europe", "europe/berlin", "Europe/Berlin/", "Europe//Berlin", "/Europe/Berlin", "../zoneinfo/UTC",
    "Europe/Berlin/x", "posix/Europe/Berlin", "right/Europe/Berlin", "posixrules", "tzdata.zi", "zone.tab", "a\0b",
)  # fmt: skip


def test_a_zone_is_what_the_database_lists() -> None:
    listed = available_timezones()
    assert [name for name in listed if not values.is_zone(name)] == []
    assert [name for name in ODD if values.is_zone(name) != (name in listed)] == []


def test_for_a_zone_of_this_machine_not_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    values.is_zone.cache_clear()
    if not any(values._is_zone_of(folder, "Europe/Berlin") for folder in values.TZPATH):
        pytest.skip("this machine has no zones of its own")
    monkeypatch.setattr(values, "zones", lambda: pytest.fail("all were read"))
    assert values.is_zone("Europe/Berlin")
