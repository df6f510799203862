"""Sessions: their numbers, their agenda before, their record after (SES)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from generator.kinds.session import RECORD, Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import plans, rule
from generator.source.durations import as_minutes, as_text
from generator.source.finding import Finding, Related

Sessions = Sequence[Entry[Session]]

TAKES_TIME = frozenset({"planned", "held"})
EXPECTED: dict[str, frozenset[str]] = {
    "planned": frozenset(),
    "held": frozenset(RECORD),
    "cancelled": frozenset({"reason"}),
    "missed": frozenset({"reason"}),
}
"""What is written after a session, by its status; `moved` may stand with any."""
_EXAMPLES = {
    "actual": "`actual:` with a duration such as `60 min`",
    "takeaways": "`takeaways:` with one sentence of each side or `withheld`",
    "actions": "`actions:` with what was promised, or `[]`",
    "next": "`next:` with the day of the next session, or `closing`",
    "reason": "`reason:` with a category such as `clash` or `other`",
}


@rule("SES001", "error")
def sessions_out_of_order(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Sessions of a pair that leave a number out, are held in another order, or take place at one time.

    ## What it checks
    The files of a room are numbered 01, 02, 03 … without a gap, the dates of the held sessions increase
    with the numbers, and no two sessions that are planned or held overlap.

    ## Why it matters
    The numbers are the ids of the sessions. The rhythm of a pair, and every measure that rests on it, is
    counted from one held session to the next; a session in the wrong place makes all of them wrong.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/02.yml
    date: 2026-01-18 15:00  # error: [SES001]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/02.yml
    date: 2026-02-17 15:00
    ```
    """
    longest = policy(programme).session_length[1]
    for pair, sessions in programme.sessions.items():
        if len(sessions) != int(sessions[-1].parts["nn"]) or sessions[0].parts["nn"] == "00":
            yield from _gaps(programme, pair, sessions)
        yield from _in_another_order([each for each in sessions if each.item.status == "held"], as_of)
        yield from _overlaps([each for each in sessions if each.item.status in TAKES_TIME], longest)


def _gaps(programme: Programme, pair: str, sessions: Sessions) -> Iterator[Finding]:
    """Find each number whose forerunner has no file; a broken file is a file."""
    numbers = {int(each.parts["nn"]) for each in sessions}
    numbers |= {number for number in range(100) if programme.unread("session", f"{pair}/{number:02}")}
    for each in sessions:
        number = int(each.parts["nn"])
        if number != 1 and number - 1 not in numbers:
            rank = sorted(numbers).index(number) + 1
            lacks = f"there is no session {number - 1:02}" if number else "the first one is 01"
            yield Finding(
                code="SES001",
                severity="error",
                span=each.document.top(),
                message=f"this is session {number:02}, but {lacks}",
                help=f"name the file `{rank:02}.yml`, and those after it in turn, or add the session that is missing",
                key="number",
            )


def _in_another_order(held: Sessions, as_of: date) -> Iterator[Finding]:
    """Find held sessions that are not later than the one before; a day that is still to come says nothing yet."""
    for before, after in pairwise(held):
        if after.item.date <= before.item.date and before.item.day <= as_of:
            yield Finding(
                code="SES001",
                severity="error",
                span=after.at("date"),
                message=f"session {after.parts['nn']} is held, but not after session {before.parts['nn']}",
                help="correct the date that is wrong, or number the files in the order of their dates",
                key="date",
                related=(Related(f"session {before.parts['nn']}", before.at("date")),),
            )


def _overlaps(taking_place: Sessions, longest: timedelta) -> Iterator[Finding]:
    """Find sessions that start before another has ended; a length beyond all bounds is no length to go by."""
    for first, second in pairwise(sorted(taking_place, key=lambda each: each.item.date)):
        if second.item.date - first.item.date < min(first.item.length, longest) and not _told(first, second):
            earlier, later = sorted((first, second), key=lambda each: each.path)
            yield Finding(
                code="SES001",
                severity="error",
                span=later.at("date"),
                message=f"sessions {earlier.parts['nn']} and {later.parts['nn']} take place at the same time",
                help="move one of the two, or write `status: cancelled` and a `reason` where one is given up",
                key="date",
                related=(Related(f"session {earlier.parts['nn']}", earlier.at("date")),),
            )


def _told(first: Entry[Session], second: Entry[Session]) -> bool:
    """Tell whether the order of two held sessions is wrong already."""
    both = first.item.status == second.item.status == "held"
    return both and (first.item.date == second.item.date or first.path > second.path)


