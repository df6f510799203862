"""AGD: what is said of templates, and where; every place is counted by hand in the texts below."""

from __future__ import annotations

import programmes
import pytest
from telling import findings, related, told

PATH = "content/agendas/standard.md"
HEAD = """\
---
title: Standard session
stage: working
length: 60 min
use_when: Whenever nothing else fits better.
items:
"""


def item(minutes: int, lead: str, kind: str, prompt: str = "    prompt: How?\n") -> str:
    """Give one item of five lines; the first of a template starts in line 7."""
    return f"  - item: Part\n    minutes: {minutes}\n    lead: {lead}\n    kind: {kind}\n{prompt}"


FIRST, LAST = item(10, "both", "check-in"), item(10, "both", "actions")
MIDDLE = item(40, "mentor", "topic")


def template(*items: str, head: str = HEAD) -> dict[str, str]:
    """Give a template with these items."""
    return {PATH: f"{head}{''.join(items)}---\n\nThe topic is usually a step.\n"}


# AGD001 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ["actions", "close"])
def test_a_template_that_adds_up_and_has_both_ends_is_fine(last: str) -> None:
    assert told("AGD001", template(FIRST, MIDDLE, item(10, "both", last))) == []
    assert told("AGD001", template(FIRST, *[item(10, "both", "topic")] * 4, item(10, "both", last))) == []


@pytest.mark.parametrize(("minutes", "total", "by"), [(39, 59, 1), (55, 75, 15)])
def test_the_items_add_up_exactly(minutes: int, total: int, by: int) -> None:
    (found,) = findings("AGD001", template(FIRST, item(minutes, "mentor", "topic"), LAST))
    assert (str(found.span), found.severity) == (f"{PATH}:4:9-15", "error")
    assert found.message == f"the items add up to {total} min, the template lasts 60 min"
    assert found.help == f"set `length: {total} min`, or change the items by {by} min"
    assert related(found) == [f"{PATH}:13:14-16: the longest item"]


def test_a_template_opens_with_a_check_in() -> None:
    (found,) = findings("AGD001", template(item(10, "both", "goals"), MIDDLE, LAST))
    assert (str(found.span), found.message) == (f"{PATH}:10:11-16", "the agenda does not open with `check-in`")
    assert found.key == "items[0].kind"


def test_a_template_ends_with_actions_or_close() -> None:
    (found,) = findings("AGD001", template(FIRST, MIDDLE, item(10, "both", "reflect")))
    assert (str(found.span), found.message) == (
        f"{PATH}:20:11-18",
        "the agenda does not end with `actions` or `close`",
    )
    assert found.help == "let an item of kind `actions` or `close` end it"


@pytest.mark.parametrize(
    ("middle", "size"),
    [((), 2), ((item(10, "both", "topic"),) * 7, 9)],
)
def test_a_template_has_three_to_eight_items(middle: tuple[str, ...], size: int) -> None:
    head = HEAD.replace("60 min", f"{20 + 10 * len(middle)} min")
    assert told("AGD001", template(FIRST, *middle, LAST, head=head)) == [
        f"{PATH}:6:1-6 error: the agenda has {size} items; 3 to 8 are expected"
    ]


# AGD002 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["before", "first", "working", "midpoint", "repair", "closing"])
def test_every_known_stage_is_fine(stage: str) -> None:
    assert told("AGD002", template(FIRST, MIDDLE, LAST, head=HEAD.replace("working", stage))) == []


def test_a_misspelt_stage_is_proposed_its_nearest_name() -> None:
    (found,) = findings("AGD002", template(FIRST, MIDDLE, LAST, head=HEAD.replace("working", "wroking")))
    assert (str(found.span), found.severity) == (f"{PATH}:3:8-15", "error")
    assert found.message == "`stage` is not a known value"
    assert found.help == "did you mean `working`?"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "working")


def test_a_stage_like_no_other_gets_them_all() -> None:
    (found,) = findings("AGD002", template(FIRST, MIDDLE, LAST, head=HEAD.replace("working", "intermezzo")))
    assert found.help == "write `stage:` with one of `before`, `first`, `working`, `midpoint`, `repair`, `closing`"
    assert found.fix.grade == "manual"


def test_a_missing_stage_is_told_at_the_top() -> None:
    assert told("AGD002", template(FIRST, MIDDLE, LAST, head=HEAD.replace("stage: working\n", ""))) == [
        f"{PATH}:1:1-4 error: `stage` is missing"
    ]


def test_the_mentee_may_lead_seven_tenths() -> None:
    head = HEAD.replace("60 min", "100 min")
    items = (item(20, "mentee", "check-in"), item(50, "mentee", "topic"), item(30, "both", "actions"))
    assert told("AGD002", template(*items, head=head)) == []


def test_the_mentee_does_not_lead_more() -> None:
    items = (item(20, "mentee", "check-in"), item(51, "mentee", "topic"), item(29, "both", "actions"))
    (found,) = findings("AGD002", template(*items, head=HEAD.replace("60 min", "100 min")))
    assert (str(found.span), found.severity) == (f"{PATH}:14:11-17", "error")
    assert found.message == "the mentee alone leads 71 % of the minutes; at most 70 % are expected"
    assert found.key == "items[1].lead"
    assert related(found) == [f"{PATH}:14:11-17: the longest of them"]


def test_a_share_just_over_the_limit_never_reads_like_the_limit() -> None:
    items = (item(100, "both", "check-in"), item(241, "mentee", "topic"), item(3, "both", "actions"))
    (found,) = findings("AGD002", template(*items))
    assert found.message.startswith("the mentee alone leads 71 % of the minutes")


def test_the_policy_may_be_stricter() -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode()
    strict = settings.replace("policy:\n", "policy:\n  mentee_lead: 0.5\n")
    assert strict != settings
    items = (FIRST, item(31, "mentee", "topic"), item(19, "both", "actions"))
    (found,) = findings("AGD002", {**template(*items), "pairs/programme.yml": strict})
    assert found.message == "the mentee alone leads 52 % of the minutes; at most 50 % are expected"


@pytest.mark.parametrize("prompt", ["", "    prompt:\n"])
def test_an_item_without_prompt_is_a_warning(prompt: str) -> None:
    (found,) = findings("AGD002", template(FIRST, item(40, "mentor", "topic", prompt), LAST))
    place = f"{PATH}:16:5-11" if prompt else f"{PATH}:12:5-9"
    assert (str(found.span), found.severity, found.message) == (place, "warning", "item 2 has no prompt")
