"""The programme and its cohorts in numbers that hide small groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from generator.view.indicator import File

Rhythm = Literal["80 % or more", "60 to 79 %", "under 60 %"]


@dataclass(frozen=True, slots=True)
class TotalView:
    """Totals of a group that is large enough; a sum that would give a small group away is None.

    `finished` counts roadmaps that pairs came to the end of; `rhythm` is the band of the share of pairs in rhythm, for
    ten pairs or more. `records` is how many session files they were counted from.
    """

    pairs: int | None
    mentors: int | None
    mentees: int | None
    sessions: int | None
    hours: int | None
    steps: int | None
    posts: int
    changes: int
    records: int = 0
    finished: int | None = None
    rhythm: Rhythm | None = None


@dataclass(frozen=True, slots=True)
class CohortView:
    """A cohort; without totals where it is too small."""

    address: str
    id: str
    title: str
    starts: date
    ends: date
    phase: str
    total: TotalView | None


@dataclass(frozen=True, slots=True)
class QualityView:
    """How often a rule found something, and in which files (coordinators only)."""

    code: str
    severity: str
    count: int
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PulseMean:
    """How many answered, and what their answers come to: 1 to 5, or the share of yes."""

    n: int
    mean: Fraction


@dataclass(frozen=True, slots=True)
class PulseItem:
    """A question of the pulse by side; None where a side is too small to show."""

    id: str
    words: str
    yes_or_no: bool
    sides: Mapping[str, PulseMean | None]


@dataclass(frozen=True, slots=True)
class PulseView:
    """One wave of a cohort's survey (coordinators only); `cohort` is its id, `source` its file."""

    cohort: str
    on: date
    wave: str
    invited: Mapping[str, int | None]
    answered: Mapping[str, int | None]
    items: tuple[PulseItem, ...]
    source: File
