"""What curators write: roadmaps, agendas, communities and their notes, pages of the handbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.view.indicator import File
from generator.view.shapes.basic import Body, Link, Someone
from generator.view.shapes.posts import Card
from generator.view.shapes.rooms import ItemView


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a roadmap with its value for each side."""

    id: str
    title: str
    minutes: int
    prompts: tuple[str, ...]
    mentor: str
    mentee: str
    evidence: str
    after: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """A curated path. `used_by` is None where too few pairs follow it to say so; `files` is its own (coordinators)."""

    address: str
    id: str
    title: str
    area: Link
    audience: str
    version: int
    reviewed_on: date
    state: str
    why_now: str
    risks: tuple[str, ...]
    minutes: int
    steps: tuple[StepView, ...]
    used_by: int | None
    body: Body
    owner: Someone
    posts: tuple[Card, ...]
    source: str
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaView:
    """An agenda template; `files` is its own (coordinators only)."""

    address: str
    id: str
    title: str
    stage: str
    minutes: int
    use_when: str
    items: tuple[ItemView, ...]
    mentor_share: int
    body: Body
    source: str
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteView:
    """A practice note."""

    address: str
    title: str
    date: date
    author: Someone
    community: Link
    context: str
    tried: str
    result: str
    again: str
    body: Body
    source: str


@dataclass(frozen=True, slots=True)
class CommunityView:
    """A community with its notes, newest first."""

    address: str
    title: str
    purpose: str
    audience: str
    host: Someone
    rule: str
    joining: str
    calls: str
    code_of_conduct: str
    reviewed_on: date
    follows: tuple[tuple[str, str, str], ...]
    notes: tuple[NoteView, ...]
    body: Body
    source: str


@dataclass(frozen=True, slots=True)
class FreeView:
    """A page of the handbook, or another free page."""

    address: str
    title: str
    body: Body
    source: str
