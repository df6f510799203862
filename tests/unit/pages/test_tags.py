"""Tags: every word authors gave, with the posts this audience may read and no others."""

from __future__ import annotations

from dataclasses import replace

import rendered

from generator.pages import tags
from generator.view.shapes import View

OUTSIDE = rendered.bundled("organisation")


def tagged(*posts: tuple[str, ...]) -> View:
    """Give a view whose posts have these tags, the oldest first."""
    given = zip(OUTSIDE.view.posts, posts, strict=False)
    return replace(OUTSIDE.view, posts=tuple(replace(post, tags=words) for post, words in given))


def test_every_post_stands_under_each_of_its_tags_newest_first() -> None:
    for post in OUTSIDE.view.posts:
        for tag in post.tags:
            assert f"posts/{post.card.address.split('/')[2]}/" in OUTSIDE.html(tags.address(tag))
    found = tags.tags(tagged(("a",), ("b",), ("a", "b")))
    assert [(tag.name, len(tag.cards)) for tag in found] == [("a", 2), ("b", 2)]
    assert [card.date for card in found[0].cards] == sorted((card.date for card in found[0].cards), reverse=True)


def test_a_post_links_its_tags() -> None:
    post = next(post for post in OUTSIDE.view.posts if post.tags)
    links = rendered.read(OUTSIDE.html(post.card.address)).links
    assert f"../..{tags.address(post.tags[0])}" in links


def test_spellings_of_one_tag_are_one_page_under_the_usual_one() -> None:
    found = tags.tags(tagged(("Dock 4",), ("dock-4",), ("dock-4",), ("DOCK_4",)))
    assert [(tag.name, tag.address, len(tag.cards)) for tag in found] == [("dock-4", "/tags/dock-4/", 4)]


def test_letters_of_any_script_and_signs_alone_have_an_address() -> None:
    assert tags.address("Über uns") == "/tags/über-uns/"
    assert tags.address("!?") == "/tags/213f/"
    assert len(tags.address("x" * 500)) < 80


def test_a_tag_only_others_may_read_is_nowhere() -> None:
    inside = {tag.address for tag in tags.tags(rendered.bundled("cohort").view)}
    outside = {tag.address for tag in tags.tags(OUTSIDE.view)}
    hidden = inside - outside
    assert hidden, "the bundled programme has a tag on a post for those who take part"
    assert not hidden & set(OUTSIDE.pages)


def test_without_a_tag_there_is_no_page_and_no_link() -> None:
    assert list(tags.pages(tagged((), ()))) == []
    made = rendered.bare("organisation")
    assert not [address for address in made.pages if address.startswith("/tags/")]
    assert "tags/" not in made.html("/search/") + made.html("/threads/")
