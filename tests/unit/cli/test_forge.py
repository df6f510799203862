"""`mentoring forge`: writes what is stale, keeps what is somebody's own, says what it did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
OWNERS = ".gitlab/CODEOWNERS"


@pytest.fixture(autouse=True)
def on_gitlab(root: Path) -> None:
    """Let the programme say which forge it lives on."""
    settings = root / "pairs/programme.yml"
    settings.write_text(settings.read_text() + "site:\n  forge: gitlab\n")


def test_it_writes_once_and_then_has_nothing_to_do(run: Run, root: Path) -> None:
    first = run("forge")
    assert first.exit_code == 0
    assert f"{OWNERS} written\n" in first.output
    assert len(first.output.splitlines()) == 1 + 12  # nobody of the coordinators has an account: that is said first
    assert run("forge", "--check").exit_code == 0
    assert "written" not in run("forge").output
    assert "/pairs/people/p-017.yml @ilka-at-dock\n" in (root / OWNERS).read_text()


def test_check_and_dry_run_write_nothing(run: Run, root: Path) -> None:
    stale = run("forge", "--check")
    assert stale.exit_code == 1
    assert f"{OWNERS} is out of date: run `mentoring forge`\n" in stale.output
    assert f"would write {OWNERS}\n" in run("forge", "--dry-run").output
    assert not (root / ".gitlab").exists()


def test_another_account_makes_the_owners_stale(run: Run, root: Path) -> None:
    run("forge")
    person = root / "pairs/people/p-017.yml"
    person.write_text(person.read_text().replace("ilka-at-dock", "ilka"))
    result = run("forge", "--check")
    assert result.exit_code == 1
    assert result.output.endswith(f"{OWNERS} is out of date: run `mentoring forge`\n")


def test_somebodys_own_file_stays(run: Run, root: Path) -> None:
    (root / ".gitlab").mkdir()
    (root / OWNERS).write_text("* @me\n")
    result = run("forge")
    assert result.exit_code == 1
    assert f"{OWNERS} is somebody's own and stays: move it away" in result.output
    assert (root / OWNERS).read_text() == "* @me\n"
    assert (root / ".gitlab/issue_templates/post.md").is_file()


def test_a_checkout_with_other_line_ends_is_up_to_date(run: Run, root: Path) -> None:
    run("forge")
    (root / OWNERS).write_bytes((root / OWNERS).read_bytes().replace(b"\n", b"\r\n"))
    assert run("forge", "--check").exit_code == 0


def test_workflows_say_which_forge_is_used_as_well(run: Run, root: Path) -> None:
    (root / ".github/workflows").mkdir(parents=True)
    run("forge")
    assert (root / ".github/CODEOWNERS").is_file()
    assert (root / OWNERS).is_file()


def test_without_a_forge_it_says_what_to_set(run: Run, root: Path) -> None:
    settings = root / "pairs/programme.yml"
    settings.write_text(settings.read_text().replace("forge: gitlab", "forge: none"))
    result = run("forge")
    assert result.exit_code == 2
    assert "set `site.forge` in pairs/programme.yml" in result.output


def test_a_file_that_cannot_be_written_is_wrong_use(run: Run, root: Path) -> None:
    (root / ".gitlab").write_text("a file")
    result = run("forge")
    assert result.exit_code == 2
    assert "could not be written" in result.output
