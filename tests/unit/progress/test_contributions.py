"""Days from first commit to merge: small histories drawn by hand, and a real one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from repositories import FIXED

from generator.history import Commit, commits
from generator.progress.contributions import Contribution, contributions, middle
from generator.progress.whole import MEASURES

DAY = 86_400


def made(name: str, day: float, *parents: str, ours: bool = True) -> Commit:
    return Commit(name, int(day * DAY), int(day * DAY), parents, (f"pairs/{name}.yml",) if ours else ())


def days_to_merge(commits: Sequence[Commit] | None) -> tuple[int, ...] | None:
    """Give the days alone."""
    found = contributions(commits)
    return found and tuple(each.days for each in found)


def test_a_merge_is_as_old_as_its_first_commit() -> None:
    """main: a - d - m, where m merges b - c; b is written on day 3, m is made on day 9."""
    history = (
        made("m", 9, "d", "c", ours=False),
        made("c", 8, "b"),
        made("d", 5, "a"),
        made("b", 3, "a"),
        made("a", 1),
    )
    assert days_to_merge(history) == (6,)


def test_the_example_of_the_measure() -> None:
    history = (
        made("n", 9, "m", "c", ours=False), made("m", 4, "a", "b", ours=False), made("c", 3, "a"), made("b", 3, "a"),
        made("a", 1),
    )  # fmt: skip
    assert days_to_merge(history) == (1, 6)
    assert middle((1, 6)) == 3.5
    [measure] = [each for each in MEASURES if each.id == "contribution-time"]
    assert measure.example.endswith("1 and 6 days, the middle 3.5.")


def test_what_an_earlier_merge_brought_is_not_counted_again() -> None:
    """B was merged by m; the branch went on with c, merged by n: n is as old as c."""
    history = (
        made("n", 9, "m", "c", ours=False), made("c", 7, "b"), made("m", 4, "a", "b", ours=False), made("b", 2, "a"),
        made("a", 1),
    )  # fmt: skip
    assert contributions(history) == (Contribution(2, ("pairs/b.yml",)), Contribution(2, ("pairs/c.yml",)))


def test_a_merge_of_the_main_branch_into_a_contribution_makes_it_no_older() -> None:
    """X merges main's a and d into the branch; what counts is b."""
    history = (
        made("m", 9, "d", "x", ours=False), made("x", 8, "b", "d", ours=False), made("b", 6, "a"), made("d", 5, "a"),
        made("a", 1),
    )  # fmt: skip
    assert days_to_merge(history) == (3,)


def test_what_touches_no_file_of_the_programme_is_no_contribution() -> None:
    history = (made("m", 9, "a", "b", ours=False), made("b", 3, "a", ours=False), made("a", 1))
    assert days_to_merge(history) is None


def test_a_history_without_merges_is_unknown() -> None:
    assert days_to_merge((made("b", 3, "a"), made("a", 1))) is None
    assert days_to_merge(()) is None
    assert days_to_merge(None) is None


def test_the_middle() -> None:
    assert middle(()) is None
    assert middle((5,)) == 5
    assert middle((9, 1, 2)) == 2


def test_a_clock_that_was_wrong_gives_no_negative_time() -> None:
    assert days_to_merge((made("m", 2, "a", "b", ours=False), made("b", 3, "a"), made("a", 1))) == (0,)


def git(root: Path, *words: str, day: int = 1) -> str:
    at = f"2026-03-{day:02}T12:00:00+00:00"
    env = {**os.environ, **FIXED, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    quiet = ("-c", "core.quotePath=off")
    done = subprocess.run(["git", "-C", str(root), *quiet, *words], env=env, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture(params=["", "inside"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Give a programme, whole or in a folder of a repository, in which a branch of 3 March was merged on the 9th."""
    root: Path = tmp_path / "programme" / request.param
    (root / "pairs").mkdir(parents=True)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", "programme")
    for day, name in ((1, "a"), (3, "b")):
        (root / f"pairs/{name}.yml").write_text(name)
        (root / "pairs/über uns.yml").write_text(name)
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", name, day=day)
        git(root, "switch", "--quiet", "-c", f"from-{name}")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "merge", "from-b", day=9)
    return root


def test_a_real_history(root: Path) -> None:
    """Counted a second way: the files are those in which the merge differs from the main branch before it."""
    differs = git(root, "diff", "--relative", "--name-only", "HEAD^1", "HEAD").splitlines()
    assert contributions(commits(root)) == (Contribution(6, tuple(differs)),)
    assert differs == ["pairs/b.yml", "pairs/über uns.yml"]


@pytest.mark.usefixtures("root")
def test_a_shallow_clone_is_unknown(tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", (tmp_path / "programme").as_uri(), "shallow")
    assert commits(tmp_path / "shallow") is None


def test_no_repository_is_unknown(tmp_path: Path) -> None:
    assert commits(tmp_path) is None
