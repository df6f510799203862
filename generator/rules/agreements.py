"""Agreements of pairs (AGR)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator import lifecycle
from generator.kinds.pair import Agreement, Pair
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.durations import as_text
from generator.source.finding import Finding, Related

CLAUSES = tuple(Agreement.model_fields)
NAMED = {
    "exceptions": ("law", "serious harm", "safeguarding"),
    "off_limits": ("appraisal", "promotion", "line decisions"),
}
"""What an agreement names in any case: where confidentiality ends, and what is never discussed."""
NOTICE = timedelta(hours=24)


@rule("AGR001", "error")
def agreement_with_a_gap(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair that became active without a complete agreement.

    ## What it checks
    From `active` on the pair has an `agreement`, and none of its keys is missing: `version`, `signed`,
    `every`, `length`, `sessions`, `mode`, `agenda_owner`, `booked_by`, `confidentiality`, `exceptions`,
    `publish`, `off_limits`, `feedback`, `cancel`, `review_on` and `ends`.

    ## Why it matters
    What is not agreed is decided by the more senior of the two, without either noticing. Who books, what
    stays in the room and when it ends is said once, before the first session.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:  # error: [AGR001]
      version: 1
      signed:
        mentor: 2026-01-30
        mentee: 2026-01-29
      every: 30 days
      length: 45 min
      sessions: 5
      mode: in person
      agenda_owner: alternate
      confidentiality: pair
      exceptions:
        - law
        - serious harm
        - safeguarding
      publish: nothing
      off_limits:
        - appraisal
        - promotion
        - line decisions
      feedback: First a question, then the sentence itself.
      cancel:
        notice: 48 h
        rebook_within: 10 days
      review_on: 2026-04-20
      ends: 2026-07-06
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed:
        mentor: 2026-01-30
        mentee: 2026-01-29
      every: 30 days
      length: 45 min
      sessions: 5
      mode: in person
      agenda_owner: alternate
      booked_by: mentee
      confidentiality: pair
      exceptions:
        - law
        - serious harm
        - safeguarding
      publish: nothing
      off_limits:
        - appraisal
        - promotion
        - line decisions
      feedback: First a question, then the sentence itself.
      cancel:
        notice: 48 h
        rebook_within: 10 days
      review_on: 2026-04-20
      ends: 2026-07-06
    ```
    """
    for entry in programme.pairs.values():
        begun = lifecycle.first(entry.item, {"active"})
        if begun is None:
            continue
        agreement = entry.item.agreement
        if agreement is None:
            yield _none(entry, begun)
        elif missing := [name for name in CLAUSES if getattr(agreement, name) is None]:
            yield _incomplete(entry, begun, missing)


def _none(entry: Entry[Pair], begun: int) -> Finding:
    span = entry.at("history", begun, "state")
    return Finding(
        code="AGR001",
        severity="error",
        span=span,
        message="the pair became `active` without an agreement",
        help="add `agreement:` with all its keys, signed by both, or leave out `active` until then",
        key="agreement",
        related=(Related("`agreement` is missing", span),),
    )


def _incomplete(entry: Entry[Pair], begun: int, missing: list[str]) -> Finding:
    span, listed = entry.key("agreement"), " and ".join(f"`{name}`" for name in missing)
    return Finding(
        code="AGR001",
        severity="error",
        span=span,
        message=f"the agreement says nothing on {listed}",
        help="let both sign it, each for themselves: `mentoring pair sign`"
        if missing == ["signed"]
        else f"agree on {listed}, add what you agreed, and sign again",
        key="agreement",
        related=(
            Related(f"{listed} {'is' if len(missing) == 1 else 'are'} missing", span),
            Related("complete from here on", entry.at("history", begun, "state")),
        ),
    )


@rule("AGR003", "error")
def rhythm_too_close_or_too_wide(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agreement on a rhythm that two people with full calendars cannot keep, or that is none.

    ## What it checks
    `every` lies between 7 and 42 days (`policy.cadence`).

    ## Why it matters
    After six weeks without a talk the next one starts from the beginning, and what happens every few days
    is the first to be cancelled when a week gets full.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed: {mentor: 2026-01-30, mentee: 2026-01-29}
      every: 60 days  # error: [AGR003]
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
    least, most = policy(programme).cadence
    for entry in programme.pairs.values():
        every = entry.item.agreement.every if entry.item.agreement else None
        if every is not None and not least <= every <= most:
            yield Finding(
                code="AGR003",
                severity="error",
                span=entry.at("agreement", "every"),
                message=f"a session every {as_text(every)}; one every {least.days} to {most.days} days is expected",
                help=f"agree on a rhythm from `{least.days} days` to `{most.days} days`, and sign again",
                key="agreement.every",
            )


@rule("AGR005", "warning")
def limits_left_unsaid(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agreement that leaves a limit unsaid, or lets a session be cancelled at the door and not rebooked.

    ## What it checks
    `exceptions` names `law`, `serious harm` and `safeguarding`, `off_limits` names `appraisal`, `promotion` and
    `line decisions`; both may name more. `cancel.notice` is 24 hours or more, and `cancel.rebook_within` 14
    days (`policy.rebook_within`) or less.

    ## Why it matters
    Confidentiality has limits, and whoever meets them first in the middle of a talk feels betrayed. What is
    never discussed protects the junior person from being judged, and the senior one from being asked to.

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
      exceptions: [law, safeguarding]  # warning: [AGR005]
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
    most = policy(programme).rebook_within
    for entry in programme.pairs.values():
        agreement = entry.item.agreement
        if agreement is None:
            continue
        for name, expected in NAMED.items():
            given: tuple[str, ...] | None = getattr(agreement, name)
            if given is not None and (missing := _not_among(given, expected)):
                yield _unsaid(entry, name, missing)
        if agreement.cancel is not None and agreement.cancel.notice < NOTICE:
            yield _too_short_a_notice(entry, agreement.cancel.notice)
        if agreement.cancel is not None and agreement.cancel.rebook_within > most:
            yield _rebooked_too_late(entry, agreement.cancel.rebook_within, most)


def _not_among(given: tuple[str, ...], expected: tuple[str, ...]) -> list[str]:
    named = {each.casefold() for each in given}
    return [f"`{each}`" for each in expected if each not in named]


def _unsaid(entry: Entry[Pair], name: str, missing: list[str]) -> Finding:
    listed = " and ".join(missing)
    return Finding(
        code="AGR005",
        severity="warning",
        span=entry.key("agreement", name),
        message=f"`{name}` does not name {listed}",
        help=f"add {listed} to `{name}`, and sign again",
        key=f"agreement.{name}",
    )


def _too_short_a_notice(entry: Entry[Pair], notice: timedelta) -> Finding:
    return Finding(
        code="AGR005",
        severity="warning",
        span=entry.at("agreement", "cancel", "notice"),
        message=f"a session may be cancelled {as_text(notice)} before; at least 24 h are expected",
        help="set `notice: 24 h` or more, and sign again",
        key="agreement.cancel.notice",
    )


def _rebooked_too_late(entry: Entry[Pair], agreed: timedelta, most: timedelta) -> Finding:
    return Finding(
        code="AGR005",
        severity="warning",
        span=entry.at("agreement", "cancel", "rebook_within"),
        message=f"a session may be rebooked within {as_text(agreed)}; at most {as_text(most)} are expected",
        help=f"set `rebook_within: {as_text(most)}` or less, and sign again",
        key="agreement.cancel.rebook_within",
    )
