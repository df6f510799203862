"""What RFC 4287 and JSON Feed 1.1 insist on, read from their texts: a feed reader forgives most of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
_ONCE = {"id", "title", "updated"}
_AT_MOST_ONCE = {
    "feed": {"generator", "icon", "logo", "rights", "subtitle"},
    "entry": {"content", "published", "rights", "source", "summary"},
}
_PERSONS = {"author", "contributor"}
_MANY = _PERSONS | {"category", "link"}
_VERSION = "https://jsonfeed.org/version/1.1"
_FEED_KEYS = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
_ITEM_KEYS = {"id", "url", "title", "content_text", "content_html", "summary", "date_published", "authors", "tags"}


def atom_faults(data: bytes) -> list[str]:
    """Name what RFC 4287 forbids in a feed."""
    root = ET.fromstring(data)  # noqa: S314 - written by us a moment ago
    if root.tag != f"{ATOM}feed":
        return [f"<{root.tag}> is no feed"]
    entries = root.findall(f"{ATOM}entry")
    found = [*_element(root, "feed"), *(fault for entry in entries for fault in _element(entry, "entry"))]
    if root.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        found.append("4.1.1: neither the feed nor every entry has an author")
    ids = Counter(entry.findtext(f"{ATOM}id") for entry in entries)
    found += [f"4.1.1: two entries have the id {name}" for name, count in ids.items() if count > 1]
    return found


def _element(element: ET.Element, kind: str) -> Iterator[str]:
    names = Counter(child.tag.removeprefix(ATOM) for child in element)
    yield from (f"4.1: {names[name]} <{name}> in <{kind}>" for name in sorted(_ONCE) if names[name] != 1)
    yield from (f"4.1: {names[name]} <{name}> in <{kind}>" for name in sorted(_AT_MOST_ONCE[kind]) if names[name] > 1)
    allowed = _ONCE | _AT_MOST_ONCE[kind] | _MANY | ({"entry"} if kind == "feed" else set())
    yield from (f"4.1: <{name}> in <{kind}>" for name in names if name not in allowed)
    yield from _values(element)
    yield from _links(element.findall(f"{ATOM}link"), kind, content="content" in names)


def _values(element: ET.Element) -> Iterator[str]:
    for child in element:
        name, text = child.tag.removeprefix(ATOM), child.text or ""
        if name == "id" and (not urlsplit(text).scheme or text != text.strip()):
            yield f"4.2.6: the id {text!r} is no IRI"
        if name in {"updated", "published"} and not _MOMENT.fullmatch(text):
            yield f"3.3: {text!r} is no moment"
        if name in _PERSONS and len(child.findall(f"{ATOM}name")) != 1:
            yield "3.2: a person without one name"
        if name in {"title", "subtitle", "summary", "rights"} and (len(child) or child.get("type", "text") != "text"):
            yield f"3.1: <{name}> is no plain text"
        if name == "category" and not child.get("term"):
            yield "4.2.2: a category without a term"


def _links(links: list[ET.Element], kind: str, *, content: bool) -> Iterator[str]:
    yield from ("4.2.7: a link without an address" for each in links if not each.get("href"))
    yield from (
        f"4.2.7: {each.get('type')} is no media type" for each in links if not _TYPE.fullmatch(each.get("type", "a/b"))
    )
    kinds = Counter(
        (each.get("type"), each.get("hreflang")) for each in links if each.get("rel", "alternate") == "alternate"
    )
    yield from (f"4.1: two alternates of {each}" for each, count in kinds.items() if count > 1)
    if kind == "entry" and not content and not kinds:
        yield "4.1.2: neither content nor an alternate"
    if kind == "feed" and not any(each.get("rel") == "self" for each in links):
        yield "4.1.1: no link to itself"


def json_faults(feed: Any) -> list[str]:
    """Name what JSON Feed 1.1 forbids in a feed; of what it allows, what we have no use for counts as a fault."""
    found = [f"{key} is not known" for key in feed.keys() - _FEED_KEYS]
    found += [] if feed.get("version") == _VERSION else ["no version"]
    found += [] if isinstance(feed.get("title"), str) and feed["title"] else ["no title"]
    found += _authors(feed)
    ids = [item.get("id") for item in feed["items"]]
    found += [] if len(set(ids)) == len(ids) else ["two items have one id"]
    return found + [fault for item in feed["items"] for fault in _item(item)]


def _item(item: Any) -> Iterator[str]:
    yield from (f"{key} is not known" for key in item.keys() - _ITEM_KEYS)
    yield from _authors(item)
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield "an item without an id"
    if not isinstance(item.get("content_text", item.get("content_html")), str):
        yield "an item without content"
    if not _MOMENT.fullmatch(item.get("date_published", "")):
        yield "an item without a moment"
    if not all(isinstance(tag, str) for tag in item.get("tags", [])):
        yield "a tag that is no text"


def _authors(holder: Any) -> list[str]:
    return [] if all(author.get("name") for author in holder.get("authors", [])) else ["an author without a name"]
