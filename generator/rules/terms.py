"""Terms of pairs: the number of sessions, the end and the mid-point agreed on (AGR)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from generator import lifecycle
from generator.kinds.pair import Agreement, Pair
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress.term import Term, term
from generator.rules import rule
from generator.source.durations import as_text
from generator.source.finding import Finding, Related

GRACE = timedelta(weeks=8)
"""A pair that started late may end so much later than its cohort."""


@rule("AGR004", "error", "warning")
def term_that_cannot_be_kept(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agreement on too few sessions, on an end that cannot be meant, or on more sessions than the term has room for.

    ## What it checks
    `sessions` is not less than the programme's `minimum_sessions`. `ends` is later than the day the pair became
    active, and at most 8 weeks later than the end of its cohort. The sessions fit into the term (a warning): the
    first within 21 days (`policy.first_session_within`), the others in the rhythm agreed on.

    ## Why it matters
    A plan that cannot be kept looks like a promise broken by somebody. Nobody has done anything wrong, and the
    pair is behind from its first day.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed: {mentor: 2026-01-30, mentee: 2026-01-29}
      every: 30 days
      length: 45 min
      sessions: 8  # warning: [AGR004]
      mode: in person
      agenda_owner: alternate
      booked_by: mentee
      confidentiality: pair
      exceptions: [law, serious harm, safeguarding]
      publish: nothing
      off_limits: [appraisal, promotion, line decisions]
      feedback: First a question, then the sentence itself.
      cancel: {notice: 48 h, rebook_within: 10 days}
      review_on: 2026-04-20
      ends: 2026-07-06
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed: {mentor: 2026-01-30, mentee: 2026-01-29}
      every: 30 days
      length: 45 min
      sessions: 5
      mode: in person
      agenda_owner: alternate
      booked_by: mentee
      confidentiality: pair
      exceptions: [law, serious harm, safeguarding]
      publish: nothing
      off_limits: [appraisal, promotion, line decisions]
      feedback: First a question, then the sentence itself.
      cancel: {notice: 48 h, rebook_within: 10 days}
      review_on: 2026-04-20
      ends: 2026-07-06
    ```
    """
    own, minimum = policy(programme), _minimum(programme)
    last = _latest(programme)
    for entry in programme.pairs.values():
        agreement, latest = entry.item.agreement, last.get(entry.parts["cohort"])
        if agreement is None:
            continue
        if agreement.sessions is not None and agreement.sessions < minimum:
            yield _too_few(entry, agreement.sessions, minimum)
        if agreement.ends is not None and latest is not None and agreement.ends > latest:
            yield _too_late(entry, latest)
        elif agreement.ends is not None and (begun := _begun_later(entry.item, agreement.ends, as_of)) is not None:
            yield _too_early(entry, begun)
        elif found := term(entry.item, as_of):
            yield from _without_room(entry, agreement, found, own)


def _latest(programme: Programme) -> dict[str, date]:
    """Give the last day on which a pair of each cohort may end; a cohort that is turned round has none."""
    return {name: each.ends + GRACE for name, each in programme.cohorts.items() if each.ends > each.starts}


def _minimum(programme: Programme) -> int:
    """Give the fewest sessions of a term; where that is more than the usual number, PRG004 says so."""
    usual = programme.settings.item.defaults if programme.settings else None
    return usual.minimum_sessions if usual and usual.minimum_sessions <= usual.sessions else 0


def _too_few(entry: Entry[Pair], sessions: int, minimum: int) -> Finding:
    return Finding(
        code="AGR004",
        severity="error",
        span=entry.at("agreement", "sessions"),
        message=f"{sessions} session{'s' if sessions > 1 else ''} agreed on; at least {minimum} are expected",
        help=f"set `sessions: {minimum}` or more, and sign again",
        key="agreement.sessions",
    )


def _too_late(entry: Entry[Pair], latest: date) -> Finding:
    ends = latest - GRACE
    return Finding(
        code="AGR004",
        severity="error",
        span=entry.at("agreement", "ends"),
        message=f"the term ends more than {as_text(GRACE)} after its cohort, which ends on {ends.isoformat()}",
        help=f"set `ends: {latest.isoformat()}` or an earlier day, and sign again; going on is a new pair",
        key="agreement.ends",
    )


def _begun_later(pair: Pair, ends: date, as_of: date) -> int | None:
    """Give the position of the first `active` where the term does not end after it."""
    begun = lifecycle.first(pair, {"active"}) if lifecycle.tells_its_period(pair, as_of) else None
    return begun if begun is not None and ends <= pair.history[begun].on else None


