"""What pages are made from: plain immutable values, each field decided by the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.view.account import FileView, MeasureView, RuleView, Shows
from generator.view.desk import DeskView
from generator.view.indicator import ProgressView
from generator.view.offer import Offer
from generator.view.shapes.basic import BODY, Body, Link, Part, Site, Someone
from generator.view.shapes.content import AgendaView, CommunityView, FreeView, NoteView, RoadmapView, StepView
from generator.view.shapes.pairs import GoalView, Milestone, PairView, Phase, RoadmapUse, Terms
from generator.view.shapes.people import AreaView, Profile, Wish
from generator.view.shapes.posts import Card, CertificateView, ChangeView, PostView, Served, StoryView, ThreadView
from generator.view.shapes.rooms import ActionView, ItemView, Kept, RoomView, SessionView
from generator.view.shapes.totals import CohortView, PulseItem, PulseMean, PulseView, QualityView, Rhythm, TotalView

__all__ = [
    "BODY",
    "ActionView",
    "AgendaView",
    "AreaView",
    "Body",
    "Card",
    "CertificateView",
    "ChangeView",
    "CohortView",
    "CommunityView",
    "FreeView",
    "GoalView",
    "ItemView",
    "Kept",
    "Link",
    "Milestone",
    "NoteView",
    "PairView",
    "Part",
    "Phase",
    "PostView",
    "Profile",
    "PulseItem",
    "PulseMean",
    "PulseView",
    "QualityView",
    "Rhythm",
    "RoadmapUse",
    "RoadmapView",
    "RoomView",
    "Served",
    "SessionView",
    "Site",
    "Someone",
    "StepView",
    "StoryView",
    "Terms",
    "ThreadView",
    "TotalView",
    "View",
    "Wish",
]


@dataclass(frozen=True, slots=True)
class View:
    """Everything one audience may know."""

    site: Site
    areas: tuple[AreaView, ...]
    people: tuple[Profile, ...]
    pairs: tuple[PairView, ...]
    rooms: tuple[RoomView, ...]
    threads: tuple[ThreadView, ...]
    posts: tuple[PostView, ...]
    changes: tuple[ChangeView, ...]
    roadmaps: tuple[RoadmapView, ...]
    agendas: tuple[AgendaView, ...]
    communities: tuple[CommunityView, ...]
    pages: tuple[FreeView, ...]
    cohorts: tuple[CohortView, ...]
    totals: TotalView | None
    quality: tuple[QualityView, ...]
    redirects: Mapping[str, str]
    measures: tuple[MeasureView, ...]
    shows: Shows
    files: tuple[FileView, ...]
    rules: tuple[RuleView, ...]
    first_post: Offer | None = None
    progress: ProgressView = field(default_factory=ProgressView)
    stories: tuple[StoryView, ...] = ()
    certificates: tuple[CertificateView, ...] = ()
    pulses: tuple[PulseView, ...] = ()
    desk: DeskView | None = None
