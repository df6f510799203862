"""LNK002 of a change: what is said of a page that is gone; addresses are written out by hand."""

from __future__ import annotations

import programmes
import pytest
import rendered
from telling import findings, related, told

MOVED = "content/moved.yml"
PAGE = "content/handbook/start.md"
TEXT = "# Start\n\nTake a chair.\n"
OTHER = {"content/about.md": "# About\n"}
ROADMAP = """\
---
title: Path
focus_area: digital
audience: Leaders.
owner: p-001
version: 1
reviewed_on: 2026-01-05
state: {}
why_now: Now.
steps:
  - id: first
    title: First
---
"""


def test_a_renamed_page_is_proposed_its_new_address() -> None:
    (found,) = findings("LNK002", OTHER | {"content/handbook/first-day.md": TEXT}, before=OTHER | {PAGE: TEXT})
    assert (str(found.span), found.severity) == (f"{MOVED}:1:1-1", "warning")
    assert found.message == "the page `/handbook/start/` is gone, and its address leads nowhere"
    assert found.help == "add the file, with the line `/handbook/start/: /handbook/first-day/`"
    assert found.key == "/handbook/start/"
    assert related(found) == [f"it was {PAGE}"]


def test_the_same_text_counts_for_more_than_a_like_name() -> None:
    files = OTHER | {"content/handbook/stars.md": "# Stars\n", "content/zero.md": TEXT}
    (found,) = findings("LNK002", files, before=OTHER | {PAGE: TEXT})
    assert found.help.endswith("`/handbook/start/: /zero/`")
    (found,) = findings("LNK002", OTHER | {"content/handbook/stars.md": "# Stars\n"}, before=OTHER | {PAGE: TEXT})
    assert found.help.endswith("`/handbook/start/: /handbook/stars/`")


def test_where_there_is_a_file_of_moved_addresses_it_is_shown() -> None:
    moved = {MOVED: "/a/: /about/\n"}
    (found,) = findings("LNK002", OTHER | moved, before=OTHER | moved | {PAGE: TEXT})
    assert str(found.span) == f"{MOVED}:1:1-13"
    assert found.help == "add the line `/handbook/start/:` and the address of what takes its place"


def test_an_entry_is_all_that_is_asked_for() -> None:
    moved = {MOVED: "/handbook/start/: /about/\n"}
    assert told("LNK002", OTHER | moved, before=OTHER | {PAGE: TEXT}) == []


def test_a_page_that_stays_or_comes_is_no_matter() -> None:
    assert told("LNK002", OTHER | {PAGE: "# Changed\n"}, before=OTHER | {PAGE: TEXT}) == []
    assert told("LNK002", OTHER | {PAGE: TEXT}, before=OTHER) == []


def test_an_address_that_another_file_takes_over_still_leads_somewhere() -> None:
    before = OTHER | {"content/handbook/rooms/index.md": TEXT}
    assert told("LNK002", OTHER | {"content/handbook/rooms.md": TEXT}, before=before) == []


@pytest.mark.parametrize(("state", "count"), [("draft", 0), ("active", 1), ("retired", 1)])
def test_a_roadmap_counts_once_it_was_published(state: str, count: int) -> None:
    before = OTHER | {"content/roadmaps/path.md": ROADMAP.format(state)}
    assert len(told("LNK002", OTHER, before=before)) == count


def test_a_roadmap_that_becomes_a_draft_is_not_gone() -> None:
    before = OTHER | {"content/roadmaps/path.md": ROADMAP.format("active")}
    assert told("LNK002", OTHER | {"content/roadmaps/path.md": ROADMAP.format("draft")}, before=before) == []


def test_while_the_moved_addresses_cannot_be_read_nothing_is_said() -> None:
    before = programmes.loaded(OTHER | {PAGE: TEXT})
    found = programmes.judged(programmes.loaded(OTHER | {MOVED: "- /about/\n"}), before=before)
    assert [each.span.path for each in found if each.code in {"FIL006", "FIL009", "LNK002"}] == [MOVED]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", ""),
        ("/privacy/", ""),
        ("/search/", ""),
        ("/threads/", ""),
        ("/areas/digital/", ""),
        ("/people/p-017/", "pairs/people/p-017.yml"),
        ("/pairs/2026-spring/pair-03/", "pairs/2026-spring/pair-03/pair.yml"),
        ("/threads/2026-spring/pair-03/", ""),
        ("/posts/2026-03-20-one-report-less/", "content/threads/2026-spring/pair-03/2026-03-20-one-report-less.md"),
        ("/handbook/welcome/", "content/handbook/welcome.md"),
        ("/roadmaps/digital-fluency/", "content/roadmaps/digital-fluency.md"),
        ("/agendas/closure/", "content/agendas/closure.md"),
        ("/communities/practice-circle/", "content/communities/practice-circle/index.md"),
    ],
)
def test_an_old_address_at_which_a_page_stands_is_told_at_its_line(address: str, path: str) -> None:
    text = f"/handbook/start/: /handbook/welcome/\n{address}: /handbook/welcome/\n"
    assert address in rendered.healthy("coordinators").pages
    (found,) = programmes.judged(programmes.loaded(programmes.over_healthy({MOVED: text})))
    assert (found.code, found.severity, str(found.span)) == ("LNK002", "warning", f"{MOVED}:2:1-{len(address) + 1}")
    assert found.message == f"a page stands at `{address}`, so nobody is led on from there"
    assert found.help == "leave the line out"
    assert related(found) == ([f"{path}:1:1-1: it is made of this file"] if path else [])


@pytest.mark.parametrize(
    "address",
    [
        "/posts/",
        "/people/p-001/",
        "/people/p-999/",
        "/pairs/2026-spring/pair-99/",
        "/threads/2026-spring/pair-07/",
        "/posts/2026-03-12-sealed-8c15a819/",
        "/roadmaps/draft/",
        "/handbook/start/",
    ],
)
def test_an_old_address_at_which_nobody_finds_a_page_is_fine(address: str) -> None:
    roadmap = programmes.healthy()["content/roadmaps/digital-fluency.md"].decode()
    draft = programmes.merged(roadmap, "state: draft\n", without=["state"]).text
    files = programmes.over_healthy({MOVED: f"{address}: /handbook/welcome/\n", "content/roadmaps/draft.md": draft})
    assert [each.span.path for each in programmes.judged(programmes.loaded(files)) if each.code == "LNK002"] == []
    assert address not in rendered.healthy("coordinators").pages
