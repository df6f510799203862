"""Hooks in real repositories: a commit, a push to a bare repository, and the sites that appear after it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from repositories import FIXED, commit, git, mentoring_here

PAIR = "pairs/2026-spring/pair-03"
POST = "content/threads/2026-spring/pair-03/2026-03-02-doubts.md"
CLEAR = """---
title: sealed
date: 2026-03-02
author: p-017
kind: reflection
visibility: pair
minutes: 2
---
I am not sure whether I want to go on.
"""
KEY = f"-----BEGIN {'OPENSSH'} PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n"


def tried(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Git where it may be refused."""
    return subprocess.run(
        ["git", "-C", str(root), *words], env={**os.environ, **FIXED}, capture_output=True, text=True, check=False
    )


def committed(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Commit what is staged, through the hook."""
    return tried(root, "commit", "--quiet", "--message", "change", *more)


def spoil(root: Path, path: str, old: str, new: str) -> None:
    content = (root / path).read_text()
    assert old in content
    (root / path).write_text(content.replace(old, new, 1))


def without_agreement(root: Path) -> str:
    """Take the agreement out of an active pair; gives the file as it was."""
    before = (root / PAIR / "pair.yml").read_text()
    start, end = before.index("agreement:\n"), before.index("goals:\n")
    (root / PAIR / "pair.yml").write_text(before[:start] + before[end:])
    return before


@pytest.fixture
def prepared(repository: Path, python: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the repository; the hooks that are installed from now on run a Python that needs no start."""
    monkeypatch.setattr(sys, "executable", str(python))
    return repository


@pytest.fixture
def clone(prepared: Path) -> Path:
    """Give a clone with our hook in it."""
    return hooked(prepared)


def hooked(repository: Path) -> Path:
    """Install our hook."""
    done = mentoring_here("hooks", "install", cwd=repository)
    assert (done.returncode, done.stdout) == (0, f"{repository}/.git/hooks/pre-commit written\n")
    return repository


@pytest.fixture
def server(prepared: Path) -> Path:
    """Give a bare repository with our hooks in it, beside that of whoever pushes."""
    bare, sites = prepared.with_name("server.git"), str(prepared.with_name("sites"))
    git(prepared.parent, "init", "--quiet", "--bare", "--initial-branch", "main", str(bare))
    words = ("--server", "--repository", str(bare), "--out", sites, "--audience", "organisation")
    done = mentoring_here("hooks", "install", *words, cwd=prepared.parent)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
    return bare


def test_a_sound_commit_is_made_without_a_word(repository: Path) -> None:
    clone = hooked(repository)
    spoil(clone, f"{PAIR}/sessions/02.yml", "date:", "# a remark\ndate:")
    git(clone, "add", "--all")
    done = committed(clone)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_private_text_is_refused_and_nothing_of_it_is_shown(clone: Path) -> None:
    (clone / POST).write_text(CLEAR)
    git(clone, "add", "--all")
    done = committed(clone)
    assert done.returncode == 1
    assert f"SEA001 error: visibility is `pair`, but the body is not sealed\n --> {POST}" in done.stderr
    assert "not sure" not in done.stderr + done.stdout
    assert committed(clone, "--no-verify").returncode == 0


def test_what_is_staged_counts_and_not_what_lies_there(clone: Path) -> None:
    session = f"{PAIR}/sessions/02.yml"
    sound = (clone / session).read_text()
    spoil(clone, session, "length: 60 min", "length: sixty")
    git(clone, "add", "--all")
    (clone / session).write_text(sound)
    assert f"FIL010 error: `length` is not a duration\n --> {session}" in committed(clone).stderr
    git(clone, "add", "--all")
    spoil(clone, session, "length: 60 min", "length: sixty")
    (clone / "README.md").write_text("A word.\n")
    git(clone, "add", "README.md")
    assert committed(clone).returncode == 0


def test_no_module_of_the_work_tree_is_run(repository: Path, tmp_path: Path) -> None:
    clone = hooked(repository)
    for name in ("click.py", "generator.py"):
        (clone / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    git(clone, "add", "--all")
    assert committed(clone).returncode == 0
    assert not (tmp_path / "ran").exists()


def test_an_older_fault_keeps_nobody_from_committing(repository: Path) -> None:
    spoil(repository, f"{PAIR}/sessions/02.yml", "length: 60 min", "length: sixty")
    commit(repository, "a fault")
    mentoring_here("hooks", "install", cwd=repository)
    spoil(repository, f"{PAIR}/sessions/01.yml", "date:", "# a remark\ndate:")
    git(repository, "add", "--all")
    assert committed(repository).returncode == 0


def test_a_private_key_is_refused_wherever_it_lies(clone: Path) -> None:
    (clone / "notes").mkdir()
    (clone / "notes/id_ed25519").write_text(f"my key\n{KEY}")
    git(clone, "add", "--all")
    done = committed(clone)
    assert done.returncode == 1
    assert "PER006 error: the file holds a private key\n --> notes/id_ed25519" in done.stderr
    assert "it starts on line 2" in done.stderr
    assert "b3Blbn" not in done.stderr
    git(clone, "rm", "--quiet", "--cached", "notes/id_ed25519")
    assert committed(clone, "--allow-empty").returncode == 0


@pytest.mark.usefixtures("prepared")
def test_the_first_commit_of_all_is_judged_as_well(tmp_path: Path, repository: Path) -> None:
    git(tmp_path, "init", "--quiet", str(tmp_path / "new"))
    for folder in ("content", "pairs"):
        (repository / folder).rename(tmp_path / "new" / folder)
    mentoring_here("hooks", "install", cwd=tmp_path / "new")
    without_agreement(tmp_path / "new")
    git(tmp_path / "new", "add", "--all")
    done = committed(tmp_path / "new")
    assert done.returncode == 1
    assert "AGR001 error: " in done.stderr


@pytest.mark.usefixtures("prepared")
def test_a_programme_below_the_top_of_its_repository(tmp_path: Path, repository: Path) -> None:
    git(tmp_path, "init", "--quiet", str(tmp_path / "above"))
    repository.rename(tmp_path / "above/programme")
    root = tmp_path / "above/programme"
    subprocess.run(["rm", "-rf", str(root / ".git")], check=True)
    commit(tmp_path / "above")
    assert mentoring_here("hooks", "install", "--repository", str(root), cwd=tmp_path).returncode == 0
    spoil(root, f"{PAIR}/sessions/02.yml", "length: 60 min", "length: sixty")
    assert committed(root, "--all").returncode == 1


def test_a_foreign_hook_stays_and_the_line_to_add_is_said(repository: Path) -> None:
    hook = repository / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n")
    done = mentoring_here("hooks", "install", cwd=repository)
    assert done.returncode == 1
    assert f"{hook} is somebody else's and stays; add this to it: " in done.stderr
    assert "-P -m generator hooks pre-commit || exit 1\n" in done.stderr
    assert hook.read_text() == "#!/bin/sh\nexit 0\n"
    hook.unlink()
    hook.symlink_to("elsewhere")
    assert mentoring_here("hooks", "install", cwd=repository).returncode == 1


def test_it_can_be_installed_again_and_a_dry_run_writes_nothing(repository: Path) -> None:
    hook = repository / ".git/hooks/pre-commit"
    assert mentoring_here("hooks", "install", "--dry-run", cwd=repository).stdout == f"would write {hook}\n"
    assert not hook.exists()
    for _ in range(2):
        assert mentoring_here("hooks", "install", cwd=repository).returncode == 0
    assert stat.S_IMODE(hook.stat().st_mode) == 0o755


def test_hooks_that_are_shared_name_no_folder_of_this_machine(repository: Path) -> None:
    git(repository, "config", "core.hooksPath", ".githooks")
    assert mentoring_here("hooks", "install", cwd=repository).returncode == 0
    text = (repository / ".githooks/pre-commit").read_text()
    assert text.splitlines()[-1] == 'exec "$command" hooks pre-commit'
    assert str(repository.parent) not in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--repository", "."), "there is no repository in"),
        (("--repository", "programme", "--out", "x"), "--out is for a server"),
        (("--repository", "server.git"), "this repository has no work tree: use --server"),
        (("--repository", "empty"), "there is no pairs/programme.yml"),
    ],
)
def test_what_cannot_be_installed_is_wrong_use(
    tmp_path: Path, repository: Path, words: tuple[str, ...], says: str
) -> None:
    assert repository.name == "programme"
    git(tmp_path, "init", "--quiet", "--bare", str(tmp_path / "server.git"))
    git(tmp_path, "init", "--quiet", str(tmp_path / "empty"))
    done = mentoring_here("hooks", "install", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_push_with_an_active_pair_without_agreement_is_refused_and_the_corrected_one_published(
    repository: Path, server: Path, tmp_path: Path
) -> None:
    page = tmp_path / "sites/organisation/index.html"
    git(repository, "remote", "add", "server", str(server))
    before = without_agreement(repository)
    commit(repository, "no agreement")
    refused = tried(repository, "push", "server", "main")
    assert refused.returncode == 1
    assert "AGR001 error: the pair became `active` without an agreement" in refused.stderr
    assert f"--> {PAIR}/pair.yml" in refused.stderr
    assert "remote: the push is refused: mend what is named above, commit, and push again" in refused.stderr
    assert git(server, "for-each-ref") == ""
    assert not page.exists()
    (repository / PAIR / "pair.yml").write_text(before)
    commit(repository, "the agreement")
    taken = tried(repository, "push", "server", "main")
    assert taken.returncode == 0, taken.stderr
    assert git(server, "rev-parse", "main") == git(repository, "rev-parse", "main")
    assert "Open Door" in page.read_text()
    assert [each.name for each in (tmp_path / "sites").iterdir()] == ["organisation"]
    assert git(server, "worktree", "list").count("\n") == 1


def without_hooks(server: Path, repository: Path) -> None:
    """Bring what is committed to the server without a push, of which its hooks would hear."""
    git(server, "fetch", "--quiet", str(repository), "main:main")


def test_only_what_a_push_causes_refuses_it(repository: Path, server: Path) -> None:
    git(repository, "remote", "add", "server", str(server))
    spoil(repository, f"{PAIR}/sessions/02.yml", "length: 60 min", "length: sixty")
    commit(repository, "an old fault")
    without_hooks(server, repository)
    (repository / "README.md").write_text("A word.\n")
    commit(repository, "a word")
    done = tried(repository, "push", "server", "main")
    assert done.returncode == 0
    assert "nothing was written: a site is only made of a programme without errors" in done.stderr
    assert git(server, "rev-parse", "main") == git(repository, "rev-parse", "main")


def test_a_branch_may_hold_what_is_not_finished(repository: Path, server: Path, tmp_path: Path) -> None:
    git(repository, "remote", "add", "server", str(server))
    without_agreement(repository)
    commit(repository, "half done")
    assert tried(repository, "push", "server", "HEAD:refs/heads/half-done").returncode == 0
    assert not (tmp_path / "sites").exists()


def test_a_push_brings_no_code_to_the_server(repository: Path, server: Path, tmp_path: Path) -> None:
    git(repository, "remote", "add", "server", str(server))
    (repository / "mkdocs.yml").write_text("site_name: x\nhooks: [hook.py]\nplugins: [mentoring]\n")
    (repository / "hook.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    commit(repository, "a hook of the engine")
    assert tried(repository, "push", "server", "main").returncode == 0
    assert (tmp_path / "sites/organisation/index.html").is_file()
    assert not (tmp_path / "ran").exists()


def test_taking_a_branch_away_is_not_our_business(repository: Path, server: Path) -> None:
    git(repository, "remote", "add", "server", str(server))
    git(server, "config", "receive.denyDeleteCurrent", "ignore")
    without_hooks(server, repository)
    assert tried(repository, "push", "server", ":main").returncode == 0
