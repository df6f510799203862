"""Feeds: as the standards want them, readable, in order, bounded, and of the same entries in both forms."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import feedparser
import feeds
import programmes
import pytest
import rendered

from generator.kinds.base import Audience
from generator.pages.feeds import atom, feed, jsonfeed

AUDIENCES = pytest.mark.parametrize("audience", rendered.AUDIENCES)
BUILDS: dict[str, Callable[[Audience], rendered.Build]] = {
    "healthy": rendered.healthy,
    "bundled": rendered.bundled,
    "bare": rendered.bare,
    "hostile": rendered.hostile,
}
PROGRAMMES = pytest.mark.parametrize("programme", BUILDS)
POST = "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"


def of(made: rendered.Build, ending: str) -> dict[str, bytes]:
    return {address: data for address, data in made.files.items() if address.endswith(f"feed.{ending}")}


def landing(file: str, href: str, url: str | None) -> str:
    """Say to which address of the site a feed's link leads."""
    if url and href.startswith(url):
        return f"/{href.removeprefix(url)}"
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), href))
    return f"{found}/" if href.endswith("/") and found != "/" else found


@PROGRAMMES
@AUDIENCES
def test_feeds_are_what_the_standards_want(programme: str, audience: Audience) -> None:
    made = BUILDS[programme](audience)
    assert len(of(made, "xml")) == len(of(made, "json")) >= 2
    for address, data in of(made, "xml").items():
        assert feeds.atom_faults(data) == [], address
    for address, data in of(made, "json").items():
        assert feeds.json_faults(json.loads(data)) == [], address


