"""`/threads/` and `/threads/<cohort>/<pair>/`: the newest posts, and a pair's posts in their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.language import gettext, ngettext
from generator.language.forms import day, month
from generator.pages import progress
from generator.pages.archive import months
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.saying import Say, linked, plainly
from generator.pages.sides import capital
from generator.pages.template import render
from generator.view.shapes import Link, ThreadView, View

_FIRST_POST = "/handbook/first-post/"


def pages(view: View) -> Iterator[Page]:
    """Give the newest posts, thirty a page, and a page for every thread."""
    yield from _newest(view)
    for thread in view.threads:
        yield from _thread(view, thread)


def _newest(view: View) -> Iterator[Page]:
    cards = [post.card for post in reversed(view.posts)]
    state = gettext("No posts yet.")
    if cards:
        state = ngettext("%(num)s post, the newest first.", "%(num)s posts, the newest first.", len(cards))
    for leaf in leaves(cards, "/threads/"):
        title = leaf.title(gettext("Threads"))
        groups = [(name, list(found)) for name, found in groupby(leaf.items, key=lambda card: month(card.date))]
        older = months(view) if leaf.number == 1 else ()
        html = render(
            "threads",
            view,
            leaf.address,
            title=title,
            state=linked(leaf.address)(state, "posts", progress.listed(view, "posts")) if cards else state,
            leaf=leaf,
            groups=groups,
            older=older,
            tagged=any(post.tags for post in view.posts),
            home=place("home"),
            writing=_writing(view),
        )
        yield Page(path_of(leaf.address), title, state, html, "threads")


def _writing(view: View) -> Link | None:
    """Link the page on writing a post, where the programme has one."""
    return next((Link(page.title, page.address) for page in view.pages if page.address == _FIRST_POST), None)


def _thread(view: View, thread: ThreadView) -> Iterator[Page]:
    title, state = capital(thread.pair.title), standing(thread)
    for leaf in leaves(thread.posts, thread.address):
        named = leaf.title(title)
        html = render(
            "thread", view, leaf.address, title=named, state=standing(thread, linked(leaf.address)), thread=thread,
            leaf=leaf, threads=place("threads"),
            files=(("posts", gettext("Posts"), thread.files),) if thread.files and leaf.number == 1 else (),
        )  # fmt: skip
        yield Page(
            path_of(leaf.address),
            leaf.title(gettext("Thread of %(pair)s", pair=title)),
            f"{title}: {state}",
            html,
            "threads",
        )


def standing(thread: ThreadView, say: Say = plainly) -> str:
    """Say how many posts a thread has, and over which time."""
    first, last = thread.posts[0].date, thread.posts[-1].date
    said = ngettext(
        "%(num)s post, from %(first)s to %(last)s.", "%(num)s posts, from %(first)s to %(last)s.",
        len(thread.posts), first=day(first), last=day(last),
    )  # fmt: skip
    if first == last:
        said = ngettext("%(num)s post, %(day)s.", "%(num)s posts, %(day)s.", len(thread.posts), day=day(first))
    return say(said, "posts", f"{thread.address}#files-posts" if thread.files else None)
