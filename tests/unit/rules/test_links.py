"""LNK002 and LNK003: links in bodies; the bodies start on the line after the front matter, places by hand."""

from __future__ import annotations

import programmes
import pytest
from telling import findings, related, told

from generator.source.finding import Finding

PAGE = "content/handbook/start.md"
ROADMAP = "content/roadmaps/path.md"
ROADMAP_TEXT = """\
---
title: Path
focus_area: digital
audience: Leaders.
owner: p-001
version: 1
reviewed_on: 2026-01-05
state: active
why_now: Now.
steps:
  - id: first-step
    title: First
---

## Where to begin

Here.
"""
THREAD = "content/threads/spring/pair-03/"
POST = """\
---
title: One
date: {date}
author: p-017
kind: win
visibility: {visibility}
summary: One.
partner: not mentioned
{more}---
{body}
"""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(4) + b"IEND" + bytes(4)


def post(day: int, visibility: str, body: str = "Text.", more: str = "") -> dict[str, str]:
    """Give a post of March 2026; its visibility stands on line 6, its body starts on line 10 (or 11 with more)."""
    date = f"2026-03-{day:02}"
    return {f"{THREAD}{date}-one.md": POST.format(date=date, visibility=visibility, body=body, more=more)}


FILES = {
    ROADMAP: ROADMAP_TEXT,
    "content/handbook/other.md": "# Other page\n\n## A & b\n\n## A & b\n",
    "content/about.md": "# About\n",
    **post(1, "public"),
    **post(2, "organisation"),
    **post(3, "cohort"),
    f"{THREAD}2026-03-04-sealed-00000000.md": "---\ntitle: sealed\ndate: 2026-03-04\nauthor: p-017\nkind: win\n"
    "visibility: pair\nminutes: 1\n---\n-----BEGIN AGE ENCRYPTED FILE-----\n",
}


def page(body: str, files: dict[str, str] | None = None) -> list[Finding]:
    """Give what LNK002 says of a page without front matter."""
    return findings("LNK002", FILES | (files or {}) | {PAGE: body})


@pytest.mark.parametrize(
    "body",
    [
        "[a](other.md)",
        "[a](./other.md) and [b](../handbook/other.md)",
        "[a](../about.md)",
        "[a](../roadmaps/path.md#first-step) [b](../roadmaps/path.md#where-to-begin)",
        "[a](other.md#other-page) [b](other.md#a--b) [c](other.md#a--b-1)",
        "# Here it is\n\n[up](#here-it-is) [own](start.md#here-it-is)",
        "[a](../threads/spring/pair-03/2026-03-01-one.md)",
        "[a](https://example.org/x) <https://example.org> [b](mailto:a@b.example) [c](ftp://x) [d](//x/y)",
        "`[a](nowhere.md)` and \\[b](nowhere.md)",
        "```\n[a](nowhere.md)\n```",
        "    [a](nowhere.md)",
        "[a][b]\n\n[b]: other.md",
        "text[^1]\n\n[^1]: note",
        "[a]",
        "<div>[a](nowhere.md)</div>",
    ],
)
def test_a_link_that_arrives_is_fine(body: str) -> None:
    assert page(body) == []


NOWHERE = "the link leads to no page of the programme"


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("See [a](nowhere.md).", "1:9-19", NOWHERE),
        ('Text.\n\n> ü [a](nowhere.md "b")', "3:9-19", NOWHERE),
        ("| a |\n|---|\n| \\| [a](nowhere.md) |", "3:10-20", NOWHERE),
        ("[a](<nowhere.md>)", "1:6-16", NOWHERE),
        ("[a][b] and [c][b]\n\n[b]: nowhere.md", "3:6-16", NOWHERE),
        ("[a](../handbook/)", "1:5-17", NOWHERE),
        ("[a](other)", "1:5-10", NOWHERE),
        ("[a](other.md?x=1)", "1:5-17", NOWHERE),
        ("[a](../moved.yml)", "1:5-17", NOWHERE),
        ("[a]()", "1:1-6", "the link has no destination"),
        ("[a](/handbook/other/)", "1:5-21", "the link starts at the root of the site"),
        ("[a](../../pairs/programme.yml)", "1:5-30", "the link leads into pairs/, which no page shows"),
        ("[a](../../pairs/spring/pair-03/pair.yml#x)", "1:5-42", "the link leads into pairs/, which no page shows"),
        ("[a](../../../x.md)", "1:5-18", "the link leads out of the repository"),
        ("[a](other.md#nowhere)", "1:5-21", "the page has no such heading"),
        ("[a](#Other)", "1:5-11", "the page has no such heading"),
        ("![a](nowhere.png)", "1:6-17", "there is no such image"),
        ("![a](other.md)", "1:6-14", "there is no such image"),
        (
            "[a](../threads/spring/pair-03/2026-03-04-sealed-00000000.md)",
            "1:5-60",
            "the link leads to a sealed post",
        ),
    ],
)
def test_a_link_that_does_not_arrive_is_told_at_its_destination(body: str, place: str, message: str) -> None:
    (found,) = page(body)
    assert str(found.span) == f"{PAGE}:{place}"
    assert found.message == message


