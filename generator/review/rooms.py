"""What a change does in the rooms: sessions planned, moved, held or not; actions; progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from generator.kinds.session import Session
from generator.programme import Programme
from generator.progress import roadmaps, sessions

_NOT_HELD = ("cancelled", "missed")


def rooms(base: Programme, head: Programme, as_of: date) -> Iterator[str]:
    """Say what a change does to sessions, actions and progress, pair by pair."""
    for pair in sorted({*base.sessions, *head.sessions}):
        before, after = _by_number(base, pair), _by_number(head, pair)
        for number in sorted({*before, *after}):
            if before.get(number) != after.get(number):
                yield f"session {int(number)} of {pair} {_happens(before.get(number), after.get(number))}"
        yield from _actions(pair, before, after)
        yield from _progress(pair, base, head, as_of)


def _by_number(programme: Programme, pair: str) -> dict[str, Session]:
    return {entry.parts["nn"]: entry.item for entry in programme.sessions.get(pair, ())}


def _happens(before: Session | None, after: Session | None) -> str:
    """Say what became of one session."""
    if after is None:
        return "is taken out"
    when = after.date.strftime("%Y-%m-%d %H:%M")
    if before is None or before.status != after.status:
        said = {"planned": f"is planned for {when}", "held": f"is recorded: held on {after.day}"}
        return said.get(after.status, f"is recorded as {after.status}")
    if before.date != after.date:
        return f"moves from {before.date:%Y-%m-%d %H:%M} to {when}"
    if before.agenda != after.agenda and after.status == "planned":
        return "has another agenda"
    return "is corrected" if after.status == "held" else "is changed"


def _actions(pair: str, before: Mapping[str, Session], after: Mapping[str, Session]) -> Iterator[str]:
    """Count the promises that were made, kept or dropped."""
    old, new = _status(before), _status(after)
    found = Counter("new" if name not in old else now for name, now in new.items() if old.get(name) != now)
    words = {"new": "new", "done": "done", "dropped": "dropped", "open": "opened again"}
    said = [f"{_counted(found[each])} {word}" for each, word in words.items() if found[each]]
    if said:
        yield f"{pair}: {', '.join(said)}"


def _status(found: Mapping[str, Session]) -> dict[str, str]:
    return {action.id: action.status for session in found.values() for action in session.actions or ()}


def _counted(number: int) -> str:
    return "1 action" if number == 1 else f"{number} actions"


def _progress(pair: str, base: Programme, head: Programme, as_of: date) -> Iterator[str]:
    """Say how far the pair was and is."""
    if pair not in base.pairs or pair not in head.pairs:
        return
    old, new = (sessions.held_of_planned(each, pair, as_of) for each in (base, head))
    if (old.done, old.whole) != (new.done, new.whole):
        yield f"{pair}: sessions held {old.done}/{old.whole} → {new.done}/{new.whole}"
    was, now = (roadmaps.coverage(each, pair, as_of) for each in (base, head))
    for name, share in now.items():
        earlier = was.get(name)
        if earlier and (earlier.done, earlier.whole) != (share.done, share.whole):
            yield f"{pair}: steps of {name} {earlier.done}/{earlier.whole} → {share.done}/{share.whole}"
