"""What an editor says of a file is what `check` says: the language server, our schemas, our settings."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import programmes
import pytest
import variants
from language_server import SERVER, Server

from generator.forms import schemas, vscode
from generator.forms.draft import modeline
from generator.kinds import kinds
from generator.report import text as report
from generator.source.finding import Finding

ROOT = Path(__file__).parent.parent.parent
EXPRESSIBLE = {"FIL007", "FIL008", "FIL009", "FIL010", "PER001", "PRI001", "ACT001", "GOA002"}
"""The codes of what one file shows to a schema: fields that are missing, unknown, or of another form."""
BEYOND = {
    ("pairs/2026-spring/pair-03/sessions/06.yml", "FIL010"),  # the 31st of June has the form of a day
    ("pairs/2026-spring/pair-03/pair.yml", "GOA002"),  # reached, at less than 100
    ("pairs/2026-spring/pair-11/pair.yml", "PRI001"),  # a reason that names a role, in words
}
"""What a schema cannot express: it compares no two fields, knows no calendar and reads no words."""


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    """Skip where the server is not installed; in CI it has to be."""
    if not SERVER.is_file():
        missing = "yaml-language-server is not installed: `make node` installs it, and needs node and npm"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)


def settings() -> Mapping[str, Any]:
    """Give our settings as the server gets them: with what the extension sets by itself, and a place for cases."""
    own = json.loads(vscode.files()["settings.json"])
    files = {f".schemas/{kind}.json": [f"cases/{kind}/*.yml"] for kind in kinds()}
    for schema, glob in own["yaml.schemas"].items():
        files[schema].append(glob)
    return own | {"yaml.validate": True, "yaml.completion": True, "yaml.schemas": files}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server that knows the healthy programme's schemas; no test tells it of a file that another one opens."""
    root = tmp_path_factory.mktemp("programme")
    (root / ".schemas").mkdir()
    for name, text in schemas.files(programmes.loaded_folder(programmes.HEALTHY).programme).items():
        (root / ".schemas" / name).write_text(text)
    with Server(root, settings()) as running:
        yield running


def yaml_files(root: Path) -> dict[str, str]:
    """Give the YAML files of a programme."""
    found = {path: root / path for folder in ("content", "pairs") for path in below(root, folder)}
    return {path: file.read_text() for path, file in found.items() if path.endswith(".yml") and not file.is_symlink()}


def below(root: Path, folder: str) -> list[str]:
    """List the files of one folder of a programme."""
    return [f"{folder}/{path}" for path in programmes.paths(root / folder)]


def said_of(server: Server, place: str, texts: Mapping[str, str]) -> dict[str, list[Any]]:
    """Open files as if their programme lay in a folder, and give what the server says of each."""
    (server.root / place).mkdir()
    (server.root / place / ".schemas").symlink_to("../.schemas")
    said = server.diagnostics({f"{place}/{path}": text for path, text in texts.items()})
    return {path.removeprefix(f"{place}/"): each for path, each in said.items()}


def lines(said: list[Any]) -> set[int]:
    """Give the lines on which the server says something."""
    return {each["range"]["start"]["line"] + 1 for each in said}


def expressible(path: str, found: Iterable[Finding]) -> set[int]:
    """Give the lines on which `check` says of a file what a schema can say as well."""
    return {each.span.line for each in found if each.span.path == path and each.code in EXPRESSIBLE}


@pytest.mark.parametrize(("place", "source"), [("healthy", programmes.HEALTHY), ("bundled", ROOT)])
def test_files_without_a_fault_have_none_in_the_editor(server: Server, place: str, source: Path) -> None:
    texts = yaml_files(source)
    assert len(texts) > 20
    assert {path: said for path, said in said_of(server, place, texts).items() if said} == {}


def test_editor_and_check_agree_on_the_broken_programme(server: Server) -> None:
    broken = programmes.HEALTHY.with_name("broken")
    found = programmes.judged(programmes.loaded_folder(broken))
    said = said_of(server, "broken", yaml_files(broken))
    within = [each for each in found if (each.span.path, each.code) not in BEYOND]
    judged = {path: expressible(path, within) for path in said}
    assert {path for path, each in said.items() if each} == {path for path, each in judged.items() if each}
    assert [path for path, each in said.items() if not judged[path] <= lines(each)] == []
    assert sum(map(bool, said.values())) == 4


