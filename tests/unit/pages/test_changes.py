"""The ledger: what changed, by whom, since when; worked out by hand from the healthy programme."""

from __future__ import annotations

from dataclasses import replace

import programmes
import rendered

from generator.pages import changes
from generator.pages.page import Page
from generator.view.shapes import ChangeView

OUTSIDE = rendered.healthy("organisation")


def made(*found: ChangeView) -> dict[str, Page]:
    return {page.address: page for page in changes.pages(replace(OUTSIDE.view, changes=found))}


def test_the_ledger_stands_newest_first_with_owner_area_and_post() -> None:
    said = OUTSIDE.text("/changes/")
    assert "You said, we did: 2 changes, 2 done." in said
    spring = (
        "The weekly stock report is replaced by one shared list that is open all week. "
        "done 18 March 2026 Owner: Casimir Adebayo · Digital fluency "
        "Told in One report less, by Ilka Sandoval and Casimir Adebayo"
    )
    autumn = (
        "The quarterly review is opened by a different person each time. "
        "done 22 October 2025 Owner: Lennart Okonjo · Candour "
        "Told in The empty chair, by Farida Nordqvist and Lennart Okonjo"
    )
    assert f"{spring} {autumn}" in said


def test_an_owner_without_consent_has_a_neutral_word() -> None:
    path = "pairs/people/p-042.yml"
    person = programmes.healthy()[path].decode().replace("profile: organisation", "profile: nobody")
    agreement = (
        programmes.healthy()["pairs/2026-spring/pair-03/pair.yml"].decode().replace("progress\n", "nothing\n", 1)
    )
    files = programmes.over_healthy({path: person, "pairs/2026-spring/pair-03/pair.yml": agreement})
    found = rendered.build(programmes.loaded(files), "organisation")
    assert "18 March 2026 Owner: a participant" in found.text("/changes/")
    assert "Casimir" not in found.html("/changes/")
    assert "pair-03" not in found.html("/changes/")


def test_states_are_counted_in_a_fixed_order_and_dropped_ones_stay() -> None:
    one = OUTSIDE.view.changes[0]
    page = made(replace(one, state="dropped"), one, replace(one, state="planned"), one)["/changes/"]
    assert page.description == "You said, we did: 4 changes, 2 done, 1 planned, 1 dropped."
    assert "dropped 18 March 2026" in rendered.read(page.html).words


def test_a_long_ledger_is_several_pages() -> None:
    one = OUTSIDE.view.changes[0]
    found = made(*(replace(one, what=f"Change {number}.") for number in range(61)))
    assert list(found) == ["/changes/", "/changes/page-2/", "/changes/page-3/"]
    assert "Change 60." in found["/changes/page-3/"].html
    assert "61 changes" in found["/changes/page-3/"].description


def test_an_empty_ledger_says_how_it_fills() -> None:
    page = made()["/changes/"]
    assert page.description == "Nothing is recorded yet."
    assert "A post can say what is different now" in rendered.read(page.html).words
    assert 'href="../threads/"' in page.html
