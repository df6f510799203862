"""What pages are made from: plain immutable values, each field decided by the gate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from generator.kinds.base import Audience
from generator.view.account import FileView, MeasureView, RuleView, Shows
from generator.view.desk import DeskView
from generator.view.indicator import ProgressView
from generator.view.offer import Offer

Rhythm = Literal["80 % or more", "60 to 79 %", "under 60 %"]
BODY = "u"
"""What the ids of somebody's text begin with on its own page: the anchor of a heading is `#u-limits`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A title and the address of its page; no address where this audience has no such page."""

    title: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as this audience may know them; without a name a neutral word stands for it."""

    name: str | None
    address: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown, and where its links lead for this audience.

    `resolve` gives the address (or image file) behind a relative destination, `None` where this
    audience has nothing there.
    """

    markdown: str
    resolve: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many, with the measure it is an instance of and how many files it was counted from.

    `sources` are their paths, for coordinators only.
    """

    measure: str
    done: int
    whole: int
    percent: int | None
    files: int
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The programme in its own words, and for whom and as of when this site is made.

    `smallest` is the size of the smallest group of which a number is shown. `id` never changes: what outlives a new
    name or host is made from it.
    """

    id: str
    audience: Audience
    as_of: date
    name: str
    purpose: str
    organisation: str
    not_for: tuple[str, ...]
    language: str
    timezone: str
    mentor: str
    mentee: str
    sponsor: Someone
    coordinators: tuple[Someone, ...]
    support: Someone
    url: str | None
    repository: str | None
    branch: str
    forge: str
    edit: bool
    rhythm: str
    length: str
    sessions: int
    smallest: int = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody offers or wants in an area."""

    area: Link
    note: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A participant's page."""

    address: str
    name: str
    role: str
    department: str
    timezone: str
    languages: tuple[str, ...]
    offers: tuple[Wish, ...]
    wants: tuple[Wish, ...]
    interests: tuple[str, ...]
    posts: tuple[Link, ...]
    pairs: tuple[Link, ...]
    places_free: int | None
    source: str | None


@dataclass(frozen=True, slots=True)
class AreaView:
    """A focus area with what belongs to it. `balance` is None where a side is too small to show."""

    address: str
    id: str
    title: str
    why: str
    offering: tuple[tuple[Someone, str], ...]
    wanting: tuple[tuple[Someone, str], ...]
    balance: int | None
    roadmaps: tuple[Link, ...]
    posts: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A post in a list."""

    address: str
    title: str
    date: date
    kind: str
    visibility: str
    summary: str
    author: Someone
    minutes: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An entry of the "you said, we did" ledger."""

    what: str
    on: date
    state: str
    owner: Someone
    post: Link
    area: str | None
    pair: Link | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post's page; its thread and neighbours only where this audience may see them."""

    card: Card
    body: Body
    thread: Link | None
    step: Link | None
    tags: tuple[str, ...]
    change: ChangeView | None
    answers: Link | None
    replies: tuple[Card, ...]
    earlier: Link | None
    later: Link | None
    source: str | None
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A pair's thread: the posts this audience may read, oldest first."""

    address: str
    pair: Link
    mentor: Someone
    mentee: Someone
    cohort: str
    areas: tuple[Link, ...]
    posts: tuple[Card, ...]
    offers: tuple[Offer, ...] = ()


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
class StoryView:
    """A story both approved; its pair where this audience has a page of it."""

    card: Card
    pair: Link | None
    change: ChangeView | None


@dataclass(frozen=True, slots=True)
class Served:
    """One side of a pair that closed well; sessions and skills only where its progress may be shown."""

    role: str
    partner: Someone
    areas: tuple[str, ...]
    sessions: int | None
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate of one person in one cohort: what they took part in, and no judgement of it.

    `public` says that the organisation's site has it too, so that anybody there can verify it.
    """

    address: str
    name: str
    profile: str
    cohort: Link
    starts: date | None
    ends: date | None
    parts: tuple[Served, ...]
    public: bool


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a pair's term in one state, its first and last day included."""

    state: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair's page, as far as its `publish` and the audience allow."""

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


@dataclass(frozen=True, slots=True)
class ItemView:
    """A part of an agenda; who leads it and its text only where the agreement opens them."""

    kind: str
    minutes: int
    lead: str | None
    text: str | None
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class ActionView:
    """A promise; only its state where the agreement does not open it. `age` in days is positive when late."""

    owner: str
    text: str | None
    due: date | None
    status: str
    age: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The two takeaways: a text, "withheld", or nothing given."""

    mentor: str | None
    mentee: str | None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session of a room, as far as the pair's confidentiality opens it inside the cohort."""

    address: str
    number: int
    start: datetime
    length: int
    status: str
    template: Link
    purpose: str | None
    step: Link | None
    items: tuple[ItemView, ...]
    mentor_share: int | None
    prepare: Mapping[str, tuple[str, ...]] | None
    actual: int | None
    takeaways: Kept | None
    actions: tuple[ActionView, ...]
    next: date | None
    closing: bool
    source: str | None
    offers: tuple[Offer, ...] = ()
    moved: int = 0


@dataclass(frozen=True, slots=True)
class RoomView:
    """A pair's workspace (cohort and coordinators only)."""

    address: str
    pair: Link
    mentor: Someone
    mentee: Someone
    terms: Terms | None
    upcoming: SessionView | None
    sessions: tuple[SessionView, ...]
    carried: tuple[ActionView, ...]
    opened: str
    sealed: int
    offers: tuple[Offer, ...] = ()


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
    """A curated path. `used_by` is None where too few pairs follow it to say so."""

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


@dataclass(frozen=True, slots=True)
class AgendaView:
    """An agenda template."""

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
    """One wave of a cohort's survey (coordinators only); `cohort` is its id."""

    cohort: str
    on: date
    wave: str
    invited: Mapping[str, int | None]
    answered: Mapping[str, int | None]
    items: tuple[PulseItem, ...]


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
