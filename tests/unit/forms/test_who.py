"""Which person and which pair are meant, as far as address and folder tell."""

from __future__ import annotations

import programmes
import pytest

from generator.forms import who

CLOCK = programmes.CLOCK
PROGRAMME = programmes.loaded(programmes.healthy()).programme


@pytest.mark.parametrize(
    ("email", "person"), [("Ilka@lanternworks.EXAMPLE", "p-017"), ("x@lanternworks.example", None), (None, None)]
)
def test_the_person_behind_an_address(email: str | None, person: str | None) -> None:
    assert who.person(PROGRAMME, email) == person


@pytest.mark.parametrize(
    ("email", "folder", "pair"),
    [
        ("ilka@lanternworks.example", ".", "2026-spring/pair-03"),
        (None, "pairs/2026-spring/pair-07/sessions", "2026-spring/pair-07"),
        (None, "content/threads/2026-spring/pair-07", "2026-spring/pair-07"),
        (None, "pairs/2026-spring/pair-99", None),
        (None, "pairs/people", None),
        (None, ".", None),
    ],
)
def test_the_pair(email: str | None, folder: str, pair: str | None) -> None:
    assert who.pair(PROGRAMME, CLOCK, email, folder) == pair


def test_in_the_folder_of_a_pair_that_cannot_be_read_no_other_is_meant() -> None:
    files = programmes.healthy() | {"pairs/2026-spring/pair-07/pair.yml": b"mentor: [\n"}
    programme = programmes.loaded(files).programme
    folder = "pairs/2026-spring/pair-07"
    assert who.pair(programme, CLOCK, "ilka@lanternworks.example", folder) == "2026-spring/pair-07"
    assert who.unread(programme, "pair-07") == who.unread(programme, "2026-spring/pair-07") == "2026-spring/pair-07"
    assert who.unread(programme, "pair-03") is None


def test_a_pair_by_its_folder_where_that_is_clear() -> None:
    assert who.named(PROGRAMME, "pair-03") == "2026-spring/pair-03"
    assert who.named(PROGRAMME, "2025-autumn/pair-01") == "2025-autumn/pair-01"
    assert who.named(PROGRAMME, "pair-0") is None
