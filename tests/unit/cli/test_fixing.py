"""`mentoring check --fix`: the file is right afterwards, and nothing else has changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bless
import programmes
import pytest
from click.testing import Result

from generator.cli import fixing

Run = Callable[..., Result]

PERSON = "pairs/people/p-017.yml"
PAIR = "pairs/2026-spring/pair-05/pair.yml"
SESSION = "pairs/2026-spring/pair-03/sessions/04.yml"
POST = "content/handbook/welcome.md"


def spoil(root: Path, path: str, old: str, new: str) -> None:
    content = (root / path).read_text()
    assert old in content
    (root / path).write_text(content.replace(old, new, 1))


def everything(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in programmes.paths(root) if not (root / path).is_symlink()}


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Answer the questions: one letter each, and `n` to all that follow."""

    def answers(letters: str) -> list[str]:
        asked: list[str] = []

        def confirm(question: str, **_options: Any) -> bool:
            asked.append(question)
            return letters[len(asked) - 1 : len(asked)] == "y"

        monkeypatch.setattr(fixing, "require_terminal", lambda: None)
        monkeypatch.setattr("click.confirm", confirm)
        return asked

    return answers


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PERSON, "role: ", "rloe: "),
        (SESSION, "length: 60 min", "length: 60min # as always"),
        (POST, "---\n", "\ufeff---\n"),
    ],
)
def test_a_safe_fix_puts_the_file_right(run: Run, root: Path, path: str, old: str, new: str) -> None:
    before = everything(root)
    spoil(root, path, old, new)
    assert run("check", path).output.endswith("; 1 can be fixed with --fix\n")
    result = run("check", "--fix")
    assert result.exit_code == 0
    assert result.stdout == f"no findings in {len(before)} files\n"
    assert result.stderr.startswith(f"fixed {path}:")
    after = everything(root)
    assert after.pop(path).decode() == before.pop(path).decode().replace(
        "length: 60 min", "length: 60 min # as always" if "#" in new else "length: 60 min"
    )
    assert after == before


def test_line_ends_comments_and_rights_stay(run: Run, root: Path) -> None:
    spoil(root, PERSON, "role: ", "rloe:   ")
    data = (
        (root / PERSON).read_bytes().replace(b"\n", b" # mine\r\n", 1).replace(b"\n", b"\r\n").replace(b"\r\r", b"\r")
    )
    (root / PERSON).write_bytes(data)
    (root / PERSON).chmod(0o640)
    run("check", "--fix")
    assert (root / PERSON).read_bytes() == data.replace(b"rloe:   ", b"role:   ")
    assert (root / PERSON).stat().st_mode & 0o777 == 0o640


def test_running_twice_changes_nothing(run: Run, root: Path) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    run("check", "--fix")
    once = everything(root)
    result = run("check", "--fix")
    assert (everything(root), result.stderr) == (once, "")


def test_two_fixes_of_one_file_and_one_that_comes_to_light_after(run: Run, root: Path) -> None:
    before = everything(root)
    spoil(root, SESSION, "length: 60 min", "length: 60min")
    spoil(root, SESSION, "status: planned", "sattus: planned")
    spoil(root, SESSION, "date: ", "\ufeffdate: ")
    result = run("check", "--fix")
    assert result.stderr.count("fixed ") == 3
    assert everything(root) == before


def test_without_fix_or_without_a_terminal_it_is_wrong_use(run: Run, root: Path) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    before = everything(root)
    for given in (("--unsafe",), ("--dry-run",), ("--unsafe", "--dry-run")):
        result = run("check", *given)
        assert (result.exit_code, "say how to --fix" in result.output) == (2, True)
    result = run("check", "--fix", "--unsafe")
    assert (result.exit_code, "there is no terminal to ask on" in result.output) == (2, True)
    assert everything(root) == before


def test_only_what_was_asked_for_is_fixed(run: Run, root: Path) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    spoil(root, SESSION, "length: 60 min", "length: 60min")
    run("check", "--fix", "pairs/people")
    assert "role: " in (root / PERSON).read_text()
    assert "60min" in (root / SESSION).read_text()


def test_each_unsafe_fix_is_asked_about_once(run: Run, root: Path, on_a_terminal: Callable[[str], list[str]]) -> None:
    spoil(root, SESSION, "status: planned", "status: planed")
    spoil(root, SESSION, "kind: check-in", "kind: chek-in")
    asked = on_a_terminal("ny")
    result = run("check", "--fix", "--unsafe", SESSION)
    assert asked == ["replace with `planned`?", "replace with `check-in`?"]
    assert result.exit_code == 1
    text = (root / SESSION).read_text()
    assert "status: planed" in text
    assert "kind: check-in" in text


