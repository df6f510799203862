"""A pulse from answers: what may be stored of them, and the file that holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from generator import lifecycle
from generator.forms import draft
from generator.forms.answers import UnfitError
from generator.forms.survey import Tally
from generator.kinds.pulse import QUESTIONS, Item, Wave
from generator.policy import policy
from generator.programme import Programme
from generator.progress.groups import shown
from generator.progress.pulse import rounded

SIDES = ("mentor", "mentee")
WAVES: tuple[Wave, ...] = get_args(Wave)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pulse is made, and how many were asked on each side."""

    cohort: str
    on: date
    wave: str
    invited: Mapping[str, int]


def path(cohort: str, on: date) -> str:
    """Give the path of a pulse."""
    return f"pairs/{cohort}/pulse/{on.isoformat()}.yml"


def words(programme: Programme) -> dict[str, str]:
    """Give the programme's own word for each side."""
    own = programme.settings.item.words if programme.settings else None
    return {side: (getattr(own, side) if own else None) or side for side in SIDES}


def invited(programme: Programme, cohort: str, on: date) -> dict[str, int]:
    """Count the different people of each side whose pair had begun on a day; who has ended since is asked as well."""
    items = [
        entry.item
        for entry in programme.pairs.values()
        if entry.parts["cohort"] == cohort and lifecycle.was_active(entry.item, on)
    ]
    return {side: len({getattr(item, side) for item in items}) for side in SIDES}


def usual_wave(starts: date, ends: date, on: date) -> Wave:
    """Guess the wave from where a day stands in the cohort's time."""
    part = Fraction((on - starts).days, max(1, (ends - starts).days))
    if part < Fraction(1, 3):
        return "day 30"
    if part < Fraction(3, 4):
        return "mid-point"
    return "end" if (on - ends).days < 90 else "six months after"  # noqa: PLR2004 - half-way between the two waves


@dataclass(frozen=True, slots=True)
class Made:
    """A pulse as a file, and which questions are not in it since too few answered them."""

    draft: draft.Draft
    left_out: tuple[Item, ...]


def stored(programme: Programme, wanted: Wanted, tally: Tally) -> Made:
    """Draft the file, with what passes suppression and nothing else; raises `UnfitError` where nothing does.

    Sides are groups of one whole: where one is too small, the other could be had from a total that somebody knows, so
    the rule of small groups hides both (practice 5.6).
    """
    least = policy(programme).small_group
    for side in SIDES:
        if tally.sides[side].people > wanted.invited[side]:
            more = f"no more answers on the side of the {side} than people who were asked"
            message = f"{more}; say `--invited` if more were"
            raise UnfitError(message)
    sides = shown({side: tally.sides[side].people for side in SIDES}, least)
    items = {item: found for item in QUESTIONS if (found := _item(item, tally, sides, least))}
    if not items:
        message = f"at least {least} answers on a side, and none on the other or as many: of fewer nothing is stored"
        raise UnfitError(message)
    data: dict[str, Any] = {
        "wave": wanted.wave,
        "invited": {side: wanted.invited[side] for side in SIDES if side in sides},
        "answered": {side: tally.sides[side].people for side in SIDES if side in sides},
        "items": items,
    }
    answered = {item for side in SIDES for item in tally.sides[side].items}
    left_out = tuple(item for item in QUESTIONS if item in answered and item not in items)
    return Made(draft.yaml_file(path(wanted.cohort, wanted.on), "pulse", data), left_out)


def _item(item: Item, tally: Tally, sides: frozenset[str], least: int) -> dict[str, dict[str, Any]]:
    """Give the aggregates of an item on each side that may be shown."""
    values = {side: tally.sides[side].items.get(item, ()) for side in SIDES}
    may = shown({side: len(found) for side, found in values.items()}, least) & sides
    return {side: {"n": len(values[side]), "mean": _mean(item, values[side])} for side in SIDES if side in may}


def _mean(item: Item, values: Sequence[int]) -> Any:
    found = rounded(Fraction(sum(values), len(values)), item)
    return int(found) if found.denominator == 1 else float(found)


def told(made: Made, tally: Tally) -> tuple[str, ...]:
    """Say what is not in the file, in words that count nobody."""
    lines = [f"{item}: too few answers on a side, not stored" for item in made.left_out]
    lines += ["some rows told no side or held no answer, and were left out"] if tally.left_out else []
    return tuple(lines)
