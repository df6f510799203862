"""A check that remembers says what one that does not would say, whatever happens to the files and to the cache."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from random import Random

import programmes
import pytest
from click.testing import CliRunner
from repositories import commit, git

from generator import kept, memory
from generator.cli import main

SESSION = "pairs/2026-spring/pair-03/sessions/01.yml"


def check(root: Path, *options: str) -> tuple[int, str, bool]:
    """Check a programme; gives exit code, output, and whether the answer was remembered."""
    done = CliRunner().invoke(main, ["check", "--verbose", "--root", str(root), *options])
    said = [line for line in done.output.splitlines() if not line.endswith(" s")]
    return done.exit_code, "\n".join(said), "remembered in" in done.output


def answers(root: Path) -> list[Path]:
    """List the answers that are kept."""
    return sorted(kept.folder(root).glob("*.json"))


def test_the_same_files_are_not_judged_twice(repository: Path) -> None:
    first, second = check(repository), check(repository)
    assert (first[:2], first[2], second[2]) == (second[:2], False, True)
    assert git(repository, "status", "--porcelain") == ""
    assert not check(repository, "--nightly")[2]
    assert not check(repository, "--format", "json")[2]
    assert not check(repository, "--as-of", "2026-03-01")[2]


def test_findings_and_the_exit_code_are_remembered(repository: Path) -> None:
    (repository / SESSION).write_text("date: soon\n")
    first, second = check(repository), check(repository)
    assert first[0] == second[0] == 1
    assert first[1] == second[1]
    assert second[2]


@pytest.mark.parametrize("spoil", ["truncated", "wrong", "not json", "empty"])
def test_a_spoilt_answer_is_as_good_as_none(repository: Path, spoil: str) -> None:
    whole = check(repository)
    (answer,) = answers(repository)
    text = answer.read_text()
    seal, _, body = text.partition("\n")
    given = ["nothing at all\n", 0, *json.loads(body)[2:]]
    answer.write_text(
        {"truncated": text[:-9], "wrong": f"{seal}\n{json.dumps(given)}", "not json": "{", "empty": ""}[spoil]
    )
    again = check(repository)
    assert again == whole
    assert check(repository)[2]


def test_another_checker_does_not_believe_an_answer(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not check(repository)[2]
    monkeypatch.setattr(memory, "_version", lambda: b"another")
    assert not check(repository)[2]


def test_where_nothing_can_be_kept_the_check_still_answers(repository: Path) -> None:
    kept.folder(repository).write_text("a file in the way")
    assert check(repository) == check(repository)


def test_a_day_later_is_another_question_where_there_is_no_clock(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = repository / "pairs/programme.yml"
    settings.write_text("\n".join(line for line in settings.read_text().splitlines() if not line.startswith("clock")))
    check(repository)
    assert check(repository)[2]
    from generator.cli import options  # noqa: PLC0415 - patched here alone

    monkeypatch.setattr(options, "settled", lambda *_, **__: "2031-01-01")
    assert not check(repository)[2]


def test_a_work_tree_of_its_own_has_answers_of_its_own(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "--quiet", "--detach", str(tmp_path / "second"))
    assert not check(tmp_path / "second")[2]
    assert check(tmp_path / "second")[2]
    assert not check(repository)[2]


def test_outside_of_a_repository_nothing_is_kept(tmp_path: Path) -> None:
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    assert check(root) == check(root)
    assert not check(root)[2]


def test_only_the_newest_answers_stay(repository: Path) -> None:
    for day in range(1, memory.KEPT + 5):
        check(repository, "--as-of", f"2026-03-{day:02}")
    assert len(answers(repository)) == memory.KEPT


@pytest.mark.parametrize("sequences", [12, pytest.param(200, marks=pytest.mark.slow)], ids=["some", "two hundred"])
def test_remembered_and_fresh_answers_are_the_same_over_random_edits(repository: Path, sequences: int) -> None:
    rng = Random(7)
    place, aside = kept.folder(repository), repository / ".git/aside"
    remembered = 0
    for _ in range(sequences):
        for _ in range(rng.randrange(3)):
            _edit(repository, rng)
        told = check(repository)
        again = check(repository)
        remembered += again[2]
        assert again[:2] == told[:2]
        place.rename(aside)
        assert check(repository)[:2] == told[:2]
        shutil.rmtree(place)
        aside.rename(place)
    assert remembered == sequences


def _edit(root: Path, rng: Random) -> None:
    """Do one of the things people do: write, spoil, move, delete, commit, take back."""
    files = sorted(path for folder in ("pairs", "content") for path in (root / folder).rglob("*.*") if path.is_file())
    path = rng.choice(files)
    match rng.randrange(7):
        case 0:
            path.write_bytes(path.read_bytes() + b"\n")
        case 1:
            path.write_bytes(path.read_bytes().replace(b"60 min", b"45 min").replace(b"mentor:", b"mentro:", 1))
        case 2:
            path.rename(path.with_name(f"x-{path.name}"))
        case 3:
            path.unlink()
        case 4:
            path.with_name(f"new-{rng.randrange(99)}{path.suffix}").write_bytes(path.read_bytes())
        case 5:
            commit(root)
        case _:
            git(root, "checkout", "--quiet", "--", "pairs")
