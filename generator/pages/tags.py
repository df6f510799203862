"""`/tags/` and `/tags/<tag>/`: posts by the words their authors gave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import gettext, ngettext
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.saying import Say, linked, plainly
from generator.pages.template import render
from generator.view.shapes import Card, Link, View

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with its posts, the newest first; spellings that differ in capitals or signs only are one tag."""

    name: str
    address: str
    cards: tuple[Card, ...]

    @property
    def link(self) -> Link:
        """Link the tag's page by its name."""
        return Link(self.name, self.address)


def address(tag: str) -> str:
    """Give the page of a tag: its letters and digits in lower case, `-` for all else."""
    slug = "-".join(re.findall(r"\w+", tag.casefold().replace("_", " ")))[:_LONGEST]
    return f"/tags/{slug or tag.encode().hex()[:_LONGEST]}/"


def tags(view: View) -> tuple[Tag, ...]:
    """Give the tags of the posts this audience may read, by name."""
    spelt: dict[str, Counter[str]] = {}
    cards: dict[str, list[Card]] = {}
    for post in reversed(view.posts):
        for tag in post.tags:
            spelt.setdefault(address(tag), Counter())[tag] += 1
        for own in dict.fromkeys(map(address, post.tags)):
            cards.setdefault(own, []).append(post.card)
    found = [Tag(_name(names), own, tuple(cards[own])) for own, names in spelt.items()]
    return tuple(sorted(found, key=lambda tag: (tag.name.casefold(), tag.address)))


def _name(spelt: Counter[str]) -> str:
    """Choose the spelling most posts have; of two that are as frequent the first by alphabet."""
    return min(spelt, key=lambda each: (-spelt[each], each))


def pages(view: View) -> Iterator[Page]:
    """Give the list of tags, and a page for each; nothing where no post has one."""
    found = tags(view)
    if not found:
        return
    state, said = standing(view, len(found)), standing(view, len(found), linked("/tags/"))
    html = render(
        "tags", view, "/tags/", state=said, tags=found, lists=progress.links(view, "posts"),
        threads=place("threads"),
    )  # fmt: skip
    yield Page("tags/index.md", gettext("Tags"), state, html, "threads")
    for tag in found:
        yield from _page(view, tag)


def standing(view: View, count: int, say: Say = plainly) -> str:
    """Say how many tags there are, and how many posts have one."""
    files, tagged = progress.listed(view, "posts"), sum(bool(post.tags) for post in view.posts)
    tags = say(ngettext("%(num)s tag", "%(num)s tags", count), "listed", files)
    posts = say(ngettext("%(num)s post", "%(num)s posts", tagged), "posts", files)
    return gettext("%(tags)s on %(posts)s.", tags=tags, posts=posts)


def _page(view: View, tag: Tag) -> Iterator[Page]:
    state = ngettext("%(num)s post, the newest first.", "%(num)s posts, the newest first.", len(tag.cards))
    for leaf in leaves(tag.cards, tag.address):
        title = leaf.title(gettext("Posts tagged %(tag)s", tag=tag.name))
        crumbs = (place("threads"), place("tags"))
        said = linked(leaf.address)(state, "posts", progress.listed(view, "posts"))
        html = render("tag", view, leaf.address, title=title, state=said, leaf=leaf, crumbs=crumbs)
        yield Page(path_of(leaf.address), title, state, html, "threads")
