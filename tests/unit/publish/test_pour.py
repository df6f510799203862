"""Pouring: what a shell's head says of feeds is what the theme would write for the page."""

from __future__ import annotations

import pytest

from generator.pages.page import Asset, Page
from generator.publish import pour

SHAPE = pour.Shape("threads", "threads", 3)
LINE = '\n    <link rel="alternate" type="{type}" title="{title}" href="{href}">'
HEAD = f"<head><title>{pour.TITLE}</title>{{}}\n</head>{pour.ARTICLE}"


def page(*assets: Asset) -> Page:
    return Page("threads/a/b.md", "B", "b.", "<article></article>", "threads", assets=assets)


def theirs(feeds: list[dict[str, str]]) -> str:
    return HEAD.format("".join(LINE.format(**feed) for feed in feeds))


def asset(address: str, title: str) -> Asset:
    return Asset(address, b"", "application/atom+xml", "Atom feed", title)


@pytest.mark.parametrize(
    "assets",
    [
        (),
        (asset("/threads/a/b/feed.xml", "One & <another>"),),
        (asset("/threads/a/b/feed.xml", "B"), asset("/feed.xml", "All"), asset("/threads/a/b/index.json", "")),
    ],
)
def test_a_shell_is_filled_as_the_theme_would(assets: tuple[Asset, ...]) -> None:
    made = page(*assets)
    filled = pour.Shell(SHAPE, theirs(pour.FEEDS)).fill(made)
    expected = theirs(pour.links(made)).replace(pour.TITLE, "B").replace(pour.ARTICLE, made.html)
    assert filled == expected


def test_only_what_can_be_subscribed_to_stands_in_the_head_by_the_shortest_way() -> None:
    made = page(
        asset("/threads/a/b/feed.xml", "B & C"), asset("/feed.xml", "All"), asset("/threads/a/b/index.json", "")
    )
    assert [(feed["title"], feed["href"]) for feed in pour.links(made)] == [
        ("B &amp; C", "feed.xml"), ("All", "../../../feed.xml"),
    ]  # fmt: skip


def test_a_theme_without_feeds_in_its_head_has_none_after_pouring() -> None:
    assert pour.Shell(SHAPE, HEAD.format("")).fill(page(asset("/feed.xml", "All"))).count("<link") == 0
