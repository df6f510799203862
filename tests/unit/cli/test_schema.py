"""`mentoring schema`: writes, compares, and says what it did."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.forms import schemas, vscode

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
    old = (root / "here/and/there/post.json").read_text()
    (root / "here/and/there/post.json").write_text(old + "\n")
    result = run("schema", "--check", "--out", "here/and/there")
    assert result.exit_code == 1
    assert result.output == "here/and/there/post.json is out of date: run `mentoring schema`\n"
    assert (root / "here/and/there/post.json").read_text() == old + "\n"


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


THEIRS = """{
    "editor.fontSize": 15,
    "yaml.schemaStore.enable": true,
    "yaml.schemas": {"mine.json": "*.yml", ".schemas/old.json": "x/*.yml"}
}
"""


def test_settings_of_somebody_keep_all_that_is_in_them(run: Run, root: Path) -> None:
    path = root / ".vscode/settings.json"
    path.parent.mkdir()
    path.write_text(THEIRS)
    shown = run("schema", "--vscode", "--dry-run")
    assert shown.exit_code == 0
    assert "would change .vscode/settings.json\n" in shown.output
    assert '\n  +        ".schemas/session.json": "pairs/*/*/sessions/*.yml",\n' in shown.output
    assert "would write .vscode/tasks.json\n" in shown.output
    assert path.read_text() == THEIRS
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]
    assert run("schema", "--vscode").exit_code == 0
    text = path.read_text()
    found = json.loads(text)
    assert text.startswith('{\n    "editor.fontSize": 15,\n')
    assert found["yaml.schemaStore.enable"] is True
    assert found["yaml.schemas"]["mine.json"] == "*.yml"
    assert found["yaml.schemas"][".schemas/session.json"] == "pairs/*/*/sessions/*.yml"
    assert ".schemas/old.json" not in found["yaml.schemas"]
    assert run("schema", "--vscode").output == ""
    assert run("schema", "--vscode", "--check").exit_code == 0


def test_settings_with_comments_stay_and_what_they_lack_is_printed(run: Run, root: Path) -> None:
    path = root / ".vscode/settings.json"
    path.parent.mkdir()
    path.write_text('{\n  // as I like it\n  "editor.fontSize": 15,\n}\n')
    before = path.read_bytes()
    for more in ((), ("--dry-run",), ("--check",)):
        result = run("schema", "--vscode", *more)
        assert result.exit_code == 1
        assert ".vscode/settings.json is somebody's own" in result.stderr
        assert '".schemas/session.json": "pairs/*/*/sessions/*.yml"' in result.stderr
        assert path.read_bytes() == before
    fresh = vscode.files()["settings.json"]
    path.write_text(fresh.replace("{\n", '{\n  // as I like it: "//"\n', 1))
    assert run("schema", "--vscode", "--check").output == ""


@pytest.mark.parametrize(
    "text", ["", "[]", "no JSON", '{"a": 1, "a": 2}', '{"yaml.schemas": 7}', '{"a": "\\ud800"}', "[" * 100_000]
)
def test_settings_that_cannot_be_read_stay(run: Run, root: Path, text: str) -> None:
    path = root / ".vscode/settings.json"
    path.parent.mkdir()
    path.write_text(text)
    assert run("schema", "--vscode").exit_code == 1
    assert path.read_text() == text
    path.write_bytes(b'{"a": "\xff"}')
    assert run("schema", "--vscode").exit_code == 1
    assert path.read_bytes() == b'{"a": "\xff"}'


def test_line_ends_of_somebodys_settings_stay(run: Run, root: Path) -> None:
    path = root / ".vscode/settings.json"
    path.parent.mkdir()
    path.write_bytes(THEIRS.replace("\n", "\r\n").encode())
    run("schema", "--vscode")
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 5


def test_tasks_extensions_and_snippets_of_somebody_stay_beside_ours(run: Run, root: Path) -> None:
    folder = root / ".vscode"
    folder.mkdir()
    task = {"label": "check", "type": "shell", "command": "make"}
    ours = {name: json.loads(text) for name, text in vscode.files().items()}
    old = {**ours["tasks.json"]["tasks"][0], "command": "old"}
    (folder / "tasks.json").write_text(json.dumps({"version": "2.0.0", "inputs": [], "tasks": [old, task]}))
    (folder / "extensions.json").write_text(json.dumps({"recommendations": ["a.b"]}))
    (folder / "mentoring.code-snippets").write_text(json.dumps({"mine": {"body": ["x"]}, "a post": {}}))
    assert run("schema", "--vscode").exit_code == 0
    there = {each.name: json.loads(each.read_text()) for each in folder.iterdir()}
    assert there["tasks.json"] == {"version": "2.0.0", "inputs": [], "tasks": [*ours["tasks.json"]["tasks"], task]}
    assert there["extensions.json"] == {"recommendations": ["a.b", "redhat.vscode-yaml"]}
    assert there["mentoring.code-snippets"] == {"mine": {"body": ["x"]}, **ours["mentoring.code-snippets"]}
    assert run("schema", "--vscode").output == ""


def test_our_own_old_settings_are_written_anew_byte_for_byte(run: Run, root: Path) -> None:
    path = root / ".vscode/settings.json"
    path.parent.mkdir()
    old = json.loads(vscode.files()["settings.json"])
    old["yaml.schemas"] = dict(reversed(old["yaml.schemas"].items()))
    path.write_text(json.dumps(old, indent=2) + "\n")
    run("schema", "--vscode")
    assert path.read_text() == vscode.files()["settings.json"]
    del old["yaml.yamlVersion"]
    path.write_text(json.dumps(old))
    run("schema", "--vscode")
    assert path.read_text() == vscode.files()["settings.json"]


@pytest.mark.parametrize("text", ["{}", "not JSON", '{"title": "A person"}', "[]"])
def test_a_schema_of_somebody_stays(run: Run, root: Path, text: str) -> None:
    path = root / "theirs/person.json"
    path.parent.mkdir()
    path.write_text(text)
    result = run("schema", "--out", "theirs")
    assert result.exit_code == 1
    assert "theirs/person.json is somebody's own and stays: move it away, or name another folder" in result.stderr
    assert path.read_text() == text
    assert (root / "theirs/post.json").is_file()


def test_an_old_schema_of_ours_is_written_anew(run: Run, root: Path) -> None:
    run("schema")
    path = root / ".schemas/post.json"
    fresh = path.read_text()
    path.write_text(json.dumps(json.loads(fresh) | {"properties": {}}))
    assert run("schema", "--dry-run").output.startswith("would change .schemas/post.json\n")
    assert run("schema").output == ".schemas/post.json written\n"
    assert path.read_text() == fresh


def test_settings_of_somebody_are_replaced_at_once_and_a_link_stays_a_link(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, path = tmp_path / "theirs.json", root / ".vscode/settings.json"
    theirs.write_text(THEIRS)
    path.parent.mkdir()
    path.symlink_to(theirs)
    with monkeypatch.context() as stopped:
        stopped.setattr(Path, "replace", _refused)
        assert run("schema", "--vscode").exit_code == 2
    assert theirs.read_text() == THEIRS
    assert run("schema", "--vscode").exit_code == 0
    assert path.is_symlink()
    assert ".schemas/session.json" in theirs.read_text()


def _refused(*_words: object) -> None:
    message = "full"
    raise OSError(28, message)
