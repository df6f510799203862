"""Workflows: scanned, and held to the habits that no scanner asks for. A scanner that lets a bad one pass is broken."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import programmes
import pytest
import yaml
from repositories import commit, git, mentoring_here

ROOT = Path(__file__).parents[2]
BAD = Path(__file__).parent / "bad"
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
STEP = re.compile(r"make (?:-C \.cache/base )?(?P<target>[a-z-]+)")
PIN = re.compile(r"uses: [\w-]+(?:/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
SEEN_BY_ZIZMOR = {
    "trigger": "dangerous-triggers",
    "injection": "template-injection",
    "unpinned": "unpinned-uses",
    "rights": "excessive-permissions",
    "credentials": "artipacked",
    "unparseable": "",
}
SEEN_BY_SCHEMA = ("misspelt", "unparseable")


def commands(target: str) -> list[list[str]]:
    """Give the commands of a target, as the Makefile would run them."""
    done = subprocess.run(
        ["make", "-n", "-o", ".venv/.dev", "-o", ".venv/.site", target],
        cwd=ROOT,
        env={**os.environ, "SINCE": "HEAD"},  # what holds `$(MAKE)` is run even so
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.split() for line in done.stdout.splitlines()]


def scanned(name: str, folder: Path, scanner: str) -> subprocess.CompletedProcess[str]:
    """Run one scanner of `make lint`, with its own options, on the good workflow and another one beside it."""
    folder = folder / ".github/workflows"
    folder.mkdir(parents=True)
    for each in ("good", name):
        shutil.copy(BAD / f"{each}.yml", folder)
    command = next(line for line in commands("lint") if line[0].endswith(scanner) and line[-1].startswith(".github/w"))
    paths = [str(folder)] if scanner == "zizmor" else [str(each) for each in sorted(folder.iterdir())]
    given = [str(ROOT / word) if word.endswith("zizmor.yml") else word for word in command[1:-1]]
    return subprocess.run([str(BIN / scanner), *given, *paths], capture_output=True, text=True, check=False)


def workflow(path: Path) -> dict[Any, Any]:
    """Read a workflow."""
    read: dict[Any, Any] = yaml.safe_load(path.read_text())
    return read


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give all jobs of all workflows."""
    for path in WORKFLOWS:
        for name, job in workflow(path)["jobs"].items():
            yield f"{path.stem}/{name}", job


def on_github() -> list[str]:
    """Give every command that a job of a workflow runs."""
    return [step["run"] for _, job in jobs() for step in job["steps"] if "run" in step]


def on_gitlab() -> list[str]:
    """Give every command that a job of the pipeline runs."""
    return [line for job in workflow(GITLAB).values() for line in job.get("script", ())]


def checked(root: Path, *options: str) -> str:
    """Check a programme; gives what is said on standard error as well."""
    done = mentoring_here("check", "--verbose", "--root", str(root), *options, cwd=ROOT)
    assert done.returncode == 0
    return done.stderr


def test_all_bad_workflows_are_judged() -> None:
    assert {path.stem for path in BAD.iterdir()} == {"good", *SEEN_BY_ZIZMOR, *SEEN_BY_SCHEMA}


@pytest.mark.parametrize("scanner", ["zizmor", "check-jsonschema"])
def test_the_good_one_passes(scanner: str, tmp_path: Path) -> None:
    done = scanned("good", tmp_path, scanner)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", SEEN_BY_ZIZMOR)
def test_the_scanner_refuses(name: str, tmp_path: Path) -> None:
    done = scanned(name, tmp_path, "zizmor")
    assert done.returncode != 0
    assert f"[{SEEN_BY_ZIZMOR[name]}]" in done.stdout or name == "unparseable"
    assert f"{name}.yml" in done.stdout + done.stderr


@pytest.mark.parametrize("name", SEEN_BY_SCHEMA)
def test_the_schema_refuses(name: str, tmp_path: Path) -> None:
    done = scanned(name, tmp_path, "check-jsonschema")
    assert done.returncode == 1
    assert f"{name}.yml" in done.stdout + done.stderr


def test_the_scanner_has_one_exception_and_its_reason() -> None:
    text = (ROOT / ".github/zizmor.yml").read_text()
    assert yaml.safe_load(text) == {"rules": {"dangerous-triggers": {"ignore": ["comment.yml"]}}}
    assert text.startswith("# The one exception.")
    assert not any("zizmor:" in path.read_text() for path in WORKFLOWS)


def test_all_scanners_are_part_of_lint_and_reach_every_file() -> None:
    lint = [" ".join(line) for line in commands("lint")]
    assert any("zizmor --offline" in line and "--strict-collection" in line for line in lint)
    for schema, files in (("github-workflows", ".github/workflows/*.yml"), ("gitlab-ci", ".gitlab-ci.yml")):
        assert f".venv/bin/check-jsonschema --builtin-schema vendor.{schema} {files}" in lint
    assert [path.name for path in WORKFLOWS] == ["check.yml", "comment.yml", "nightly.yml", "publish.yml", "tests.yml"]
    assert sorted(path.name for path in WORKFLOWS[0].parent.iterdir()) == [path.name for path in WORKFLOWS]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_starts_with_no_rights_and_never_runs_twice(path: Path) -> None:
    read = workflow(path)
    assert read["permissions"] == {}
    assert set(read["concurrency"]) == {"group", "cancel-in-progress"}
    assert "pull_request_target" not in path.read_text()