def test_the_place_counts_the_front_matter() -> None:
    (found,) = page("---\ntitle: Start\n---\n\nText, [a](nowhere.md)\n")
    assert str(found.span) == f"{PAGE}:5:11-21"


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("othre.md", "other.md"),
        ("other", "other.md"),
        ("other.html", "other.md"),
        ("path.md", "../roadmaps/path.md"),
        ("../roadmaps/path/", "../roadmaps/path.md"),
        ("/about/", "../about.md"),
        ("../roadmaps/paht.md", "../roadmaps/path.md"),
        ("x/y/zzzzzzzz.md", None),
    ],
)
def test_the_nearest_page_is_offered_as_a_path_from_the_file(target: str, near: str | None) -> None:
    (found,) = page(f"[a]({target})")
    assert found.fix.text == near
    assert not near or found.help == f"did you mean `{near}`?"


def test_an_index_is_known_by_its_folder_and_not_by_its_name() -> None:
    files = {
        path: f"---\ntitle: A\n---\n\n[a]({target})\n"
        for path, target in (
            ("content/handbook/index.md", "../communities/first-mentors/index.md"),
            ("content/handbook/b.md", "../communities/first-mentor/index.md"),
            ("content/handbook/c.md", "../communities/night-shift/index.md"),
        )
    }
    community = (
        "title: A\npurpose: B.\naudience: C.\nhost: p-004\nrule: D.\njoining: E.\ncalls: F.\n"
        "code_of_conduct: G.\nreviewed_on: 2026-01-05\n"
    )
    files["content/communities/first-mentors/index.md"] = f"---\n{community}---\n"
    found = {each.span.path: each.fix.text for each in findings("LNK002", files)}
    assert found == {
        "content/handbook/b.md": "../communities/first-mentors/index.md",
        "content/handbook/c.md": None,
    }


def test_with_an_anchor_the_nearest_page_is_no_fix() -> None:
    (found,) = page("[a](othre.md#a--b)")
    assert (found.help, found.fix.grade) == ("did you mean `other.md`?", "manual")


def test_a_post_is_offered_only_to_its_own_thread_and_only_if_all_may_read_it() -> None:
    (found,) = page("[a](../threads/spring/pair-03/2026-03-01-oen.md)")
    assert found.fix.text is None
    own = post(9, "organisation", "[a](2026-03-02-oen.md) [b](2026-03-03-oen.md)")
    assert [each.fix.text for each in findings("LNK002", FILES | own)] == ["2026-03-02-one.md", "2026-03-01-one.md"]


def test_the_step_nearest_to_an_anchor_is_offered_and_no_heading_is() -> None:
    (found,) = page("[a](../roadmaps/path.md#frist-step)")
    assert found.help == "did you mean `#first-step`?"
    (found,) = page("[a](../roadmaps/path.md#where-to-beginn)")
    assert "where" not in found.help


def test_the_text_of_the_link_is_never_quoted() -> None:
    for body in ("[canary](canary.md)", "[canary](other.md#canary)", "![canary](canary.png)", "[c](/canary)"):
        (found,) = page(body)
        assert "canary" not in f"{found.message}{found.help}{found.related}{found.key}"


def test_images_are_files_of_the_programme() -> None:
    files = {path: text.encode() for path, text in FILES.items()}
    files |= {"content/handbook/chair.png": PNG, PAGE: b"![a](chair.png) [b](chair.png)\n\n![c](chiar.png)\n"}
    found = programmes.loaded(files)
    assert found.findings == ()
    (fault,) = [each for each in programmes.judged(found) if each.code == "LNK002"]
    assert (str(fault.span), fault.fix.text) == (f"{PAGE}:3:6-15", "chair.png")


NEXT_DOOR = "content/threads/spring/pair-07/"
OF_A_THREAD = "the image lies with a thread, and only posts of that thread show it"


