"""POS: who may write, when and for whom; every place is counted by hand in the texts below."""

from __future__ import annotations

from datetime import date

import programmes
import pytest
from telling import findings, related, told

THREAD = "content/threads/2026-spring/pair-03/"
POST = f"{THREAD}2026-03-10-one.md"
PAIR = "pairs/2026-spring/pair-03/pair.yml"
FRONT = """\
---
title: One report less
date: 2026-03-10
author: p-042
kind: win
visibility: organisation
summary: The weekly report had three readers.
partner: not mentioned
---

I asked who still opens it.
"""
MATCHED = """\
mentor: p-017
mentee: p-042
focus:
  - digital
match:
  on: 2026-01-05
  reason: She teaches it on every shift; he has not opened it.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-01-05
    by: coordinator
"""
ACTIVE = f"""\
{MATCHED}  - state: active
    on: 2026-01-12
    by: both
"""
AGREED = "agreement:\n  confidentiality: open\n"
ENDED = f"""\
{ACTIVE}  - state: ended_early
    on: 2026-02-01
    by: coordinator
    reason: time
"""
PERSON = "name: Somebody\nrole: none\nlevel: 3\nmanager: p-001\n"


def thread(post: str = FRONT, pair: str = ACTIVE + AGREED, **more: str) -> dict[str, str]:
    """Give one post, its pair and its members; the names of `more` are ids of people, with underscores for hyphens."""
    people = {f"pairs/people/{member}.yml": PERSON for member in ("p-017", "p-042")}
    people |= {f"pairs/people/{name.replace('_', '-')}.yml": text for name, text in more.items()}
    return {POST: post, PAIR: pair, **people}


def dated(day: str) -> dict[str, str]:
    """Give one post of another day, without its pair."""
    return {f"{THREAD}{day}-one.md": FRONT.replace("2026-03-10", day)}


# POS001 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", ["public", "organisation", "cohort", "pair"])
def test_a_known_visibility_is_fine(width: str) -> None:
    assert told("POS001", thread(FRONT.replace("organisation", width))) == []


def test_a_near_visibility_is_proposed_but_not_taken_for_granted() -> None:
    (found,) = findings("POS001", thread(FRONT.replace("organisation", "organization")))
    assert (str(found.span), found.severity) == (f"{POST}:6:13-25", "error")
    assert found.message == "`visibility` is not a known value"
    assert found.help == "did you mean `organisation`?"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "organisation")
    assert related(found) == [f"{POST}:6:13-25: expected `public`, `organisation`, `cohort` or `pair`"]


def test_what_is_like_no_visibility_is_not_shown_in_the_message() -> None:
    (found,) = findings("POS001", thread(FRONT.replace("organisation", "my boss only")))
    assert found.message == "`visibility` is not a known value"
    assert found.help == "write `visibility:` with one of `public`, `organisation`, `cohort` or `pair`"
    assert (found.fix.grade, found.fix.text) == ("manual", None)


def test_a_missing_visibility_is_told_at_the_top() -> None:
    assert told("POS001", thread(FRONT.replace("visibility: organisation\n", ""))) == [
        f"{POST}:1:1-4 error: the post does not say who may read it"
    ]


def test_an_empty_visibility_is_a_missing_one() -> None:
    (found,) = findings("POS001", thread(FRONT.replace("visibility: organisation", "visibility:")))
    assert (found.span.line, found.message) == (6, "the post does not say who may read it")
    assert related(found) == []


def test_a_sealed_post_that_lost_its_visibility_is_one_finding() -> None:
    path = "content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md"
    before = programmes.healthy()[path].decode()
    files = programmes.over_healthy({path: before.replace("visibility: pair\n", "")})
    found = programmes.judged(programmes.loaded(files))
    assert [(each.code, str(each.span)) for each in found] == [("POS001", f"{path}:1:1-4")]


# POS002 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("author", ["p-017", "p-042"])
def test_both_members_may_write(author: str) -> None:
    files = thread(FRONT.replace("author: p-042", f"author: {author}"), p_017=PERSON, p_042=PERSON)
    assert told("POS002", files) == []


def test_somebody_with_one_active_pair_is_told_where_the_post_belongs() -> None:
    files = thread(FRONT.replace("author: p-042", "author: p-055"), p_055=PERSON)
    files["pairs/2026-spring/pair-07/pair.yml"] = ACTIVE.replace("p-017", "p-055")
    (found,) = findings("POS002", files)
    assert (str(found.span), found.severity) == (f"{POST}:4:9-14", "error")
    assert found.message == "the author is not a member of this pair"
    assert found.help == "move the post to content/threads/2026-spring/pair-07/, the active pair of p-055"
    assert related(found) == [f"{POST}:4:9-14: the pair is p-017 and p-042"]


@pytest.mark.parametrize("other", [{}, {"a": ENDED}, {"a": ACTIVE, "b": ACTIVE}])
def test_somebody_without_exactly_one_is_told_who_may_write(other: dict[str, str]) -> None:
    files = thread(FRONT.replace("author: p-042", "author: p-055"), p_055=PERSON)
    files |= {f"pairs/2026-spring/{name}/pair.yml": text.replace("p-017", "p-055") for name, text in other.items()}
    (found,) = findings("POS002", files)
    assert found.help == "write `author: p-017` or `author: p-042`, or move the post to a pair of p-055"


def test_an_author_whose_file_is_broken_is_still_no_member() -> None:
    files = thread(FRONT.replace("author: p-042", "author: p-055"), p_055="name: [\n")
    found = programmes.judged(programmes.loaded(files))
    assert [each.code for each in found if each.code in {"FIL006", "POS002"}] == ["POS002", "FIL006"]


