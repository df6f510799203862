"""Actions over time: how many there are, by when, and whether they come to an end (ACT)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator import lifecycle
from generator.kinds.session import Action, Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.progress.sessions import is_held
from generator.rules import also, rule
from generator.rules.actions import SIDES
from generator.source.durations import as_text
from generator.source.finding import Finding, Related

FURTHEST = timedelta(days=90)
"""What is due later than this after its session is forgotten before it is late."""
OLD, BY = 2, 3
"""A promise is old after so many held sessions; by so many the mentee owns one."""
NOT_LATE = timedelta(0)
AT_ONCE = 4
"""So many closed on one day were tidied away, not done."""

Sessions = Sequence[Entry[Session]]
Place = tuple[Entry[Session], int, Action]
"""An action with its session and its position there."""


@rule("ACT002", "error", "warning")
def too_much_or_too_far_promised(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Session with more promises than anybody keeps, or one that is due before it or long after.

    ## What it checks
    A session has at most 4 actions (`policy.actions`). None is `due` before the day of its session (an
    error), and none more than 90 days after it (a warning).

    ## Why it matters
    Two people who meet once a month keep two promises, perhaps four. What is due in half a year is a
    wish, and what was due before the talk is a slip of the pen.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    actions:
      - id: a4
        owner: mentor
        action: Collect five mistakes the assistant made on our shift.
        due: 2026-03-10  # error: [ACT002]
        status: open
      - id: a5
        owner: mentee
        action: Write the next summary alone.
        due: 2026-09-13  # warning: [ACT002]
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
      - id: a5
        owner: mentee
        action: Write the next summary alone.
        due: 2026-04-13
        status: open
    ```
    """
    most = policy(programme).actions
    for sessions in programme.sessions.values():
        for entry in sessions:
            actions = entry.item.actions or ()
            if len(actions) > most:
                yield _too_many(entry, len(actions), most)
            for at, action in enumerate(actions if entry.item.day <= as_of else ()):
                if action.due is not None and not NOT_LATE <= action.due - entry.item.day <= FURTHEST:
                    yield _misdue(entry, at, action.due)


def _too_many(entry: Entry[Session], count: int, most: int) -> Finding:
    span = entry.at("actions", most, "id")
    return Finding(
        code="ACT002",
        severity="error",
        span=span,
        message=f"the session has {count} actions; at most {most} are kept in mind (`policy.actions`)",
        help=f"keep the {most} that matter most, and leave the others for the next session",
        key="actions",
        related=(Related("the first one too many", span),),
    )


def _misdue(entry: Entry[Session], at: int, due: date) -> Finding:
    """Hold a due date against its session: before it is a slip, long after it only doubtful."""
    name, day = entry.item.actions[at].id if entry.item.actions else "", entry.item.day
    early = due < day
    distance = "before its session" if early else f"{(due - day).days} days after its session"
    latest = (day + FURTHEST).isoformat()
    return Finding(
        code="ACT002",
        severity="error" if early else "warning",
        span=entry.at("actions", at, "due"),
        message=f"action `{name}` is due {distance}" + ("" if early else f"; {FURTHEST.days} are sensible at most"),
        help=f"write a `due` from {day.isoformat()} on" if early else f"write a `due` up to {latest}, for a first part",
        key=f"actions[{name}].due",
        related=(Related("the session", entry.at("date")),),
    )


