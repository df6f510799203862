"""Code owners: who is asked, judged by a reader of such files that shares nothing with their writer."""

from __future__ import annotations

import re
from collections.abc import Mapping

import programmes
import pytest

from generator.forms.owners import MACHINERY, owners
from generator.forms.sites import FORGES, Forge
from generator.programme import Programme

GITHUB, GITLAB, GITEA, FORGEJO = FORGES
PERSON = "pairs/people/{}.yml"
ACCOUNTS = {"p-003": "carla", "p-004": "dev-d", "p-017": "ilka-at-dock", "p-042": "o.k_1"}
COORDINATORS = {"@carla", "@dev-d"}


def with_accounts(accounts: Mapping[str, str]) -> Programme:
    """Give the healthy programme with these accounts and no others."""
    changes: dict[str, str] = {}
    for path, data in programmes.healthy().items():
        if path.startswith("pairs/people/"):
            name = path.removeprefix("pairs/people/").removesuffix(".yml")
            text = re.sub(r"(?m)^accounts:\n(?:  .*\n)+", "", data.decode())
            changes[path] = text + (f"accounts:\n  github: {accounts[name]}\n" if name in accounts else "")
    return programmes.loaded(programmes.over_healthy(changes)).programme


def asked(written: str, path: str, forge: Forge) -> set[str]:
    """Read a file of code owners as its forge does; give who is asked about a path."""
    found: set[str] = set()
    for line in written.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, *people = line.split(" ")
        if forge.expressions:
            found |= set(people) if re.fullmatch(pattern.replace("\\\\", "\\"), path) else set()
        elif _matches(pattern, path):
            found = set(people)
    return found


def _matches(pattern: str, path: str) -> bool:
    if pattern == "*":
        return True
    assert pattern.startswith("/")
    return f"/{path}".startswith(pattern) if pattern.endswith("/") else f"/{path}" == pattern


PLACES = {
    "README.md": COORDINATORS,
    "content/roadmaps/candour.md": COORDINATORS,
    "pairs/2026-spring/matching.yml": COORDINATORS,
    "pairs/people/p-017.yml": {"@ilka-at-dock", *COORDINATORS},
    "pairs/people/p-001.yml": COORDINATORS,
    "pairs/2026-spring/pair-03/pair.yml": {"@ilka-at-dock", "@o.k_1", *COORDINATORS},
    "pairs/2026-spring/pair-03/sessions/02.yml": {"@ilka-at-dock", "@o.k_1", *COORDINATORS},
    "pairs/2026-spring/pair-031/pair.yml": COORDINATORS,
    "content/threads/2026-spring/pair-03/2026-03-01-words.md": {"@ilka-at-dock", "@o.k_1", *COORDINATORS},
    "pairs/programme.yml": COORDINATORS,
    ".github/workflows/check.yml": COORDINATORS,
    ".gitlab-ci.yml": COORDINATORS,
    "generator/load.py": COORDINATORS,
    "Makefile": COORDINATORS,
}


@pytest.mark.parametrize("forge", FORGES, ids=lambda forge: forge.name)
@pytest.mark.parametrize("path", PLACES)
def test_each_path_asks_its_own_people_and_the_coordinators(path: str, forge: Forge) -> None:
    programme = with_accounts(ACCOUNTS)
    assert programme.pairs["2026-spring/pair-03"].item.members == ("p-017", "p-042")
    assert asked(owners(programme, forge), path, forge) == PLACES[path]


@pytest.mark.parametrize("forge", [GITHUB, GITLAB], ids=lambda forge: forge.name)
def test_the_machinery_stands_last_since_the_last_line_wins(forge: Forge) -> None:
    lines = [line for line in owners(with_accounts(ACCOUNTS), forge).splitlines() if line.startswith("/")]
    assert [line.partition(" ")[0] for line in lines[-len(MACHINERY) :]] == list(MACHINERY)
    assert {line.partition(" ")[2] for line in lines[-len(MACHINERY) :]} == {"@carla @dev-d"}


@pytest.mark.parametrize("wrong", ["'a b'", "'x @evil'", '"x\\n/generator/ @x"', "'#'", "'-a'", "'a/../b'"])
def test_an_account_that_cannot_be_one_asks_the_coordinators_instead(wrong: str) -> None:
    written = owners(with_accounts({**ACCOUNTS, "p-017": wrong}), GITHUB)
    assert asked(written, PERSON.format("p-017"), GITHUB) == COORDINATORS
    assert "evil" not in written


def test_a_line_never_asks_nobody() -> None:
    written = owners(with_accounts({"p-017": "ilka-at-dock"}), GITHUB)
    lines = [line for line in written.splitlines() if line and not line.startswith("#")]
    assert lines == [
        "/pairs/people/p-017.yml @ilka-at-dock",
        "/pairs/2026-spring/pair-03/ @ilka-at-dock",
        "/content/threads/2026-spring/pair-03/ @ilka-at-dock",
    ]


def test_whoever_coordinates_and_takes_part_is_asked_once() -> None:
    written = owners(with_accounts({**ACCOUNTS, "p-017": "carla"}), GITHUB)
    assert "/pairs/people/p-017.yml @carla @dev-d\n" in written
