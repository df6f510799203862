"""Signatures under agreements: who signed, when, and what of it an edit leaves in force (AGR002)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator import lifecycle
from generator.kinds.pair import Agreement, Pair
from generator.programme import Entry, Programme
from generator.rules import also, rule
from generator.source.finding import Finding, Related
from generator.source.span import Span

SIDES = ("mentor", "mentee")
CONTENT = tuple(name for name in Agreement.model_fields if name not in ("version", "signed"))
FIRST = 1
"""The version that was in force when the pair became active; later ones are signed later."""

Days = dict[str, date]


@rule("AGR002", "error")
def agreement_not_signed_by_both(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agreement that the two did not both sign, or not in time, or that was changed after they signed.

    ## What it checks
    From `active` on an agreement is signed by both sides. No signature is dated after today, and none of the
    first version after the day the pair became active. Whoever changes anything but `signed` in a signed
    agreement adds 1 to `version`, and both sign again, later than they signed before.

    ## Why it matters
    An agreement binds because both said yes to the same words. A changed clause under an old signature is a
    rule that one of the two made alone, and mostly it is the more senior one.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed:  # error: [AGR002]
        mentor: 2026-01-30
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
      exceptions: [law, serious harm, safeguarding]
      publish: nothing
      off_limits: [appraisal, promotion, line decisions]
      feedback: First a question, then the sentence itself.
      cancel: {notice: 48 h, rebook_within: 10 days}
      review_on: 2026-04-20
      ends: 2026-07-06
    ```
    """
    for entry in programme.pairs.values():
        agreement = entry.item.agreement
        if agreement is None or agreement.signed is None or not lifecycle.tells_its_period(entry.item, as_of):
            continue
        days = signatures(agreement)
        begun = lifecycle.first(entry.item, {"active"})
        if begun is not None and len(days) < len(SIDES):
            yield _missing(entry, days)
        yield from (_ahead(entry, side, as_of) for side, day in days.items() if day > as_of)
        if begun is not None and (late := [side for side in _late(entry.item) if days[side] <= as_of]):
            yield _signed_late(entry, late, begun)


def signatures(agreement: Agreement) -> Days:
    """Give the day of each side that signed."""
    given = ((side, getattr(agreement.signed, side, None)) for side in SIDES)
    return {side: day for side, day in given if day is not None}


def _late(pair: Pair) -> list[str]:
    """Name the sides that signed the first version after the pair became active."""
    begun, agreement = lifecycle.started(pair), pair.agreement
    if begun is None or agreement is None or agreement.version != FIRST:
        return []
    return [side for side, day in signatures(agreement).items() if day > begun]


def _missing(entry: Entry[Pair], days: Days) -> Finding:
    span, last = entry.key("agreement", "signed"), len(entry.item.history) - 1
    missing = [side for side in SIDES if side not in days]
    who = f"only the {next(iter(days))} has" if days else "nobody has"
    ask = " and ".join(str(getattr(entry.item, side)) for side in missing)
    lacks = "both dates are" if len(missing) > 1 else f"the {missing[0]}'s date is"
    return Finding(
        code="AGR002",
        severity="error",
        span=span,
        message=f"the pair is `{entry.item.history[last].state}`, but {who} signed the agreement",
        help=f"ask {ask} to sign in a pull request of their own, or leave out the `active` entry until then",
        key="agreement.signed",
        related=(Related(f"{lacks} missing", span), Related("the last state", entry.at("history", last, "state"))),
    )


def _ahead(entry: Entry[Pair], side: str, as_of: date) -> Finding:
    return Finding(
        code="AGR002",
        severity="error",
        span=entry.at("agreement", "signed", side),
        message=f"the {side} signed on a day that is still to come",
        help="write the day on which it was signed",
        key=f"agreement.signed.{side}",
        related=(Related(f"judged as of {as_of.isoformat()}"),),
    )


def _signed_late(entry: Entry[Pair], late: list[str], begun: int) -> Finding:
    start = entry.item.history[begun].on.isoformat()
    span, key = _place(entry, late)
    return Finding(
        code="AGR002",
        severity="error",
        span=span,
        message=f"the {' and the '.join(late)} signed after the pair became active on {start}",
        help="correct the date, or set `version: 2` where a changed agreement was signed again",
        key=key,
        related=(Related("`active` starts here", entry.at("history", begun, "on")),),
    )


def _place(entry: Entry[Pair], sides: list[str]) -> tuple[Span, str]:
    """Give place and key of a signature, or of `signed` where it is about both."""
    if len(sides) == 1:
        return entry.at("agreement", "signed", sides[0]), f"agreement.signed.{sides[0]}"
    return entry.key("agreement", "signed"), "agreement.signed"


@also("AGR002", "error")
def agreement_changed_under_old_signatures(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Find an agreement that was signed, and changed since, without a new version that both signed."""
    for name, entry in programme.pairs.items():
        new = entry.item.agreement
        old = base.pairs[name].item.agreement if name in base.pairs else None
        if new is None or old is None or not (signed := signatures(old)):
            continue
        changed = [each for each in CONTENT if getattr(new, each) not in (None, getattr(old, each))]
        if not changed or old.version is None or new.version is None:
            continue
        if new.version != old.version + 1 and not _late(entry.item):
            yield _same_version(entry, changed[0], old.version + 1)
        stale = [side for side, day in signatures(new).items() if not _again(day, signed, as_of)]
        if stale and new.version == old.version + 1:
            yield _old_signature(entry, changed[0], stale)


def _again(day: date, before: Days, as_of: date) -> bool:
    """Tell whether a side signed the new wording: later than anybody signed the old one, or else today."""
    return day >= min(max(before.values()) + timedelta(days=1), as_of)


def _same_version(entry: Entry[Pair], changed: str, expected: int) -> Finding:
    return Finding(
        code="AGR002",
        severity="error",
        span=entry.at("agreement", "version"),
        message=f"the agreement was changed after it was signed, so its version is {expected}",
        help=f"set `version: {expected}` and let both sign again, or take the change back",
        key="agreement.version",
        related=(Related("changed", entry.at("agreement", changed)),),
    )


def _old_signature(entry: Entry[Pair], changed: str, stale: list[str]) -> Finding:
    span, key = _place(entry, stale)
    ask = " and ".join(str(getattr(entry.item, side)) for side in stale)
    return Finding(
        code="AGR002",
        severity="error",
        span=span,
        message=f"the {' and the '.join(stale)} signed the agreement before it was changed",
        help=f"ask {ask} to sign what it says now, in a pull request of their own, or take the change back",
        key=key,
        related=(Related("changed", entry.at("agreement", changed)),),
    )