def test_nothing_is_asked_about_without_unsafe(run: Run, root: Path, on_a_terminal: Callable[[str], list[str]]) -> None:
    spoil(root, SESSION, "status: planned", "status: planed")
    asked = on_a_terminal("y")
    assert run("check", "--fix", SESSION).exit_code == 1
    assert asked == []


def test_a_dry_run_shows_the_changed_parts_only_and_writes_nothing(run: Run, root: Path) -> None:
    spoil(root, SESSION, "length: 60 min", "length: 60min # she was tired")
    spoil(root, SESSION, "status: planned", "status: planed")
    spoil(root, POST, "---\n", "\ufeff---\n")
    before = everything(root)
    assert run("check", "--fix", "--dry-run").stdout == (
        f"--- {POST}\n+++ {POST}\n@@ 1:1-2 FIL001 safe @@\n-…\n"
        f"--- {SESSION}\n+++ {SESSION}\n@@ 2:9-14 FIL010 safe @@\n-60min\n+60 min\n"
        "2 edits in 2 files; nothing was written\n"
    )
    shown = run("check", "--fix", "--unsafe", "--dry-run", SESSION)
    assert "@@ 3:9-15 FIL009 unsafe @@\n-planed\n+planned\n" in shown.stdout
    assert shown.exit_code == 1
    assert everything(root) == before


def test_a_file_that_was_changed_meanwhile_is_left_alone(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")
    spoil(root, POST, "---\n", "\ufeff---\n")
    looked = fixing._as_judged

    def somebody_writes(*given: Any) -> bytes | None:
        with (root / given[2]).open("a") as file:
            file.write("\n")
        return looked(*given)

    monkeypatch.setattr(fixing, "_as_judged", somebody_writes)
    result = run("check", "--fix")
    assert f"left {PERSON} alone: it was changed meanwhile\n" in result.stderr
    assert (root / PERSON).read_text().endswith("\n\n")
    assert "rloe: " in (root / PERSON).read_text()
    assert not list(root.rglob(".*.tmp"))


def test_a_file_that_changes_at_the_last_moment_is_left_alone(root: Path) -> None:
    path = root / PERSON
    assert not fixing._replaced(path, b"what it was", b"new")
    assert path.read_bytes() == programmes.healthy()[PERSON]
    assert not fixing._replaced(root / "pairs/people/gone.yml", b"", b"new")
    assert sorted(each.name for each in path.parent.iterdir()) == sorted(
        Path(each).name for each in programmes.healthy() if each.startswith("pairs/people/")
    )


def test_a_file_that_cannot_be_written_is_told(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(root, PERSON, "role: ", "rloe: ")

    def refuses(*_given: Any) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(fixing, "_replaced", refuses)
    result = run("check", "--fix", PERSON)
    assert result.stderr == f"{PERSON} could not be written: Permission denied\n"
    assert result.exit_code == 1


BEFORE = programmes.judged(programmes.loaded_folder(bless.BROKEN), nightly=True)
OFFERED = [(finding.code, finding.span.path) for finding in BEFORE if finding.edit]


def test_the_broken_programme_offers_fixes_of_both_grades() -> None:
    assert len(OFFERED) == len(set(OFFERED)) >= 10


@pytest.mark.parametrize(("code", "path"), OFFERED)
def test_after_a_fix_its_finding_is_gone_and_no_new_one_has_come(
    code: str, path: str, run: Run, tmp_path: Path, on_a_terminal: Callable[[str], list[str]]
) -> None:
    root = tmp_path / "broken"
    shutil.copytree(bless.BROKEN, root)
    on_a_terminal("y" * 9)
    result = run("check", "--fix", "--unsafe", "--nightly", "--root", str(root), str(root / path))
    assert result.stderr.count("fixed ") == 1
    after = programmes.judged(programmes.loaded_folder(root), nightly=True)
    gone = [each for each in BEFORE if each not in after]
    assert [(each.code, each.span.path) for each in gone] == [(code, path)]
    assert [each for each in after if each not in BEFORE] == []
    assert [each for each in after if each.edit and each.span.path == path] == []  # so nothing is left to fix again
