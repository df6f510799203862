"""A planned session becomes a held one; what was promised earlier is settled in its own file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.forms import answers, session
from generator.forms.draft import Draft
from generator.kinds.session import Session
from generator.kinds.values import Day, Next
from generator.programme import Entry, Programme
from generator.source import edit, emit
from generator.source.durations import as_text

WITHHELD = "withheld"
NONE = "none"
LONGEST = 280
_PROMISE = re.compile(r"\s*(?P<owner>\w+)\s*:\s*(?P<action>.+?)[\s,]+by\s+(?P<due>\S+)\s*", re.DOTALL)
_NUMBERED = re.compile(r"a(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Promise:
    """A new action: who, what, by when."""

    owner: str
    action: str
    due: dt.date


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a session."""

    actual: dt.timedelta
    mentor: str
    mentee: str
    promises: tuple[Promise, ...]
    next: dt.date | str


def promise(text: str) -> Promise:
    """Read an action written as `mentee: write the note by 2026-08-01`."""
    found = _PROMISE.fullmatch(text)
    if found is None or found["owner"] not in ("mentor", "mentee"):
        message = "an action such as `mentee: write the note by 2026-08-01`, owned by `mentor` or `mentee`"
        raise answers.UnfitError(message)
    return Promise(found["owner"], answers.words()(found["action"]), answers.value(Day)(found["due"]))


def promises(text: str) -> tuple[Promise, ...]:
    """Read several actions with semicolons between them; `none` is none."""
    return tuple(promise(part) for part in text.split(";") if part.strip() not in ("", NONE))


def following(text: str) -> dt.date | str:
    """Read what comes next: a day, or `closing`."""
    try:
        read: dt.date | str = answers.value(Next)(text)
    except answers.UnfitError as error:
        message = f"{error}, or `closing`"
        raise answers.UnfitError(message) from None
    return read


def waiting(programme: Programme, pair: str, as_of: dt.date) -> tuple[Entry[Session], ...]:
    """Give the planned sessions of a pair, those that are due first, the earliest first."""
    found = (each for each in programme.sessions.get(pair, ()) if each.item.status == "planned")
    return tuple(sorted(found, key=lambda each: (each.item.day > as_of, each.item.date, each.path)))


def drafts(
    programme: Programme, entry: Entry[Session], record: Record, settled: Mapping[str, str], as_of: dt.date
) -> tuple[Draft, ...]:
    """Draft the record, and every earlier file that holds an action which is settled now (id to `done` or `dropped`).

    Raises:
        edit.NotEditableError: a file is written in a way that cannot be changed safely.
    """
    texts = {entry.path: (entry.document.text, _recorded(programme, entry, record))}
    for holder, place, action in session.carried(programme, entry.pair):
        state = settled.get(action.id)
        if state is not None:
            before, text = texts.get(holder.path, (holder.document.text, holder.document.text))
            text = edit.put(text, ("actions", place, "status"), state)
            text = edit.put(text, ("actions", place, "done_on"), as_of) if state == "done" else text
            texts[holder.path] = (before, text)
    return tuple(Draft(path, text, before) for path, (before, text) in texts.items())


def _recorded(programme: Programme, entry: Entry[Session], record: Record) -> str:
    text = entry.document.text
    ids = new_ids(programme, entry.pair, len(record.promises))
    written = [
        {"id": name, "owner": each.owner, "action": each.action, "due": each.due, "status": "open"}
        for name, each in zip(ids, record.promises, strict=True)
    ]
    fields = {
        "status": "held",
        "actual": as_text(record.actual),
        "takeaways": {"mentor": record.mentor, "mentee": record.mentee},
        "actions": written,
        "next": record.next,
    }
    for name, value in fields.items():
        text = edit.put(text, (name,), value)
    return text


def new_ids(programme: Programme, pair: str, count: int) -> Iterable[str]:
    """Give ids that no action of the pair has: the numbers after the highest one."""
    taken = (action.id for each in programme.sessions.get(pair, ()) for action in each.item.actions or ())
    numbers = (int(found[1]) for name in taken if (found := _NUMBERED.fullmatch(name)))
    highest = max(numbers, default=0)
    return tuple(f"a{highest + at + 1}" for at in range(count))


def to_paste(number: int) -> str:
    """Give the text that turns a planned session into a held one, to be filled in by hand.

    Its action is named after the session, so that the id is new and tells nothing of other actions.
    """
    data: dict[str, Any] = {
        "status": "held",
        "actual": "55 min",
        "takeaways": {"mentor": WITHHELD, "mentee": WITHHELD},
        "actions": [{"id": f"s{number}-1", "owner": "mentee", "action": "…", "due": "YYYY-MM-DD", "status": "open"}],
        "next": "YYYY-MM-DD",
    }
    return emit.mapping(data)
