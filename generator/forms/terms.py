"""What two people agree on and where they stand: agreement, signatures, goals and history, put into a pair's file.

Comments and layout of the file stay as they are; what a change may say, the rules judge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.forms import pair
from generator.forms.draft import Draft, given, slug
from generator.kinds.pair import Pair
from generator.programme import Entry, Programme
from generator.source import edit

BY_COORDINATOR = frozenset({"declined", "expired", "ended_early", "re_matched"})
"""An end is always written by a coordinator, so that no file says which side wanted it (PAI013)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pair's lifecycle; `successor` is the pair that follows a re-matched one."""

    state: str
    on: dt.date
    reason: str | None = None
    until: dt.date | None = None
    successor: str | None = None


def moved(entry: Entry[Pair], step: Step) -> Draft:
    """Draft the pair's file with one more step in its history.

    Raises:
        edit.NotEditableError: the file is written in a way that cannot be changed safely.
    """
    by = "coordinator" if step.state in BY_COORDINATOR else "both"
    data = {"state": step.state, "on": step.on, "by": by, "reason": step.reason, "until": step.until}
    text = edit.append(entry.document.text, ("history",), given(data))
    if step.successor is not None:
        text = edit.put(text, ("superseded_by",), step.successor)
    return Draft(entry.path, text, entry.document.text)


def agreed(programme: Programme, entry: Entry[Pair], choices: Mapping[str, Any]) -> Draft:
    """Draft the pair's file with its agreement, unsigned: the choices, and the guarded defaults of all else.

    The agreement that waited as comments is taken out, where it stands as it was written.

    Raises:
        edit.NotEditableError: the file is written in a way that cannot be changed safely.
    """
    waiting = "".join(f"# {note}\n" for note in pair.notes(programme, entry.parts["cohort"]))
    terms = {key: value for key, value in pair.terms(programme, entry.parts["cohort"]).items() if key != "signed"}
    text = edit.put(entry.document.text.replace(waiting, ""), ("agreement",), {**terms, **choices})
    return Draft(entry.path, text, entry.document.text)


def signed(entry: Entry[Pair], side: str, on: dt.date) -> Draft:
    """Draft the pair's file with the day on which one side signed its agreement.

    Raises:
        edit.NotEditableError: the file is written in a way that cannot be changed safely.
    """
    text, key = entry.document.text, ("agreement", "signed")
    signed_by = entry.item.agreement and entry.item.agreement.signed
    if signed_by and (signed_by.mentor or signed_by.mentee):
        return Draft(entry.path, edit.put(text, (*key, side), on), text)
    return Draft(entry.path, edit.put(text, key, {side: on}), text)


def aimed(entry: Entry[Pair], side: str, goal: str, sign: str) -> Draft:
    """Draft the pair's file with one more goal, open and not begun; its id comes from its words.

    Raises:
        edit.NotEditableError: the file is written in a way that cannot be changed safely.
    """
    data = {"id": _free_id(entry.item, goal), "side": side, "goal": goal, "sign": sign, "state": "open", "progress": 0}
    return Draft(entry.path, edit.append(entry.document.text, ("goals",), data), entry.document.text)


def _free_id(found: Pair, goal: str) -> str:
    """Make an id from the first words of a goal; a number makes it differ from those that are there."""
    taken = {each.id for each in found.goals}
    name = slug(" ".join(goal.split()[:_WORDS])) or "goal"
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in numbered if each not in taken)


_WORDS = 5
