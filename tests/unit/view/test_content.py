"""Free pages and where the links of curated texts lead."""

from __future__ import annotations

import programmes
import pytest
import rendered

from generator.source import images
from generator.view.shapes import Body

WELCOME = "content/handbook/welcome.md"


def page(text: str) -> tuple[str, Body]:
    view = rendered.build(programmes.loaded(programmes.over_healthy({WELCOME: text})), "organisation").view
    found = next(each for each in view.pages if each.address == "/handbook/welcome/")
    return found.title, found.body


@pytest.mark.parametrize(
    ("text", "title", "markdown"),
    [
        ("---\ntitle: Hello\n---\n\n# Other\n\nBody.\n", "Hello", "# Other\n\nBody."),
        ("---\ntitle: Hello\n---\n\n# Hello\n\nBody.\n", "Hello", "Body."),
        ("# First\n\nBody.\n", "First", "Body."),
        ("## Second\n\nBody.\n", "Second", "Body."),
        ("Body without heading.\n", "Welcome", "Body without heading."),
    ],
)
def test_a_title_is_said_once(text: str, title: str, markdown: str) -> None:
    found = page(text)
    assert found[0] == title
    assert found[1].markdown.strip() == markdown


@pytest.mark.parametrize(
    ("destination", "expected"),
    [
        ("../agendas/contracting.md", "/agendas/contracting/"),
        ("../roadmaps/candour.md#what-rises", "/roadmaps/candour/#what-rises"),
        ("../roadmaps/candour.md#a-heading", "/roadmaps/candour/#u-a-heading"),
        ("#what-is-shown", "#u-what-is-shown"),
        ("welcome.md#what-is-shown", "/handbook/welcome/#u-what-is-shown"),
        ("two-chairs.png", None),
        ("../../pairs/programme.yml", None),
        ("../threads/2026-spring/pair-03/2026-02-20-first-prompt.md", "/posts/2026-02-20-first-prompt/"),
        ("../threads/2026-spring/pair-03/2026-03-25-a-question-for-april.md", None),
        ("../threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md", None),
        ("/etc/passwd", None),
        ("", None),
        ("#", None),
    ],
)
def test_a_link_of_a_page_leads_where_this_audience_has_one(destination: str, expected: str | None) -> None:
    view = rendered.healthy("organisation").view
    body = next(each.body for each in view.pages if each.address == "/handbook/welcome/")
    found = body.resolve(destination)
    if destination.endswith(".png"):
        assert found is not None
        assert found.startswith("/images/")
        return
    assert found == expected


def test_what_two_share_is_shown_without_their_dislikes() -> None:
    view = rendered.healthy("cohort").view
    pair = next(each for each in view.pairs if each.slug == "pair-03")
    assert pair.shared_interests == ("night trains",)


def test_interests_are_not_shared_where_one_does_not_consent() -> None:
    person = programmes.healthy()["pairs/people/p-018.yml"].decode().replace("profile: cohort", "profile: nobody")
    changed = programmes.loaded(programmes.over_healthy({"pairs/people/p-018.yml": person}))
    for audience, expected in (("cohort", ()), ("coordinators", ("pottery",))):
        view = rendered.build(changed, audience).view  # type: ignore[arg-type]
        assert next(each for each in view.pairs if each.slug == "pair-07").shared_interests == expected


def test_an_image_is_named_by_what_it_shows_and_not_by_where_it_lies() -> None:
    here = "content/handbook/two-chairs.png"
    there = "content/threads/2026-spring/pair-03/two-chairs.png"
    image = programmes.healthy()[here]
    found = programmes.loaded(programmes.over_healthy({there: image})).programme.images
    assert found[here] == found[there]
    assert found[here] != images.digest(image + b"another")
