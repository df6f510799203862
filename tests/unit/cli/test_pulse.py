"""`mentoring pulse import`: a file of aggregates, and answers that are neither kept nor told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
PLACE = "pairs/2026-spring/pulse/2026-04-01.yml"
HEAD = "When;Mentor or mentee?;I can say what I think here;What went wrong?\n"
SAID = "he shouted at me"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Write an export of ten answers beside the programme."""
    path = tmp_path / "answers.csv"
    rows = [f"x;{side};{value};{SAID}\n" for side in ("mentor", "mentee") for value in (3, 4, 4, 5, 5)]
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    return path


def test_a_pulse_is_made_and_the_answers_are_not_told(run: Run, root: Path, export: Path) -> None:
    result = run("pulse", "import", str(export), "--invited", "7,6")
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{PLACE} written\n"
    text = (root / PLACE).read_text()
    assert "wave: mid-point\ninvited:\n  mentor: 7\n  mentee: 6\nanswered:\n  mentor: 5\n  mentee: 5\n" in text
    assert SAID not in result.output + text
    assert run("check").exit_code == 0
    assert [path.name for path in (root / PLACE).parent.iterdir()] == ["2026-04-01.yml"]


def test_a_dry_run_writes_nothing_and_another_wave_overwrites_nothing(run: Run, root: Path, export: Path) -> None:
    given = ("pulse", "import", str(export), "--invited", "7,6")
    shown = run(*given, "--dry-run")
    assert shown.exit_code == 0
    assert "mean: 4" in shown.stdout
    assert not (root / PLACE).exists()
    assert run(*given).exit_code == 0
    again = run(*given, "--wave", "end")
    assert again.exit_code == 2
    assert "is there already, and nothing is overwritten" in again.output


def test_answers_inside_the_programme_are_refused(run: Run, root: Path, export: Path) -> None:
    inside = root / "pairs" / "answers.csv"
    inside.write_bytes(export.read_bytes())
    result = run("pulse", "import", str(inside), "--invited", "7,6")
    assert result.exit_code == 2
    assert "move them out of it first" in result.output
    assert not (root / PLACE).exists()
    link = export.with_name("link.csv")
    link.symlink_to(inside)
    assert run("pulse", "import", str(link), "--invited", "7,6").exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "more answers on the side of the mentor than people who were asked"),
        (("--cohort", "2027-spring"), "there is no such cohort; there are 2025-autumn, 2026-spring"),
        (("--date", "2024-01-01"), "Which cohort? Give --cohort: 2025-autumn, 2026-spring."),
        (("--date", "yesterday"), "--date: expected a calendar day"),
        (("--wave", "middle"), "--wave: expected"),
        (("--invited", "7"), "such as `12,11`"),
        (("--invited", "7,6", "--columns", "mood=3"), "items are speak, time"),
        (("--invited", "7,6", "--columns", "side=4"), "expected at least 5 answers on a side"),
    ],
)
def test_what_is_wrong_is_said_and_no_answer_with_it(run: Run, export: Path, words: tuple[str, ...], said: str) -> None:
    result = run("pulse", "import", str(export), *words)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert SAID not in result.output


def test_a_file_that_is_not_there_is_named_by_the_system(run: Run, tmp_path: Path) -> None:
    result = run("pulse", "import", str(tmp_path / "none.csv"))
    assert result.exit_code == 2
    assert "No such file or directory" in result.output
