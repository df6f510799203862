"""Small groups: which of several counts may be shown so that none under k can be had by subtraction."""

from __future__ import annotations

from collections.abc import Mapping

SMALLEST = 5


def shown(sizes: Mapping[str, int], smallest: int = SMALLEST) -> frozenset[str]:
    """Name the groups whose size may be published.

    Empty groups are dropped; every group under `smallest` is hidden; while something is hidden, the
    hidden total is under `smallest` and something is shown, the smallest shown group is hidden too
    (ties by name). Nothing shown means no total either.
    """
    filled = {name: size for name, size in sizes.items() if size > 0}
    visible = {name: size for name, size in filled.items() if size >= smallest}
    hidden = sum(filled.values()) - sum(visible.values())
    while visible and len(visible) < len(filled) and hidden < smallest:
        least = min(visible, key=lambda name: (visible[name], name))
        hidden += visible.pop(least)
    return frozenset(visible)
