"""What nobody plans for: every page stands, and says something a reader can use."""

from __future__ import annotations

from functools import cache

import awkward
import programmes
import pytest
import rendered

from generator.kinds.base import Audience

POST = "/posts/2026-02-20-first-prompt/"
PICTURES = "\n![](../../../handbook/two-chairs.png)\n\n![The dock at six](gone.png)\n"


@cache
def odd(audience: Audience) -> rendered.Build:
    return rendered.build(programmes.loaded(awkward.programme()), audience)


@cache
def empty(audience: Audience) -> rendered.Build:
    return rendered.build(programmes.loaded(awkward.without_pairs()), audience)


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_title_of_300_characters_is_never_cut(audience: Audience) -> None:
    found = rendered.read(odd(audience).html(POST))
    assert ("h1", awkward.TITLE) in found.headings
    assert awkward.TITLE in odd(audience).text("/threads/")
    assert awkward.WORD in odd(audience).text("/threads/")


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_name_in_arabic_stands_where_a_name_stands(audience: Audience) -> None:
    assert rendered.read(odd(audience).html("/people/p-017/")).headings[0] == ("h1", awkward.NAME)
    assert f"\u2068{awkward.NAME}\u2069 and Casimir Adebayo" in odd(audience).text("/pairs/"), (
        "isolated, so that no word moves"
    )
    assert f"{awkward.NAME}, mentor" in odd(audience).text(POST)


def test_a_table_of_60_rows_is_whole() -> None:
    html = odd("organisation").html("/posts/2026-02-24-on-the-receiving-end/")
    assert html.count("<tr>") == awkward.ROWS + 1
    assert "<td>720</td>" in html  # the last row's last cell: 60 times 12


def test_a_picture_nobody_describes_is_found_and_one_that_is_missing_as_well() -> None:
    files = programmes.over_healthy({awkward.LONG: programmes.healthy()[awkward.LONG] + PICTURES.encode()})
    loaded = programmes.loaded(files)
    found = [(each.code, each.message) for each in programmes.judged(loaded) if awkward.LONG in str(each.span)]
    assert ("FIL011", "the image has no alternative text") in found
    assert found.count(("LNK002", "there is no such image")) == 1
    html = rendered.build(loaded, "organisation").html(POST)
    assert "gone.png" not in html
    assert "The dock at six" in html


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_thread_of_one_post_and_a_cohort_of_one_pair(audience: Audience) -> None:
    thread = odd(audience).text("/threads/2025-autumn/pair-01/")
    assert "1 post, 26 November 2025." in thread
    assert "1 posts" not in thread
    cohort = odd(audience).text("/progress/2025-autumn/")
    assert "Fewer than 5, not shown. Totals of so few pairs would speak of single people." in cohort
    assert "Farida Nordqvist and Lennart Okonjo" in cohort


@pytest.mark.parametrize("audience", rendered.AUDIENCES)
def test_a_programme_without_pairs_says_what_comes_next(audience: Audience) -> None:
    made = empty(audience)
    assert "No pair is listed here yet." in made.text("/pairs/")
    assert "No posts yet. The first one usually follows session 2." in made.text("/threads/")
    assert "Nothing is recorded yet." in made.text("/changes/")
    assert "Spring 2026 is in its third month" in made.text("/")
    assert "Ilka Sandoval" in made.text("/areas/digital/")
    assert [at for at, page in made.pages.items() if not page.description.strip()] == []