@rule("SES003", "error")
def record_that_does_not_fit_the_status(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Session whose record does not fit its status.

    ## What it checks
    A planned session has no record. A held one has `actual`, `takeaways`, `actions` (`[]` if nothing was
    promised) and `next`, and is not dated after today. A cancelled or missed one has a `reason`, which is a
    category, and nothing else.

    ## Why it matters
    What happened is read from the status, and what was kept from the record. Where the two disagree
    nobody can tell whether the session took place.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    status: held  # error: [SES003]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    status: planned
    ```
    """
    for sessions in programme.sessions.values():
        for entry in sessions:
            session = entry.item
            if session.recorded != EXPECTED[session.status]:
                yield _unfit(entry)
            elif session.status == "held" and session.day > as_of:
                yield _held_in_the_future(entry, as_of)


def _unfit(entry: Entry[Session]) -> Finding:
    """Point at the first field that has no business here, else at the status that asks for more."""
    given, expected, status = entry.item.recorded, EXPECTED[entry.item.status], entry.item.status
    missing = [name for name in _EXAMPLES if name in expected - given]
    surplus = sorted(given - expected, key=entry.key)
    at_status = entry.at("status")
    faults = [f"has no {_listed(surplus)}"] if surplus else []
    faults += [f"needs {_listed(missing)}"] if missing else []
    remedies = [f"add {', and '.join(_EXAMPLES[name] for name in missing)}"] if missing else []
    remedies += [f"remove {_listed(surplus)}"] if surplus else []
    return Finding(
        code="SES003",
        severity="error",
        span=entry.key(surplus[0]) if surplus else at_status,
        message=f"a {status} session {', and '.join(faults)}",
        help=f"{'; '.join(remedies)}; or correct `status`",
        key=surplus[0] if surplus else "status",
        related=(Related("the status", at_status),) if surplus else (),
    )


def _listed(names: Sequence[str]) -> str:
    """Write names as a person would: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return " and ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else "".join(quoted)


def _held_in_the_future(entry: Entry[Session], as_of: date) -> Finding:
    span = entry.at("date")
    return Finding(
        code="SES003",
        severity="error",
        span=span,
        message="the session is `held`, but its date is still to come",
        help="correct `date`, or set `status: planned` and leave out the record",
        key="date",
        related=(Related("held", entry.at("status")), Related(f"judged as of {as_of.isoformat()}")),
    )


@rule("SES004", "error", "warning")
def agenda_longer_than_session(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Session whose agenda does not fill its length, or whose length is no length for a talk.

    ## What it checks
    The minutes of the agenda are not more than `length`; fewer are a warning. `length` lies between 20 and
    180 minutes (`policy.session_length`). An agenda that is still empty is not judged here.

    ## Why it matters
    A time-boxed talk is kept. When the plan runs over, it is the last item that goes: the promises and the
    next date.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    length: 45 min
    agenda:
      - item: Arriving
        minutes: 5
        lead: both
        kind: check-in
      - item: One summary, written with the assistant
        minutes: 35  # error: [SES004]
        lead: mentee
        kind: practice
      - item: What not to trust
        minutes: 10
        lead: mentor
        kind: reflect
      - item: Promises and the next date
        minutes: 10
        lead: both
        kind: actions
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    length: 60 min
    ```
    """
    bounds = policy(programme).session_length
    for sessions in programme.sessions.values():
        for entry in sessions:
            session = entry.item
            if not bounds[0] <= session.length <= bounds[1]:
                yield _no_length_for_a_talk(entry, bounds)
            elif session.agenda and (total := session.planned) != session.length:
                yield _too_much(entry, total, bounds) if total > session.length else _too_little(entry, total)


def _no_length_for_a_talk(entry: Entry[Session], bounds: tuple[timedelta, timedelta]) -> Finding:
    span = entry.at("length")
    least, most = as_minutes(bounds[0]), as_minutes(bounds[1])
    return Finding(
        code="SES004",
        severity="error",
        span=span,
        message=f"the session lasts {as_text(entry.item.length)}; {least} to {most} min are expected",
        help=f"set a length between `{least} min` and `{most} min`",
        key="length",
    )


def _too_much(entry: Entry[Session], total: timedelta, bounds: tuple[timedelta, timedelta]) -> Finding:
    at = plans.longest(entry.item.agenda)
    span = entry.at("agenda", at, "minutes")
    over = as_text(total - entry.item.length)
    longer = f", or set `length: {as_text(total)}`" if total <= bounds[1] else ""
    return Finding(
        code="SES004",
        severity="error",
        span=span,
        message=f"agenda items add up to {as_text(total)}, the session lasts {as_text(entry.item.length)}",
        help=f"take {over} off the items{longer}",
        key=f"agenda[{at}].minutes",
        related=(
            Related(f"the longest item; {over} too much in total", span),
            Related("the session's length", entry.at("length")),
        ),
    )


def _too_little(entry: Entry[Session], total: timedelta) -> Finding:
    span = entry.at("length")
    left = as_text(entry.item.length - total)
    return Finding(
        code="SES004",
        severity="warning",
        span=span,
        message=f"agenda items add up to {as_text(total)}, the session lasts {as_text(entry.item.length)}",
        help=f"give the {left} that are left to the items, or shorten `length`",
        key="length",
        related=(Related(f"{left} without a plan", span),),
    )


@rule("SES005", "error")
def agenda_without_its_two_ends(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agenda that does not open with a check-in, does not end with actions, or is too short or too long.

    ## What it checks
    The first item is a `check-in`, the last one `actions`; at closure it may be `close`. There are three to
    eight items. An agenda that is still empty is not judged here.

    ## Why it matters
    Two people of unequal power need a minute to arrive, and a talk without a next step is forgotten by
    the evening. Fewer than three items are no plan, more than eight are a race.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    agenda:
      - item: Goals, kept or changed
        minutes: 35
        lead: both
        kind: goals  # error: [SES005]
      - item: Start, stop, continue
        minutes: 15
        lead: mentor
        kind: review
      - item: Promises and the next date
        minutes: 10
        lead: both
        kind: actions
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/04.yml
    agenda:
      - item: Arriving
        minutes: 10
        lead: both
        kind: check-in
      - item: Goals, kept or changed
        minutes: 40
        lead: both
        kind: goals
      - item: Promises and the next date
        minutes: 10
        lead: both
        kind: actions
    ```
    """
    goes_on = frozenset(name for name, template in programme.agendas.items() if template.item.stage in plans.GOES_ON)
    for sessions in programme.sessions.values():
        for entry in sessions:
            session = entry.item
            endings = (plans.ENDING,) if session.template in goes_on else (plans.ENDING, plans.CLOSING)
            if session.agenda and not plans.is_well_formed(session.agenda, endings):
                yield from plans.ill_formed("SES005", entry, "agenda", endings)
