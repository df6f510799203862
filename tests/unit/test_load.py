"""Reading files one by one: what one of them takes from the programme's settings."""

from __future__ import annotations

from pathlib import Path

from generator.load import Raw, read, read_folder

SETTINGS = Raw("pairs/programme.yml", b"policy:\n  max_markdown: 65536\n")
PAGE = Raw("content/about.md", b"word\n" * 20_000)


def codes(*raws: Raw, settings: Raw | None = None) -> list[str]:
    """Give what is said of the page."""
    return [finding.code for finding in read(raws, settings)[PAGE.path].findings]


def test_a_large_file_is_measured_by_the_settings_beside_it_or_given() -> None:
    assert codes(PAGE) == []
    assert codes(PAGE, SETTINGS) == codes(PAGE, settings=SETTINGS) == ["FIL005"]


def test_what_the_system_does_not_open_is_unreadable_and_ends_nothing(tmp_path: Path) -> None:
    """As a name that is too long, so are files in a folder that is closed to us: not even their kind can be asked."""
    path = f"pairs/people/{'p' * 300}.yml"
    (tmp_path / "pairs/people").mkdir(parents=True)
    assert [(raw.path, raw.instead) for raw in read_folder(tmp_path, [path])] == [(path, "unreadable")]
