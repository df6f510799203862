"""`pairs/<cohort>/pulse/<date>.yml`: aggregates of a survey that passed suppression, and nothing else."""

from __future__ import annotations

from generator.kinds.base import Model, fact, kind
from generator.kinds.values import Id, Number, Text, Whole


class Sides(Model):
    """A count of each side."""

    mentor: Whole = fact("mentors", to="coordinators", ge=0)
    mentee: Whole = fact("mentees", to="coordinators", ge=0)


class Mean(Model):
    """An item's aggregate on one side."""

    n: Whole = fact("answers counted", to="coordinators", ge=0)
    mean: Number = fact("mean of the answers", to="coordinators")


class Result(Model):
    """An item's aggregates; a side that was too small is left out."""

    mentor: Mean | None = fact("mentors", to="coordinators", default=None)
    mentee: Mean | None = fact("mentees", to="coordinators", default=None)


class Pulse(Model):
    """One wave of the survey."""

    wave: Text = fact("which wave", to="coordinators", example="day 30")
    invited: Sides = fact("how many were asked", to="coordinators")
    answered: Sides = fact("how many answered", to="coordinators")
    items: dict[Id, Result] = fact("item: its aggregates", to="coordinators")


KIND = kind(
    "pulse",
    "a pulse",
    shape="pairs/<cohort>/pulse/<date>.yml",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/pulse/(?P<date>{day})\.yml",
    near=r"pairs/(?!people/)[^/]+/pulse/[^/]+\.(?:ya?ml|YA?ML)",
    model=Pulse,
)
