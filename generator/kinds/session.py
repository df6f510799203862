"""`pairs/<cohort>/<pair>/sessions/<nn>.yml`: the agenda before a session, the record after it."""

import datetime as dt
from functools import cached_property
from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Id, ItemKind, Lead, Length, Moment, Next, Owned, Text, TwoIds, Whole

RECORD = ("actual", "takeaways", "actions", "next")
"""What is written once a session was held; where it was not, there is only the reason."""
OUTCOME = (*RECORD, "reason")


class Item(Model):
    """One part of an agenda."""

    item: Text = words("what it is about", to="cohort")
    minutes: Whole = fact("how long", to="cohort", example="10", ge=1, le=480)
    lead: Lead = fact("who leads", to="cohort")
    kind: ItemKind = fact("what is done", to="cohort")


class Prepare(Model):
    """What each side does beforehand."""

    mentor: tuple[Text, ...] = words("for the mentor", to="cohort", default=())
    mentee: tuple[Text, ...] = words("for the mentee", to="cohort", default=())


class Takeaways(Model):
    """The sentence each side chose to keep, or `withheld`."""

    mentor: Text | None = words("the mentor's", to="cohort", default=None, max_length=280)
    mentee: Text | None = words("the mentee's", to="cohort", default=None, max_length=280)


class Action(Model):
    """A promise: owner, verb, date (ACT001 judges that they are there)."""

    id: Id = fact("unique within the pair", to="cohort", example="a1")
    owner: Owned = fact("mentor or mentee, never both", to="cohort", default=None, example="mentee")
    action: Text | None = words("what will be done", to="cohort", default=None)
    due: Day | None = fact("by when", to="cohort", default=None)
    status: Literal["open", "done", "dropped"] = fact("open, done or dropped", to="cohort")
    done_on: Day | None = fact("when it was done", to="cohort", default=None)


class Session(Model):
    """One planned conversation of a pair's room."""

    date: Moment = fact("local start, in the programme's zone", to="cohort", example="2026-09-21 15:00")
    length: Length = fact("planned length", to="cohort", example="60 min")
    status: Literal["planned", "held", "cancelled", "missed"] = fact("planned, held, cancelled or missed", to="cohort")
    moved: Whole | None = fact("how often the date moved", to="cohort", default=None, ge=0, le=99)
    template: Id = fact("agenda template", to="cohort", example="standard")
    purpose: Text = words("what this session is for", to="cohort")
    step: TwoIds | None = fact("roadmap/step", to="cohort", default=None)
    agenda: tuple[Item, ...] = fact("the parts", to="cohort", default=())
    prepare: Prepare | None = fact("what each side prepares", to="cohort", default=None)
    actual: Length | None = fact("how long it really took", to="cohort", default=None)
    takeaways: Takeaways | None = fact("what each side keeps", to="cohort", default=None)
    actions: tuple[Action, ...] | None = fact("promises (0 to 4)", to="cohort", default=None)
    next: Next | None = fact("day of the next session, or `closing`", to="cohort", default=None)
    reason: Literal["clash", "illness", "leave", "travel", "technology", "other"] | None = words(
        "why it was not held: a category, never who", to="never", default=None
    )

    @cached_property
    def day(self) -> dt.date:
        """Give the day it is planned for, or was held on."""
        return self.date.date()

    @property
    def planned(self) -> dt.timedelta:
        """Give the sum of the agenda's minutes."""
        return dt.timedelta(0, 60 * sum([item.minutes for item in self.agenda]))

    @property
    def recorded(self) -> frozenset[str]:
        """Name what is written of the record, or of the reason there is none; a key without a value is not."""
        values = self.__dict__
        return frozenset([name for name in OUTCOME if values[name] is not None])


KIND = kind(
    "session",
    "a session",
    shape="pairs/<cohort>/<pair>/sessions/<nn>.yml",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/(?P<pair>{slug})/sessions/(?P<nn>\d\d)\.yml",
    near=r"pairs/(?!people/)[^/]+/[^/]+/sessions?/[^/]+\.(?:ya?ml|YA?ML)",
    model=Session,
)
