"""Settings for VS Code: the committed ones are fresh, and every glob finds the files of its kind."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import Path

import programmes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms import vscode
from generator.kinds import of_path

ROOT = Path(__file__).parent.parent.parent.parent
GLOBS = json.loads(vscode.files()["settings.json"])["yaml.schemas"]


def test_the_committed_files_are_fresh() -> None:
    there = {each.name: each.read_text() for each in (ROOT / ".vscode").iterdir()}
    assert there == vscode.files()


def test_every_yaml_file_has_the_schema_of_its_kind() -> None:
    for path in programmes.healthy():
        if path.endswith(".yml"):
            found = [schema for schema, glob in GLOBS.items() if _matches(path, glob)]
            claimed = of_path(path)
            assert claimed
            assert found == [f".schemas/{claimed[0].name}.json"], path


def _matches(path: str, glob: str) -> bool:
    parts, wanted = path.split("/"), glob.split("/")
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))


def test_a_post_starts_with_what_it_must_have() -> None:
    body = json.loads(vscode.files()["mentoring.code-snippets"])["a post"]["body"]
    assert body[0] == "---"
    assert body[-3:] == ["---", "", "$0"]
    names = [line.partition(":")[0] for line in body[1:-3]]
    assert names == ["title", "date", "author", "kind", "visibility", "summary", "partner"]
    assert "visibility: ${5|cohort,organisation,public|}" in body


@pytest.mark.parametrize("name", sorted(vscode.files()))
def test_they_are_json(name: str) -> None:
    assert json.loads(vscode.files()[name])


@given(st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}\.yml", fullmatch=True))
def test_no_glob_takes_a_file_that_is_of_no_kind(path: str) -> None:
    assert not any(_matches(path, glob) for glob in GLOBS.values()) or of_path(path)
