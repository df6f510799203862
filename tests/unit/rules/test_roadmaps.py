"""ROA: what is said of steps, and where; every place is counted by hand in the texts below."""

from __future__ import annotations

import pytest
from telling import findings, related, told

PATH = "content/roadmaps/candour.md"
HEAD = """\
---
title: Candour
focus_area: candour
audience: Leaders who hear good news only.
owner: p-004
version: 1
reviewed_on: 2026-01-18
state: active
why_now: Two shortages were known at the dock for weeks.
steps:
"""
STEP = """\
  - id: what-rises
    title: What rises
    minutes: 60
    prompts:
      - Which bad news did you last soften?
      - What do we joke about?
      - What do you not tell us?
    mentor: Names what is in the way.
    mentee: Hears it without defending.
    evidence: Two barriers, written down.
"""


def roadmap(*steps: str) -> dict[str, str]:
    """Give a roadmap with these steps: the first starts in line 11, each is ten lines long."""
    return {PATH: f"{HEAD}{''.join(steps)}---\n\nOne decision is enough.\n"}


def named(name: str, *after: str) -> str:
    """Give a step of another id; its `after` starts in its eleventh line."""
    follows = "".join(f"      - {each}\n" for each in after)
    return STEP.replace("what-rises", name) + (f"    after:\n{follows}" if after else "")


# ROA001 -----------------------------------------------------------------------------------------------------------


def test_a_step_with_all_it_needs_is_fine() -> None:
    assert told("ROA001", roadmap(STEP, named("how-decided"))) == []


@pytest.mark.parametrize(
    ("line", "side", "other", "place"),
    [
        ("    mentor: Names what is in the way.\n", "mentor", "mentee", "18:5-11"),
        ("    mentee: Hears it without defending.\n", "mentee", "mentor", "18:5-11"),
    ],
)
def test_an_outcome_for_one_side_only(line: str, side: str, other: str, place: str) -> None:
    (found,) = findings("ROA001", roadmap(STEP.replace(line, "")))
    assert (str(found.span), found.severity) == (f"{PATH}:11:9-19", "error")
    assert found.message == f"step `what-rises` has an outcome for the {other} only"
    assert found.help == f"say in `{side}:` what the {side} learns from this step"
    assert found.key == "steps[what-rises]"
    assert related(found) == [
        f"{PATH}:11:9-19: `{side}` is missing",
        f"{PATH}:{place}: only this side learns",
    ]


def test_no_outcome_at_all_is_one_finding() -> None:
    text = "".join(line for line in STEP.splitlines(keepends=True) if "ment" not in line)
    assert told("ROA001", roadmap(text)) == [f"{PATH}:11:9-19 error: step `what-rises` has no outcome for either side"]


@pytest.mark.parametrize("copy", ["Hears it without defending.", "hears it  without defending"])
def test_one_text_for_two_people_is_no_outcome_for_both(copy: str) -> None:
    (found,) = findings("ROA001", roadmap(STEP.replace("Names what is in the way.", copy)))
    assert (str(found.span), found.message) == (
        f"{PATH}:19:13-40",
        "step `what-rises` has one text as the outcome of both sides",
    )
    assert related(found) == [f"{PATH}:18:13-{13 + len(copy)}: the same text"]


def test_three_prompts_are_expected() -> None:
    (found,) = findings("ROA001", roadmap(STEP.replace("      - What do we joke about?\n", "")))
    assert (str(found.span), found.message) == (
        f"{PATH}:14:5-12",
        "step `what-rises` has 2 prompts; at least 3 are expected",
    )
    assert found.help == "add at least 1 to `prompts:`, each of them a question"


def test_missing_prompts_are_told_at_the_step() -> None:
    text = "".join(line for line in STEP.splitlines(keepends=True) if "prompts" not in line and "?" not in line)
    assert told("ROA001", roadmap(text)) == [
        f"{PATH}:11:5-7 error: step `what-rises` has 0 prompts; at least 3 are expected"
    ]


def test_each_prompt_is_a_question() -> None:
    (found,) = findings("ROA001", roadmap(STEP.replace("joke about?", "joke about.")))
    assert (str(found.span), found.message) == (
        f"{PATH}:16:9-31",
        "prompt 2 of step `what-rises` is not a question",
    )
    assert found.key == "steps[what-rises].prompts[1]"


@pytest.mark.parametrize("mark", ["\uff1f", "\u061f", "\u037e", "? Say why."])
def test_questions_of_other_scripts_are_questions(mark: str) -> None:
    assert told("ROA001", roadmap(STEP.replace("joke about?", f"joke about{mark}"))) == []


@pytest.mark.parametrize("line", ["", "    evidence:\n"])
def test_evidence_is_expected(line: str) -> None:
    (found,) = findings("ROA001", roadmap(STEP.replace("    evidence: Two barriers, written down.\n", line)))
    assert (str(found.span), found.message) == (f"{PATH}:11:9-19", "step `what-rises` has no evidence")
    assert related(found) == [f"{PATH}:11:9-19: `evidence` is missing"]


