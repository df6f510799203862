"""What stands where there is no number: one wording each, so that nobody wonders whether it means something else."""

from __future__ import annotations


def suppressed(smallest: int) -> str:
    """Say that a group is too small to be spoken of; `smallest` is the least size that is not."""
    return f"fewer than {smallest}, not shown"


SUPPRESSED = suppressed(5)
NOTHING_DUE = "nothing due yet"
