"""Which files a programme has: from Git where there is Git, and never anything behind a link."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.load import read_folder
from generator.worktree import listing, paths


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "programme"
    write(folder, "pairs/programme.yml", "content/b.md", "content/a/one.md", "elsewhere/x.md", "mkdocs.yml")
    return folder


@pytest.fixture
def repository(root: Path) -> Path:
    git(root, "init", "-q")
    git(root, "add", "-A")
    return root


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


EXPECTED = ("content/a/one.md", "content/b.md", "pairs/programme.yml")


def test_outside_git_it_is_a_sorted_walk(root: Path) -> None:
    assert paths(root) == EXPECTED


def test_inside_git_it_is_tracked_and_new_files(repository: Path) -> None:
    write(repository, "content/new.md", "content/ignored.tmp")
    (repository / ".gitignore").write_text("*.tmp\n")
    assert paths(repository) == (*EXPECTED[:2], "content/new.md", "pairs/programme.yml")


def test_a_programme_may_lie_below_the_repository(root: Path) -> None:
    git(root.parent, "init", "-q")
    write(root.parent, "content/not-ours.md")
    assert paths(root) == EXPECTED


def test_without_git_installed_it_is_a_walk(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert paths(repository) == EXPECTED


def test_odd_names_come_as_they_are(repository: Path, root: Path) -> None:
    names = ["content/new\nline.md", "content/ä.md", 'content/"quoted".md', "content/-x.md"]
    write(root, *names)
    os.link(root / "content/b.md", os.fsencode(root) + b"/content/\xff.md")
    assert set(names) | {"content/\udcff.md"} == set(paths(repository)) - set(EXPECTED)


@pytest.mark.parametrize("with_git", [True, False])
def test_links_are_listed_and_not_followed(root: Path, tmp_path: Path, *, with_git: bool) -> None:
    write(tmp_path, "outside/secret.md")
    (root / "content/link").symlink_to(tmp_path / "outside")
    (root / "content/file.md").symlink_to(tmp_path / "outside/secret.md")
    (root / "content/gone.md").symlink_to("nowhere")
    if with_git:
        git(root, "init", "-q")
    listed = paths(root)
    assert set(listed) - set(EXPECTED) == {"content/link", "content/file.md", "content/gone.md"}
    assert {raw.path: raw.instead for raw in read_folder(root, listed) if raw.instead} == {
        "content/link": "link",
        "content/file.md": "link",
        "content/gone.md": "link",
    }


@pytest.mark.parametrize("with_git", [True, False])
def test_a_content_folder_that_is_a_link_is_one_path(root: Path, tmp_path: Path, *, with_git: bool) -> None:
    (root / "content").rename(tmp_path / "moved")
    (root / "content").symlink_to(tmp_path / "moved")
    if with_git:
        git(root, "init", "-q")
    assert paths(root) == ("content", "pairs/programme.yml")


def test_nothing_behind_a_folder_that_became_a_link_is_read(repository: Path, tmp_path: Path) -> None:
    write(tmp_path, "outside/one.md")
    (repository / "content/a/one.md").unlink()
    (repository / "content/a").rmdir()
    (repository / "content/a").symlink_to(tmp_path / "outside")
    assert paths(repository) == ("content/a", "content/b.md", "pairs/programme.yml")


@pytest.mark.parametrize("with_git", [True, False])
def test_a_repository_inside_is_one_path(root: Path, *, with_git: bool) -> None:
    write(root, "content/inner/x.md", "content/inner/y/z.md")
    git(root / "content/inner", "init", "-q")
    if with_git:
        git(root, "init", "-q")
    assert paths(root) == ("content/a/one.md", "content/b.md", "content/inner", "pairs/programme.yml")
    assert [raw.instead for raw in read_folder(root, ["content/inner"])] == ["folder"]


def test_a_deleted_file_is_listed_and_passed_over(repository: Path) -> None:
    (repository / "content/b.md").unlink()
    assert paths(repository) == EXPECTED
    assert [raw.path for raw in read_folder(repository, EXPECTED)] == ["content/a/one.md", "pairs/programme.yml"]


def test_a_file_in_conflict_is_listed_once(repository: Path) -> None:
    git(repository, "-c", "user.email=a@b", "-c", "user.name=n", "commit", "-qm", "1")
    stages = "".join(f"100644 {'0' * 39}{stage} {stage}\tcontent/b.md\n" for stage in (1, 2, 3))
    git(repository, "rm", "-q", "--cached", "content/b.md")
    command = ["git", "update-index", "--index-info"]
    subprocess.run(command, cwd=repository, input=stages, text=True, check=True, capture_output=True)
    assert paths(repository) == EXPECTED


def test_what_differs_from_a_commit_tells_the_new_files_as_well(root: Path, tmp_path: Path) -> None:
    write(root, "content/a/two.md", "content/became/link.md", "content/hidden.md", "content/gone.md", "content/c.md")
    write(tmp_path, "content/not-ours.md")
    (tmp_path / ".gitignore").write_text("*.tmp\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.email=a@b", "-c", "user.name=n", "commit", "-qm", "1")
    git(root, "update-index", "--assume-unchanged", "content/hidden.md")
    git(root, "rm", "-q", "--cached", "content/c.md")
    (root / "content/became/link.md").unlink()
    (root / "content/became").rmdir()
    (root / "content/became").symlink_to(tmp_path)
    (root / "content/gone.md").unlink()
    (root / "content/link.md").symlink_to("b.md")
    write(root, "content/new.md", "content/a/ignored.tmp", "content/staged.md", "content/n\new ä.md", "pairs/x/y.md")
    os.link(root / "content/b.md", os.fsencode(root) + b"/content/\xff.md")
    git(root, "add", "content/staged.md")
    write(root, "content/inner/x.md")
    git(root / "content/inner", "init", "-q")
    found = listing(root)
    assert found is not None
    assert paths(root, found) == paths(root)
    assert {"content/inner", "content/became", "content/gone.md", "content/c.md", "pairs/x/y.md"} < set(paths(root))


def test_folders_that_are_not_there_have_no_files(tmp_path: Path) -> None:
    assert paths(tmp_path) == ()
    git(tmp_path, "init", "-q")
    assert paths(tmp_path) == ()
