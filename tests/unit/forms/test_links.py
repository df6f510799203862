"""Addresses of forges' web editors: the name always, the text where the forge takes it and it fits."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.forms import links
from generator.forms.links import Forge, Opened

PATH, TEXT = "pairs/a/b/sessions/01.yml", "# a: b & c\nä: +1\n"
HOST = "https://forge.example/team/programme"
VALUE = "%23%20a%3A%20b%20%26%20c%0A%C3%A4%3A%20%2B1%0A"


@pytest.mark.parametrize(
    ("kind", "address", "filled"),
    [
        ("github", f"{HOST}/new/main?filename=pairs%2Fa%2Fb%2Fsessions%2F01.yml&value={VALUE}", True),
        ("gitlab", f"{HOST}/-/new/main/pairs/a/b/sessions?file_name=01.yml", False),
        ("gitea", f"{HOST}/_new/main/pairs/a/b/sessions?filename=01.yml&value={VALUE}", True),
        ("forgejo", f"{HOST}/_new/main/pairs/a/b/sessions?filename=01.yml&value={VALUE}", True),
    ],
)
def test_a_new_file(kind: str, address: str, *, filled: bool) -> None:
    assert links.new_file(Forge(kind, f"{HOST}/", "main"), PATH, TEXT) == Opened(address, filled=filled)


@pytest.mark.parametrize("kind", ["github", "gitea", "forgejo"])
def test_the_text_comes_back_as_it_was(kind: str) -> None:
    opened = links.new_file(Forge(kind, HOST, "main"), PATH, TEXT)
    assert opened is not None
    assert parse_qs(urlsplit(opened.address).query)["value"] == [TEXT]


def test_a_text_that_is_too_long_for_an_address_is_pasted() -> None:
    fits, over = "x" * 5000, "x" * 6000
    forge = Forge("github", HOST, "main")
    assert links.new_file(forge, PATH, fits).filled  # type: ignore[union-attr]
    assert links.new_file(forge, PATH, over) == Opened(
        f"{HOST}/new/main?filename=pairs%2Fa%2Fb%2Fsessions%2F01.yml", filled=False
    )


@pytest.mark.parametrize("forge", [None, Forge("none", HOST, "main")])
def test_without_a_known_forge_there_is_no_address(forge: Forge | None) -> None:
    assert links.new_file(forge, PATH, TEXT) is None
    assert links.edit(forge, PATH) is None


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("github", f"{HOST}/edit/a%20branch/{PATH}"),
        ("gitlab", f"{HOST}/-/edit/a%20branch/{PATH}"),
        ("gitea", f"{HOST}/_edit/a%20branch/{PATH}"),
        ("forgejo", f"{HOST}/_edit/a%20branch/{PATH}"),
    ],
)
def test_an_old_file(kind: str, address: str) -> None:
    assert links.edit(Forge(kind, HOST, "a branch"), PATH) == address


@pytest.mark.parametrize(
    ("kind", "line", "folder"),
    [
        ("github", "/blob/main/pairs/a/pair.yml#L12", "/tree/main/pairs/a"),
        ("gitlab", "/-/blob/main/pairs/a/pair.yml#L12", "/-/tree/main/pairs/a"),
        ("gitea", "/src/branch/main/pairs/a/pair.yml#L12", "/src/branch/main/pairs/a"),
        ("forgejo", "/src/branch/main/pairs/a/pair.yml#L12", "/src/branch/main/pairs/a"),
    ],
)
def test_a_line_and_a_folder_are_shown(kind: str, line: str, folder: str) -> None:
    forge = links.Forge(kind, "https://git.example/a/b/", "main")
    assert links.line(forge, "pairs/a/pair.yml", 12) == f"https://git.example/a/b{line}"
    assert links.folder(forge, "pairs/a") == f"https://git.example/a/b{folder}"


def test_nothing_is_shown_where_the_forge_is_not_known() -> None:
    assert links.line(None, "pairs/a/pair.yml", 12) is None
    assert links.folder(links.Forge("none", "https://git.example/a/b", "main"), "pairs/a") is None
