"""Roadmaps: facts worked out by hand from the healthy programme and from small changes to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import programmes
import rendered

from generator.pages import pages
from generator.pages.page import Page
from generator.view.shapes import Card, Link, Someone, View

DIGITAL = "/roadmaps/digital-fluency/"
OUTSIDE = rendered.healthy("organisation")


def made(view: View) -> dict[str, Page]:
    return {page.address: page for page in pages(view)}


def with_roadmap(**changes: object) -> dict[str, Page]:
    roadmaps = tuple(
        replace(each, **changes) if each.address == DIGITAL else each  # type: ignore[arg-type]
        for each in OUTSIDE.view.roadmaps
    )
    return made(replace(OUTSIDE.view, roadmaps=roadmaps))


def changed(*pairs: tuple[str, str], audience: str = "organisation") -> rendered.Build:
    path = "content/roadmaps/digital-fluency.md"
    text = programmes.healthy()[path].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return rendered.build(programmes.loaded(programmes.over_healthy({path: text})), audience)  # type: ignore[arg-type]


def test_the_list_adds_up_steps_and_minutes() -> None:
    # candour: 2 steps, 120 minutes; digital fluency: 3 steps, 60 + 60 + 45 = 165 minutes
    assert "2 roadmaps with 5 steps, 4 h 45 min in all." in OUTSIDE.text("/roadmaps/")
    assert OUTSIDE.pages["/roadmaps/"].description == "2 roadmaps with 5 steps, 4 h 45 min in all."
    headings = [words for tag, words in rendered.read(OUTSIDE.html("/roadmaps/")).headings if tag == "h2"]
    assert headings == ["Candour", "Digital fluency"]


def test_a_roadmap_says_what_it_is() -> None:
    said = OUTSIDE.text(DIGITAL)
    assert "3 steps, 2 h 45 min in all; reviewed on 2 February 2026." in said
    assert "For whom Leaders who approve tools they do not use." in said
    assert "Why now The assistant has been on every desk for a year." in said
    assert "What may go wrong The mentor becomes the help desk." in said
    assert "Notes on this roadmap Begin with the policy, not with the tool." in said
    assert OUTSIDE.pages[DIGITAL].source == "content/roadmaps/digital-fluency.md"


def test_a_step_has_an_anchor_and_a_value_for_both_sides_side_by_side() -> None:
    html = OUTSIDE.html(DIGITAL)
    assert {"where-i-stand", "first-real-task", "teach-back"} <= set(rendered.read(html).ids)
    step = html[html.index('id="teach-back"') :].partition("</li>\n</ol>")[0]
    said = rendered.read(f"<div><ol><li {step}</li></ol></div>").words
    assert "3. Teach it back 45 min · after A first real task" in said
    assert "Can you explain it in five minutes?" in said
    assert "Mentor (junior) Presents to leaders." in said
    assert "Mentee (senior) Demonstrates it in public." in said
    assert said.endswith("Done when there is: The date of the demonstration.")
    assert '<a href="../../roadmaps/digital-fluency/#first-real-task">A first real task</a>' in step


def test_without_risks_body_or_posts_no_heading_is_left() -> None:
    page = with_roadmap(risks=(), posts=(), body=replace(OUTSIDE.view.roadmaps[0].body, markdown="\n"))[DIGITAL]
    assert [words for tag, words in rendered.read(page.html).headings if tag == "h2"] == ["Why now", "The steps"]


def test_used_by_is_said_only_where_it_is_known() -> None:
    assert "Used by" not in OUTSIDE.text(DIGITAL)
    page = with_roadmap(used_by=7)[DIGITAL]
    assert '<dt>Used by</dt><dd><a href="../../measures/#pairs">7 pairs</a> so far</dd>' in page.html


def test_posts_of_its_steps_belong_to_it() -> None:
    assert "The first prompt was a complaint" in OUTSIDE.text(DIGITAL)
    assert "One report less" in OUTSIDE.text(DIGITAL)
    assert "A question for April" not in rendered.healthy("cohort").text(DIGITAL)  # names no step


def test_of_many_posts_the_newest_twelve_stand_on_the_page() -> None:
    cards = tuple(
        Card(f"/posts/p{n}/", f"Post {n:02}", date(2026, 1, n), "win", "organisation", "S.", Someone(None), 1)
        for n in range(14, 0, -1)
    )
    html = with_roadmap(posts=cards)[DIGITAL].html
    assert [title for tag, title in rendered.read(html).headings if title.startswith("Post ")] == [
        f"Post {n:02}" for n in range(14, 2, -1)
    ]
    assert "The newest 12 of 14" in rendered.read(html).words


def test_a_retired_roadmap_has_a_banner_stands_last_and_is_not_counted() -> None:
    found = changed(("state: active", "state: retired"))
    assert "Retired This roadmap is kept for those who followed it." in found.text(DIGITAL)
    assert "1 roadmap with 2 steps, 2 h in all." in found.text("/roadmaps/")
    assert [each.address for each in found.view.roadmaps] == ["/roadmaps/candour/", DIGITAL]
    assert "Retired" not in OUTSIDE.text(DIGITAL)


def test_a_draft_has_no_page_in_any_build() -> None:
    for audience in rendered.AUDIENCES:
        found = changed(("state: active", "state: draft"), audience=audience)
        assert DIGITAL not in found.pages
        assert "digital-fluency" not in found.html("/roadmaps/")


def test_a_beta_says_so() -> None:
    found = changed(("state: active", "state: beta"))
    assert "State beta tried by a few, and still changing" in found.text(DIGITAL)
    assert "2 h 45 min · beta" in found.text("/roadmaps/")


def test_without_roadmaps_the_list_says_what_to_do_instead() -> None:
    page = made(replace(OUTSIDE.view, roadmaps=()))["/roadmaps/"]
    assert page.description == "No roadmap is open yet."
    assert "No roadmap yet." in rendered.read(page.html).words


def test_an_id_of_a_step_never_meets_one_of_ours() -> None:
    steps = tuple(
        replace(OUTSIDE.view.roadmaps[0].steps[0], id=name, after=(Link("x", f"{DIGITAL}#steps"),))
        for name in ("steps", "why", "risks", "posts", "notes", "h-why", "u-begin")
    )
    found = rendered.read(with_roadmap(steps=steps)[DIGITAL].html)
    assert len(found.ids) == len(set(found.ids))
