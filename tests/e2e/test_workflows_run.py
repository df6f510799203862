"""The targets that workflows run, run: a base, and a change that is data to it, whatever the change would like."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from repositories import FIXED, commit, git, mentoring_here

ROOT = Path(__file__).parents[2]
VENV = Path(sys.executable).parents[1]
Done = subprocess.CompletedProcess[str]
Make = Callable[..., Done]
SESSION = "pairs/2026-spring/pair-03/sessions/02.yml"
POST = "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"


def made(venv: Path, folder: Path, target: str, **environment: str) -> Done:
    """Run a target of a folder's Makefile with the generator that is installed in an environment."""
    installed = [f"VENV={venv}", "-o", f"{venv}/.site", "-o", f"{venv}/.dev"]
    unset = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", "-C", str(folder), *installed, target],
        env={**unset, **FIXED, "PYTHONWARNINGS": "default", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def make(tmp_path: Path, python: Path) -> Make:
    """Run targets with a generator that needs no start."""
    (tmp_path / "venv/bin").mkdir(parents=True)
    command = tmp_path / "venv/bin/mentoring"
    command.write_text(f'#!/bin/sh\nexec {python} -m generator "$@"\n')
    command.chmod(0o755)
    return partial(made, tmp_path / "venv")


@pytest.fixture
def base(repository: Path) -> Path:
    """Give the programme with the machinery beside it."""
    for name in (
        "Makefile",
        "mkdocs.yml",
        "requirements.lock",
        "requirements-dev.lock",
        "pyproject.toml",
        ".gitignore",
    ):
        shutil.copy(ROOT / name, repository)
    commit(repository, "the machinery")
    return repository


@pytest.fixture
def change(base: Path, tmp_path: Path) -> Path:
    """Give a clone with a change in it, as a forge lays it beside the base."""
    git(tmp_path, "clone", "--quiet", str(base), "change")
    return tmp_path / "change"


def spoil(root: Path, path: str, old: str, new: str) -> None:
    content = (root / path).read_text()
    assert old in content
    (root / path).write_text(content.replace(old, new, 1))


def without_tests(root: Path) -> None:
    """Let `make test` say so and do nothing: a Makefile inside this one would install and run all of ours."""
    needed = re.search(r"(?m)^test: ([a-z ]+) ##", (root / "Makefile").read_text())
    assert needed
    spoil(root, "Makefile", needed[0], "test: ##")
    spoil(root, "Makefile", "\t$(PYTEST)\n", "\t@echo all the tests\n")


def test_a_sound_change_is_reviewed_accepted_and_shown(make: Make, base: Path, change: Path) -> None:
    spoil(change, POST, "\n---\n", "\n---\nOne more sentence.\n\n")
    commit(change)
    given = {"CHANGE": str(change), "SINCE": "HEAD^1"}
    for target in ("review", "judge", "preview"):
        done = make(base, target, **given)
        assert done.returncode == 0, done.stdout + done.stderr
    review = json.loads((base / "review/review.json").read_text())
    assert review["deeds"] == ["post 2026-02-20-first-prompt is edited: everyone in the organisation will read it"]
    assert (base / "review/review.md").read_text().startswith("<!-- mentoring: review -->")
    assert (base / "preview/audience.txt").read_text().strip() == "organisation"
    assert "One more sentence." in (base / "preview/posts/2026-02-20-first-prompt/index.html").read_text()


def test_a_change_cannot_acquit_itself(make: Make, base: Path, change: Path) -> None:
    spoil(change, SESSION, "length: 60 min", "length: sixty")
    (change / "Makefile").write_text("judge review:\n\t@echo fine\n")
    (change / "generator").mkdir()
    (change / "generator/__main__.py").write_text("print('fine')\n")
    commit(change)
    given = {"CHANGE": str(change), "SINCE": "HEAD^1"}
    judged = make(base, "judge", **given)
    assert judged.returncode == 2  # of make, since the check ended with 1
    assert f"FIL010 error: `length` is not a duration\n --> {SESSION}:2:9-14" in judged.stdout
    assert make(base, "review", **given).returncode == 0
    review = json.loads((base / "review/review.json").read_text())
    assert (review["errors"], review["machinery"]) == (1, ["Makefile", "generator/__main__.py"])
    assert make(base, "preview", **given).returncode == 0
    assert not (base / "preview").exists()


def test_no_code_of_a_change_runs_while_its_preview_is_built(
    make: Make, base: Path, change: Path, tmp_path: Path
) -> None:
    (change / "mkdocs.yml").write_text("site_name: x\nhooks: [hook.py]\nplugins: [mentoring]\n")
    (change / "hook.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    commit(change)
    assert make(base, "preview", CHANGE=str(change)).returncode == 0
    assert (base / "preview/index.html").is_file()
    assert not (tmp_path / "ran").exists()


def test_parameters_are_texts_and_never_commands(make: Make, base: Path, change: Path, tmp_path: Path) -> None:
    given = f"$(touch {tmp_path}/ran); `touch {tmp_path}/ran`"
    without_tests(base)
    for target in ("judge", "review", "preview", "test-since", "base", "sites", "report"):
        make(base, target, CHANGE=given, SINCE=given, AS_OF=given, AUDIENCES="organisation")
    assert change.is_dir()
    assert not (tmp_path / "ran").exists()


def test_the_base_is_laid_beside_the_change(change: Path) -> None:
    (change / "Makefile").write_text((change / "Makefile").read_text() + "# changed\n")
    commit(change)
    for _ in range(2):
        done = made(VENV, change, "base", SINCE="HEAD^1")
        assert done.returncode == 0, done.stderr
    assert "# changed" not in (change / ".cache/base/Makefile").read_text()
    assert made(VENV, change / ".cache/base", "judge", CHANGE=str(change), SINCE="HEAD^1").returncode == 0


def test_only_what_is_more_than_the_programme_asks_for_all_tests(make: Make, change: Path) -> None:
    spoil(change, POST, "\n---\n", "\n---\nOne more sentence.\n\n")
    commit(change)
    done = make(change, "test-since", SINCE="HEAD^1")
    assert (done.returncode, done.stdout.splitlines()[-2:][0]) == (0, "only the programme has changed")
    without_tests(change)
    commit(change)
    assert "all the tests" in make(change, "test-since", SINCE="HEAD^1").stdout


@pytest.mark.parametrize("wanted", ["cohort", pytest.param("", marks=pytest.mark.slow)], ids=["one", "all"])
def test_every_audience_has_its_site(make: Make, base: Path, wanted: str) -> None:
    done = make(base, "sites", AUDIENCES=wanted)
    assert done.returncode == 0, done.stderr
    audiences = wanted.split() or ["cohort", "coordinators", "organisation"]
    assert sorted(each.name for each in (base / "sites").iterdir()) == audiences
    for audience in audiences:
        assert (base / "sites" / audience / "audience.txt").read_text().strip() == audience


def test_the_report_is_a_file_and_nothing_of_it_stands_in_the_log(make: Make, base: Path) -> None:
    spoil(base, SESSION, "length: 60 min", "length: sixty")
    done = make(base, "report", AS_OF="2026-06-20")
    assert done.returncode == 0, done.stderr
    same = mentoring_here("check", "--nightly", "--as-of", "2026-06-20", "--format", "text", cwd=base)
    assert (base / "report/findings.txt").read_text() == same.stdout
    assert "FIL010" in same.stdout
    assert "FIL010" not in done.stdout + done.stderr


def test_the_letters_of_the_week_lie_beside_the_report_and_none_of_them_in_the_log(make: Make, base: Path) -> None:
    """Pair-03 has not recorded its session of 14 April; on the 24th it is the turn of the two for the first time."""
    done = make(base, "report", AS_OF="2026-04-24")
    assert done.returncode == 0, done.stderr
    letters = {path.name for path in (base / "report/letters").iterdir()}
    assert {"2026-04-21.2026-spring.pair-03.eml", "2026-04-21.2026-spring.pair-03.md"} <= letters
    again = make(base, "report", AS_OF="2026-04-24")
    assert "wrote 0 letters" in again.stdout
    assert "Hello" not in done.stdout + done.stderr
    assert "pair-03" not in done.stdout + done.stderr


def test_a_programme_with_errors_is_not_published(make: Make, base: Path) -> None:
    spoil(base, SESSION, "length: 60 min", "length: sixty")
    assert make(base, "sites").returncode == 2
    assert not (base / "sites").exists()