@pytest.mark.parametrize(("name", "job"), list(jobs()))
def test_a_job_ends_and_has_the_least_rights(name: str, job: dict[str, Any]) -> None:
    assert 0 < job["timeout-minutes"] <= (60 if name == "tests/generator" else 30)  # the slow tests
    writes = {right for right, level in job["permissions"].items() if level == "write"}
    allowed = {"comment/comment": {"pull-requests"}, "publish/deploy": {"pages", "id-token"}}
    assert writes == allowed.get(name.replace("nightly", "publish"), set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_and_says_its_version(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text().splitlines() if "uses:" in line]
    assert lines
    assert all(PIN.fullmatch(line) for line in lines)


def test_no_clone_keeps_its_token_and_whole_histories_are_there_where_they_are_read() -> None:
    for _, job in jobs():
        clones = [step["with"] for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
        assert all(clone["persist-credentials"] is False for clone in clones)
        reads = {"make sites", "make judge", "make test-since"} & {step.get("run") for step in job["steps"]}
        assert not reads or any(clone.get("fetch-depth") == 0 for clone in clones)


def test_what_is_kept_is_saved_on_main_alone_and_only_read_by_a_proposed_change() -> None:
    steps = [(name, step) for name, job in jobs() for step in job["steps"] if "actions/cache" in step.get("uses", "")]
    found = {name: step["uses"].partition("@")[0] for name, step in steps}
    save, restore = "actions/cache/save", "actions/cache/restore"
    assert found == {"check/programme": restore, "nightly/organisation": save, "publish/organisation": save}
    assert {step["with"]["path"] for _, step in steps} == {".git/mentoring/check"}
    assert all(step.get("if") == "github.ref == 'refs/heads/main'" for _, step in steps if save in step["uses"])


def test_what_main_kept_is_lent_to_a_change_that_is_judged_by_it(tmp_path: Path) -> None:
    base, change = tmp_path / "base", tmp_path / "base/change"
    shutil.copytree(programmes.HEALTHY, base)
    git(base, "init", "--quiet", "--initial-branch=main")
    commit(base)
    lend = ["make", "-f", str(ROOT / "Makefile"), "lend"]
    git(tmp_path, "clone", "--quiet", str(base), str(change))
    for kept in (False, True):
        if kept:
            checked(base)
        subprocess.run(lend, cwd=base, env={**os.environ, "CHANGE": "change"}, capture_output=True, check=True)
        assert (change / ".git/mentoring/check").exists() is kept
    post = change / "content/threads/2026-spring/pair-03/2026-03-20-one-report-less.md"
    post.write_text(post.read_text() + "\nMore of it.\n")
    commit(change)
    assert "judged what 1 files changed" in checked(change, "--since", "HEAD^")


def test_comment_checks_out_nothing_of_the_change() -> None:
    job = workflow(ROOT / ".github/workflows/comment.yml")["jobs"]["comment"]
    clones = [step["with"] for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
    assert clones == [{"persist-credentials": False}]


def test_the_night_does_what_publishing_does_as_of_today() -> None:
    night, push = (workflow(ROOT / f".github/workflows/{name}.yml")["jobs"] for name in ("nightly", "publish"))
    days = [job.get("env", {}).pop("AS_OF", None) for job in night.values()]
    assert days == ["today", None, "today"]
    assert night == push


def test_what_fewer_people_may_read_lives_a_week_and_never_on_the_pages() -> None:
    steps = [step for _, job in jobs() for step in job["steps"] if "upload" in step.get("uses", "")]
    for step in steps:
        wide = "upload-pages-artifact@" in step["uses"]
        assert step["with"]["path"] == "sites/organisation" if wide else step["with"]["retention-days"] <= 7
    assert workflow(GITLAB)["pages"]["artifacts"]["paths"] == ["sites/organisation"]


@pytest.mark.parametrize("command", sorted({*on_github(), *on_gitlab()}))
def test_every_command_is_a_target_that_exists_and_says_what_it_does(command: str) -> None:
    found = STEP.fullmatch(command)
    assert found
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.search(rf"(?m)^  make {found['target']} +\S", listed)
    assert commands(found["target"])


def test_both_forges_run_the_same_targets() -> None:
    ours, theirs = (
        {found["target"] for found in map(STEP.fullmatch, lines) if found} for lines in (on_github(), on_gitlab())
    )
    alone = {
        "comment",  # there no token but a person's own may write a comment
        "lend",  # there a merge request that may read a cache may write it
    }
    assert ours - theirs == alone
    assert theirs - ours == {"base"}  # there one clone is the change, and the base is laid beside it


def test_the_repositorys_own_forge_files_are_fresh() -> None:
    done = mentoring_here("forge", "--check", cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
