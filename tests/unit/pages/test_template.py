"""Values written as a person would write them."""

from __future__ import annotations

import pytest

from generator.pages.template import zone


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Europe/Berlin", "Berlin time"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("UTC", "UTC"),
        ("Etc/GMT+2", "Etc/GMT+2"),
    ],
)
def test_a_time_zone_is_named_by_its_place(name: str, said: str) -> None:
    assert zone(name) == said
