"""A pair, as far as it agreed to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.view.indicator import File
from generator.view.shapes.basic import Link, Part, Someone
from generator.view.shapes.posts import Card


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with its text (cohort and coordinators only)."""

    side: str
    goal: str
    sign: str
    state: str
    percent: int | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The facts of an agreement that a room shows."""

    rhythm: str
    length: str
    sessions: int
    mode: str
    agenda_owner: str
    booked_by: str
    confidentiality: str
    publish: str
    review_on: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class RoadmapUse:
    """A roadmap a pair follows; `part` and `done` (step ids) only where progress may be shown."""

    roadmap: Link
    part: Part | None
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A fact worth celebrating; the day only where this audience may know it, a link where a post tells of it."""

    kind: str
    what: str
    on: date | None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a pair's term in one state, its first and last day included."""

    state: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair's page, as far as its `publish` and the audience allow.

    For coordinators only: `record` is its file, `met` those of its sessions, `wrote` those of its posts.
    """

    address: str
    slug: str
    cohort: Link
    mentor: Someone
    mentee: Someone
    state: str
    state_since: date | None
    areas: tuple[Link, ...]
    roadmaps: tuple[RoadmapUse, ...]
    sessions: Part | None
    goals: Mapping[str, Mapping[str, int]] | None
    milestones: tuple[Milestone, ...]
    posts: tuple[Card, ...]
    thread: str | None
    room: str | None
    shared_interests: tuple[str, ...]
    goal_texts: tuple[GoalView, ...]
    terms: Terms | None
    next_session: datetime | None
    ended: str | None
    continues: Link | None
    superseded_by: Link | None
    source: str | None
    phases: tuple[Phase, ...] = ()
    certificates: tuple[Link, ...] = ()
    record: File | None = None
    met: tuple[File, ...] = ()
    wrote: tuple[File, ...] = ()
