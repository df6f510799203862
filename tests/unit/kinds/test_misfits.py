"""Paths that do not fit: the name that is proposed instead can be used on every machine."""

from __future__ import annotations

import pytest

from generator.load import Raw, load


def remedy(path: str) -> str:
    """Give the remedy of the one misplaced file."""
    (found,) = [each for each in load([Raw(path, b"")]).findings if each.code == "FIL003"]
    return found.help


@pytest.mark.parametrize("name", ["CON", "Nul", "AUX", "Com1"])
def test_no_name_is_proposed_that_windows_keeps(name: str) -> None:
    assert remedy(f"pairs/people/{name}.yml") == "rename it to the form `pairs/people/<person>.yml`"


def test_a_name_in_lower_case_is_proposed() -> None:
    assert ", for example `kim-okafor`: lower case" in remedy("pairs/people/Kim Okafor.yml")
