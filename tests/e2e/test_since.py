"""`check --since`: what a change causes, in a real repository; what was there before is only counted."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from repositories import commit, git, mentoring_here

PAIR = "pairs/2026-spring/pair-03"
SESSION = f"{PAIR}/sessions/01.yml"
OLD = "1 older finding is not shown: `mentoring check` lists them\n"
NONE = "nothing was found before this change\n"


def spoil(root: Path, path: str, old: str, new: str) -> None:
    """Change the first place of a file."""
    content = (root / path).read_text()
    assert old in content
    (root / path).write_text(content.replace(old, new, 1))


def since(root: Path, revision: str = "main", *more: str) -> subprocess.CompletedProcess[str]:
    """Check what a change causes."""
    return mentoring_here("check", "--since", revision, *more, cwd=root)


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Give the codes and places of a report."""
    lines = done.stdout.splitlines()
    return [f"{line[:6]} {after.strip()}" for line, after in pairwise(lines) if "-->" in after]


@pytest.fixture
def faulty(repository: Path) -> Path:
    """Give a programme with one fault on its main branch, and a branch that starts there."""
    spoil(repository, SESSION, "length: 60 min", "length: sixty")
    commit(repository, "a fault")
    git(repository, "checkout", "--quiet", "-b", "change")
    return repository


def test_what_was_there_before_blocks_nobody(faulty: Path) -> None:
    spoil(faulty, f"{PAIR}/sessions/04.yml", "status: planned", "status: planned\nmoved: 1")
    commit(faulty)
    done = since(faulty)
    assert (done.returncode, done.stderr) == (0, OLD)
    assert done.stdout.startswith("no findings in ")
    assert mentoring_here("check", cwd=faulty).returncode == 1


def test_a_new_fault_blocks_and_the_old_one_is_only_counted(faulty: Path) -> None:
    spoil(faulty, f"{PAIR}/sessions/02.yml", "length: 60 min", "length: sixty")
    commit(faulty)
    done = since(faulty)
    assert (done.returncode, done.stderr) == (1, OLD)
    assert codes(done) == [f"FIL010 --> {PAIR}/sessions/02.yml:2:9-14"]


def test_what_is_not_committed_yet_belongs_to_the_change(faulty: Path) -> None:
    spoil(faulty, f"{PAIR}/sessions/02.yml", "length: 60 min", "length: sixty")
    (faulty / f"{PAIR}/sessions/09.yml").write_text("date: soon\n")
    found = {each.partition(":")[0].replace(f"{PAIR}/sessions/", "") for each in codes(since(faulty))}
    assert found == {"FIL010 --> 02.yml", "FIL010 --> 09.yml", "FIL007 --> 09.yml"}


def test_a_line_above_does_not_bring_an_old_fault_back(faulty: Path) -> None:
    spoil(faulty, SESSION, "date:", "# one\n# two\ndate:")
    commit(faulty)
    assert (since(faulty).returncode, since(faulty).stderr) == (0, OLD)


def test_an_error_where_a_warning_was_is_the_changes(repository: Path) -> None:
    spoil(repository, "pairs/people/p-005.yml", "level: 8", "level: 3")
    commit(repository, "a manager who is not more senior")
    git(repository, "checkout", "--quiet", "-b", "change")
    spoil(repository, "pairs/people/p-017.yml", "manager: p-005\n", "")
    commit(repository)
    done = since(repository)
    assert done.returncode == 1
    assert [each for each in codes(done) if each.startswith("PER003")] == ["PER003 --> pairs/people/p-017.yml:1:1-20"]
    git(repository, "checkout", "--quiet", "-b", "back", "main")
    spoil(repository, "pairs/people/p-017.yml", "level: 3", "level: 4")
    commit(repository)
    assert since(repository).returncode == 0  # still a warning, as it was


def test_moving_a_folder_does_not_bring_an_old_fault_back(faulty: Path) -> None:
    git(faulty, "mv", "pairs/2026-spring", "pairs/2026-summer")
    git(faulty, "mv", "content/threads/2026-spring", "content/threads/2026-summer")
    spoil(faulty, "pairs/programme.yml", "id: 2026-spring", "id: 2026-summer")
    commit(faulty)
    assert not [each for each in codes(since(faulty)) if each.startswith("FIL010")]


def test_a_person_who_is_gone_is_missed_where_nothing_was_changed(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "change")
    git(repository, "rm", "--quiet", "pairs/people/p-017.yml")
    commit(repository)
    done = since(repository)
    assert done.returncode == 1
    assert f"LNK001 --> {PAIR}/pair.yml:1:9-14" in codes(done)
    assert done.stderr == NONE


def test_a_fault_that_was_mended_is_nobodys(faulty: Path) -> None:
    spoil(faulty, SESSION, "length: sixty", "length: 60 min")
    commit(faulty)
    done = since(faulty)
    assert (done.returncode, done.stderr) == (0, NONE)


def test_main_that_went_on_is_not_the_change(faulty: Path) -> None:
    git(faulty, "checkout", "--quiet", "main")
    spoil(faulty, SESSION, "length: sixty", "length: 60 min")
    commit(faulty, "mended on main")
    git(faulty, "checkout", "--quiet", "change")
    assert (since(faulty).returncode, since(faulty).stderr) == (0, OLD)


