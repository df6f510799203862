"""POS006 and POS007: what posts answer, belong to, and how long they are; places are counted by hand."""

from __future__ import annotations

import pytest
from telling import findings, related, told

THREAD = "content/threads/2026-spring/pair-03/"
PAIR = "pairs/2026-spring/pair-03/pair.yml"
ROADMAP = "content/roadmaps/path.md"
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
STEP = "  - id: {}\n    title: A step\n"
PATH = """\
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
  - id: first
    title: First
---
"""
MATCHED = """\
mentor: p-017
mentee: p-042
focus:
  - digital
roadmaps:
  - path
match:
  on: 2026-01-05
  reason: She teaches it on every shift.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
"""
WIDE = ["pair", "cohort", "organisation", "public"]


def post(
    day: int, more: str = "", visibility: str = "cohort", body: str = "Text.", name: str = "one"
) -> dict[str, str]:
    """Give a post of March 2026; the first line of `more` is line 9."""
    date = f"2026-03-{day:02}"
    text = POST.format(date=date, visibility=visibility, more=more, body=body)
    if visibility == "pair":
        text = text.replace("summary: One.\npartner: not mentioned\n", "")
    return {f"{THREAD}{date}-{name}.md": text}


@pytest.mark.parametrize("mine", WIDE)
@pytest.mark.parametrize(("day", "theirs"), list(enumerate(WIDE, 1)))
def test_a_post_answers_only_what_its_readers_may_read(mine: str, day: int, theirs: str) -> None:
    files = post(day, visibility=theirs) | post(9, f"replies_to: 2026-03-0{day}-one\n", mine)
    line = 7 if mine == "pair" else 9
    expected = f"{THREAD}2026-03-09-one.md:{line}:13-27 error: a post for `{mine}` answers one for `{theirs}`"
    assert told("POS006", files) == ([expected] if WIDE.index(mine) > WIDE.index(theirs) else [])


def test_a_narrower_post_is_shown_where_it_says_so() -> None:
    (found,) = findings("POS006", post(1) | post(9, "replies_to: 2026-03-01-one\n", "public"))
    assert found.help == "leave `replies_to` out, or set `visibility: cohort` here"
    assert related(found) == [f"{THREAD}2026-03-01-one.md:6:13-19: fewer may read this"]


def test_an_unknown_visibility_or_post_is_left_to_other_rules() -> None:
    assert told("POS006", post(1, visibility="all") | post(9, "replies_to: 2026-03-01-one\n", "public")) == []
    assert told("POS006", post(1) | post(9, "replies_to: 2026-03-01-one\n", "all")) == []
    assert told("POS006", post(9, "replies_to: 2026-03-01-none\n")) == []


def test_nobody_answers_what_is_still_to_come() -> None:
    (found,) = findings("POS006", post(10) | post(9, "replies_to: 2026-03-10-one\n", "public"))
    assert (str(found.span), found.severity) == (f"{THREAD}2026-03-09-one.md:9:13-27", "error")
    assert found.message == "the post answers one that is dated later"
    assert related(found) == [f"{THREAD}2026-03-10-one.md:3:7-17: dated here"]
    assert told("POS006", post(9) | post(9, "replies_to: 2026-03-09-one\n", name="two")) == []


def test_posts_of_one_day_do_not_answer_in_a_circle() -> None:
    files = post(9, "replies_to: 2026-03-09-two\n") | post(9, "replies_to: 2026-03-09-one\n", name="two")
    (found,) = findings("POS006", files)
    assert str(found.span) == f"{THREAD}2026-03-09-two.md:9:13-27"
    assert found.message == "two or more posts answer each other in a circle"
    assert related(found) == [f"{THREAD}2026-03-09-one.md:9:13-27: answers in its turn"]


def test_a_circle_over_two_days_has_one_answer_that_is_too_early() -> None:
    files = post(8, "replies_to: 2026-03-09-one\n") | post(9, "replies_to: 2026-03-08-one\n")
    assert told("POS006", files) == [
        f"{THREAD}2026-03-08-one.md:9:13-27 error: the post answers one that is dated later"
    ]


