"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.language import spoken
from generator.pages.feeds.feed import Entry, Feed
from generator.pages.feeds.identity import identifier, link, noon
from generator.view.shapes import Site

TYPE = "application/atom+xml"
_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that no XML document can hold, not even escaped."""


def write(feed: Feed, site: Site) -> bytes:
    """Write a feed; it has an author of its own, since an empty feed has no entry with one."""
    file = f"{feed.stem}.xml"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(spoken(site.language))}>',
        f"<id>{identifier(site, feed.stem).urn}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<subtitle>{_text(feed.says)}</subtitle>",
        f"<updated>{noon(feed.updated)}</updated>",
        f"<author><name>{_text(site.organisation)}</name></author>",
        f'<link rel="self" type="{TYPE}" href={_quoted(link(site, file, file))}/>',
        f'<link rel="alternate" type="text/html" href={_quoted(link(site, feed.page, file))}/>',
    ]
    for entry in feed.entries:
        lines += _entry(entry, site, file)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(entry: Entry, site: Site, file: str) -> Iterator[str]:
    tongue = f" xml:lang={_quoted(entry.language)}" if entry.language else ""
    yield "<entry>"
    yield f"<id>{identifier(site, entry.name).urn}</id>"
    yield f"<title{tongue}>{_text(entry.title)}</title>"
    yield f"<updated>{noon(entry.day)}</updated>"
    yield f"<author><name>{_text(entry.author)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href={_quoted(link(site, entry.address, file))}/>'
    yield from (f"<category term={_quoted(tag)}/>" for tag in entry.tags)
    yield f"<summary{tongue}>{_text(entry.summary)}</summary>"
    yield "</entry>"


def _text(value: str) -> str:
    return escape(_NO_XML.sub("", value))


def _quoted(value: str) -> str:
    return quoteattr(_NO_XML.sub("", value))
