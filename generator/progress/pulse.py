"""The pulse: what a survey outside of Git came to, for groups that are large enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.kinds.pulse import QUESTIONS, Item, Mean, Pulse
from generator.language import N_
from generator.progress.groups import shown
from generator.progress.value import Measure

SIDES = ("mentor", "mentee")

MEASURES = (
    Measure(
        id="pulse",
        name=N_("Pulse"),
        formula=(
            "for each question and side the mean of the answers from 1 to 5, rounded to a half, half up; of yes and no "
            "the share of yes, rounded to a quarter; a side with fewer than 5 answers is left out, and the other side "
            "with it, since what is hidden would be known from a total"
        ),
        reads="the aggregates in a cohort's pulse files; answers are in no file",
        blind="what anybody answered, and why; those who did not answer",
        example=(
            "Six mentors answer 5, 4, 4, 4, 5 and 3: 25 ÷ 6 = 4.17, shown as 4. Six mentees, two with yes: 2 ÷ 6 = "
            "0.33, shown as 25 %. Three mentees answer another question: nothing is stored of it on either side."
        ),
        reading="for coordinators only; our own wording, not validated, and no result about a person or a pair",
        source="usual in published programme guides; the questions and the rounding are our own choice",
    ),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An item on both sides; None where a side was too small or did not answer."""

    item: Item
    sides: Mapping[str, Mean | None]


def outcomes(pulse: Pulse, least: int) -> tuple[Outcome, ...]:
    """Give the items that may be shown, in the order of the questions.

    The files hold nothing under five; a programme that asks for more (`small_group`) hides more.
    """
    found = (Outcome(item, _shown(pulse, item, least)) for item in QUESTIONS if item in pulse.items)
    return tuple(each for each in found if any(each.sides.values()))


def rounded(mean: Fraction, item: Item) -> Fraction:
    """Give a mean as coarse as it may be known, half up: finer ones would tell of single answers."""
    step = QUESTIONS[item].step
    return int(mean / step + Fraction(1, 2)) * step


def _shown(pulse: Pulse, item: Item, least: int) -> dict[str, Mean | None]:
    given: dict[str, Mean | None] = {side: getattr(pulse.items[item], side) for side in SIDES}
    may = shown({side: each.n for side, each in given.items() if each is not None}, least)
    return {side: each if side in may else None for side, each in given.items()}
