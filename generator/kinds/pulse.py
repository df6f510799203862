"""`pairs/<cohort>/pulse/<date>.yml`: aggregates of a survey that passed suppression, and nothing else.

No answer, no comment, no count under five fits into such a file: its keys and waves are closed sets, and a side that
was too small is left out. Findings quote no count and no mean; they have more readers than the coordinators' site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Number, Whole
from generator.language import N_

LEAST = 5
"""Fewer answers than these are never stored; a programme may ask for more, not for less (`policy.small_group`)."""

Item = Literal["speak", "time", "learning", "acts", "support", "call", "substantial", "again", "match"]
Wave = Literal["day 30", "mid-point", "end", "six months after"]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and whether with yes or no instead of 1 to 5."""

    words: str
    yes_or_no: bool = False

    @property
    def step(self) -> Fraction:
        """Give what a mean is rounded to, so that no single answer can be had from it."""
        return Fraction(1, 4) if self.yes_or_no else Fraction(1, 2)

    @property
    def span(self) -> tuple[int, int]:
        """Give the least and the largest mean there can be."""
        return (0, 1) if self.yes_or_no else (1, 5)


QUESTIONS: Mapping[Item, Question] = MappingProxyType(
    {
        "speak": Question(N_("I can say what I think here")),
        "time": Question(N_("My time was well used")),
        "learning": Question(N_("I learned something I will use")),
        "acts": Question(N_("My partner acts on what we discuss")),
        "support": Question(N_("I would tell the support contact if something were wrong")),
        "call": Question(N_("Would you like a call?"), yes_or_no=True),
        "substantial": Question(N_("Did you learn substantially?"), yes_or_no=True),
        "again": Question(N_("Would you take part again?"), yes_or_no=True),
        "match": Question(N_("We were well matched")),
    }
)
"""The pulse in our own words, not validated: the first six of every wave, the others of a mid-point or an end."""


class Sides(Model):
    """A count of each side; one under five is left out."""

    mentor: Whole | None = words("mentors; left out where fewer than 5", to="coordinators", default=None, ge=LEAST)
    mentee: Whole | None = words("mentees; left out where fewer than 5", to="coordinators", default=None, ge=LEAST)


class Mean(Model):
    """An item's aggregate on one side."""

    n: Whole = words("answers counted, 5 or more", to="coordinators", ge=LEAST)
    mean: Number = words("mean of the answers, rounded: of yes and no the share of yes", to="coordinators", ge=0, le=5)


class Result(Model):
    """An item's aggregates; a side that was too small is left out."""

    mentor: Mean | None = fact("mentors", to="coordinators", default=None)
    mentee: Mean | None = fact("mentees", to="coordinators", default=None)


class Pulse(Model):
    """One wave of the survey."""

    wave: Wave = fact("which wave", to="coordinators", example="day 30")
    invited: Sides = fact("how many were asked", to="coordinators")
    answered: Sides = fact("how many answered", to="coordinators")
    items: dict[Item, Result] = fact("item: its aggregates", to="coordinators")


KIND = kind(
    "pulse",
    "a pulse",
    shape="pairs/<cohort>/pulse/<date>.yml",
    place=r"pairs/(?!people/)(?P<cohort>{slug})/pulse/(?P<date>{day})\.yml",
    near=r"pairs/(?!people/)[^/]+/pulse/[^/]+\.(?:ya?ml|YA?ML)",
    model=Pulse,
)
