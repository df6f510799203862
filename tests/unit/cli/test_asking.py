"""Questions on a terminal: asked again with the reason, until there is an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import asking, main

Answered = Callable[..., str]


@pytest.fixture
def answered(root: Path, monkeypatch: pytest.MonkeyPatch) -> Answered:
    """Run a verb for somebody who sits at a terminal and types these lines; give what they see."""
    monkeypatch.chdir(root)
    monkeypatch.setattr(asking, "on_terminal", lambda: True)

    def ran(lines: str, *words: str) -> str:
        return " ".join(CliRunner().invoke(main, words, input=lines, prog_name="mentoring").output.split())

    return ran


def test_an_empty_answer_is_told_what_is_needed(answered: Answered) -> None:
    seen = answered("\n  \nKim Okafor\n\nx\nnone\n\n9\nnone\n", "new", "person", "--dry-run")
    reason = "nothing was said, and an answer is needed: expected"
    assert seen.count(f"{reason} a text of at least 1 character") == 2
    assert seen.count(f"{reason} one of `mentor`, `mentee`, `both`, `none`") == 1
    assert seen.count(f"{reason} a whole number, such as `3`") == 1
    assert "expected one of `mentor`, `mentee`, `both`, `none` Mentor" in seen
    assert seen.endswith("name: Kim Okafor role: none level: 9")


def test_enter_is_the_default_where_there_is_one(answered: Answered) -> None:
    given = ("--title", "Half an hour", "--stage", "working", "--use-when", "Little time")
    seen = answered("\n", "new", "agenda", *given, "--dry-run")
    assert "[60 min]" in seen
    assert "nothing was said" not in seen


def test_a_title_that_gives_no_name_asks_for_one(answered: Answered) -> None:
    given = ("--stage", "working", "--use-when", "Little time", "--length", "30 min")
    seen = answered("Полчаса\nHalf\nhalf-an-hour\n", "new", "agenda", *given, "--dry-run")
    assert "Which name does its file get?" in seen
    assert "expected an id: lower-case letters" in seen
    assert "content/agendas/half-an-hour.md --- title: Полчаса" in seen
