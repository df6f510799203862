"""The kinds of file a programme is made of: one module each, found by walking this folder."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from functools import cache

from generator.kinds.base import Kind

_FREQUENT = ("post", "session", "person", "pair", "note")


@cache
def kinds() -> Mapping[str, Kind]:
    """Give all kinds by name, the frequent ones first, then in order of their modules' names."""
    found: dict[str, Kind] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        declared = getattr(importlib.import_module(f"{__name__}.{module}"), "KIND", None)
        if declared is not None:
            found[declared.name] = declared
    first = {name: found[name] for name in _FREQUENT}
    return first | found


def of_path(path: str) -> tuple[Kind, dict[str, str]] | None:
    """Tell which kind claims a path, and the parts of its id; `None` where none does."""
    for candidate in kinds().values():
        if match := candidate.place.fullmatch(path):
            return candidate, match.groupdict()
    return None


def near_path(path: str) -> Kind | None:
    """Tell which kind a path seems to mean though it breaks the layout."""
    return next((each for each in kinds().values() if re.fullmatch(each.near, path)), None)
