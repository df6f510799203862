"""Reading files one by one: what one of them takes from the programme's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import Raw, load, read, read_folder

SETTINGS = Raw("pairs/programme.yml", b"policy:\n  max_markdown: 65536\n")
PAGE = Raw("content/about.md", b"word\n" * 20_000)


def codes(*raws: Raw, settings: Raw | None = None) -> list[str]:
    """Give what is said of the page."""
    return [finding.code for finding in read(raws, settings)[PAGE.path].findings]


def test_a_large_file_is_measured_by_the_settings_beside_it_or_given() -> None:
    assert codes(PAGE) == []
    assert codes(PAGE, SETTINGS) == codes(PAGE, settings=SETTINGS) == ["FIL005"]


ESCAPED = ("\\0", "\\e", "\\x1b", "\\r", "\\x85", "\\u200b", "\\u202e", "\\L", "\\ufeff", "\\U000e0001")


@pytest.mark.parametrize("written", ESCAPED)
def test_what_no_file_may_hold_cannot_be_written_as_an_escape_either(written: str) -> None:
    raw = Raw("content/about.md", f'---\ntitle: "One{written}two"\n---\n\nText\n'.encode())
    loaded = load([raw])
    assert [(each.code, each.span.line, each.span.column) for each in loaded.findings] == [("FIL001", 2, 8)]
    assert "One" not in loaded.findings[0].message
    assert loaded.programme.pages == {}


@pytest.mark.parametrize(
    ("path", "hides"), [("pairs/people/p-001.yml", ""), ("content/handbook/a.md", ", which hides the front matter")]
)
def test_a_byte_order_mark_is_said_to_hide_front_matter_only_where_there_is_some(path: str, hides: str) -> None:
    (found,) = [each for each in load([Raw(path, b"\xef\xbb\xbfname: x\n")]).findings if each.code == "FIL001"]
    assert found.message == f"the file starts with a byte-order mark{hides}"


def test_an_escape_in_the_name_of_a_field_is_found_too() -> None:
    raw = Raw("pairs/programme.yml", b'name: x\nwords: {"men\\u202etor": y}\n')
    assert [(each.code, each.span.line) for each in load([raw]).findings] == [("FIL001", 2)]


FINE = ('"One\\ttwo\\n\\\\u202e"', "One\\u202etwo", "'One\\u202e'", '"f\\u00fcnf\\u00a0Uhr"')


@pytest.mark.parametrize("title", FINE)
def test_backslashes_that_hide_nothing_are_fine(title: str) -> None:
    assert load([Raw("content/about.md", f"---\ntitle: {title}\n---\n\nText\n".encode())]).findings == ()


def test_what_the_system_does_not_open_is_unreadable_and_ends_nothing(tmp_path: Path) -> None:
    """As a name that is too long, so are files in a folder that is closed to us: not even their kind can be asked."""
    path = f"pairs/people/{'p' * 300}.yml"
    (tmp_path / "pairs/people").mkdir(parents=True)
    assert [(raw.path, raw.instead) for raw in read_folder(tmp_path, [path])] == [(path, "unreadable")]
