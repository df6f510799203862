"""What stands where there is no number: one wording each, so that nobody wonders whether it means something else."""

from __future__ import annotations

from generator.language import gettext


def suppressed(smallest: int = 5) -> str:
    """Say that a group is too small to be spoken of; `smallest` is the least size that is not."""
    return gettext("fewer than %(smallest)s, not shown", smallest=smallest)


def nothing_due() -> str:
    """Say that there is no value yet, since nothing was due."""
    return gettext("nothing due yet")