def test_no_post_answers_itself() -> None:
    (found,) = findings("POS006", post(9, "replies_to: 2026-03-09-one\n"))
    assert found.message == "the post answers itself"
    assert related(found) == []


CHANGE = "changed:\n  what: The report is gone.\n  owner: p-042\n  on: 2026-03-18\n  state: done\n"


@pytest.mark.parametrize(("line", "name", "says"), [
    ("  what: The report is gone.\n", "what", "what is different"),
    ("  owner: p-042\n", "owner", "the id of a person"),
    ("  on: 2026-03-18\n", "on", "a day"),
    ("  state: done\n", "state", "`planned` or `done`"),
])  # fmt: skip
def test_a_change_is_told_whole(line: str, name: str, says: str) -> None:
    assert told("POS006", post(9, CHANGE)) == []
    (found,) = findings("POS006", post(9, CHANGE.replace(line, "")))
    assert (str(found.span), found.severity) == (f"{THREAD}2026-03-09-one.md:9:1-8", "error")
    assert found.message == f"`changed` has no `{name}`"
    assert found.help == f"add `{name}:` ({says}), or leave `changed` out"


def test_what_is_missing_from_a_change_is_one_finding() -> None:
    (found,) = findings("POS006", post(9, "changed:\n  what: All.\n  state: done\n"))
    assert found.message == "`changed` has no `owner` and no `on`"


def test_a_step_is_of_a_roadmap_the_pair_follows() -> None:
    files = {ROADMAP: PATH, PAIR: MATCHED}
    assert told("POS006", files | post(9, "step: path/first\n")) == []
    (found,) = findings("POS006", files | post(9, "step: other/first\n") | {ROADMAP.replace("path", "other"): PATH})
    assert (str(found.span), found.severity) == (f"{THREAD}2026-03-09-one.md:9:7-18", "warning")
    assert found.message == "the post is about a step of `other`, which its pair does not follow"
    assert related(found) == [f"{PAIR}:5:1-9: what the pair follows"]


def test_a_pair_without_roadmaps_follows_none() -> None:
    files = {ROADMAP: PATH, PAIR: MATCHED.replace("roadmaps:\n  - path\n", "")}
    (found,) = findings("POS006", files | post(9, "step: path/first\n"))
    assert related(found) == []


def test_an_unknown_step_or_pair_is_left_to_another_rule() -> None:
    assert told("POS006", {ROADMAP: PATH, PAIR: MATCHED} | post(9, "step: path/second\n")) == []
    assert told("POS006", {PAIR: MATCHED} | post(9, "step: other/first\n")) == []
    assert told("POS006", {ROADMAP: PATH} | post(9, "step: path/first\n")) == []


# POS007 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "off"), [(119, "1 word more"), (601, "1 word fewer"), (118, "2 words more")])
def test_a_body_has_a_hundred_and_twenty_to_six_hundred_words(count: int, off: str) -> None:
    (found,) = findings("POS007", post(9, body=f"\n{'word ' * (count - 1)}end."))
    assert (found.span.path, found.span.line, found.span.column) == (f"{THREAD}2026-03-09-one.md", 11, 1)
    assert found.severity == "warning"
    assert found.message == f"the body has {count} words; 120 to 600 are read (`policy.post_words`)"
    assert found.help.endswith(off)


@pytest.mark.parametrize("count", [120, 600])
def test_the_edges_are_fine(count: int) -> None:
    assert told("POS007", post(9, body="word " * count)) == []


def test_addresses_and_markup_are_no_words() -> None:
    plain = "word " * 119
    assert len(told("POS007", post(9, body=f"{plain}<https://x.example/a> ** - **"))) == 1
    assert told("POS007", post(9, body=f"{plain}[one](https://x.example/a)")) == []


def test_a_sealed_post_or_one_of_unknown_readers_is_not_counted() -> None:
    assert told("POS007", post(9, visibility="pair")) == []
    assert told("POS007", post(9, visibility="all")) == []
    assert len(told("POS007", post(9, visibility="cohort"))) == 1
