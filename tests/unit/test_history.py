"""The last change of each path: read in one pass, and the same when only what is new in the log is read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from repositories import FIXED

from generator import history as module
from generator import kept
from generator.history import Change, history

Git = Callable[..., str]
START = int(datetime(2026, 4, 1, 12, tzinfo=UTC).timestamp())


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Give Git in a new repository; each commit is a minute younger than the one before."""
    clock = [START]

    def run(*words: str, later: int = 60) -> str:
        clock[0] += later if words[0] in ("commit", "merge") else 0
        now = {"GIT_AUTHOR_DATE": f"{clock[0]} +0000", "GIT_COMMITTER_DATE": f"{clock[0]} +0000"}
        asked = ["git", "-C", str(tmp_path), *words]
        return subprocess.run(asked, env=os.environ | FIXED | now, capture_output=True, text=True, check=True).stdout

    run("init", "--quiet", "--initial-branch=main")
    return run


def write(git: Git, root: Path, *names: str, later: int = 60) -> str:
    """Commit a change of each file, and give the commit's short id."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        with (root / name).open("a") as file:
            file.write("more\n")
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "change", later=later)
    return git("rev-parse", "HEAD")[: module.SHORT]


def whole_passes(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note each time that the whole log is read."""
    passes: list[Path] = []
    whole = module._whole
    monkeypatch.setattr(module, "_whole", lambda root: passes.append(root) or whole(root))  # type: ignore[func-returns-value]
    return passes


def test_the_first_commit_that_names_a_path_is_its_last_change(git: Git, tmp_path: Path) -> None:
    first = write(git, tmp_path, "content/a.md", "content/b\nc.md", "\x01x")
    second = write(git, tmp_path, "content/a.md")
    known = history(tmp_path)
    day = date(2026, 4, 1)
    assert known.head == Change(second, day)
    assert dict(known.last) == {
        "content/a.md": Change(second, day),
        "content/b\nc.md": Change(first, day),
        "\x01x": Change(first, day),
    }


def test_what_lies_above_the_programme_is_not_named(git: Git, tmp_path: Path) -> None:
    write(git, tmp_path, "elsewhere.md", "below/content/a.md")
    assert list(history(tmp_path / "below").last) == ["content/a.md"]


def test_only_what_is_new_is_read(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passes = whole_passes(monkeypatch)
    old = write(git, tmp_path, "a", "b")
    history(tmp_path)
    new = write(git, tmp_path, "b", "c")
    known = history(tmp_path)
    assert {path: change.commit for path, change in known.last.items()} == {"a": old, "b": new, "c": new}
    assert known == history(tmp_path)
    assert len(passes) == 1


def test_a_log_that_does_not_go_on_is_read_as_a_whole(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes = whole_passes(monkeypatch)
    write(git, tmp_path, "a")
    write(git, tmp_path, "b")
    history(tmp_path)
    git("reset", "--quiet", "--hard", "HEAD^")
    write(git, tmp_path, "c")
    assert sorted(history(tmp_path).last) == ["a", "c"]
    assert len(passes) == 2


def test_a_commit_older_than_what_is_kept_makes_it_read_all(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes = whole_passes(monkeypatch)
    write(git, tmp_path, "a")
    history(tmp_path)
    write(git, tmp_path, "a", later=0)
    history(tmp_path)
    assert len(passes) == 2


@pytest.mark.parametrize("spoil", [b"", b"x", b"\0\0"])
def test_what_is_spoilt_is_not_believed(git: Git, tmp_path: Path, spoil: bytes) -> None:
    write(git, tmp_path, "a")
    told = history(tmp_path)
    place = kept.folder(tmp_path) / "log"
    place.write_bytes(place.read_bytes().partition(b"\n")[0] + b"\n" + spoil)
    assert history(tmp_path) == told


def test_a_shallow_clone_knows_nothing_but_its_head(git: Git, tmp_path: Path) -> None:
    write(git, tmp_path, "a")
    head = write(git, tmp_path, "b")
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth=1", f"file://{tmp_path}", str(clone))
    known = history(clone)
    assert (known.head, dict(known.last), known.shallow) == (Change(head, date(2026, 4, 1)), {}, True)


def test_without_a_repository_or_a_commit_nothing_is_known(git: Git, tmp_path: Path) -> None:
    assert git("log", "--all") == ""
    assert history(tmp_path) == history(tmp_path / "nowhere") == module.History()


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))])
def test_what_is_added_to_is_what_a_whole_pass_gives(git: Git, tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    write(git, tmp_path, "f0", "f1", "f2", "f3")
    write(git, tmp_path, "f1")
    git("branch", "side")
    for _ in range(25):
        match rng.randrange(5):
            case 0:
                git("checkout", "--quiet", "-B", "side", rng.choice(["HEAD", "HEAD^", "main"]))
            case 1:
                git("checkout", "--quiet", "main")
                git("merge", "--quiet", "--no-ff", "--strategy=ours", "--message", "merge", "side")
            case _:
                write(git, tmp_path, f"f{rng.randrange(6)}", later=rng.choice([0, 60, 60]))
        told = history(tmp_path)
        (kept.folder(tmp_path) / "log").unlink()
        again = history(tmp_path)
        assert (told.head, dict(told.last)) == (again.head, dict(again.last))
