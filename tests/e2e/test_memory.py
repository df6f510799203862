"""A check that remembers says what one that does not would say, whatever happens to the files and to the cache."""

from __future__ import annotations

import marshal
import shutil
from pathlib import Path
from random import Random
from typing import NamedTuple

import edits
import programmes
import pytest
from click.testing import CliRunner
from repositories import commit, git

from generator import kept, memory
from generator.cli import main

SESSION = "pairs/2026-spring/pair-03/sessions/01.yml"


class Told(NamedTuple):
    """The exit code and the output of a check, and whether it was remembered, or judged by what lies near a change."""

    said: tuple[int, str]
    remembered: bool
    near: bool


def check(root: Path, *options: str) -> Told:
    """Check a programme."""
    done = CliRunner().invoke(main, ["check", "--verbose", "--root", str(root), *options])
    said = "\n".join(line for line in done.output.splitlines() if not line.endswith(" s"))
    return Told((done.exit_code, said), "remembered in" in done.output, "judged what" in done.output)


def answers(root: Path) -> list[Path]:
    """List the answers that are kept."""
    return sorted((kept.folder(root) / memory.ANSWERS).iterdir())


def test_the_same_files_are_not_judged_twice(repository: Path) -> None:
    first, second = check(repository), check(repository)
    assert (first.said, first.remembered, second.remembered) == (second.said, False, True)
    assert git(repository, "status", "--porcelain") == ""
    assert not check(repository, "--nightly").remembered
    assert not check(repository, "--format", "json").remembered
    assert not check(repository, "--as-of", "2026-03-01").remembered


def test_findings_and_the_exit_code_are_remembered(repository: Path) -> None:
    (repository / SESSION).write_text("date: soon\n")
    first, second = check(repository), check(repository)
    assert first.said == second.said
    assert first.said[0] == 1
    assert second.remembered


@pytest.mark.parametrize("spoil", ["truncated", "wrong", "no answer", "empty"])
def test_a_spoilt_answer_is_as_good_as_none(repository: Path, spoil: str) -> None:
    whole = check(repository)
    (answer,) = answers(repository)
    text = answer.read_bytes()
    seal, _, body = text.partition(b"\n")
    given = marshal.dumps(("nothing at all\n", 0, *marshal.loads(body)[2:]))  # noqa: S302 - our own
    spoilt = {"truncated": text[:-9], "wrong": seal + b"\n" + given, "no answer": b"{", "empty": b""}
    answer.write_bytes(spoilt[spoil])
    again = check(repository)
    assert (again.said, again.remembered) == (whole.said, False)
    assert check(repository).remembered


def test_another_checker_does_not_believe_an_answer(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not check(repository).remembered
    monkeypatch.setattr(memory, "_version", lambda _: b"another")
    assert not check(repository).remembered


def test_the_checker_is_known_by_its_code_which_is_read_again_once_it_was_touched(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "generator"
    (code / "rules").mkdir(parents=True)
    module = code / "rules/one.py"
    module.write_text("one = 1\n")
    monkeypatch.setattr(memory, "__file__", str(code / "memory.py"))
    reads = []
    read = memory._read_version
    monkeypatch.setattr(memory, "_read_version", lambda *given: reads.append(1) or read(*given))

    def version() -> bytes:
        memory._version.cache_clear()
        return memory._version(repository)

    first = version()
    assert (version(), len(reads)) == (first, 1)
    kept.folder(repository).joinpath("code").write_bytes(b"spoilt")
    assert (version(), len(reads)) == (first, 2)
    module.touch()
    assert (version(), len(reads)) == (first, 3)
    module.write_text("one = 2\n")
    assert version() != first


def test_where_nothing_can_be_kept_the_check_still_answers(repository: Path) -> None:
    kept.folder(repository).write_text("a file in the way")
    assert check(repository) == check(repository)


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_a_change_that_git_was_told_to_overlook_is_noticed(repository: Path, flag: str) -> None:
    git(repository, "update-index", flag, SESSION)
    check(repository)
    assert check(repository).remembered
    (repository / SESSION).write_text("date: soon\n")
    told = check(repository)
    assert (told.remembered, told.said[0]) == (False, 1)


def test_what_was_said_of_other_commits_and_stages_of_the_same_files_is_built_on(repository: Path) -> None:
    whole = check(repository)
    (repository / SESSION).write_text((repository / SESSION).read_text() + "# nothing\n")
    for how in ("changed", "staged", "committed"):
        if how == "staged":
            git(repository, "add", "--all")
        elif how == "committed":
            commit(repository)
        told = check(repository)
        assert (told.said, told.remembered, told.near) == (whole.said, False, True), how
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "Nothing else")
    assert check(repository).remembered
    (repository / SESSION).write_text("date: soon\n")
    assert check(repository).said[0] == 1


def test_a_day_later_is_another_question_where_there_is_no_clock(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = repository / "pairs/programme.yml"
    settings.write_text("\n".join(line for line in settings.read_text().splitlines() if not line.startswith("clock")))
    check(repository)
    assert check(repository).remembered
    from generator.cli import options  # noqa: PLC0415 - patched here alone

    monkeypatch.setattr(options, "settled", lambda *_, **__: "2031-01-01")
    assert not check(repository).remembered


def test_a_work_tree_of_its_own_has_answers_of_its_own(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "--quiet", "--detach", str(tmp_path / "second"))
    assert not check(tmp_path / "second").remembered
    assert check(tmp_path / "second").remembered
    assert not check(repository).remembered


def test_outside_of_a_repository_nothing_is_kept(tmp_path: Path) -> None:
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    assert check(root) == check(root)
    assert not check(root).remembered


def test_only_the_newest_answers_stay(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "KEPT", 2)
    for day in range(1, 5):
        check(repository, "--as-of", f"2026-03-{day:02}")
    assert len(answers(repository)) == 2


@pytest.mark.parametrize("sequences", [4, pytest.param(200, marks=pytest.mark.slow)], ids=["some", "two hundred"])
@pytest.mark.parametrize("programme", ["healthy", "broken"])
def test_remembered_and_fresh_answers_are_the_same_over_random_edits(
    tmp_path: Path, programme: str, sequences: int
) -> None:
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY.with_name(programme), root, symlinks=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    rng, place, aside = Random(7), kept.folder(root), root / ".git/aside"
    remembered = near = 0
    for number in range(sequences):
        for _ in range(rng.choice([1, 1, 2])):
            edits.edit(root, rng)
        told, again = check(root), check(root)
        remembered += again.remembered
        near += told.near
        assert again.said == told.said
        place.rename(aside)
        assert check(root).said == told.said, number
        shutil.rmtree(place)
        aside.rename(place)
        if rng.randrange(3) == 0:
            git(root, "checkout", "--quiet", "--force", "main")
            git(root, "clean", "--quiet", "-d", "--force")
    assert remembered == sequences
    assert near >= sequences // 20
