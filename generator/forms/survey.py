"""Answers of a survey: which column is which, what a cell says, and nothing that leaves this module but counts.

Columns are found by the words of the questions, or named by their place. Whatever else an export holds (times, names,
addresses, comments) is never looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.forms.answers import UnfitError
from generator.kinds.pulse import QUESTIONS, Item

SIDE = "side"
Rows = Sequence[Sequence[str]]
_HEADS = 3
"""Rows that may hold the questions: some tools put short names above them."""
_LEADING = re.compile(r"\s*(\d)(?:[.,]0+)?(?!\d)")
_AGREES = {
    "strongly disagree": 1, "disagree": 2, "neutral": 3, "neither agree nor disagree": 3, "undecided": 3,
    "agree": 4, "strongly agree": 5,
}  # fmt: skip
_YES = frozenset("yes y true 1 ja oui si sim".split())
_NO = frozenset("no n false 0 nein non nee nao".split())
_COLUMN = re.compile(r"([a-z]+)=(\d{1,4}|[A-Z]{1,2})")


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of one side, by item, and how many people gave at least one."""

    people: int
    items: Mapping[Item, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of both sides, and how many rows told neither side nor answer."""

    sides: Mapping[str, Answered]
    left_out: int


def folded(text: str) -> str:
    """Give a text without case, accents and punctuation, to compare words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return " ".join(kept.split())


def named(text: str) -> dict[str, int]:
    """Read `side=2,speak=C`: columns by number from 1, or by letter as in a spreadsheet."""
    found: dict[str, int] = {}
    for part in text.replace(" ", "").split(","):
        match = _COLUMN.fullmatch(part)
        if match is None or match[1] not in {SIDE, *QUESTIONS} or _place(match[2]) < 0:
            message = f"columns such as `side=2,speak=3` or `side=B,speak=C`; items are {', '.join(QUESTIONS)}"
            raise UnfitError(message)
        found[match[1]] = _place(match[2])
    return found


def _place(text: str) -> int:
    if text.isdigit():
        return int(text) - 1
    place = 0
    for letter in text:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def columns(rows: Rows, given: Mapping[str, int], sides: Mapping[str, str]) -> tuple[dict[str, int], int]:
    """Find the column of the side and of each item, and the row below the questions.

    `given` are columns named by hand, `sides` the programme's own words. Raises `UnfitError`, which names columns by
    number only: what stands in a first row may be an answer.
    """
    for head in range(min(_HEADS, len(rows))):
        found = {**_found(rows[head], sides, given), **given}
        if SIDE in found and len(found) > 1:
            return found, head + 1
    asked = "the first row holds the questions as the handbook words them, or `--columns` says where they stand"
    message = f"one column that tells the side and one with a question of the pulse: {asked}"
    raise UnfitError(message)


def _found(head: Sequence[str], sides: Mapping[str, str], given: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(map(folded, head)):
        name = _meant(cell, sides)
        if name is None or name in given:
            continue
        if name in found:
            both = f"{found[name] + 1} and {at + 1} both ask it"
            message = f"one column for `{name}`: {both}; `--columns {name}=N` settles it"
            raise UnfitError(message)
        found[name] = at
    return found


def _meant(cell: str, sides: Mapping[str, str]) -> str | None:
    """Say what a column asks: the longest question in it, or the side; `None` for all other columns."""
    asked = [(name, folded(question.words)) for name, question in QUESTIONS.items()]
    near = [(len(words), name) for name, words in asked if words in cell]
    if near:
        return max(near)[1]
    tokens = set(cell.split())
    both = all(folded(word) in cell for word in sides.values()) or {"mentor", "mentee"} <= tokens
    return SIDE if both or tokens & {"side", "role"} else None


def tally(rows: Rows, places: Mapping[str, int], sides: Mapping[str, str]) -> Tally:
    """Count the answers of each side; a row that tells no side or has no answer is left out."""
    words = {side: {folded(word), side, *more} for (side, word), more in zip(sides.items(), _MORE, strict=True)}
    items: dict[str, dict[Item, list[int]]] = {side: {} for side in sides}
    people, left_out = dict.fromkeys(sides, 0), 0
    for row in rows:
        side = _side(_cell(row, places[SIDE]), words)
        answers = [(item, value) for item in QUESTIONS if (value := _answer(row, places, item)) is not None]
        if side is None or not answers:
            left_out += 1
            continue
        people[side] += 1
        for item, value in answers:
            items[side].setdefault(item, []).append(value)
    return Tally({side: Answered(people[side], _settled(items[side])) for side in sides}, left_out)


_MORE = (frozenset({"junior"}), frozenset({"senior", "leader"}))
"""Other words for the mentor and for the mentee."""


def _settled(items: Mapping[Item, Iterable[int]]) -> dict[Item, tuple[int, ...]]:
    return {item: tuple(values) for item, values in items.items()}


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _side(cell: str, words: Mapping[str, Iterable[str]]) -> str | None:
    """Tell the side of a cell; one that names both or neither tells none."""
    said = f" {folded(cell)} "
    found = [side for side, known in words.items() if any(f" {word} " in said for word in known if word)]
    return found[0] if len(found) == 1 else None


def _answer(row: Sequence[str], places: Mapping[str, int], item: Item) -> int | None:
    """Read an answer; what cannot be read was not answered."""
    if item not in places:
        return None
    cell = _cell(row, places[item])
    if QUESTIONS[item].yes_or_no:
        word = folded(cell).partition(" ")[0]
        return 1 if word in _YES else 0 if word in _NO else None
    number = _LEADING.match(cell)
    value = int(number[1]) if number else _AGREES.get(folded(cell))
    return value if value is not None and 1 <= value <= 5 else None  # noqa: PLR2004 - the scale of every such item