def spoilt() -> Iterator[tuple[str, str, str]]:
    """Spoil the largest YAML file of each kind: every key lost, misspelt, and given a mapping as its value.

    Gives the kind, the path of the healthy file, and the text. A mapping as an owner is left out: to ACT001 it is
    no owner at all, and it points at the action.
    """
    largest = {}
    for path in sorted(programmes.healthy(), key=lambda path: len(programmes.healthy()[path])):
        if path.endswith(".yml"):
            largest[variants.kind_of(path).name] = path
    for kind, path in largest.items():
        data = variants.fields(path)
        for key in variants.key_paths(data):
            name = key[-1]
            if isinstance(name, str):
                yield kind, path, variants.written(path, variants.removed(data, key))
                slip = name[: len(name) // 2] + name[len(name) // 2 + 1 :]
                yield kind, path, variants.written(path, variants.renamed(data, key, slip))
            if name != "owner":
                yield kind, path, variants.written(path, variants.replaced(data, key, {"x": "y"}))


@pytest.mark.parametrize("apart", [8, pytest.param(1, marks=pytest.mark.slow)], ids=["an eighth", "all"])
def test_editor_and_check_agree_on_every_key_that_is_spoilt(server: Server, apart: int) -> None:
    spoils = islice(spoilt(), 0, None, apart)
    cases = {f"cases/{kind}/{apart}-{at}.yml": (path, text) for at, (kind, path, text) in enumerate(spoils)}
    said = server.diagnostics({case: text for case, (_, text) in cases.items()})
    differ = []
    for case, (path, text) in cases.items():
        judged = expressible(path, variants.found(path, text))
        if bool(judged) is not bool(said[case]) or not judged <= lines(said[case]):
            differ.append((case, judged, said[case]))
    assert differ == []
    assert len(cases) > 500 / apart


def test_messages_are_those_of_check(server: Server) -> None:
    path = "pairs/2026-spring/pair-03/sessions/01.yml"
    text = programmes.healthy()[path].decode()
    text = text.replace("length: 60 min", "length: sixty").replace("status: held", "status: helt")
    said = [each["message"] for each in server.diagnostics({path: text})[path]]
    assert said == [
        "FIL010: expected a duration",
        "FIL009: expected one of `planned`, `held`, `cancelled`, `missed`",
    ]


@pytest.mark.parametrize(
    ("path", "line", "offered"),
    [
        ("pairs/2026-spring/pair-03/sessions/09.yml", "template: ", "midpoint-review"),
        ("pairs/2026-spring/pair-03/sessions/10.yml", "step: ", "digital-fluency/first-real-task"),
        ("pairs/2026-spring/pair-12/pair.yml", "mentor: ", "p-017"),
        ("pairs/people/p-050.yml", "manager: ", "p-005"),
    ],
)
def test_real_ids_are_completed(server: Server, path: str, line: str, offered: str) -> None:
    labels = server.completion(path, line, 0, len(line))
    assert offered in labels
    assert "mentor" not in line or "p-042" not in labels  # a mentee mentors nobody


def test_a_modeline_is_enough(server: Server) -> None:
    path = "of/no kind/p-050.yml"
    said = server.diagnostics({path: f"{modeline(path, 'person')}\nname: Kim\nrole: boss\nlevel: 3\n"})[path]
    assert [each["message"] for each in said] == ["FIL009: expected one of `mentor`, `mentee`, `both`, `none`"]


def test_the_lock_names_no_host() -> None:
    lock = (ROOT / "tests/node/package-lock.json").read_text()
    assert "://" not in lock
    assert all("integrity" in each for name, each in json.loads(lock)["packages"].items() if name)


def test_the_task_finds_every_problem_with_its_place() -> None:
    found = programmes.judged(programmes.loaded_folder(programmes.HEALTHY.parent / "broken"))
    loaded = programmes.loaded_folder(programmes.HEALTHY.parent / "broken")
    printed = report.render(found, loaded.programme.documents, programmes.CLOCK, loaded.files).splitlines()
    problems = []
    for first, second in pairwise(printed):
        head, place = re.match(vscode.FINDING, first), re.match(vscode.PLACE, second)
        if head and place:
            problems.append((head[1], head[2], place[1], int(place[2]), int(place[3])))
    assert problems == [(each.code, each.severity, each.span.path, each.span.line, each.span.column) for each in found]
