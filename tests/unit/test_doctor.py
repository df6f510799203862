"""The doctor names what is amiss and the remedy, and finds nothing broken where nothing is."""

from __future__ import annotations

import shutil
import sys
from importlib import metadata
from pathlib import Path

import programmes
import pytest
from click.testing import CliRunner
from repositories import commit, git

from generator import doctor, revisions, worktree
from generator.cli import main
from generator.source import yaml12


def said(root: Path, sign: str) -> list[str]:
    """Give what is said with one sign."""
    return [f"{each.says} | {each.remedy}" for each in doctor.advice(root) if each.sign == sign]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give the healthy programme in a repository."""
    root = tmp_path / "programme"
    shutil.copytree(programmes.HEALTHY, root)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(root))
    commit(root)
    return root


def test_a_whole_set_up_has_nothing_broken(clone: Path) -> None:
    assert said(clone, "broken") == []
    assert "the history is complete | " in said(clone, "fine")


def test_a_shallow_clone_is_broken(clone: Path, tmp_path: Path) -> None:
    commit(clone, "second")
    git(tmp_path, "clone", "--quiet", "--depth", "1", clone.as_uri(), "shallow")
    (found,) = said(tmp_path / "shallow", "broken")
    assert found.startswith("this clone is shallow")
    assert "`git fetch --unshallow`" in found


def test_a_folder_without_history_is_a_hint(tmp_path: Path) -> None:
    shutil.copytree(programmes.HEALTHY, tmp_path / "programme")
    assert any(each.startswith("there is no repository with a commit") for each in said(tmp_path / "programme", "hint"))


def test_a_repository_of_somebody_else_is_not_taken_for_none(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("LANGUAGE", "de")
    (found,) = said(clone, "broken")
    assert found.startswith("Git leaves this repository alone, since its folder belongs to somebody else")
    with pytest.raises(revisions.UnknownBaseError, match="belongs to somebody else"):
        revisions.ancestor(clone, "main")
    result = CliRunner().invoke(main, ["hooks", "install", "--repository", str(clone)])
    assert "since it belongs to somebody else" in " ".join(result.output.split())


def test_a_machine_that_lacks_something(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml12, "c_parser_is_there", lambda: False)
    monkeypatch.setattr(doctor, "OLDEST", (9, 0))
    monkeypatch.setattr(worktree, "version", tuple)
    monkeypatch.setattr(metadata, "requires", lambda _: ["click>=99", "no-such-package-here>=1", "jinja2>=3,<4"])
    found = said(clone, "broken")
    assert [each.split(";")[0].split(",")[0] for each in found] == [
        f"this is Python {'.'.join(map(str, sys.version_info[:3]))}",
        "PyYAML has no C parser",
        f"click is {metadata.version('click')}",
        "there is no Git here",
    ]
    assert "no-such-package-here is missing" in found[2]
    assert "jinja2" not in found[2]


def test_a_programme_without_forge_keys_and_accounts(clone: Path) -> None:
    settings = clone / "pairs/programme.yml"
    settings.write_text(settings.read_text().partition("\nsite:")[0] + "\n")
    person = clone / "pairs/people/p-017.yml"
    text = programmes.merged(person.read_text(), "", without=("keys", "accounts")).text
    person.write_text(text)
    hints = said(clone, "hint")
    assert any(each.startswith("no forge is named") for each in hints)
    assert any(each.startswith("no key, so nothing can be sealed to") and "p-017" in each for each in hints)
    assert any(each.startswith("no account") and "p-017" in each for each in hints)


def test_settings_that_cannot_be_read_are_broken(clone: Path) -> None:
    (clone / "pairs/programme.yml").write_text("name: [\n")
    assert said(clone, "broken") == ["pairs/programme.yml cannot be read | `mentoring check` says what is wrong in it"]


@pytest.mark.parametrize(("tag", "hinted"), [("de", False), ("de-CH", False), ("en-US", False), ("pt-BR", True)])
def test_a_language_without_a_catalogue_is_a_hint(clone: Path, tag: str, hinted: bool) -> None:  # noqa: FBT001 - one case a line
    settings = clone / "pairs/programme.yml"
    settings.write_text(settings.read_text().replace("language: en\n", f"language: {tag}\n"))
    lacks = "there is no catalogue for `pt-BR`: the site's own texts are in English"
    remedy = "translate generator/language/de.po into generator/language/pt.po"
    assert (f"{lacks} | {remedy}" in said(clone, "hint")) == hinted
