"""What was learnt of an index holds for this very index, and what Git notes in the copy of it changes no answer."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from repositories import commit, git

from generator import index, kept, worktree
from generator.worktree import Listing

PLACE = "content/a/one.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("pairs/programme.yml", "content/b.md", PLACE, "elsewhere/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def copies(root: Path) -> list[Path]:
    return list(kept.folder(root).glob("index-*"))


def listed(root: Path) -> Listing:
    found = worktree.listing(root)
    assert found is not None
    return found


def asked_often(root: Path) -> Listing:
    """List three times: what is learnt the first time, makes the copy the second time, and is used the third time."""
    found = [listed(root) for _ in range(3)]
    assert found[0] == found[1] == found[2]
    return found[0]


def test_git_remembers_folders_in_our_copy_and_not_in_the_index(root: Path) -> None:
    before = (root / ".git/index").read_bytes()
    asked_often(root)
    (copy,) = copies(root)
    assert b"UNTR" in copy.read_bytes()
    assert (root / ".git/index").read_bytes() == before


def test_new_changed_and_deleted_files_are_noticed(root: Path) -> None:
    assert asked_often(root).differing == ()
    (root / "content/a/new.md").write_text("new")
    (root / "content/c/d").mkdir(parents=True)
    (root / "content/c/d/deep.md").write_text("new")
    (root / PLACE).write_text("other")
    (root / "content/b.md").unlink()
    (root / "elsewhere/new.md").write_text("no file of the programme")
    expected = ("content/a/new.md", PLACE, "content/b.md", "content/c/d/deep.md")
    assert (asked_often(root).differing, len(copies(root))) == (expected, 1)
    (root / "content/a/new.md").unlink()
    (root / ".gitignore").write_text("deep.md\n")
    assert listed(root).differing == expected[1:3]
    git(root, "add", "--all")
    assert asked_often(root).staged.keys() == {PLACE, "content/b.md"}
    assert len(copies(root)) == 1


def test_a_file_written_at_the_moment_of_its_index_is_read_again(root: Path) -> None:
    git(root, "config", "core.trustctime", "false")
    moment = (root / ".git/index").stat().st_mtime_ns
    os.utime(root / PLACE, ns=(moment, moment))
    git(root, "update-index", "--refresh")
    os.utime(root / ".git/index", ns=(moment, moment))
    listed(root)
    (root / PLACE).write_text(PLACE.upper())
    os.utime(root / PLACE, ns=(moment, moment))
    assert listed(root).differing == (PLACE,)


@pytest.mark.parametrize("spoil", ["cut", "one bit", "empty", "folder"])
def test_a_spoilt_copy_is_as_good_as_none(root: Path, spoil: str) -> None:
    asked_often(root)
    (copy,) = copies(root)
    data = copy.read_bytes()
    name = data.index(PLACE.encode())
    copy.unlink()
    if spoil == "folder":
        copy.mkdir()
    else:
        overlooked = data[: name - 2] + b"\x80" + data[name - 1 :]
        copy.write_bytes({"cut": data[:-9], "one bit": overlooked, "empty": b""}[spoil])
    (root / PLACE).write_text("other")
    assert asked_often(root).differing == (PLACE,)


def test_a_copy_that_git_cannot_read_is_passed_over(root: Path) -> None:
    asked_often(root)
    (copy,) = copies(root)
    body = b"DIRC" + (99).to_bytes(4, "big") + copy.read_bytes()[8:-20]
    copy.write_bytes(body + index.sha1(body).digest())
    (root / PLACE).write_text("other")
    assert listed(root).differing == (PLACE,)


def test_what_git_was_told_to_overlook_is_known_of_this_index_alone(root: Path) -> None:
    asked_often(root)
    git(root, "update-index", "--assume-unchanged", PLACE)
    assert asked_often(root).differing == (PLACE,)
    git(root, "update-index", "--no-assume-unchanged", PLACE)
    assert asked_often(root).differing == ()


def test_no_copy_is_made_where_it_would_not_serve(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(root, "config", "core.untrackedCache", "false")
    asked_often(root)
    assert copies(root) == []
    git(root, "config", "core.untrackedCache", "keep")
    monkeypatch.setenv("GIT_INDEX_FILE", str(root / ".git/index"))
    kept.folder(root).joinpath("index").unlink()
    asked_often(root)
    assert not kept.folder(root).joinpath("index").exists()


def test_below_its_repository_a_programme_has_no_copy(root: Path) -> None:
    below = root / "programme"
    below.mkdir()
    for name in ("content", "pairs"):
        (root / name).rename(below / name)
    commit(root)
    (below / PLACE).write_text("other")
    assert (asked_often(below).differing, copies(below)) == ((PLACE,), [])


def test_trees_are_those_of_the_commit_that_is_checked_out(root: Path) -> None:
    first = asked_often(root)
    (root / PLACE).write_text("other")
    commit(root)
    second = asked_often(root)
    git(root, "reset", "--quiet", "--soft", "HEAD^")
    back = asked_often(root)
    assert (back.trees, second.trees == first.trees, list(back.staged)) == (first.trees, False, [PLACE])
    tip = git(root, "rev-parse", "HEAD").strip()
    git(root, "replace", tip, git(root, "rev-parse", "ORIG_HEAD").strip())
    assert asked_often(root) == back
    kept.folder(root).joinpath("head").unlink()
    assert asked_often(root) == back


def test_a_repository_without_a_commit_has_no_listing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert [worktree.listing(tmp_path) for _ in range(3)] == [None] * 3


def test_two_programmes_of_one_repository_are_told_apart(root: Path) -> None:
    both = root / "one", root / "two"
    for each in both:
        shutil.copytree(root / "content", each / "content")
    shutil.rmtree(root / "content")
    (both[1] / "content/b.md").unlink()
    commit(root)
    git(root, "update-index", "--assume-unchanged", f"two/{PLACE}")
    (both[0] / PLACE).write_text("other")
    found = [[listed(each) for each in both] for _ in range(3)]
    assert found[0] == found[1] == found[2]
    assert [each.differing for each in found[0]] == [(PLACE,), (PLACE,)]
    assert (found[0][0].heads[PLACE], found[0][1].heads[PLACE]) == (
        git(root, "rev-parse", f"HEAD:one/{PLACE}").strip(),
        "",
    )
    assert found[0][0].trees != found[0][1].trees


@pytest.mark.parametrize("how", ["split", "sha256", "without a checksum"])
def test_an_index_of_another_kind_gives_the_same_answers(root: Path, how: str) -> None:
    if how == "split":
        git(root, "update-index", "--split-index")
    elif how == "sha256":
        shutil.rmtree(root / ".git")
        git(root, "init", "--quiet", "--object-format=sha256")
        commit(root)
        git(root, "update-index", "--assume-unchanged", "content/b.md")
    else:
        data = (root / ".git/index").read_bytes()
        (root / ".git/index").write_bytes(data[:-20] + bytes(20))
    (root / PLACE).write_text("other")
    (root / "content/new.md").write_text("new")
    (root / "content/b.md").write_text("other")
    assert asked_often(root).differing == (PLACE, "content/b.md", "content/new.md")
    (root / "content/new.md").unlink()
    assert asked_often(root).differing == (PLACE, "content/b.md")
