"""`/posts/<date>-<slug>/`: a post."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, path_of
from generator.pages.template import render
from generator.view.shapes import Link, View

_THREADS = Link("Threads", "/threads/")


def pages(view: View) -> Iterator[Page]:
    """Give a page for every post this audience may read."""
    for post in view.posts:
        address = post.card.address
        html = render("post", view, address, post=post, threads=_THREADS)
        yield Page(path_of(address), post.card.title, post.card.summary, html, "threads", post.source)
