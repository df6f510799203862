"""What time asks of a room: agendas, records, new dates, a review (SES012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress.activity import active_days, reached
from generator.progress.rhythm import due, lost_on
from generator.progress.sessions import is_held
from generator.progress.term import term
from generator.rules import rule
from generator.source.finding import Finding, Related
from generator.source.span import Span

DAY = timedelta(days=1)
FIRST = "01"
MORE_FOR_THE_FIRST = timedelta(days=2)
"""So much earlier than others the first session has its agenda: nobody knows yet how the other one prepares."""
IN_A_ROW = 2
REVIEW = "midpoint"
"""The stage of the templates that a mid-point review is made from."""

Sessions = Sequence[Entry[Session]]


@rule("SES012", "nightly")
def session_that_waits_for_somebody(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Session of an active pair that waits for an agenda, a record or a new date, or review that is still missing.

    ## What it checks
    Three days before a session there is an agenda (`policy.agenda_lead`), five days before session 01. Three days
    after it there is a record (`policy.record_within`). Fourteen days after one was cancelled or missed there is a
    new one (`policy.rebook_within`). Of two sessions in a row one was held. A session from a template of the stage
    `midpoint` is held by 60 % of the term, in active days (`policy.midpoint`).

    ## Why it matters
    Each of these is put right in a few minutes now, and in a month by nobody. The nightly run asks whether it
    happens, never what was said.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    date: 2026-04-03 10:00
    moved: 1
    agenda: []  # nightly: [SES012]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    date: 2026-04-03 10:00
    moved: 1
    agenda:
      - item: Arriving
        minutes: 5
        lead: both
        kind: check-in
      - item: One decision, told from its end
        minutes: 30
        lead: mentee
        kind: topic
      - item: Promises
        minutes: 10
        lead: both
        kind: actions
    ```
    """
    own, broken = policy(programme), {name.rpartition("/")[0] for name in programme.broken.get("session", ())}
    for name, entry in programme.pairs.items():
        if lifecycle.state(entry.item, as_of) != "active" or not lifecycle.tells_its_period(entry.item, as_of):
            continue
        sessions, twice = programme.sessions.get(name, ()), _twice(programme, name, as_of)
        for at, each in enumerate(sessions):
            if twice and each is twice[0]:
                yield _not_held(each, twice[1], lost_on(entry.item, each.item, as_of), as_of)
            elif each.item.status == "planned":
                yield from _planned(each, own, as_of)
            elif each.item.status != "held" and name not in broken and at == len(sessions) - 1:
                yield from _called_off(each, own, as_of)
        if name not in broken:
            yield from _review(programme, entry, sessions, own.midpoint[1], as_of)


def _twice(programme: Programme, pair: str, as_of: date) -> Sessions:
    """Give the two newest sessions that should have been, if neither was held."""
    newest = due(programme, pair, as_of)[:IN_A_ROW]
    return newest if len(newest) == IN_A_ROW and all(each.item.status != "held" for each in newest) else ()


def _not_held(entry: Entry[Session], before: Entry[Session], since: date, as_of: date) -> Finding:
    message = f"sessions {before.parts['nn']} and {entry.parts['nn']} were not held, two in a row"
    remedy = "offer a check-in: ask whether a date helps, or a pause, or an end without fault"
    place = Related(f"session {before.parts['nn']}", before.at("date"))
    return _reminder("date", entry.at("date"), message, remedy, place, _judged(as_of), since=since)


def _planned(entry: Entry[Session], own: Policy, as_of: date) -> Iterator[Finding]:
    """Look at the time before and after a session that is still planned."""
    number, day = entry.parts["nn"], entry.item.day
    lead = own.agenda_lead + (MORE_FOR_THE_FIRST if number == FIRST else timedelta(0))
    if not entry.item.agenda and as_of <= day <= as_of + lead:
        when = {0: "today", 1: "tomorrow"}.get((day - as_of).days, f"in {(day - as_of).days} days")
        message = f"session {number} is {when} and has no agenda; one is expected {lead.days} days before"
        remedy = "choose a template and copy its items to `agenda`"
        yield _reminder("agenda", entry.key("agenda"), message, remedy, _judged(as_of), since=day - lead)
    elif day + own.record_within < as_of:
        after = (as_of - day).days
        message = f"session {number} is not recorded {after} days after its date; {own.record_within.days} are expected"
        remedy = "record it as `held`, or set `status: cancelled` or `missed` with a `reason`"
        since = day + own.record_within + DAY
        yield _reminder("status", entry.at("status"), message, remedy, _judged(as_of), since=since)


def _called_off(entry: Entry[Session], own: Policy, as_of: date) -> Iterator[Finding]:
    """Look at the time after the last session of a room, which was cancelled or missed."""
    if entry.item.day + own.rebook_within < as_of:
        after, within = (as_of - entry.item.day).days, own.rebook_within.days
        number, status = entry.parts["nn"], entry.item.status
        message = f"session {number} was {status} {after} days ago and is not rebooked; {within} days are expected"
        remedy = "plan a new session in a file of its own"
        since = entry.item.day + own.rebook_within + DAY
        yield _reminder("status", entry.at("status"), message, remedy, _judged(as_of), since=since)


def _review(
    programme: Programme, pair: Entry[Pair], sessions: Sessions, share: Fraction, as_of: date
) -> Iterator[Finding]:
    """Look for a held review once most of the term is over; a template nobody can read may be one."""
    found, days = term(pair.item, as_of), active_days(pair.item, as_of)
    if found is None or days <= share * found.days:
        return
    stages = {name: each.item.stage for name, each in programme.agendas.items()}
    held = {each.item.template for each in sessions if is_held(each.item, as_of)}
    if all(stages.get(each, REVIEW) != REVIEW for each in held):
        last = floor(share * found.days)
        message = f"no mid-point review is held on active day {days} of {found.days}; one is expected by day {last}"
        remedy = "plan the next session from a template of stage `midpoint`"
        place, since = pair.at("agreement", "review_on"), reached(pair.item, last + 1, as_of)
        yield _reminder("agreement.review_on", place, message, remedy, _judged(as_of), since=since)


def _reminder(key: str, span: Span, message: str, remedy: str, *related: Related, since: date) -> Finding:
    return Finding(
        code="SES012",
        severity="nightly",
        span=span,
        message=message,
        help=remedy,
        key=key,
        related=related,
        since=since,
    )


def _judged(as_of: date) -> Related:
    return Related(f"judged as of {as_of.isoformat()}")
