"""`pairs/<cohort>/<pair>/notes/<date>.md`: a sealed note of a room, for its two members only."""

from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Id, Owned, Text, Whole


class RoomNote(Model):
    """The readable head of a sealed note: the same six keys as a sealed post."""

    title: Text = words("always `sealed`", to="never", example="sealed")
    date: Day = fact("the day, as in the file name", to="never")
    author: Id = fact("person id of a member", to="never")
    kind: Literal["reflection", "experiment", "win", "question", "recap", "story"] = fact("what it is", to="never")
    visibility: Owned = fact("always `pair`", to="never", default=None, example="pair")
    minutes: Whole = fact("reading time", to="never", ge=1, le=480)


KIND = kind(
    "room-note",
    "a room note",
    shape="pairs/<cohort>/<pair>/notes/<date>.md",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/(?P<pair>{slug})/notes/(?P<date>{day})\.md",
    near=r"pairs/(?!people/)[^/]+/[^/]+/notes?/[^/]+\.(?:md|markdown|MD)",
    model=RoomNote,
    front=True,
    dated=True,
)
