"""`mentoring schema`: writes, compares, and says what it did."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.forms import schemas

Run = Callable[..., Result]


def test_every_schema_is_written(run: Run, root: Path) -> None:
    result = run("schema")
    assert result.exit_code == 0
    names = sorted(path.name for path in (root / ".schemas").iterdir())
    assert names == sorted(schemas.files())
    assert result.output.splitlines() == [f".schemas/{name} written" for name in names]
    assert json.loads((root / ".schemas/post.json").read_text())["title"] == "A post"


def test_what_is_up_to_date_is_not_written_again(run: Run) -> None:
    run("schema")
    assert run("schema").output == ""


def test_check_writes_nothing_and_fails_on_what_is_stale(run: Run, root: Path) -> None:
    assert run("schema", "--check").exit_code == 1
    assert not (root / ".schemas").exists()
    run("schema", "--out", "here/and/there")
    assert run("schema", "--check", "--out", "here/and/there").exit_code == 0
    (root / "here/and/there/post.json").write_text("{}")
    result = run("schema", "--check", "--out", "here/and/there")
    assert result.exit_code == 1
    assert result.output == "here/and/there/post.json is out of date: run `mentoring schema`\n"
    assert (root / "here/and/there/post.json").read_text() == "{}"


def test_a_folder_that_cannot_be_written_is_wrong_use(run: Run, root: Path) -> None:
    (root / "here").write_text("a file")
    assert run("schema", "--out", "here").exit_code == 2
    result = run("schema", "--out", "here/below")
    assert result.exit_code == 2
    assert "could not be written" in result.output


def test_from_a_folder_below_they_are_written_where_files_look_for_them(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "pairs/people")
    assert "../../.schemas/post.json written" in run("schema").output
    assert (root / ".schemas/post.json").is_file()
    assert run("schema", "--vscode").exit_code == 0
    assert (root / ".vscode/settings.json").is_file()


def test_schemas_do_not_lie_among_the_programmes_files(run: Run, root: Path) -> None:
    result = run("schema", "--out", "pairs")
    assert result.exit_code == 2
    assert "lies among the programme's own files" in " ".join(result.output.split())
    assert not (root / "pairs/post.json").exists()


def test_the_schemas_offer_the_ids_of_this_programme(run: Run, root: Path) -> None:
    run("schema")
    session = json.loads((root / ".schemas/session.json").read_text())
    assert "midpoint-review" in session["properties"]["template"]["examples"]


def test_settings_for_an_editor_are_written_and_compared(run: Run, root: Path) -> None:
    assert run("schema", "--vscode", "--check").exit_code == 1
    names = ["extensions.json", "mentoring.code-snippets", "settings.json", "tasks.json"]
    assert run("schema", "--vscode").output.splitlines() == [f".vscode/{name} written" for name in names]
    assert run("schema", "--vscode", "--check").exit_code == 0
    (root / ".vscode/tasks.json").write_text("{}")
    stale = run("schema", "--vscode", "--check")
    assert stale.output == ".vscode/tasks.json is out of date: run `mentoring schema --vscode`\n"
