"""The corpus of the benchmarks: a valid programme, the same for the same seed."""

from __future__ import annotations

import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import rules
from generator.load import Loaded, load, read_folder

BENCH = Path(__file__).resolve().parents[3] / "bench"
CLOCK = date(2026, 7, 24)
POSTS = 50


def made(out: Path, *options: str) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCH))
        patch.setattr(sys, "argv", ["corpus.py", str(POSTS), str(out), *options])
        runpy.run_path(str(BENCH / "corpus.py"), run_name="__main__")
    return out


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True).stdout


def loaded(root: Path) -> Loaded:
    return load(read_folder(root, git(root, "ls-files", "-z", "content", "pairs").split("\0")[:-1]))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("bench") / "corpus")


def test_a_corpus_has_nothing_that_check_would_find(corpus: Path) -> None:
    read = loaded(corpus)
    assert [str(finding.span) for finding in (*read.findings, *rules.judge(read.programme, CLOCK))] == []


def test_its_size_is_what_was_asked_for(corpus: Path) -> None:
    programme = loaded(corpus).programme
    sessions = sum(len(found) for found in programme.sessions.values())
    assert (len(programme.posts), sessions, len(programme.pairs)) == (POSTS, POSTS, POSTS // 5)


def test_every_file_has_its_own_commit(corpus: Path) -> None:
    assert len(git(corpus, "log", "--format=%H").split()) == len(git(corpus, "ls-files").splitlines())


def test_the_same_seed_gives_the_same_bytes_and_commits(corpus: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    subprocess.run([sys.executable, str(BENCH / "corpus.py"), str(POSTS), str(again)], check=True)
    assert git(again, "rev-parse", "HEAD") == git(corpus, "rev-parse", "HEAD")
    assert {path.relative_to(again): path.read_bytes() for path in (again / "pairs").rglob("*.yml")} == {
        path.relative_to(corpus): path.read_bytes() for path in (corpus / "pairs").rglob("*.yml")
    }


def test_another_seed_gives_other_texts(corpus: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "other", "--seed", "2")
    assert git(other, "rev-parse", "HEAD") != git(corpus, "rev-parse", "HEAD")


def test_planted_faults_are_found(tmp_path: Path) -> None:
    read = loaded(made(tmp_path / "faulty", "--faults"))
    assert len({finding.span.path for finding in (*read.findings, *rules.judge(read.programme, CLOCK))}) == 1