@pytest.mark.parametrize(
    ("path", "way", "place"),
    [
        (PAGE, "../threads/spring/pair-03/chair.png", "1:6-41"),
        (f"{NEXT_DOOR}2026-03-05-one.md", "../pair-03/chair.png", "10:6-26"),
        (f"{THREAD}2026-03-05-one.md", "chair.png", None),
        (f"{THREAD}2026-03-05-one.md", "../../../handbook/chair.png", None),
    ],
)
def test_an_image_of_a_thread_is_shown_by_its_posts_alone(path: str, way: str, place: str | None) -> None:
    body = f"![a]({way})"
    text = body if path == PAGE else POST.format(date="2026-03-05", visibility="public", body=body, more="")
    images = dict.fromkeys((f"{THREAD}chair.png", "content/handbook/chair.png"), PNG)
    found = programmes.loaded({path: text.encode(), **images})
    faults = [each for each in programmes.judged(found) if each.code == "LNK002"]
    assert [(str(each.span), each.message) for each in faults] == ([(f"{path}:{place}", OF_A_THREAD)] if place else [])
    assert {each.help for each in faults} <= {
        "put a copy beside this page if all its readers may see it, or leave the image out"
    }


def test_an_image_of_another_thread_is_not_proposed() -> None:
    found = programmes.judged(programmes.loaded({PAGE: b"![c](chiar.png)\n", f"{THREAD}chair.png": PNG}))
    (fault,) = (each for each in found if each.code == "LNK002")
    assert fault.help == "put it beside this page, or correct the path"


def test_a_link_to_a_page_that_cannot_be_read_is_fine() -> None:
    for broken in (b"---\ntitel: x\n---\n", b"\xff"):
        files = {PAGE: b"[a](broken.md#x)\n", "content/handbook/broken.md": broken}
        codes = [each.code for each in programmes.judged(programmes.loaded(files))]
        assert codes == ["FIL008" if broken.isascii() else "FIL001"]


def test_a_sealed_post_says_why() -> None:
    (found,) = page("[a](../threads/spring/pair-03/2026-03-04-sealed-00000000.md)")
    assert related(found) == [f"{THREAD}2026-03-04-sealed-00000000.md:6:13-17: only two people can read it"]


WIDE = ["cohort", "organisation", "public"]


@pytest.mark.parametrize("mine", WIDE)
@pytest.mark.parametrize(("day", "theirs"), [(1, "public"), (2, "organisation"), (3, "cohort")])
def test_a_post_links_only_to_what_its_readers_may_read(mine: str, day: int, theirs: str) -> None:
    files = FILES | post(9, mine, f"\nSee [it](2026-03-0{day}-one.md).")
    place = f"{THREAD}2026-03-09-one.md:11:10-27"
    expected = f"{place} error: a text for `{mine}` links to a post for `{theirs}`"
    assert told("LNK003", files) == ([expected] if WIDE.index(mine) > WIDE.index(theirs) else [])
    assert told("LNK002", files) == []


def test_a_page_is_for_the_whole_organisation() -> None:
    body = "".join(f"[{day}](../threads/spring/pair-03/2026-03-0{day}-one.md)\n" for day in (1, 2, 3))
    (found,) = findings("LNK003", FILES | {PAGE: body})
    assert str(found.span) == f"{PAGE}:3:5-48"
    assert found.help == "leave the link out"
    assert related(found) == [f"{THREAD}2026-03-03-one.md:6:13-19: fewer may read this"]


def test_a_public_post_may_link_to_a_page() -> None:
    assert told("LNK003", FILES | post(9, "public", "[a](../../../about.md)")) == []


def test_an_anchor_changes_nothing() -> None:
    assert len(told("LNK003", FILES | post(9, "public", "[a](2026-03-03-one.md#x)"))) == 1


def test_a_post_without_known_visibility_is_left_to_another_rule() -> None:
    files = FILES | post(9, "everyone", "[a](2026-03-03-one.md)")
    assert told("LNK003", files) == []
    assert told("LNK003", FILES | post(3, "everyone") | post(9, "public", "[a](2026-03-03-one.md)")) == []


def test_of_two_pages_of_one_name_that_of_the_folder_is_offered() -> None:
    files = {PAGE: "[a](../othre.md)\n", "content/other.md": "# Other\n", "content/handbook/other.md": "# Other\n"}
    (found,) = findings("LNK002", files)
    assert found.help == "did you mean `../other.md`?"


def test_a_file_that_is_no_text_is_no_page() -> None:
    moved = "content/moved.yml"
    (found,) = findings("LNK002", {PAGE: "[a](../moved.yml)\n", moved: "/a/: /handbook/start/\n"})
    assert str(found.span) == f"{PAGE}:1:5-17"
