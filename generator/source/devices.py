"""Names that Windows keeps for devices: no file there can have one, whatever follows the first dot."""

from __future__ import annotations

import re

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Tell whether Windows would take a file's name for a device."""
    return _DEVICE.fullmatch(name) is not None
