"""Which feeds there are, and what stands in them: what the page beside each of them lists, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.language import gettext
from generator.pages import changes, communities, roadmaps, threads
from generator.pages.sides import capital
from generator.view.shapes import Card, ChangeView, NoteView, Someone, View

NEWEST = 30
"""A feed holds no more entries than this, however long the list."""

PROGRAMME, CHANGES = "/feed", "/changes/feed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `name` is what its id is made from, `address` where the site shows it."""

    name: str
    address: str
    title: str
    summary: str
    day: date
    author: str
    tags: tuple[str, ...]
    language: str | None = None
    """What its title and summary are written in, if that is not the feed's language."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed beside a page; `stem` is its place without `.xml` or `.json`, `since` its day while it is empty."""

    stem: str
    page: str
    title: str
    says: str
    since: date
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> date:
        """Give the newest day that it tells of."""
        return max((entry.day for entry in self.entries), default=self.since)


def feeds(view: View) -> Iterator[Feed]:
    """Give the feeds of the programme, of what changed, and of each thread, roadmap and community."""
    site = view.site
    yield programme(view)
    title = gettext("%(programme)s: what changed", programme=site.name)
    yield Feed(
        CHANGES, "/changes/", title, changes.standing(view), site.as_of,
        tuple(_change(each) for each in view.changes[:NEWEST]),
    )  # fmt: skip
    for thread in view.threads:
        title = gettext("%(programme)s: thread of %(pair)s", programme=site.name, pair=capital(thread.pair.title))
        yield Feed(
            f"{thread.address}feed", thread.address, title, threads.standing(thread), site.as_of,
            tuple(map(_post, newest(thread.posts))),
        )  # fmt: skip
    for roadmap in view.roadmaps:
        title = gettext("%(programme)s: posts from %(roadmap)s", programme=site.name, roadmap=roadmap.title)
        yield Feed(
            f"{roadmap.address}feed", roadmap.address, title,
            roadmaps.standing(roadmap), roadmap.reviewed_on, tuple(_post(card) for card in roadmap.posts[:NEWEST]),
        )  # fmt: skip
    for community in view.communities:
        says = f"{capital(communities.standing(community))}."
        yield Feed(
            f"{community.address}feed", community.address, f"{site.name}: {community.title}", says,
            community.reviewed_on, tuple(_note(each) for each in community.notes[:NEWEST]),
        )  # fmt: skip


def programme(view: View) -> Feed:
    """Give the programme's own feed: the newest posts of all threads."""
    cards = newest([post.card for post in view.posts[-NEWEST:]])
    site = view.site
    return Feed(PROGRAMME, "/", site.name, site.purpose, site.as_of, tuple(map(_post, cards)))


def newest(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give the newest posts first; cards come oldest first."""
    return tuple(cards)[: -NEWEST - 1 : -1]


def _author(someone: Someone) -> str:
    return someone.name or gettext("a participant")


def _post(card: Card) -> Entry:
    author = _author(card.author)
    return Entry(
        card.address, card.address, card.title, card.summary, card.date, author, (card.kind,), card.language
    )  # fmt: skip


def _change(change: ChangeView) -> Entry:
    address = change.post.address or "/changes/"
    title = change.post.title
    return Entry(
        f"{address}#change",
        address,
        change.what,
        gettext("Told in %(post)s", post=title),
        change.on,
        _author(change.owner),
        (change.state,),
    )


def _note(note: NoteView) -> Entry:
    return Entry(note.address, note.address, note.title, note.result, note.date, _author(note.author), ())
