"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from generator.language import spoken
from generator.pages.feeds.feed import Entry, Feed
from generator.pages.feeds.identity import home, identifier, link, noon
from generator.view.shapes import Site

TYPE = "application/feed+json"


def write(feed: Feed, site: Site) -> bytes:
    """Write a feed; its own address only where the site's is known, since there it has to be a whole one."""
    file = f"{feed.stem}.json"
    found: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": link(site, feed.page, file),
        "description": feed.says,
        "language": spoken(site.language),
        "authors": [{"name": site.organisation}],
        "items": [_item(entry, site, file) for entry in feed.entries],
    }
    if home(site):
        found["feed_url"] = link(site, file, file)
    return (json.dumps(found, ensure_ascii=False) + "\n").encode()


def _item(entry: Entry, site: Site, file: str) -> dict[str, Any]:
    said = {"language": entry.language} if entry.language else {}
    return {
        "id": identifier(site, entry.name).urn,
        "url": link(site, entry.address, file),
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": noon(entry.day),
        "authors": [{"name": entry.author}],
        "tags": list(entry.tags),
        **said,
    }