@rule("ACT004", "error")
def promise_carried_along(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Old promise still open when another session is recorded.

    ## What it checks
    When a change records a session as `held`, no action of an earlier session is still `open` that, on the
    day of this session, was more than 30 days past its `due` (`policy.action_stale`), or was past it and two
    held sessions old (the recorded one included).

    ## Why it matters
    A promise carried from session to session stops being one, and hides those that were kept. Saying that
    it is dropped takes a minute, and is no disgrace.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    actions:
      - id: a1
        owner: mentee
        action: Come to the dock once before seven.
        due: 2026-03-02
        status: open  # error: [ACT004]
    ```
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    date: 2026-03-31 10:00
    status: held
    moved: 1
    actual: 45 min
    takeaways:
      mentor: withheld
      mentee: withheld
    actions: []
    next: 2026-04-28
    ```
    ```yaml pairs/2026-spring/pair-07/sessions/04.yml
    date: 2026-04-28 10:00
    length: 45 min
    status: planned
    template: midpoint-review
    purpose: Look back at half-time.
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    actions:
      - id: a1
        owner: mentee
        action: Come to the dock once before seven.
        due: 2026-03-02
        status: dropped
    ```
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    date: 2026-03-31 10:00
    status: held
    moved: 1
    actual: 45 min
    takeaways:
      mentor: withheld
      mentee: withheld
    actions: []
    next: 2026-04-28
    ```
    ```yaml pairs/2026-spring/pair-07/sessions/04.yml
    date: 2026-04-28 10:00
    length: 45 min
    status: planned
    template: midpoint-review
    purpose: Look back at half-time.
    ```
    """
    stale = policy(programme).action_stale
    for sessions in programme.sessions.values():
        held = _held(sessions, as_of)
        last = next((at for at in range(len(held) - 1, -1, -1) if _was_not_held(base, held[at])), 0)
        for number, entry in enumerate(held[:last]):
            for at, action in enumerate(entry.item.actions or ()):
                late = held[last].item.day - action.due if action.due else NOT_LATE
                if action.status == "open" and (late > stale or (late > NOT_LATE and last - number >= OLD)):
                    yield _carried(entry, at, held[last], late, stale)


def _held(sessions: Sessions, as_of: date) -> list[Entry[Session]]:
    """Give the held sessions in the order of their dates."""
    found = (each for each in sessions if is_held(each.item, as_of))
    return sorted(found, key=lambda each: (each.item.date, each.path))


def _was_not_held(base: Programme, entry: Entry[Session]) -> bool:
    """Tell whether a session was planned before the change, or not there; of an unreadable file nobody knows."""
    before = next((each for each in base.sessions.get(entry.pair, ()) if each.id == entry.id), None)
    return before.item.status != "held" if before else not base.unread("session", entry.id)


def _carried(entry: Entry[Session], at: int, new: Entry[Session], late: timedelta, stale: timedelta) -> Finding:
    action, number = (entry.item.actions or ())[at], new.parts["nn"]
    limit = f"at most {as_text(stale)}" if late > stale else f"{OLD} sessions were held since"
    return Finding(
        code="ACT004",
        severity="error",
        span=entry.at("actions", at, "status"),
        message=f"action `{action.id}` was still open in session {number}, {late.days} days past its `due`; {limit}",
        help="set `status: done` with `done_on`, set `status: dropped`, or agree on a new `due`",
        key=f"actions[{action.id}].status",
        related=(
            Related("when it was due", entry.at("actions", at, "due")),
            Related("the session that is recorded now", new.at("status")),
        ),
    )


@rule("ACT005", "warning")
def promises_of_one_side_or_tidied_away(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Mentee without a promise by the third session, promises long past their day, or all closed at once.

    ## What it checks
    By the third held session the mentee owns at least one action (a warning), and no four actions of a pair
    are done on one day (a warning). Told by the nightly run: an action of an open pair that is `open` more
    than 14 days after it was `due` (`policy.action_late`).

    ## Why it matters
    Where only the junior side has homework, the talk is a service and no exchange. A promise that stays
    open is forgotten by both, and four that end on one evening were ticked off rather than kept.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/02.yml
    actions:
      - id: a2
        owner: mentor
        action: Keep a list of counts that were corrected.
        due: 2026-03-16
        status: open  # nightly: [ACT005]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/02.yml
    actions:
      - id: a2
        owner: mentor
        action: Keep a list of counts that were corrected.
        due: 2026-03-16
        status: done
        done_on: 2026-03-28
    ```
    """
    partly_read = {name.rpartition("/")[0] for name in programme.broken.get("session", ())}
    for pair, sessions in programme.sessions.items():
        if pair not in partly_read and (third := _mentee_owns_none(sessions, as_of)):
            yield _one_sided(third)
        yield from _closed_at_once(sessions, as_of)


def _mentee_owns_none(sessions: Sessions, as_of: date) -> Entry[Session] | None:
    """Give the third held session where the mentee owns nothing; one whose owners are not known tells nothing."""
    held = _held(sessions, as_of)
    if len(held) < BY or any(each.item.actions is None for each in held):
        return None
    owners = {action.owner for each in sessions for action in each.item.actions or ()}
    return None if "mentee" in owners or not owners <= {*SIDES} else held[BY - 1]


def _one_sided(third: Entry[Session]) -> Finding:
    return Finding(
        code="ACT005",
        severity="warning",
        span=third.key("actions"),
        message=f"{BY} sessions are held, and the mentee owns no action yet; one is expected by now",
        help="agree on a first promise of the mentee, however small, and record it with `owner: mentee`",
        key="actions",
        related=(Related(f"session {third.parts['nn']} is the third", third.at("date")),),
    )


def _closed_at_once(sessions: Sessions, as_of: date) -> Iterator[Finding]:
    """Find the days on which four actions or more were done, each told at its fourth."""
    done: dict[date, list[Place]] = {}
    for entry in sessions:
        for at, action in enumerate(entry.item.actions or ()):
            if action.status == "done" and action.done_on is not None and action.done_on <= as_of:
                done.setdefault(action.done_on, []).append((entry, at, action))
    for day, places in done.items():
        if len(places) >= AT_ONCE:
            (first, where, _), (entry, at, action) = places[0], places[AT_ONCE - 1]
            yield Finding(
                code="ACT005",
                severity="warning",
                span=entry.at("actions", at, "done_on"),
                message=f"{len(places)} actions were done on {day.isoformat()}; fewer than {AT_ONCE} are expected",
                help="write in `done_on` the day on which each of them was really done, or `status: dropped`",
                key=f"actions[{action.id}].done_on",
                related=(Related("the first of them", first.at("actions", where, "done_on")),),
            )


@also("ACT005", "nightly")
def promise_long_past_its_day(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Find the open actions of open pairs that were due more than two weeks ago."""
    late = policy(programme).action_late
    for pair, sessions in programme.sessions.items():
        owner = programme.pairs.get(pair)
        if owner is None or not lifecycle.tells_its_period(owner.item, as_of):
            continue
        for entry in sessions if lifecycle.state(owner.item, as_of) in lifecycle.OPEN else ():
            for at, action in enumerate(entry.item.actions or ()):
                if action.status == "open" and action.due is not None and as_of - action.due > late:
                    yield _late((entry, at, action), as_of - action.due, late, as_of)


def _late(place: Place, by: timedelta, late: timedelta, as_of: date) -> Finding:
    entry, at, action = place
    return Finding(
        code="ACT005",
        severity="nightly",
        span=entry.at("actions", at, "status"),
        message=f"action `{action.id}` is open {by.days} days after it was due; it needs a look after {as_text(late)}",
        help="set `status: done` with `done_on`, set `status: dropped`, or agree on a new `due`",
        key=f"actions[{action.id}].status",
        related=(
            Related("when it was due", entry.at("actions", at, "due")),
            Related(f"judged as of {as_of.isoformat()} (--as-of)"),
        ),
        since=as_of - by + late + timedelta(days=1),
    )
