"""The steps of a pair that two people take together: accepted, active, completed (PAI)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.progress import sessions
from generator.progress.activity import active_days
from generator.rules import plans, rule
from generator.source.finding import Finding, Fix, Related


@rule("PAI010", "error")
def pair_accepted_without_being_asked(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair that was accepted by one side only, or without having been consulted.

    ## What it checks
    An entry `accepted` says `by: both`, and `match.both_consulted` is `true`. What else `accepted` needs,
    the levels and the reporting lines, has codes of its own: PAI001 to PAI004.

    ## Why it matters
    A say in the match is what best predicts that it will be a good one, for both. A junior who was merely
    told has no way to say no to a leader.

    ## Example
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: accepted
        on: 2026-03-30
        by: coordinator  # error: [PAI010]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: accepted
        on: 2026-03-30
        by: both
    ```
    """
    for entry in programme.pairs.values():
        for number, step in enumerate(lifecycle.sound(entry.item, as_of)):
            if step.state == "accepted" and step.by != "both":
                yield _by_one(entry, number)
            if step.state == "accepted" and not entry.item.match.both_consulted:
                yield _not_consulted(entry, number)


def _by_one(entry: Entry[Pair], number: int) -> Finding:
    span = entry.at("history", number, "by")
    return Finding(
        code="PAI010",
        severity="error",
        span=span,
        message=f"`accepted` is given by `{entry.item.history[number].by}`, not by both",
        help="write `by: both` once both have said yes, or leave out the entry until then",
        key=f"history[{number}].by",
        related=(Related("expected `both`", span),),
        fix=Fix("unsafe", "replace with `both`", "both"),
    )


def _not_consulted(entry: Entry[Pair], number: int) -> Finding:
    return Finding(
        code="PAI010",
        severity="error",
        span=entry.at("match", "both_consulted"),
        message="the pair is `accepted`, but not both were consulted",
        help="ask both, each alone, and then write `both_consulted: true`",
        key="match.both_consulted",
        related=(Related("`accepted`", entry.at("history", number, "state")),),
    )


