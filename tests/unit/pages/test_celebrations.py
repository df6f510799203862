"""Celebrations: stories both approved, facts as far as each audience may know them, and nobody ranked."""

from __future__ import annotations

from dataclasses import replace

import programmes
import pytest
import rendered

from generator.pages import celebrations
from generator.view.shapes import Milestone

OUTSIDE, INSIDE, CHARGE = (rendered.healthy(audience) for audience in rendered.AUDIENCES)
STORY = "content/threads/2025-autumn/pair-01/2025-11-26-the-empty-chair.md"
AUTUMN = "pairs/2025-autumn/pair-01/pair.yml"


def said(path: str, *changes: tuple[str, str]) -> str:
    text = programmes.healthy()[path].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def built(audience: str, path: str, *changes: tuple[str, str]) -> rendered.Build:
    return rendered.build(programmes.loaded(programmes.over_healthy({path: said(path, *changes)})), audience)  # type: ignore[arg-type]  # closed


def test_a_story_stands_with_its_author_its_pair_and_what_changed() -> None:
    assert (
        "The empty chair What happened in the quarterly review when I stopped opening it. "
        "done The quarterly review is opened by a different person each time. "
        "Told by Lennart Okonjo, mentee; both approved it · Farida Nordqvist and Lennart Okonjo"
    ) in OUTSIDE.text("/celebrations/")


@pytest.mark.parametrize("partner", ["not mentioned", "approved 2026-05-01"])
def test_a_story_that_one_alone_tells_is_none_and_nor_is_one_approved_later(partner: str) -> None:
    made = built("organisation", STORY, ("approved 2025-11-25", partner))
    assert "The empty chair" not in made.text("/celebrations/")
    assert made.view.stories == ()


def test_a_pair_that_publishes_nothing_is_not_named_beside_its_story() -> None:
    made = built("organisation", AUTUMN, ("publish: names", "publish: nothing"))
    words = made.text("/celebrations/")
    assert "The empty chair" in words
    assert "Farida" not in words
    assert made.view.certificates == ()


def test_outside_a_pair_that_publishes_names_only_has_no_milestones() -> None:
    assert [each.milestones for each in OUTSIDE.view.pairs if each.slug == "pair-01"] == [()]
    assert "Goal reached" not in OUTSIDE.text("/celebrations/")


def test_outside_nothing_is_told_of_days_promises_and_the_mid_point() -> None:
    made = built("organisation", AUTUMN, ("publish: names", "publish: progress"))
    found = next(each.milestones for each in made.view.pairs if each.slug == "pair-01")
    assert [each.kind for each in found] == ["first-session", "roadmap", "goal-reached", "change", "closure"]
    assert [each.on for each in found] == [None] * 5


def test_inside_a_promise_is_told_only_where_the_room_is_open() -> None:
    by_slug = {each.slug: [found.kind for found in each.milestones] for each in INSIDE.view.pairs}
    assert "first-action" in by_slug["pair-03"]
    path = "pairs/2026-spring/pair-03/pair.yml"
    closed = built("cohort", path, ("confidentiality: open", "confidentiality: themes"))
    assert "first-action" not in {
        found.kind for each in closed.view.pairs if each.slug == "pair-03" for found in each.milestones
    }


def test_who_left_early_is_not_among_them_even_for_coordinators() -> None:
    pair = replace(CHARGE.view.pairs[0], state="ended_early", milestones=(Milestone("closure", "Closed", None),))
    view = replace(CHARGE.view, pairs=(pair,))
    page = next(celebrations.pages(view))
    assert "What pairs reached" not in page.html
    assert page.description.endswith("what 0 pairs reached.")


def test_the_order_is_the_calendar_s_and_does_not_follow_what_was_reached() -> None:
    many = tuple(Milestone("goal-reached", f"{count} goals reached", None) for count in (9, 1, 5))
    pairs = tuple(replace(each, milestones=(mark,)) for each, mark in zip(INSIDE.view.pairs, many, strict=True))
    one = next(celebrations.pages(replace(INSIDE.view, pairs=pairs))).html
    other = next(celebrations.pages(replace(INSIDE.view, pairs=pairs[::-1]))).html
    assert one == other


def test_the_wall_holds_totals_of_cohorts_and_hides_small_ones() -> None:
    assert "Cohort by cohort Spring 2026 Fewer than 5, not shown. Autumn 2025 Fewer than 5, not shown." in (
        INSIDE.text("/celebrations/")
    )


def test_an_empty_page_says_how_it_fills() -> None:
    page = next(celebrations.pages(replace(OUTSIDE.view, stories=(), pairs=())))
    assert page.description == "Nothing is told here yet."
    assert "both approve it" in page.html
