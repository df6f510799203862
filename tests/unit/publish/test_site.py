"""A site as a folder: the old one or the new one, and nothing beside it, whatever interrupts."""

from __future__ import annotations

import shutil
from pathlib import Path

import programmes
import pytest
import yaml

from generator.publish import site, tree
from generator.publish.prepare import Prepared, prepare


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


def prepared(root: Path, **changes: str) -> Prepared:
    """Prepare the healthy programme for the organisation, with the text of some of its files replaced."""
    for path, data in programmes.healthy().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    for path, text in changes.items():
        (root / path).write_text(text)
    ready = prepare(root, "organisation", None)
    assert isinstance(ready, Prepared), ready
    return ready


def test_an_old_address_takes_no_page_of_the_site(tmp_path: Path) -> None:
    moved = ("/privacy/", "/search/", "/people/p-017/", "/changes/", "/", "/handbook/start/")
    ready = prepared(tmp_path, **{"content/moved.yml": "".join(f"{old}: /handbook/welcome/\n" for old in moved)})
    pages = list(ready.pages())
    assert {page.address for page in pages} >= {*moved[:-1]}
    site.extras(tmp_path / "site", ready, pages, (), "")
    assert [path.parent.name for path in (tmp_path / "site").rglob("index.html")] == ["start"]


def test_the_settings_of_a_tree_say_name_and_purpose_escaped_as_engines_print_them(tmp_path: Path) -> None:
    settings = programmes.healthy()["pairs/programme.yml"].decode().splitlines(keepends=True)
    hostile = {"  programme": "  programme: R&D </title><svg/onload=x>\n", "purpose": 'purpose: "\\"><svg/onload=x>"\n'}
    text = "".join(hostile.get(line.partition(":")[0], line) for line in settings)
    tree.write_tree(prepared(tmp_path, **{"pairs/programme.yml": text}), tmp_path / "tree")
    found = yaml.safe_load((tmp_path / "tree/mkdocs.yml").read_text())
    assert found["site_name"] == "R&amp;D &lt;/title&gt;&lt;svg/onload=x&gt;"
    assert found["site_description"] == "&quot;&gt;&lt;svg/onload=x&gt;"
