"""Who reports to whom, who meets whom and when, in a programme of any size: the frame the corpus is written into."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

CLOCK = date(2026, 7, 24)
COHORTS = {
    "2025-spring": (date(2025, 2, 3), date(2025, 8, 8)),
    "2025-autumn": (date(2025, 9, 1), date(2026, 3, 6)),
    "2026-spring": (date(2026, 4, 6), date(2026, 10, 9)),
}
DEPARTMENTS = ("Supply Chain", "Digital", "Customer", "People", "Finance", "Quality", "Sustainability", "Legal")
INTERESTS = tuple(
    f"{how} {what}"
    for how in ("early", "slow", "outdoor", "winter", "amateur", "late")
    for what in ("swimming", "baking", "chess", "cycling", "pottery", "singing", "gardening", "film nights", "hiking")
)
STEP = 25
"""The number of posts is a multiple of this, so that all other numbers are whole."""

_STAFF = (("none", 10, None), ("none", 9, "p-001"), ("none", 5, "p-001"), *[("none", 4, "p-002")] * 3)
"""Chair, sponsor, support contact, three coordinators."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in the reporting tree."""

    id: str
    role: str
    level: int
    department: int
    manager: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two people, what they share, and the days they meet."""

    number: int
    cohort: str
    mentor: Seat
    mentee: Seat
    roadmap: str
    interest: str
    open: bool
    active: date
    days: tuple[date, ...]

    @property
    def id(self) -> str:
        """Give the pair's folder."""
        return f"pair-{self.number + 1:04}"

    @property
    def every(self) -> int:
        """Give the agreed rhythm in days."""
        return _every(len(self.days))

    @property
    def ends(self) -> date:
        """Give the last day of the term."""
        return self.active + timedelta(days=175)

    @property
    def done(self) -> bool:
        """Tell whether the last session was held, which completes the pair."""
        return self.days[-1] <= CLOCK

    @property
    def last(self) -> date:
        """Give the day of the completion, or the clock's while the pair is running."""
        return min(self.days[-1], CLOCK)


def seats(posts: int) -> tuple[Seat, ...]:
    """Seat about N/4 people in eight departments, each a tree of its own below the sponsor.

    Mentees are the heads (levels 8 to 6), managers of level 5 stand between them and the mentors. A pair always
    joins two departments, so nobody is ever above the partner.
    """
    found = [Seat(f"p-{at:03}", *seat[:2], 3, seat[2]) for at, seat in enumerate(_STAFF, 1)]
    mentees, mentors = (_eights(posts / share) for share in (10, 8))
    managers = max(8, _eights(posts / 4 - len(found) - mentees - mentors - 8))
    first = len(found)
    for at in range(mentees + managers + mentors):
        if at < mentees:
            role, (level, above) = "mentee", _head(at, mentees, first)
        elif at < mentees + managers:
            role, level, above = "none", 5, first + at % mentees // 8 * 8 + at % 8
        else:
            role, level, above = "mentor", 1 + at % 3, first + mentees + at % managers // 8 * 8 + at % 8
        found.append(Seat(f"p-{first + at + 1:03}", role, level, at % 8, found[above].id))
    return tuple(found)


def matches(posts: int, people: Sequence[Seat], roadmaps: Sequence[str], seed: int) -> Iterator[Match]:
    """Pair mentors and mentees of different departments, each at most once in a cohort."""
    mentors, mentees = ([seat for seat in people if seat.role == role] for role in ("mentor", "mentee"))
    pairs = posts // 5
    for number in range(pairs):
        rng = Random(f"{seed}/pair/{number}")
        cohort = list(COHORTS)[number * len(COHORTS) // pairs]
        active = COHORTS[cohort][0] + timedelta(days=rng.randrange(11))
        count = 5 + (1, -1, 0, 0, 0)[number % 5]
        yield Match(
            number, cohort, mentors[number % len(mentors)], mentees[(number + 3) % len(mentees)], rng.choice(roadmaps),
            rng.choice(INTERESTS), number == 0 or rng.random() < 2 / 3, active, tuple(_days(active, count, rng)),
        )  # fmt: skip


def _eights(number: float) -> int:
    return max(8, math.ceil(number / 8) * 8)


def _head(at: int, mentees: int, first: int) -> tuple[int, int]:
    """Give level and superior of a mentee: one head a department, below it directors, below them the rest."""
    rank, department = divmod(at, 8)
    if rank == 0:
        return 8, 1
    directors = math.isqrt(mentees // 8)
    if rank <= directors:
        return 7, first + department
    return 6, first + (1 + rank % directors) * 8 + department


def _every(sessions: int) -> int:
    return {4: 35, 5: 30, 6: 28}[sessions]


def _days(active: date, count: int, rng: Random) -> Iterator[date]:
    for at in range(count):
        day = active + timedelta(days=7 + at * _every(count) + rng.randrange(3))
        yield day + timedelta(days=max(0, 8 - day.isoweekday()) if day.isoweekday() > 5 else 0)