@PROGRAMMES
@AUDIENCES
def test_a_reader_finds_the_same_in_both_forms_and_every_link_lands(programme: str, audience: Audience) -> None:
    made = BUILDS[programme](audience)
    url = made.view.site.url if audience == "organisation" else None
    for address, data in of(made, "xml").items():
        read, other = feedparser.parse(data), json.loads(made.files[address.replace(".xml", ".json")])
        assert not read.bozo, (address, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert _told(read.feed.title) == _told(other["title"])
        assert [_entry(each) for each in read.entries] == [_item(each) for each in other["items"]]
        assert landing(address, other["home_page_url"], url) in made.pages
        for item in other["items"]:
            assert landing(address, item["url"], url) in made.pages, (address, item["url"])
        if url:
            assert other["feed_url"] == url.rstrip("/") + address.replace(".xml", ".json")


def _told(text: str) -> str:
    return " ".join(text.split())


def _entry(entry: Any) -> tuple[Any, ...]:
    tags = [tag.term for tag in entry.get("tags", [])]
    return entry.id, _told(entry.title), _told(entry.summary), entry.updated, _told(entry.author), entry.link, tags


def _item(item: Any) -> tuple[Any, ...]:
    author = _told(item["authors"][0]["name"])
    return (
        item["id"], _told(item["title"]), _told(item["content_text"]), item["date_published"], author, item["url"],
        item["tags"],
    )  # fmt: skip


@AUDIENCES
def test_the_programme_each_thread_roadmap_and_community_has_one(audience: Audience) -> None:
    made = rendered.bundled(audience)
    kinds = {"/", "/changes/"}
    kinds |= {each.address for each in (*made.view.threads, *made.view.roadmaps, *made.view.communities)}
    assert {address.removesuffix("feed.xml") for address in of(made, "xml")} == kinds
    for address in kinds:
        types = [(each.type, each.address) for each in made.pages[address].feeds if each.type != "text/calendar"]
        assert types == [(atom.TYPE, f"{address}feed.xml"), (jsonfeed.TYPE, f"{address}feed.json")]


def items(made: rendered.Build, address: str = "/feed.json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made.files[address])["items"]
    return found


def test_the_newest_thirty_come_first() -> None:
    made = rendered.bundled("coordinators")
    days = [item["date_published"] for item in items(made)]
    assert days == sorted(days, reverse=True)
    assert len(days) == feed.NEWEST == 30
    newest = sorted((post.card.date for post in made.view.posts), reverse=True)[:30]
    assert days == [f"{day.isoformat()}T12:00:00Z" for day in newest]


def test_a_post_in_a_feed_by_hand() -> None:
    (item,) = (each for each in items(rendered.healthy("organisation")) if each["url"].endswith("-first-prompt/"))
    namespace = uuid5(NAMESPACE_URL, "lanternworks-open-door")
    assert item["id"] == f"urn:uuid:{uuid5(namespace, '/posts/2026-02-20-first-prompt/')}"
    assert item["url"] == "./posts/2026-02-20-first-prompt/"
    assert item["date_published"] == "2026-02-20T12:00:00Z"
    assert item["tags"] == ["experiment"]


def test_ids_outlive_another_title_and_another_host() -> None:
    before = [item["id"] for item in items(rendered.healthy("organisation"))]
    text = re.sub(r"^title: .*", "title: Quite another", programmes.healthy()[POST].decode(), flags=re.MULTILINE)
    settings = programmes.healthy()["pairs/programme.yml"].decode() + "site: {url: https://elsewhere.example/here/}\n"
    changed = programmes.over_healthy({POST: text, "pairs/programme.yml": settings})
    made = rendered.build(programmes.loaded(changed), "organisation")
    assert "Quite another" in {item["title"] for item in items(made)}
    assert [item["id"] for item in items(made)] == before
    assert {item["url"].partition("posts/")[0] for item in items(made)} == {"https://elsewhere.example/here/"}


def test_where_the_others_sites_lie_is_not_known_so_their_links_are_relative() -> None:
    for audience in ("cohort", "coordinators"):
        made = rendered.bundled(audience)
        assert all(item["url"].startswith("./posts/") for item in items(made))
        assert "feed_url" not in json.loads(made.files["/feed.json"])


def test_an_empty_feed_has_the_day_of_its_page_and_is_valid() -> None:
    made = rendered.bare("organisation")
    read = feedparser.parse(made.files["/feed.xml"])
    assert read.entries == []
    assert read.feed.updated == f"{made.view.site.as_of.isoformat()}T12:00:00Z"


def test_characters_that_no_xml_can_hold_are_left_out() -> None:
    site = rendered.healthy("organisation").view.site
    entry = feed.Entry("/a/", "/a/", "a\x00b\x0b<&>\"'\ufffe", "c\x1bd", date(2026, 4, 1), "e", ('f"<',))
    data = atom.write(feed.Feed("/feed", "/", "t", "s", date(2026, 4, 1), (entry,)), site)
    assert feeds.atom_faults(data) == []
    (found,) = feedparser.parse(data).entries
    assert (found.title, found.tags[0].term) == ("ab<&>\"'", 'f"<')


def test_the_checks_see_faults() -> None:
    good = rendered.healthy("organisation").files["/feed.xml"].decode()
    spoilt = {
        r"<id>[^<]*</id>": "",
        r"<updated>[^<]*</updated>": "<updated>2026-04-01</updated>",
        r"<author><name>[^<]*</name></author>": "<author/>",
        r'<link rel="self"[^>]*>': "",
        r"<entry>": "<entry><entry/>",
        r'<category term="[^"]*"/>': "<category/>",
        r"<title>": '<title type="html">',
    }
    for pattern, other in spoilt.items():
        changed = re.sub(pattern, other, good, count=1)
        assert changed != good, pattern
        assert feeds.atom_faults(changed.encode()), pattern
    once, twice = re.findall(r"<id>[^<]*</id>", good)[1:3]
    assert feeds.atom_faults(good.replace(twice, once).encode())
    fine = json.loads(rendered.healthy("organisation").files["/feed.json"])
    assert feeds.json_faults(fine | {"version": "1"})
    assert feeds.json_faults(fine | {"items": [{"id": "a"}]})
