"""What stands where there is no number: one wording each, so that nobody wonders whether it means something else."""

from __future__ import annotations

SUPPRESSED = "fewer than 5, not shown"
NOTHING_DUE = "nothing due yet"