def test_a_pair_with_a_member_nobody_knows_is_somebody_elses_finding() -> None:
    files = thread(FRONT.replace("author: p-042", "author: p-055"), p_055=PERSON)
    assert len(findings("POS002", files)) == 1
    del files["pairs/people/p-017.yml"]
    assert told("POS002", files) == []


def test_an_author_nobody_knows_is_somebody_elses_finding() -> None:
    assert told("POS002", thread(FRONT.replace("author: p-042", "author: p-055"))) == []


def test_a_thread_without_a_readable_pair_is_not_judged() -> None:
    wrong = FRONT.replace("author: p-042", "author: p-055")
    for code in ("POS002", "POS003", "POS004"):
        assert told(code, {POST: wrong, "pairs/people/p-055.yml": PERSON}) == []


# POS003 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-01-12", "2026-04-01"])
def test_a_post_may_be_dated_on_the_first_day_and_today(day: str) -> None:
    assert told("POS003", {**dated(day), PAIR: ACTIVE}) == []


def test_a_post_from_before_shows_where_the_pair_became_active() -> None:
    (found,) = findings("POS003", {**dated("2026-01-11"), PAIR: ACTIVE})
    path = f"{THREAD}2026-01-11-one.md"
    assert (str(found.span), found.severity) == (f"{path}:3:7-17", "error")
    assert found.message == "the post is dated before its pair became active"
    assert found.help == (
        "correct the date here and in the file name, or move the post to the pair that was active then"
    )
    assert related(found) == [f"{PAIR}:16:9-19: `active` starts here"]


def test_a_post_of_tomorrow_is_told_with_today() -> None:
    files = {**dated("2026-04-02"), PAIR: ACTIVE}
    (found,) = findings("POS003", files)
    assert found.message == "the post is dated on a day that is still to come"
    assert found.help == "correct the date here and in the file name"
    assert related(found) == ["judged as of 2026-04-01"]
    assert findings("POS003", files, date(2026, 4, 2)) == []


def test_closing_stories_may_come_thirty_days_late() -> None:
    assert told("POS003", {**dated("2026-03-03"), PAIR: ENDED}) == []
    (found,) = findings("POS003", {**dated("2026-03-04"), PAIR: ENDED})
    assert found.message == "the post is dated more than 30 days after its pair had ended"
    assert related(found) == [f"{PAIR}:19:9-19: `ended_early` since this day"]


def test_the_grace_never_reaches_beyond_today() -> None:
    files = {**dated("2026-02-11"), PAIR: ENDED}
    (found,) = findings("POS003", files, date(2026, 2, 10))
    assert found.message == "the post is dated on a day that is still to come"


def test_the_policy_may_shorten_the_grace() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    strict = settings.replace("policy:\n", "policy:\n  post_grace: 1 week\n")
    assert strict != settings
    (found,) = findings("POS003", {**dated("2026-02-09"), PAIR: ENDED, "pairs/programme.yml": strict})
    assert found.message == "the post is dated more than 1 week after its pair had ended"


def test_a_pair_that_was_never_active_has_no_posts() -> None:
    (found,) = findings("POS003", {**dated("2026-03-10"), PAIR: MATCHED})
    assert found.message == "the post is dated though its pair was never active"
    assert related(found) == [f"{PAIR}:12:12-20: `proposed` is its last state"]


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    pair = ENDED.replace("2026-02-01", "2999-12-31")
    assert told("POS003", {**dated("2026-03-10"), PAIR: pair}) == []


# POS004 -----------------------------------------------------------------------------------------------------------

AGREEMENTS = {
    "pair": {"pair"},
    "themes": {"pair", "cohort", "organisation"},
    "open": {"pair", "cohort", "organisation", "public"},
}


@pytest.mark.parametrize("agreed", AGREEMENTS)
@pytest.mark.parametrize("width", ["pair", "cohort", "organisation", "public"])
def test_no_post_is_wider_than_agreed(agreed: str, width: str) -> None:
    files = thread(FRONT.replace("organisation", width), ACTIVE + AGREED.replace("open", agreed))
    assert bool(findings("POS004", files)) == (width not in AGREEMENTS[agreed])


def test_a_post_wider_than_themes_is_proposed_the_widest_allowed() -> None:
    (found,) = findings(
        "POS004", thread(FRONT.replace("organisation", "public"), ACTIVE + AGREED.replace("open", "themes"))
    )
    assert (str(found.span), found.severity) == (f"{POST}:6:13-19", "error")
    assert found.message == "the post has more readers than the pair agreed"
    assert found.help == "set `visibility: organisation`, or change the agreement (both sign again)"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "organisation")
    assert related(found) == [f"{PAIR}:19:20-26: themes without names: at most `organisation`"]


def test_what_must_be_sealed_is_no_word_to_replace() -> None:
    (found,) = findings("POS004", thread(pair=ACTIVE + AGREED.replace("open", "pair")))
    assert found.help == "set `visibility: pair` and seal the post, or change the agreement (both sign again)"
    assert (found.fix.grade, found.fix.text) == ("manual", None)
    assert related(found) == [f"{PAIR}:19:20-24: nothing leaves the room"]


def test_without_an_agreement_or_a_visibility_another_rule_speaks() -> None:
    assert told("POS004", thread(pair=ACTIVE)) == []
    assert told("POS004", thread(pair=f"{ACTIVE}agreement:\n  version: 1\n")) == []
    assert (
        told("POS004", thread(FRONT.replace("organisation", "everyone"), ACTIVE + AGREED.replace("open", "pair"))) == []
    )