@pytest.mark.parametrize("minutes", ["14", "181", "60 min", "-60", "6" * 5000, "\u0666\u0660"])
def test_minutes_out_of_bounds_are_told_at_their_value(minutes: str) -> None:
    text = STEP.replace("minutes: 60", f'minutes: "{minutes}"' if len(minutes) < 99 else f"minutes: {minutes[:3900]}")
    (found,) = findings("ROA001", roadmap(text))
    assert (found.span.line, found.span.column) == (13, 14)
    assert found.message == "step `what-rises` does not take 15 to 180 minutes"
    assert found.help == "write `minutes:` with a whole number from 15 to 180"


def test_digits_over_several_lines_are_no_number() -> None:
    digits = "\\\n".join("6" * 3000 for _ in range(3))
    (found,) = findings("ROA001", roadmap(STEP.replace("minutes: 60", f'minutes: "{digits}"')))
    assert found.message == "step `what-rises` does not take 15 to 180 minutes"


@pytest.mark.parametrize("minutes", ["15", "180"])
def test_the_bounds_of_the_minutes_are_allowed(minutes: str) -> None:
    assert told("ROA001", roadmap(STEP.replace("minutes: 60", f"minutes: {minutes}"))) == []


def test_missing_minutes_are_told_at_the_step() -> None:
    assert told("ROA001", roadmap(STEP.replace("    minutes: 60\n", ""))) == [
        f"{PATH}:11:9-19 error: step `what-rises` does not say how long it takes"
    ]


# ROA002 -----------------------------------------------------------------------------------------------------------


def test_steps_may_follow_several_others() -> None:
    assert told("ROA002", roadmap(STEP, named("b", "what-rises"), named("c", "what-rises", "b"))) == []


def test_ids_are_unique() -> None:
    (found,) = findings("ROA002", roadmap(STEP, named("b"), STEP))
    assert (str(found.span), found.severity) == (f"{PATH}:31:9-19", "error")
    assert found.message == "two steps of this roadmap have the id `what-rises`"
    assert related(found) == [f"{PATH}:11:9-19: the first"]


def test_a_step_misspelt_in_after_is_proposed_its_nearest_name() -> None:
    (found,) = findings("ROA002", roadmap(STEP, named("how-decided", "what-rise")))
    assert (str(found.span), found.message) == (f"{PATH}:32:9-18", "roadmap `candour` has no step `what-rise`")
    assert found.help == "did you mean `what-rises`?"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "what-rises")
    assert related(found) == [f"{PATH}:11:9-19: the nearest step"]


def test_a_step_is_never_proposed_to_itself() -> None:
    (found,) = findings("ROA002", roadmap(STEP, named("how-decided", "how-decide")))
    assert found.help == "name a step of this roadmap, or remove the line"
    assert (found.fix.grade, related(found)) == ("manual", [])


def test_no_step_comes_after_itself() -> None:
    (found,) = findings("ROA002", roadmap(STEP, named("b", "b")))
    assert (str(found.span), found.message) == (f"{PATH}:32:9-10", "step `b` comes after itself")
    assert related(found) == []


def test_two_steps_that_wait_for_each_other_are_told_once_where_it_points_forward() -> None:
    (found,) = findings("ROA002", roadmap(named("a", "b"), named("b", "a")))
    assert (str(found.span), found.message) == (
        f"{PATH}:22:9-10",
        "step `a` comes after `b`, which itself comes after `a`",
    )
    assert related(found) == [f"{PATH}:23:9-10: the step that leads back here"]


def test_a_circle_of_three_is_found_and_what_follows_it_is_not_in_it() -> None:
    steps = [named("a", "c"), named("b", "a"), named("c", "b"), named("d", "c"), named("e", "d", "a")]
    assert told("ROA002", roadmap(*steps)) == [
        f"{PATH}:22:9-10 error: step `a` comes after `c`, which itself comes after `a`"
    ]


def test_two_circles_are_two_findings() -> None:
    found = findings("ROA002", roadmap(named("a", "b"), named("b", "a"), named("c", "d"), named("d", "c")))
    assert {str(each.span) for each in found} == {f"{PATH}:22:9-10", f"{PATH}:46:9-10"}


def test_a_long_path_is_walked_without_growing_deep() -> None:
    small = "  - id: s{}\n    title: T\n    after: [s{}]\n"
    steps = "".join(small.format(at, at - 1) for at in range(1, 1500))
    (found,) = findings("ROA002", roadmap("  - id: s0\n    title: T\n    after: [s1500]\n", steps))
    assert found.message == "roadmap `candour` has no step `s1500`"
    (found,) = findings("ROA002", roadmap("  - id: s0\n    title: T\n    after: [s1499]\n", steps))
    assert found.message == "step `s0` comes after `s1499`, which itself comes after `s0`"
