"""Names of devices: as Windows knows them, in any case and with any ending."""

from __future__ import annotations

import pytest

from generator.source.devices import is_device


@pytest.mark.parametrize("name", ["con", "CON", "nul.yml", "aux.tar.gz", "prn", "com1", "lpt9"])
def test_a_device(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["", "console", "com", "com10", "p-con", "con-1", "null"])
def test_no_device(name: str) -> None:
    assert not is_device(name)
