"""Actions: what somebody promised in a session (ACT)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from generator.kinds.session import Action, Session
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest
from generator.source.span import Span

SIDES = ("mentor", "mentee")


@rule("ACT001", "error")
def action_without_owner_verb_or_date(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Action that has no single owner, no words, no date, or the id of another.

    ## What it checks
    Each action has an `owner`, which is `mentor` or `mentee`, an `action` and a `due` date. Its `id` is
    unique among all sessions of the pair.

    ## Why it matters
    What two people own together is done by neither. A promise without a day is a wish, and one that
    shares its id with another cannot be followed from session to session.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    actions:
      - id: a4
        owner: both  # error: [ACT001]
        action: Collect five mistakes the assistant made on our shift.
        due: 2026-04-10
        status: open
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    actions:
      - id: a4
        owner: mentor
        action: Collect five mistakes the assistant made on our shift.
        due: 2026-04-10
        status: open
    ```
    """
    for sessions in programme.sessions.values():
        ids: list[str] = []
        for entry in sessions:
            for at, action in enumerate(entry.item.actions or ()):
                ids.append(action.id)
                if action.owner not in SIDES or action.action is None or action.due is None:
                    yield from _incomplete(entry, at, action)
        if len(taken := frozenset(ids)) < len(ids):
            yield from _repeated(sessions, taken)


def _incomplete(entry: Entry[Session], at: int, action: Action) -> Iterator[Finding]:
    """Name in one finding what is missing; an owner of neither side stands elsewhere, so it is another."""
    missing = [name for name in ("owner", "action", "due") if getattr(action, name) is None]
    if missing:
        span = entry.at("actions", at, "id")
        yield Finding(
            code="ACT001",
            severity="error",
            span=span,
            message=f"action `{action.id}` has no {' and no '.join(f'`{name}`' for name in missing)}",
            help=f"add {' and '.join(f'`{name}:`' for name in missing)}: one side, a promise, a day",
            key=f"actions[{action.id}]",
        )
    if action.owner is not None and action.owner not in SIDES:
        span, near = entry.at("actions", at, "owner"), nearest(action.owner, SIDES, 1)
        either = "write `owner: mentor` or `owner: mentee`; where both have to act, make it two actions"
        yield Finding(
            code="ACT001",
            severity="error",
            span=span,
            message=f"action `{action.id}` is not owned by one side",
            help=f"did you mean `{near[0]}`?" if near else either,
            key=f"actions[{action.id}].owner",
            related=(Related("expected `mentor` or `mentee`", span),),
            fix=Fix("unsafe", f"replace with `{near[0]}`", near[0]) if near else MANUAL,
        )


def _repeated(sessions: Sequence[Entry[Session]], taken: frozenset[str]) -> Iterator[Finding]:
    """Find each id that an earlier action of the pair has, and propose one that is free."""
    free = (name for name in map("a{}".format, count(1)) if name not in taken)
    first: dict[str, Span] = {}
    for entry in sessions:
        for at, action in enumerate(entry.item.actions or ()):
            span = entry.at("actions", at, "id")
            if (before := first.setdefault(action.id, span)) != span:
                yield Finding(
                    code="ACT001",
                    severity="error",
                    span=span,
                    message=f"two actions of this pair have the id `{action.id}`",
                    help=f"give this one an id of its own, such as `{next(free)}`",
                    key=f"actions[{action.id}].id",
                    related=(Related("the first", before),),
                )


@rule("ACT003", "error")
def action_whose_status_and_day_disagree(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Action that is done on no day, on an impossible one, or not done on some day.

    ## What it checks
    An action that is `done` has a `done_on`, not before the day of its session and not after today. One
    that is `open` or `dropped` has none.

    ## Why it matters
    Whether promises are kept is counted from these two fields. Where they disagree, one of them is wrong,
    and nobody can tell which.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/02.yml
    actions:
      - id: a3
        owner: mentee
        action: Ask who still opens the weekly report.
        due: 2026-03-10
        status: done  # error: [ACT003]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/02.yml
    actions:
      - id: a3
        owner: mentee
        action: Ask who still opens the weekly report.
        due: 2026-03-10
        status: done
        done_on: 2026-03-09
    ```
    """
    for sessions in programme.sessions.values():
        for entry in sessions:
            for at, action in enumerate(entry.item.actions or ()):
                if (action.status == "done") != (action.done_on is not None):
                    yield _disagreeing(entry, at, action)
                elif action.done_on is not None and not entry.item.day <= action.done_on <= as_of:
                    yield from _impossible(entry, at, action.done_on, as_of)


def _disagreeing(entry: Entry[Session], at: int, action: Action) -> Finding:
    """Point at what is there: the status that lacks its day, or the day that its status forbids."""
    status = entry.at("actions", at, "status")
    if action.done_on is None:
        span, message = status, f"action `{action.id}` is `done`, but has no `done_on`"
        remedy = "add `done_on:` with the day it was done, or set `status: open`"
    else:
        span = entry.at("actions", at, "done_on")
        message = f"action `{action.id}` is `{action.status}`, but has a `done_on`"
        remedy = "set `status: done`, or remove `done_on`"
    return Finding(
        code="ACT003",
        severity="error",
        span=span,
        message=message,
        help=remedy,
        key=f"actions[{action.id}].{'status' if action.done_on is None else 'done_on'}",
        related=() if action.done_on is None else (Related("its status", status),),
    )


def _impossible(entry: Entry[Session], at: int, done_on: date, as_of: date) -> Iterator[Finding]:
    """Hold a day against today and its session; a session that is still to come cannot say when it was."""
    name = entry.item.actions[at].id if entry.item.actions else ""
    if done_on > as_of:
        message, related = "on a day that is still to come", Related(f"judged as of {as_of.isoformat()}")
    elif entry.item.day <= as_of:
        message, related = "before its session", Related("the session", entry.at("date"))
    else:
        return
    yield Finding(
        code="ACT003",
        severity="error",
        span=entry.at("actions", at, "done_on"),
        message=f"action `{name}` is done {message}",
        help="correct `done_on`, or remove it and set `status: open`",
        key=f"actions[{name}].done_on",
        related=(related,),
    )
