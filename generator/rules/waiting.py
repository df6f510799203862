"""Pairs that wait for something: told by the nightly run, so that somebody asks in time (PAI)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import floor

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress import rhythm, sessions
from generator.progress.activity import active_days, reached
from generator.rules import plans, rule
from generator.source.durations import as_text
from generator.source.finding import Finding, Related
from generator.source.span import Span

DAY = timedelta(days=1)
LATE = timedelta(days=14)
"""So long after the end of its term no pair is active by plan."""


@rule("PAI014", "nightly")
def pair_that_waits(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair that waits: for an answer, a beginning, a session, the end of a pause, or an ending.

    ## What it checks
    Each night, as of the day: a proposal without an answer for more than 14 days (`policy.answer_within`);
    an accepted pair that is not active after more than 21 days, or an active one that has held nothing by
    its active day 21 (`policy.first_session_within`); more than 1.75 times the agreed rhythm since the last
    held session (`policy.drift_watch`); a pause past its `until`; no closing session planned 30 days before
    the end of the term (`policy.closing_lead`); a pair still active 14 days after it.

    ## Why it matters
    Pairs do not break up, they fall asleep. Each of these is the earliest sign that somebody should ask,
    kindly and before it is a habit; none of them measures a person.

    ## Example
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-17  # nightly: [PAI014]
        by: coordinator
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
    ```
    """
    limits = policy(programme)
    for entry in programme.pairs.values():
        item = entry.item
        if len(lifecycle.sound(item, as_of)) < len(item.history):
            continue
        step, number = item.history[-1], len(item.history) - 1
        waited = (as_of - step.on).days
        if step.state == "proposed" and waited > limits.answer_within.days:
            yield _unanswered(entry, number, waited, limits, as_of)
        elif step.state == "accepted" and waited > limits.first_session_within.days:
            yield _not_begun(entry, number, waited, limits, as_of)
        elif step.state == "paused" and step.until is not None and as_of > step.until:
            yield _still_paused(entry, number, step.until, as_of)
        elif step.state == "active":
            yield from _active(programme, entry, limits, as_of)


def _waits(span: Span, key: str, message: str, remedy: str, *related: Related, since: date) -> Finding:
    return Finding(
        code="PAI014",
        severity="nightly",
        span=span,
        message=message,
        help=remedy,
        key=key,
        related=related,
        since=since,
    )


def _judged(as_of: date) -> Related:
    return Related(f"judged as of {as_of.isoformat()} (--as-of)")


def _unanswered(entry: Entry[Pair], number: int, waited: int, limits: Policy, as_of: date) -> Finding:
    return _waits(
        entry.at("history", number, "on"),
        f"history[{number}].on",
        f"the proposal is without an answer for {waited} days; agreed: {limits.answer_within.days} days",
        "ask both again, or add `expired`",
        _judged(as_of),
        since=entry.item.history[number].on + limits.answer_within + DAY,
    )


def _not_begun(entry: Entry[Pair], number: int, waited: int, limits: Policy, as_of: date) -> Finding:
    return _waits(
        entry.at("history", number, "on"),
        f"history[{number}].on",
        f"accepted {waited} days ago and not active yet; agreed: {limits.first_session_within.days} days",
        "help the two to sign their agreement and to date session 01, then add `active`; or add `ended_early`",
        _judged(as_of),
        since=entry.item.history[number].on + limits.first_session_within + DAY,
    )


def _still_paused(entry: Entry[Pair], number: int, until: date, as_of: date) -> Finding:
    over = (as_of - until).days
    return _waits(
        entry.at("history", number, "until"),
        f"history[{number}].until",
        f"the pause was agreed until {until.isoformat()} and goes on for {over} day{'s' if over != 1 else ''} more",
        "ask both whether they go on: add `active` with that day, or `ended_early`",
        _judged(as_of),
        since=until + DAY,
    )


