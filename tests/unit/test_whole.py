"""A file is there whole or not at all, under its own mode, and nothing stays beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import whole


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_text_takes_the_place_and_the_mode_of_the_one_before(tmp_path: Path) -> None:
    place = tmp_path / "text"
    place.write_bytes(b"old")
    place.chmod(0o604)
    whole.write(place, b"new")
    assert (place.read_bytes(), place.stat().st_mode & 0o7777, names(tmp_path)) == (b"new", 0o604, ["text"])


def test_a_new_file_has_the_mode_that_is_usual_here_or_the_one_that_is_given(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        whole.write(tmp_path / "usual", b"")
        whole.write(tmp_path / "given", b"", mode=0o755)
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o7777 for name in ("usual", "given")] == [0o640, 0o755]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "folder"
    (place / "mine").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        whole.write(place, b"new")
    assert (names(tmp_path), names(place)) == (["folder"], ["mine"])
    with pytest.raises(FileNotFoundError):
        whole.write(tmp_path / "nowhere" / "text", b"new")


@pytest.mark.parametrize("lasting", [False, True])
def test_a_text_waits_beside_its_place_until_it_is_named(tmp_path: Path, *, lasting: bool) -> None:
    place = tmp_path / "text"
    with whole.beside(place, b"one", lasting=lasting) as one, whole.beside(place, b"two", lasting=lasting) as two:
        assert (one.read_bytes(), two.read_bytes(), place.exists()) == (b"one", b"two", False)
        place.hardlink_to(one)
    assert (place.read_bytes(), names(tmp_path)) == (b"one", ["text"])


def test_what_somebody_with_our_number_left_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "_numbers", iter([1, 2]))
    left = tmp_path / f".{os.getpid()}-1.tmp"
    left.write_bytes(b"left")
    whole.write(tmp_path / "text", b"new")
    assert ((tmp_path / "text").read_bytes(), left.read_bytes()) == (b"new", b"left")
