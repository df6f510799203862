"""Agreements of pairs (AGR)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import lifecycle
from generator.kinds.pair import Agreement, Pair
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source.finding import Finding, Related

CLAUSES = tuple(Agreement.model_fields)


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
        help=f"agree on {listed}, add what you agreed, and sign again",
        key="agreement",
        related=(
            Related(f"{listed} {'is' if len(missing) == 1 else 'are'} missing", span),
            Related("complete from here on", entry.at("history", begun, "state")),
        ),
    )
