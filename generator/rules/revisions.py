"""What a change may do to a session: a record is final, and a date that moves is counted (SES008, SES011)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.kinds.session import Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import also, rule
from generator.source.finding import MANUAL, Finding, Fix, Related

HAPPENED = frozenset({"held", "cancelled", "missed"})

Change = tuple[Entry[Session], Entry[Session]]
"""A session before the change and after it."""


@rule("SES008", "error")
def record_rewritten(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Record of a held session that is changed long after, or session that is planned again.

    ## What it checks
    Whoever proposes a change leaves the records alone of sessions held more than 14 days ago
    (`policy.final_after`): every field but `status`, `due` and `done_on` of an action, which go on. No session
    that was held, cancelled or missed becomes `planned` again, and no final record is removed.

    ## Why it matters
    A record is worth something because both know that it stays. A sentence improved months later is no longer
    what was said, and the rhythm of a pair is counted from days that do not move.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/01.yml
    actual: 60 min  # error: [SES008]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/01.yml
    actual: 65 min
    ```
    """
    within = policy(programme).final_after
    for before, after in _changes(programme, base):
        if before.item.status in HAPPENED and after.item.status == "planned":
            yield _planned_again(before, after)
        elif _is_final(before, within, as_of) and (changed := _rewritten(before.item, after.item)):
            yield _not_final(before, after, changed, as_of, within.days)
    for entry in _removed(programme, base):
        if _is_final(entry, within, as_of):
            yield _gone(programme, entry)


def _changes(programme: Programme, base: Programme) -> Iterator[Change]:
    """Give the sessions whose files a change has touched, in the order of their paths."""
    for name, sessions in programme.sessions.items():
        known = {each.id: each for each in base.sessions.get(name, ())}
        for after in sessions:
            before = known.get(after.id)
            if before is not None and before.document.text != after.document.text:
                yield before, after


def _removed(programme: Programme, base: Programme) -> Iterator[Entry[Session]]:
    """Give the last sessions of a room whose files are gone; one in between leaves a gap, which SES001 tells."""
    for name in programme.pairs:
        last = max((each.id for each in programme.sessions.get(name, ())), default="")
        for entry in base.sessions.get(name, ()):
            if entry.id > last and not programme.unread("session", entry.id):
                yield entry


def _is_final(entry: Entry[Session], within: timedelta, as_of: date) -> bool:
    return entry.item.status == "held" and entry.item.day + within < as_of


def _rewritten(before: Session, after: Session) -> str:
    """Name the first field that is not what it was; the empty text where nothing final is touched."""
    return next((each for each in Session.model_fields if _final(before, each) != _final(after, each)), "")


def _final(session: Session, field: str) -> Any:
    """Give what of a field is final: of an action its id, its owner and its words."""
    value = getattr(session, field)
    return [(each.id, each.owner, each.action) for each in value] if field == "actions" and value else value


def _planned_again(before: Entry[Session], after: Entry[Session]) -> Finding:
    status = before.item.status
    return Finding(
        code="SES008",
        severity="error",
        span=after.at("status"),
        message=f"the session was `{status}`, and is `planned` again",
        help=f"set `status: {status}` again, and plan another session in a file of its own",
        key="status",
    )


def _not_final(before: Entry[Session], after: Entry[Session], field: str, as_of: date, within: int) -> Finding:
    day = before.item.day
    return Finding(
        code="SES008",
        severity="error",
        span=after.key(field),
        message=f"`{field}` is changed {(as_of - day).days} days after the session was held; "
        f"a record is final after {within}",
        help="take the change back; what has become clear since belongs into the next session",
        key=field,
        related=(Related(f"held on {day.isoformat()}"),),
    )


def _gone(programme: Programme, entry: Entry[Session]) -> Finding:
    number = entry.parts["nn"]
    return Finding(
        code="SES008",
        severity="error",
        span=programme.pairs[entry.pair].document.top(),
        message=f"session {number}, held on {entry.item.day.isoformat()}, was removed; a record is final",
        help=f"put the file sessions/{number}.yml back as it was",
        key=f"sessions[{number}]",
    )


@rule("SES011", "warning")
def session_moved_too_often(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Planned session whose date moved more than twice, or moved without being counted.

    ## What it checks
    `moved` of a planned session is at most 2 (`policy.moves`). Whoever proposes a change that puts a planned
    session on another day adds 1 to `moved`; another hour of the same day is no move.

    ## Why it matters
    A date that moved three times is not a date. The number says nothing about who moved it, and it is the
    earliest sign that the time for each other is missing.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    moved: 3  # warning: [SES011]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    moved: 2
    ```
    """
    del as_of
    most = policy(programme).moves
    for sessions in programme.sessions.values():
        for entry in sessions:
            if entry.item.status == "planned" and (entry.item.moved or 0) > most:
                yield _too_often(entry, entry.item.moved or 0, most)


def _too_often(entry: Entry[Session], moved: int, most: int) -> Finding:
    times = "once" if moved == 1 else f"{moved} times"
    return Finding(
        code="SES011",
        severity="warning",
        span=entry.at("moved"),
        message=f"the date of the session moved {times}; {most} at most are expected",
        help="talk about what would make a date hold: a shorter session, another hour, another rhythm",
        key="moved",
    )


@also("SES011", "warning")
def move_not_counted(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Find planned sessions that a change puts on another day without adding to `moved`."""
    del as_of
    for before, after in _changes(programme, base):
        counted, expected = after.item.moved, (before.item.moved or 0) + 1
        planned = before.item.status == after.item.status == "planned"
        if planned and before.item.day != after.item.day and (counted or 0) < expected:
            yield Finding(
                code="SES011",
                severity="warning",
                span=after.at("date") if counted is None else after.at("moved"),
                message=f"the session moves from {before.item.day.isoformat()} to {after.item.day.isoformat()}, "
                "but `moved` does not count it",
                help=f"set `moved: {expected}`",
                key="moved",
                related=() if counted is None else (Related("the new day", after.at("date")),),
                fix=MANUAL if counted is None else Fix("unsafe", f"replace with `{expected}`", str(expected)),
            )
