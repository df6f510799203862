"""`/posts/<date>-<slug>/`: a post."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.tags import address as tag_address
from generator.pages.template import render
from generator.view.shapes import Link, View


def pages(view: View) -> Iterator[Page]:
    """Give a page for every post this audience may read."""
    areas = {area.id: area.title for area in view.areas}
    found = progress.listed(view, "posts")
    for post in view.posts:
        address = post.card.address
        tags = [Link(tag, tag_address(tag)) for tag in post.tags]
        html = render("post", view, address, post=post, tags=tags, found=found, threads=place("threads"))
        facets = (*(("area", areas[area]) for area in post.areas if area in areas), ("year", str(post.card.date.year)))
        yield Page(path_of(address), post.card.title, post.card.summary, html, "threads", post.source, facets)
