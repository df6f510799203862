"""`pairs/<cohort>/<pair>/pair.yml`: why two people were matched, their agreement, goals and history."""

import datetime as dt
from functools import cached_property
from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Flag, Id, Length, Owned, Side, Text, Turn, TwoIds, Whole

State = Literal[
    "proposed", "accepted", "active", "paused", "completed",
    "declined", "expired", "ended_early", "re_matched",
]  # fmt: skip
Publish = Literal["nothing", "names", "progress"]
Mode = Literal["video", "in person", "mixed"]
Confidentiality = Literal["pair", "themes", "open"]
PROGRESS = ("0", "25", "50", "75", "100")
"""How far a goal may be, in per cent; a finer number would only look exact."""
WHOLE = "100"


class Matched(Model):
    """The decision and its recorded reason."""

    on: Day = fact("when the match was made", to="coordinators")
    reason: Text = words("why this pair", to="coordinators")
    shared_interests: tuple[Text, ...] = words("interests or dislikes of both", to="cohort", min_length=1)
    both_consulted: Flag = fact("both were asked before", to="coordinators", example="true")


class Entry(Model):
    """One step of the lifecycle; the last one is the state."""

    state: State = fact("the state entered", to="organisation")
    on: Day = fact("the day it was entered", to="cohort")
    by: Literal["mentor", "mentee", "both", "coordinator"] = fact(
        "who recorded it (ending: always coordinator)", to="coordinators"
    )
    reason: Text | None = words("a category", to="coordinators", default=None)
    until: Day | None = fact("end of a pause", to="coordinators", default=None)


class Signed(Model):
    """The days on which each side signed."""

    mentor: Day | None = fact("the mentor's day", to="cohort", default=None)
    mentee: Day | None = fact("the mentee's day", to="cohort", default=None)


class Cancel(Model):
    """How a session is cancelled and rebooked."""

    notice: Length = fact("least notice", to="cohort", example="24 h")
    rebook_within: Length = fact("time to rebook", to="cohort", example="14 days")


class Agreement(Model):
    """The working rules both signed; from `active` on every key is there (AGR001)."""

    version: Whole | None = fact("counts the signed wordings", to="cohort", default=None, ge=1)
    signed: Signed | None = fact("when each side signed", to="cohort", default=None)
    every: Length | None = fact("rhythm", to="cohort", default=None, example="30 days")
    length: Length | None = fact("length of a session", to="cohort", default=None, example="60 min")
    sessions: Whole | None = fact("planned sessions", to="organisation", default=None, ge=1, le=60)
    mode: Mode | None = fact("how they meet", to="cohort", default=None)
    agenda_owner: Turn | None = fact("who sets the agenda", to="cohort", default=None)
    booked_by: Turn | None = fact("who books", to="cohort", default=None)
    confidentiality: Confidentiality | None = fact("what may leave the room", to="cohort", default=None)
    exceptions: tuple[Text, ...] | None = words("where confidentiality ends", to="cohort", default=None)
    publish: Publish | None = fact("what the organisation's site may show", to="cohort", default=None)
    off_limits: tuple[Text, ...] | None = words("what is never discussed", to="never", default=None)
    feedback: Text | None = words("how hard feedback is given", to="coordinators", default=None)
    cancel: Cancel | None = fact("cancelling and rebooking", to="cohort", default=None)
    review_on: Day | None = fact("mid-point review", to="cohort", default=None)
    ends: Day | None = fact("last day of the term", to="cohort", default=None)


class Goal(Model):
    """What a side wants to be different, and how both will know."""

    id: Id = fact("id, never removed", to="cohort")
    side: Side = fact("whose goal", to="organisation")
    goal: Text = words("what shall be different", to="cohort")
    sign: Text = words("how both will know", to="cohort")
    state: Owned = fact("open, reached, closer, reframed, dropped", to="organisation", default=None)
    progress: Owned = fact("0, 25, 50, 75 or 100", to="cohort", default=None)


class Skipped(Model):
    """A roadmap step left out on purpose."""

    step: TwoIds = fact("roadmap/step", to="organisation")
    why: Text = words("why", to="cohort")


class Pair(Model):
    """One mentor and one mentee for one term."""

    mentor: Id = fact("person id of the junior person", to="organisation", example="p-031")
    mentee: Id = fact("person id of the senior leader", to="organisation", example="p-010")
    focus: tuple[Id, ...] = fact("focus-area ids", to="organisation", min_length=1)
    roadmaps: tuple[Id, ...] = fact("roadmap ids the pair follows", to="organisation", default=())
    match: Matched = fact("why this pair", to="coordinators")
    history: tuple[Entry, ...] = fact("the lifecycle", to="coordinators", min_length=1)
    agreement: Agreement | None = fact("the signed working rules", to="cohort", default=None)
    goals: tuple[Goal, ...] = fact("goals of both sides", to="cohort", default=())
    skipped: tuple[Skipped, ...] = fact("steps left out on purpose", to="organisation", default=())
    continues: TwoIds | None = fact("the pair this one follows", to="coordinators", default=None)
    superseded_by: TwoIds | None = fact("the pair that follows this one", to="coordinators", default=None)

    @cached_property
    def steps(self) -> tuple[tuple[dt.date, State], ...]:
        """Give the history as days and states alone: rules ask for them again and again."""
        return tuple([(entry.on, entry.state) for entry in self.history])

    @property
    def members(self) -> tuple[str, str]:
        """Give the ids of the mentor and the mentee."""
        return self.mentor, self.mentee


KIND = kind(
    "pair",
    "a pair",
    shape="pairs/<cohort>/<pair>/pair.yml",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/(?P<pair>{slug})/pair\.yml",
    near=r"pairs/(?!people/)[^/]+/[^/]+/[^/]*[Pp]air[^/]*\.(?:ya?ml|YA?ML)|pairs/(?!people/)[^/]+/pair\.ya?ml",
    model=Pair,
)