def test_a_programme_below_the_top_of_its_repository(repository: Path, tmp_path: Path) -> None:
    above = tmp_path / "above"
    shutil.copytree(repository, above / "programme", ignore=shutil.ignore_patterns(".git"))
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(above))
    commit(above)
    git(above, "checkout", "--quiet", "-b", "change")
    spoil(above / "programme", SESSION, "length: 60 min", "length: sixty")
    commit(above)
    assert codes(since(above / "programme")) == [f"FIL010 --> {SESSION}:2:9-14"]


def test_the_same_change_gives_the_same_bytes_in_another_clone(faulty: Path, tmp_path: Path) -> None:
    spoil(faulty, "pairs/people/p-017.yml", "manager: ", "manager: x")
    commit(faulty)
    git(tmp_path, "clone", "--quiet", str(faulty), "clone")
    assert since(tmp_path / "clone", "origin/main").stdout == since(faulty).stdout


def test_a_base_that_cannot_be_known_is_wrong_use(repository: Path, tmp_path: Path) -> None:
    unknown = since(repository, "mian")
    assert unknown.returncode == 2
    assert "there is no commit `mian` here: name a branch, a tag or a commit" in unknown.stderr
    assert since(repository, "--output=x").returncode == 2
    first = git(repository, "rev-list", "--max-parents=0", "HEAD").strip()
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    shallow = since(tmp_path / "shallow", first)
    assert shallow.returncode == 2
    assert "this clone is shallow: run `git fetch --unshallow` first" in shallow.stderr
    shutil.rmtree(repository / ".git")
    assert "needs a Git repository" in since(repository).stderr


def test_time_and_change_are_not_asked_together(repository: Path) -> None:
    assert since(repository, "main", "--nightly").returncode == 2


def test_a_review_says_what_the_change_does_and_shows_to_whom(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "change")
    post = (repository / "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md").read_text()
    new = repository / "content/threads/2026-spring/pair-03/2026-03-02-second-prompt.md"
    new.write_text(post.replace("date: 2026-02-20", "date: 2026-03-02"))
    (repository / "Makefile").write_text("all:\n")
    commit(repository)
    made = mentoring_here("review", "--since", "main", "--format", "json", cwd=repository)
    assert made.returncode == 0
    review = json.loads(made.stdout)
    assert review["machinery"] == ["Makefile"]
    assert [each["new"] for each in review["reached"]] == [["/posts/2026-03-02-second-prompt/"]] * 3
    (repository / "review.json").write_text(made.stdout)
    rendered = mentoring_here("review", "--from", "review.json", cwd=repository)
    assert rendered.stdout == mentoring_here("review", "--since", "main", cwd=repository).stdout
    assert "2026-03-02-second-prompt&#58; everyone in the organisation will read it" in rendered.stdout


def test_a_change_with_errors_shows_nothing_to_anybody(faulty: Path) -> None:
    done = mentoring_here("review", "--since", "main", cwd=faulty)
    assert "Nothing is published while the programme has errors." in done.stdout


@pytest.mark.parametrize("given", ["", "{}", "x" * 300_000, '{"version": 1}'])
def test_what_is_no_review_is_refused(repository: Path, given: str) -> None:
    (repository / "review.json").write_text(given)
    done = mentoring_here("review", "--from", "review.json", cwd=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no review" in done.stderr


def test_only_what_the_change_causes_is_fixed_and_json_says_since_when(faulty: Path) -> None:
    spoil(faulty, "pairs/people/p-042.yml", "languages:", "lnaguages:")
    git(faulty, "checkout", "--quiet", "main")
    commit(faulty, "another old fault")
    git(faulty, "checkout", "--quiet", "-B", "change")
    spoil(faulty, "pairs/people/p-017.yml", "role: ", "rloe: ")
    done = since(faulty, "main", "--fix", "--format", "json")
    assert json.loads(done.stdout)["since"] == "main"
    assert (done.returncode, json.loads(done.stdout)["findings"]) == (0, [])
    assert done.stderr.startswith("fixed pairs/people/p-017.yml:")
    assert "lnaguages:" in (faulty / "pairs/people/p-042.yml").read_text()


def test_what_is_kept_of_the_commit_before_changes_no_answer(faulty: Path) -> None:
    """What lies near a change is judged where that is enough, and then says the same as judging everything."""
    assert mentoring_here("check", cwd=faulty).returncode == 1
    spoil(faulty, f"{PAIR}/sessions/02.yml", "length: 60 min", "length:  60 min")
    done = since(faulty, "main", "--verbose")
    assert "judged what 1 files changed" in done.stderr
    assert (done.returncode, done.stderr.endswith(f"{OLD}{done.stderr.splitlines()[-1]}\n")) == (0, True)
    shutil.rmtree(faulty / ".git/mentoring")
    assert since(faulty).stdout == done.stdout


@pytest.mark.parametrize("elsewhere", ["staged", "behind", "ahead"])
def test_what_is_kept_of_other_files_is_not_taken_for_the_commit_before(faulty: Path, elsewhere: str) -> None:
    spoil(faulty, f"{PAIR}/sessions/02.yml", "length: 60 min", "length:  60 min")
    if elsewhere == "behind":
        commit(faulty)
        git(faulty, "checkout", "--quiet", "main")
        spoil(faulty, f"{PAIR}/sessions/03.yml", "length: 60 min", "length:  60 min")
        commit(faulty)
        git(faulty, "checkout", "--quiet", "change")
    elif elsewhere == "staged":
        git(faulty, "add", "--all")
    mentoring_here("check", cwd=faulty)
    spoil(faulty, f"{PAIR}/sessions/01.yml", "length: sixty", "length: sixty ")
    done = since(faulty, "main", "--verbose")
    assert "judged what" not in done.stderr
