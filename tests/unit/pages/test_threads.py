"""Threads and months: the newest posts first, a thread from its beginning, months that never shift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages import archive, threads
from generator.view.shapes import View

OUTSIDE, INSIDE = rendered.healthy("organisation"), rendered.healthy("cohort")
THREAD = "/threads/2026-spring/pair-03/"
POSTS = ["One report less", "On the receiving end", "The first prompt was a complaint", "The empty chair"]


def titles(html: str, tag: str = "h3") -> list[str]:
    return [said for name, said in rendered.read(html).headings if name == tag]


def many(view: View, count: int, first: date, apart: int) -> View:
    """Give a view of `count` posts, one every `apart` days, oldest first."""
    one = view.posts[0]
    days = [first + timedelta(days=apart * number) for number in range(count)]
    posts = [
        replace(one, card=replace(one.card, address=f"/posts/{day}-x{number}/", date=day, title=f"Post {number}"))
        for number, day in enumerate(days)
    ]
    return replace(view, posts=tuple(posts))


def test_the_newest_come_first_under_their_months() -> None:
    assert titles(OUTSIDE.html("/threads/")) == POSTS
    assert titles(OUTSIDE.html("/threads/"), "h2") == ["March 2026", "February 2026", "November 2025", "By month"]
    assert titles(INSIDE.html("/threads/")) == ["A question for April", *POSTS]
    assert "4 posts, the newest first." in OUTSIDE.text("/threads/")


def test_the_list_leads_to_the_page_on_writing_where_there_is_one() -> None:
    assert "What pairs tried, what failed and what they changed, in their own words. 20" not in OUTSIDE.text(
        "/threads/"
    )
    page = replace(OUTSIDE.view.pages[0], address="/handbook/first-post/", title="Your first post")
    made = {each.address: each for each in threads.pages(replace(OUTSIDE.view, pages=(page,)))}
    assert "in their own words. Write one: Your first post." in rendered.read(made["/threads/"].html).words
    assert "../handbook/first-post/" in rendered.read(made["/threads/"].html).links


def test_months_are_linked_by_year() -> None:
    assert "By month 2026 March 2026 · February 2026 2025 November 2025" in OUTSIDE.text("/threads/")
    assert "../archive/2025/11/" in rendered.read(OUTSIDE.html("/threads/")).links


def test_thirty_posts_stand_on_a_page() -> None:
    made = {page.address: page for page in threads.pages(many(OUTSIDE.view, 61, date(2025, 1, 1), 1))}
    assert [address for address in made if address.startswith("/threads/page")] == [
        "/threads/page-2/",
        "/threads/page-3/",
    ]
    assert titles(made["/threads/"].html)[:2] == ["Post 60", "Post 59"]
    assert titles(made["/threads/page-3/"].html) == ["Post 0"]
    assert "By month" in made["/threads/"].html
    assert "By month" not in made["/threads/page-2/"].html
    assert '<b aria-current="page">2</b>' in made["/threads/page-2/"].html
    assert made["/threads/page-2/"].title == "Threads, page 2"


@pytest.mark.parametrize(
    ("audience", "listed"),
    [
        ("organisation", {THREAD, "/threads/2025-autumn/pair-01/"}),
        ("cohort", {THREAD, "/threads/2025-autumn/pair-01/"}),
    ],
)
def test_only_a_thread_with_something_to_read_has_a_page(audience: Audience, listed: set[str]) -> None:
    made = rendered.healthy(audience)
    assert {address for address in made.pages if address.startswith("/threads/") and address.count("/") == 4} == listed


def test_a_thread_is_read_from_its_beginning() -> None:
    assert titles(OUTSIDE.html(THREAD)) == POSTS[2::-1]
    assert titles(INSIDE.html(THREAD)) == [*POSTS[2::-1], "A question for April"]
    words = OUTSIDE.text(THREAD)
    assert "3 posts, from 20 February 2026 to 20 March 2026." in words
    assert "Mentor (junior) Ilka Sandoval Mentee (senior) Casimir Adebayo Focus Digital fluency" in words
    assert "1 post, 26 November 2025." in OUTSIDE.text("/threads/2025-autumn/pair-01/")


def test_a_thread_leads_to_its_pair() -> None:
    assert "../../../pairs/2026-spring/pair-03/" in rendered.read(OUTSIDE.html(THREAD)).links


def test_a_month_lists_its_posts_in_the_order_they_were_written() -> None:
    assert titles(OUTSIDE.html("/archive/2026/02/")) == POSTS[2:0:-1]
    assert "2 posts written in February 2026." in OUTSIDE.text("/archive/2026/02/")
    assert "Earlier November 2025 Later March 2026" in OUTSIDE.text("/archive/2026/02/")
    assert titles(OUTSIDE.html("/archive/2026/03/")) == POSTS[:1]
    assert titles(INSIDE.html("/archive/2026/03/")) == [POSTS[0], "A question for April"]


def test_a_month_without_a_readable_post_has_no_page() -> None:
    assert {address for address in OUTSIDE.pages if address.startswith("/archive/")} == {
        "/archive/2025/11/", "/archive/2026/02/", "/archive/2026/03/",
    }  # fmt: skip


def test_a_page_of_a_past_month_does_not_change_when_a_post_is_written() -> None:
    before, after = (many(OUTSIDE.view, count, date(2026, 1, 1), 1) for count in (120, 121))
    old = {page.address: page for page in archive.pages(before)}
    new = {page.address: page for page in archive.pages(after)}
    assert [address for address in old if old[address] != new[address]] == ["/archive/2026/04/"]
    assert new["/archive/2026/05/"].title == "Posts of May 2026"


def test_a_crowded_month_is_cut_without_shifting() -> None:
    made = {page.address: page for page in archive.pages(many(OUTSIDE.view, 65, date(2026, 5, 1), 0))}
    assert list(made) == ["/archive/2026/05/", "/archive/2026/05/page-2/", "/archive/2026/05/page-3/"]
    assert titles(made["/archive/2026/05/"].html)[0] == "Post 0"
    assert titles(made["/archive/2026/05/page-3/"].html)[-1] == "Post 64"


def test_without_posts_the_list_says_when_the_first_follows() -> None:
    [page] = threads.pages(replace(OUTSIDE.view, posts=(), threads=()))
    found = rendered.read(page.html)
    assert found.faults == []
    assert "No posts yet. The first one usually follows session 2." in found.words
    assert list(archive.pages(replace(OUTSIDE.view, posts=()))) == []
    assert archive.months(replace(OUTSIDE.view, posts=())) == ()


def test_a_long_thread_is_cut_as_well() -> None:
    [thread, *_] = [thread for thread in INSIDE.view.threads if thread.address == THREAD]
    long = replace(thread, posts=thread.posts * 10)
    made = {page.address: page for page in threads.pages(replace(INSIDE.view, threads=(long,)))}
    assert f"{THREAD}page-2/" in made
    assert len(titles(made[f"{THREAD}page-2/"].html)) == 10