@rule("PAI011", "error")
def pair_that_begins_or_ends_unprepared(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair that became active without a first session, or was completed without an ending.

    ## What it checks
    Once a pair is `active`, session 01 has a file, and is dated within 21 days (pauses left out,
    `policy.first_session_within`). A `completed` pair has held `defaults.minimum_sessions` of its sessions
    at least; one of the held ones is made from a template of stage `closing`, says `next: closing` and has
    a takeaway of each side, or `withheld` (`policy.closing_required`); and no action is `open`. The
    agreement has codes of its own, AGR001 and AGR002, and so have the goals, GOA003.

    ## Why it matters
    A pair without a first date is a good intention. And an ending is part of the work: what was promised
    is kept or let go, and each side says what it takes along.

    ## Example
    ```yaml pairs/2025-autumn/pair-01/sessions/03.yml
    actions:
      - id: a3
        owner: mentee
        action: Publish which promises of the spring were kept.
        due: 2025-11-21
        status: open
    ```
    ```yaml pairs/2025-autumn/pair-01/pair.yml
    history:
      - state: proposed
        on: 2025-09-01
        by: coordinator
      - state: accepted
        on: 2025-09-04
        by: both
      - state: active
        on: 2025-09-08
        by: both
      - state: completed  # error: [PAI011]
        on: 2025-12-01
        by: both
    ```

    ## Instead
    ```yaml pairs/2025-autumn/pair-01/sessions/03.yml
    actions:
      - id: a3
        owner: mentee
        action: Publish which promises of the spring were kept.
        due: 2025-11-21
        status: dropped
    ```
    """
    within = policy(programme).first_session_within
    for entry in programme.pairs.values():
        steps = [step.state for step in lifecycle.sound(entry.item, as_of)]
        if "active" in steps:
            yield from _beginning(programme, entry, steps, within)
        if "completed" in steps and (lacks := tuple(_lacks(programme, entry))):
            yield _without_an_ending(entry, steps.index("completed"), lacks)


def _beginning(programme: Programme, entry: Entry[Pair], steps: Sequence[str], within: timedelta) -> Iterator[Finding]:
    """Look for session 01: SES001 says where the numbers start later, SES002 where a date is before the term.

    Where it never came and the pair has ended, nobody can plan it any more.
    """
    number, first = steps.index("active"), f"{entry.id}/01"
    room = programme.sessions.get(entry.id, ())
    if not room and steps[-1] in lifecycle.OPEN and not programme.unread("session", first):
        yield _no_first_session(entry, number, within)
    elif room and room[0].id == first and active_days(entry.item, room[0].item.day) > within.days:
        yield _late(entry, number, room[0], within)


def _no_first_session(entry: Entry[Pair], number: int, within: timedelta) -> Finding:
    span = entry.at("history", number, "state")
    last = entry.item.history[number].on + within
    return Finding(
        code="PAI011",
        severity="error",
        span=span,
        message="the pair is `active`, but session 01 is not planned",
        help=f"add `sessions/01.yml` with a date up to {last.isoformat()}, or leave out the entry until then",
        key=f"history[{number}].state",
        related=(Related(f"a first session is expected within {within.days} days", span),),
    )


def _late(entry: Entry[Pair], number: int, session: Entry[Session], within: timedelta) -> Finding:
    span, days = session.at("date"), active_days(entry.item, session.item.day)
    return Finding(
        code="PAI011",
        severity="error",
        span=span,
        message=f"session 01 is dated {days} days after the pair became active; {within.days} at most are allowed",
        help=f"set a date up to {(session.item.day - timedelta(days - within.days)).isoformat()}",
        key="date",
        related=(Related("`active` starts here", entry.at("history", number, "on")),),
    )


class Lack(NamedTuple):
    """Something an ending still needs: what is wrong, what to do, and where it stands if it has a place."""

    says: str
    remedy: str
    place: Related | None = None


def _lacks(programme: Programme, entry: Entry[Pair]) -> Iterator[Lack]:
    """Find what an ending still needs; while a session is unread, nothing can be said."""
    settings, room = programme.settings, programme.sessions.get(entry.id, ())
    if settings is None or programme.unread_in_room(entry.id):
        return
    defaults, last = settings.item.defaults, lifecycle.ended(entry.item) or date.max
    held = len(sessions.held(programme, entry.id, last))
    if held < defaults.minimum_sessions <= defaults.sessions:
        says = f"{held} of at least {defaults.minimum_sessions} sessions are held"
        yield Lack(says, "hold and record the sessions that are missing")
    if policy(programme).closing_required and not any(_closes(programme, each.item) for each in room):
        yield Lack("no closing session is recorded in full", "hold and record one with `next: closing`")
    if places := [each.at("actions", number, "status") for each, number in _open_actions(room)]:
        says = "1 action is open" if len(places) == 1 else f"{len(places)} actions are open"
        place = Related("the first that is open", places[0])
        yield Lack(says, "set each open action to `done` or `dropped`", place)


def _closes(programme: Programme, session: Session) -> bool:
    """Tell whether a session closed its pair, as far as it says; what its record lacks is told by SES003."""
    kept = session.takeaways
    return (
        session.status == "held"
        and session.next in (None, "closing")
        and (kept is None or bool(kept.mentor and kept.mentee))
        and plans.may_close(programme, session)
    )


def _open_actions(room: Sequence[Entry[Session]]) -> Iterator[tuple[Entry[Session], int]]:
    for entry in room:
        for number, action in enumerate(entry.item.actions or ()):
            if action.status == "open":
                yield entry, number


def _without_an_ending(entry: Entry[Pair], number: int, lacks: Sequence[Lack]) -> Finding:
    return Finding(
        code="PAI011",
        severity="error",
        span=entry.at("history", number, "state"),
        message=f"the pair is `completed`, but {' and '.join(each.says for each in lacks)}",
        help=f"{', and '.join(each.remedy for each in lacks)}; or leave out the entry until then",
        key=f"history[{number}].state",
        related=tuple(each.place for each in lacks if each.place is not None),
    )
