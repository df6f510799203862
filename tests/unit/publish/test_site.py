"""A site as a folder: the old one or the new one, and nothing beside it, whatever interrupts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.publish import site


def built(root: Path, words: str) -> None:
    site.replace_whole(root / "site", "organisation", root, lambda fresh: site.write(fresh / "a", words.encode()))


def left(root: Path) -> list[str]:
    return [path.name for path in root.iterdir()]


def test_an_interrupted_removal_of_the_old_site_leaves_the_new_one_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(tmp_path, "old")
    remove = shutil.rmtree

    def interrupted(path: Path, *, ignore_errors: bool) -> None:
        monkeypatch.setattr(shutil, "rmtree", remove)
        assert path.name.endswith(".old")
        assert ignore_errors
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        built(tmp_path, "new")
    assert (tmp_path / "site/a").read_text() == "new"
    assert left(tmp_path) == ["site"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_the_old_site_comes_back_if_the_new_one_cannot_be_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    built(tmp_path, "old")
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "site":
            monkeypatch.setattr(Path, "rename", rename)
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(error):
        built(tmp_path, "new")
    assert (tmp_path / "site/a").read_text() == "old"
    assert left(tmp_path) == ["site"]
