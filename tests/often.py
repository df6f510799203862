"""How often a property is tried: `make test` loads a profile of fewer examples; numbers of their own follow."""

from __future__ import annotations

from hypothesis import settings

ALL, FEW = 100, 25
"""Examples of a property that has no number of its own: by the slow tests, and by `make test`."""


def times(examples: int) -> settings:
    """Give the settings of a property that is dear: so many examples by the slow tests, fewer in proportion else."""
    return settings(max_examples=share(examples))


def share(number: int) -> int:
    """Give how many of so many to try: all by the slow tests, fewer in proportion else."""
    return -(-number * settings().max_examples // ALL)
