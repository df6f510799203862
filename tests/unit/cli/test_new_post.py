"""`mentoring new post`: visibility is always said, never a default; what the agreement forbids is not offered."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
PAIR = "2026-spring/pair-03"
FACTS = {
    "--pair": "pair-03",
    "--author": "p-017",
    "--title": "One report less",
    "--kind": "win",
    "--summary": "Nobody reads it",
    "--partner": "not mentioned",
    "--visibility": "cohort",
}
BODY = "word " * 130


def words(**changes: str | None) -> list[str]:
    """Give the options, some of them changed or left out."""
    given = FACTS | {f"--{name}": value for name, value in changes.items()}
    return [word for name, value in given.items() if value is not None for word in (name, value)]


def test_a_post_is_written_and_the_programme_stays_sound(run: Run, root: Path) -> None:
    (root / "draft.txt").write_text(BODY)
    result = run("new", "post", *words(), "--text", "draft.txt")
    path = f"content/threads/{PAIR}/2026-04-01-one-report-less.md"
    assert (result.exit_code, result.output) == (0, f"{path} written\n")
    assert (root / path).read_text() == (
        "---\ntitle: One report less\ndate: 2026-04-01\nauthor: p-017\nkind: win\nvisibility: cohort\n"
        f"summary: Nobody reads it\npartner: not mentioned\n---\n\n{BODY}\n"
    )
    assert run("check").exit_code == 0


@pytest.mark.parametrize("missing", sorted(set(FACTS) - {"--pair"}))
def test_what_is_not_said_is_asked_for_by_its_option(run: Run, missing: str) -> None:
    result = run("new", "post", *words(**{missing.removeprefix("--"): None}))
    assert result.exit_code == 2
    assert f"Give {missing}." in " ".join(result.output.split())


def test_gits_address_tells_the_author(run: Run, root: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "config", "user.email", "ilka@lanternworks.example"], cwd=root, check=True)
    assert "author: p-017\n" in run("new", "post", *words(author=None, pair=None), "--dry-run").output


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"visibility": "pair"}, "expected one of `cohort`, `organisation`, `public`; a post for the two of you alone"),
        ({"visibility": "cohrt"}, "did you mean `cohort`?"),
        ({"author": "p-001"}, "Invalid value for --author"),
        ({"kind": "wins"}, "did you mean `win`?"),
        ({"summary": "s" * 201}, "at most 200 characters, and this has 201"),
        ({"partner": "yes"}, "expected `not mentioned` or `approved <date>`"),
        ({"title": "日本語"}, "letters from a to z, digits and hyphens. Give --slug."),
        ({"date": "2026-02-30"}, "expected a calendar day"),
    ],
)
def test_a_wrong_answer_is_wrong_use(run: Run, changes: dict[str, str], said: str) -> None:
    result = run("new", "post", *words(**changes))
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_a_pair_that_keeps_everything_to_itself_is_told_why(run: Run) -> None:
    result = run("new", "post", *words(pair="pair-07", author="p-018"))
    assert result.exit_code == 2
    assert "must be sealed" in " ".join(result.output.split())


def test_a_post_before_the_pair_met_is_not_written(run: Run, root: Path) -> None:
    result = run("new", "post", *words(date="2025-12-01"))
    assert result.exit_code == 1
    assert "POS003 error" in result.output
    assert not (root / f"content/threads/{PAIR}/2025-12-01-one-report-less.md").exists()


def test_a_story_starts_with_its_parts_and_nothing_else_does(run: Run) -> None:
    story = run("new", "post", *words(kind="story", partner="approved 2026-03-30"), "--dry-run").output
    assert "**Before.**" in story
    assert "**What my partner learned**, in their own words:" in story
    assert "**Before.**" not in run("new", "post", *words(), "--dry-run").output


def test_a_text_in_another_encoding_is_wrong_use(run: Run, root: Path) -> None:
    (root / "text.md").write_bytes("Größe".encode("latin-1"))
    result = run("new", "post", *words(), "--text", "text.md")
    assert result.exit_code == 2
    assert "the text is not UTF-8" in result.output


def test_a_title_in_any_script_can_be_used_with_a_name(run: Run, root: Path) -> None:
    given = words(title="Первый шаг", slug="first-step")
    assert run("new", "post", *given).output.startswith(f"content/threads/{PAIR}/2026-04-01-first-step.md written\n")
    assert "title: Первый шаг\n" in (root / f"content/threads/{PAIR}/2026-04-01-first-step.md").read_text()
