"""GOA002: goals that can be read; places are counted by hand."""

from __future__ import annotations

import itertools

import pytest
from telling import findings, related, told

PAIR = "pairs/spring/pair-03/pair.yml"
HEAD = """\
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
goals:
"""
"""The first goal starts on line 16; each has six lines."""


def goal(name: str = "g1", state: str = "open", progress: str = "50") -> str:
    """Write a goal; without a value the key is left out."""
    lines = [f"  - id: {name}", "    side: mentor", "    goal: I can.", "    sign: They see it."]
    lines += [f"    state: {state}"] if state else []
    lines += [f"    progress: {progress}"] if progress else []
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("state", "progress"),
    [
        *itertools.product(("open", "closer", "reframed", "dropped"), ("0", "25", "50", "75")),
        ("reached", "100"),
    ],
)
def test_a_known_state_and_step_are_fine(state: str, progress: str) -> None:
    assert told("GOA002", {PAIR: HEAD + goal(state=state, progress=progress)}) == []


@pytest.mark.parametrize("progress", ["0", "25", "50", "75"])
def test_reached_is_a_hundred(progress: str) -> None:
    (found,) = findings("GOA002", {PAIR: HEAD + goal(state="reached", progress=progress)})
    assert str(found.span) == f"{PAIR}:21:15-{15 + len(progress)}"
    assert found.message == "the goal is `reached`, but its progress is not 100"
    assert related(found) == [f"{PAIR}:20:12-19: the state"]
    assert (found.fix.grade, found.fix.text) == ("unsafe", "100")


@pytest.mark.parametrize("state", ["open", "closer", "reframed", "dropped"])
def test_a_hundred_is_reached(state: str) -> None:
    (found,) = findings("GOA002", {PAIR: HEAD + goal(state=state, progress="100")})
    assert found.message == f"the progress is 100, but the goal is `{state}`"
    assert found.fix.grade == "manual"


@pytest.mark.parametrize(
    ("progress", "near"),
    [
        ("60", "50"),
        ("90", "100"),
        ("100%", "100"),
        ("75 %", "75"),
        ("250", "100"),
        ("2.5", "0"),
        ("half", ""),
        ("-5", ""),
    ],
)
def test_progress_is_one_of_five_steps(progress: str, near: str) -> None:
    (found,) = findings("GOA002", {PAIR: HEAD + goal(progress=progress)})
    assert str(found.span) == f"{PAIR}:21:15-{15 + len(progress)}"
    assert found.message == "`progress` is not a known value"
    assert found.help == (f"did you mean `{near}`?" if near else "write `progress:` with 0, 25, 50, 75 or 100")
    assert (found.fix.text or "") == near


def test_a_misspelt_state_is_one_finding() -> None:
    (found,) = findings("GOA002", {PAIR: HEAD + goal(state="raeched", progress="100")})
    assert str(found.span) == f"{PAIR}:20:12-19"
    assert found.help == "did you mean `reached`?"
    assert "raeched" not in found.message


def test_missing_values_are_told_at_the_goal() -> None:
    assert told("GOA002", {PAIR: HEAD + goal(state="", progress="")}) == [
        f"{PAIR}:16:5-7 error: the goal has no `state`",
        f"{PAIR}:16:5-7 error: the goal has no `progress`",
    ]


def test_an_id_stands_once() -> None:
    (found,) = findings("GOA002", {PAIR: HEAD + goal() + goal("g2") + goal()})
    assert str(found.span) == f"{PAIR}:28:9-11"
    assert related(found) == [f"{PAIR}:28:9-11: the second", f"{PAIR}:16:9-11: the first"]