def _active(programme: Programme, entry: Entry[Pair], limits: Policy, as_of: date) -> Iterator[Finding]:
    """Look at an active pair; once the term is long over, only that is told."""
    ends = entry.item.agreement.ends if entry.item.agreement else None
    room = programme.sessions.get(entry.id, ())
    if ends is not None and as_of >= ends + LATE:
        yield _long_over(entry, ends, as_of)
    elif not programme.unread_in_room(entry.id):
        yield from _rhythm(programme, entry, limits, as_of)
        if ends is not None and as_of >= ends - limits.closing_lead and limits.closing_required:
            yield from _closing(programme, entry, room, ends, limits, as_of)


def _long_over(entry: Entry[Pair], ends: date, as_of: date) -> Finding:
    return _waits(
        entry.at("agreement", "ends"),
        "agreement.ends",
        f"the pair is still `active` {(as_of - ends).days} days after the end of its term; {LATE.days} are allowed",
        "hold the closing session and add `completed`, agree on a later `ends` (both sign again), or add `ended_early`",
        _judged(as_of),
        since=ends + LATE,
    )


def _rhythm(programme: Programme, entry: Entry[Pair], limits: Policy, as_of: date) -> Iterator[Finding]:
    held, first = sessions.held(programme, entry.id, as_of), limits.first_session_within.days
    every = entry.item.agreement.every if entry.item.agreement else None
    if not held:
        if (days := active_days(entry.item, as_of)) >= first:
            yield _nothing_held(entry, days, first, as_of)
    elif every is not None and (rhythm.drift(programme, entry.id, as_of) or 0) > limits.drift_watch:
        longest = floor(limits.drift_watch * rhythm.cadence(programme, entry.id))
        yield _quiet(entry, held[-1], every, reached(entry.item, longest + 1, as_of, held[-1].item.day), as_of)


def _nothing_held(entry: Entry[Pair], days: int, first: int, as_of: date) -> Finding:
    number = lifecycle.first(entry.item, {"active"}) or 0
    span = entry.at("history", number, "on")
    return _waits(
        span,
        f"history[{number}].on",
        f"no session held by active day {days}; agreed: a first one within {first} days",
        f"plan a session with `mentoring new session {entry.parts['pair']}`, or record a pause with its reason",
        Related("`active` starts here", span),
        _judged(as_of),
        since=reached(entry.item, first, as_of),
    )


def _quiet(entry: Entry[Pair], last: Entry[Session], every: timedelta, since: date, as_of: date) -> Finding:
    day, span = last.item.day, last.at("date")
    days = active_days(entry.item, as_of, day)
    due = as_of - timedelta(days) + every
    return _waits(
        span,
        "date",
        f"no session held for {days} active days; agreed: every {as_text(every)}",
        f"plan a session with `mentoring new session {entry.parts['pair']}`, or record a pause with its reason",
        Related(f"the last session held; the next was due by {due.isoformat()}", span),
        Related("the agreed rhythm", entry.at("agreement", "every")),
        _judged(as_of),
        since=since,
    )


def _closing(
    programme: Programme, entry: Entry[Pair], room: Sequence[Entry[Session]], ends: date, limits: Policy, as_of: date
) -> Iterator[Finding]:
    """Look for a closing session that is planned or held."""
    if any(each.item.status in ("planned", "held") and plans.may_close(programme, each.item) for each in room):
        return
    left = (ends - as_of).days
    days = f"{abs(left)} day{'s' if abs(left) != 1 else ''}"
    when = f"ends in {days}" if left >= 0 else f"ended {days} ago"
    yield _waits(
        entry.at("agreement", "ends"),
        "agreement.ends",
        f"the term {when} and no closing session is planned; agreed: {limits.closing_lead.days} days before",
        "plan a session from a template of stage `closing`, or agree on a later `ends` (both sign again)",
        _judged(as_of),
        since=ends - limits.closing_lead,
    )
