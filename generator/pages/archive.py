"""`/archive/<year>/<month>/`: the posts of a month in the order they were written, so that old pages never shift."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.language import gettext, ngettext
from generator.language.forms import month
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.saying import linked
from generator.pages.template import render
from generator.view.shapes import Card, Link, View


def pages(view: View) -> Iterator[Page]:
    """Give a page for every month in which something was written that this audience may read."""
    found = by_month(view)
    for at, (address, cards) in enumerate(found):
        earlier, later = _link(found, at - 1), _link(found, at + 1)
        name = month(cards[0].date)
        state = ngettext(
            "%(num)s post written in %(month)s.", "%(num)s posts written in %(month)s.", len(cards), month=name
        )
        for leaf in leaves(cards, address):
            title = leaf.title(gettext("Posts of %(month)s", month=name))
            html = render(
                "archive",
                view,
                leaf.address,
                title=title,
                state=linked(leaf.address)(state, "posts", progress.listed(view, "posts")),
                leaf=leaf,
                earlier=earlier,
                later=later,
                threads=place("threads"),
            )
            yield Page(path_of(leaf.address), title, state, html, "threads")


def months(view: View) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Give the months with posts by year, the newest first."""
    links = [(cards[0].date, Link(month(cards[0].date), address)) for address, cards in reversed(by_month(view))]
    return tuple(
        (str(year), tuple(link for _, link in found)) for year, found in groupby(links, key=lambda each: each[0].year)
    )


def by_month(view: View) -> list[tuple[str, tuple[Card, ...]]]:
    """Give each month's address with its posts, the oldest first."""
    cards = (post.card for post in view.posts)
    grouped = groupby(cards, key=lambda card: f"/archive/{card.date.year}/{card.date.month:02}/")
    return [(address, tuple(found)) for address, found in grouped]


def _link(found: list[tuple[str, tuple[Card, ...]]], at: int) -> Link | None:
    if not 0 <= at < len(found):
        return None
    address, cards = found[at]
    return Link(month(cards[0].date), address)