def _too_early(entry: Entry[Pair], begun: int) -> Finding:
    return Finding(
        code="AGR004",
        severity="error",
        span=entry.at("agreement", "ends"),
        message="the term ends before the pair has become active",
        help="correct `ends`, and sign again",
        key="agreement.ends",
        related=(Related("`active` starts here", entry.at("history", begun, "on")),),
    )


def _without_room(entry: Entry[Pair], agreement: Agreement, found: Term, own: Policy) -> Iterator[Finding]:
    """Count the sessions that fit: the first after the days it may take, then one in each rhythm."""
    every, sessions = agreement.every, agreement.sessions
    if every is None or sessions is None or not own.cadence[0] <= every <= own.cadence[1]:
        return
    fit = max(0, 1 + (found.days - own.first_session_within.days) // every.days)
    if fit < sessions:
        yield Finding(
            code="AGR004",
            severity="warning",
            span=entry.at("agreement", "sessions"),
            message=f"{sessions} sessions every {as_text(every)} do not fit into {found.days} days; {fit} would",
            help=f"agree on {f'`sessions: {fit}`, ' if fit else ''}a later end or a closer rhythm, and sign again",
            key="agreement.sessions",
            related=(
                Related("the rhythm", entry.at("agreement", "every")),
                Related("the end", entry.at("agreement", "ends")),
            ),
        )


@rule("AGR006", "warning", "error")
def review_far_from_the_middle(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agreement on a mid-point review that is not half-way, or not within the term.

    ## What it checks
    `review_on` lies between 40 % and 60 % of the term, from the first `active` to `ends` (`policy.midpoint`). A
    day outside of the term is an error.

    ## Why it matters
    Half-way there is enough to look back on, and enough time left to change something. A review near the end
    is a verdict.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed: {mentor: 2026-01-30, mentee: 2026-01-29}
      every: 30 days
      length: 45 min
      sessions: 5
      mode: in person
      agenda_owner: alternate
      booked_by: mentee
      confidentiality: pair
      exceptions: [law, serious harm, safeguarding]
      publish: nothing
      off_limits: [appraisal, promotion, line decisions]
      feedback: First a question, then the sentence itself.
      cancel: {notice: 48 h, rebook_within: 10 days}
      review_on: 2026-06-15  # warning: [AGR006]
      ends: 2026-07-06
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed: {mentor: 2026-01-30, mentee: 2026-01-29}
      every: 30 days
      length: 45 min
      sessions: 5
      mode: in person
      agenda_owner: alternate
      booked_by: mentee
      confidentiality: pair
      exceptions: [law, serious harm, safeguarding]
      publish: nothing
      off_limits: [appraisal, promotion, line decisions]
      feedback: First a question, then the sentence itself.
      cancel: {notice: 48 h, rebook_within: 10 days}
      review_on: 2026-04-20
      ends: 2026-07-06
    ```
    """
    bounds, last = policy(programme).midpoint, _latest(programme)
    for entry in programme.pairs.values():
        found = term(entry.item, as_of)
        review = entry.item.agreement.review_on if entry.item.agreement else None
        if found is None or review is None or found.ends > last.get(entry.parts["cohort"], found.ends):
            continue
        if not found.start <= review <= found.ends:
            yield _outside(entry, found, bounds)
        elif not bounds[0] <= Fraction((review - found.start).days, found.days) <= bounds[1]:
            yield _off_centre(entry, found, (review - found.start).days, bounds)


def _middle(found: Term, bounds: tuple[Fraction, Fraction]) -> tuple[int, int]:
    """Give the first and the last day of the middle, counted from the start."""
    return ceil(bounds[0] * found.days), floor(bounds[1] * found.days)


def _remedy(found: Term, bounds: tuple[Fraction, Fraction]) -> str:
    first, last = ((found.start + timedelta(days=each)).isoformat() for each in _middle(found, bounds))
    return f"set `review_on` to a day from {first} to {last}, and sign again"


def _outside(entry: Entry[Pair], found: Term, bounds: tuple[Fraction, Fraction]) -> Finding:
    return Finding(
        code="AGR006",
        severity="error",
        span=entry.at("agreement", "review_on"),
        message=f"the review is not within the term from {found.start.isoformat()} to {found.ends.isoformat()}",
        help=_remedy(found, bounds),
        key="agreement.review_on",
    )


def _off_centre(entry: Entry[Pair], found: Term, day: int, bounds: tuple[Fraction, Fraction]) -> Finding:
    first, last = _middle(found, bounds)
    return Finding(
        code="AGR006",
        severity="warning",
        span=entry.at("agreement", "review_on"),
        message=f"the review is on day {day} of a term of {found.days} days; day {first} to {last} are expected",
        help=_remedy(found, bounds),
        key="agreement.review_on",
        related=(Related("the end of the term", entry.at("agreement", "ends")),),
    )
