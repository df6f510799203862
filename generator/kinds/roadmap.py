"""`content/roadmaps/<roadmap>.md`: a curated path whose every step has an outcome for both sides."""

from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Id, Owned, Text, Whole

_DIGITS = 4
"""Longer numbers are no minutes of anything, and Python refuses to read very long ones."""


class Step(Model):
    """One part of the path (ROA001 judges that it is complete)."""

    id: Id = fact("permanent id", to="organisation", example="first-real-task")
    title: Text = words("its title", to="organisation")
    minutes: Owned = fact("how long it takes, 15 to 180", to="organisation", default=None, example="60")
    prompts: tuple[Text, ...] = words("questions to open it (three at least)", to="organisation", default=())
    mentor: Text | None = words("what the mentor gains", to="organisation", default=None)
    mentee: Text | None = words("what the mentee gains", to="organisation", default=None)
    evidence: Text | None = words("what shows that it was done", to="organisation", default=None)
    after: tuple[Id, ...] = fact("steps that come before", to="organisation", default=())

    @property
    def length(self) -> int | None:
        """Give the minutes as a number; `None` where they cannot be read."""
        text = self.minutes or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


class Roadmap(Model):
    """A curated learning path."""

    title: Text = words("its title", to="organisation")
    focus_area: Id = fact("focus-area id", to="organisation")
    audience: Text = words("whom it is for", to="organisation")
    owner: Id = fact("person id of who keeps it", to="organisation")
    version: Whole = fact("counts its editions", to="organisation", ge=1)
    reviewed_on: Day = fact("last review", to="organisation")
    state: Literal["draft", "beta", "active", "retired"] = fact("draft, beta, active or retired", to="organisation")
    why_now: Text = words("why it matters now", to="organisation")
    risks: tuple[Text, ...] = words("what may go wrong", to="organisation", default=())
    steps: tuple[Step, ...] = fact("its steps", to="organisation", min_length=1)


KIND = kind(
    "roadmap",
    "a roadmap",
    shape="content/roadmaps/<roadmap>.md",
    place=r"content/roadmaps/(?P<roadmap>{slug})\.md",
    near=r"content/roadmaps/.+\.(?:md|markdown|MD)",
    model=Roadmap,
    front=True,
    published=True,
)
