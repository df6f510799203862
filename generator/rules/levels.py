"""Levels of a pair: the mentee stands above the mentor, and far enough (PAI)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.policy import policy
from generator.programme import Programme
from generator.rules import gates, rule
from generator.rules.gates import Match
from generator.source.finding import Finding, Related


@rule("PAI002", "error")
def mentor_who_is_not_the_junior_one(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair whose mentee is not more senior than the mentor.

    ## What it checks
    In every pair that is proposed or open, the `level` of the mentee is higher than the one of the mentor.

    ## Why it matters
    Here the junior person is the mentor. Where the levels are turned round, so is everything after them:
    who sets the agenda, who speaks half of the time, whose view is new.

    ## Example
    ```yaml pairs/people/p-042.yml
    level: 3
    ```
    ```yaml pairs/2026-spring/pair-03/pair.yml
    mentor: p-017  # error: [PAI002]
    ```

    ## Instead
    ```yaml pairs/people/p-042.yml
    level: 6
    ```
    """
    for match in gates.matches(programme, as_of):
        if match.gap < 1:
            yield _not_junior(match)


def _not_junior(match: Match) -> Finding:
    mentor, mentee = match.mentor.item.level, match.mentee.item.level
    swap = "let the two change sides, or " if match.gap else ""
    return Finding(
        code="PAI002",
        severity="error",
        span=match.pair.at("mentor"),
        message=f"the mentor has level {mentor} and the mentee level {mentee}; the mentee's must be higher",
        help=f"{swap}name a mentee of level {mentor + 1} or higher, or correct the `level` that is wrong",
        key="mentor",
        related=_levels(match),
    )


def _levels(match: Match) -> tuple[Related, ...]:
    return (
        Related("the mentor's level", match.mentor.at("level")),
        Related("the mentee's level", match.mentee.at("level")),
    )


@rule("PAI003", "warning")
def levels_close_together(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair whose mentee stands fewer levels above the mentor than the programme expects.

    ## What it checks
    In every pair that is proposed or open, the mentee's `level` is at least two above the mentor's
    (`policy.level_gap`).

    ## Why it matters
    One level apart, the two see the same meetings and may soon compete for the same post. What a leader
    does not hear comes from further away.

    ## Example
    ```yaml pairs/people/p-042.yml
    level: 4
    ```
    ```yaml pairs/2026-spring/pair-03/pair.yml
    mentor: p-017  # warning: [PAI003]
    ```

    ## Instead
    ```yaml pairs/people/p-042.yml
    level: 5
    ```
    """
    expected = policy(programme).level_gap
    for match in gates.matches(programme, as_of):
        if 1 <= match.gap < expected:
            yield _close(match, expected)


def _close(match: Match, expected: int) -> Finding:
    mentor = match.mentor.item.level
    return Finding(
        code="PAI003",
        severity="warning",
        span=match.pair.at("mentor"),
        message=f"levels between mentor and mentee: {match.gap}; expected: {expected} at least",
        help=f"name a mentee of level {mentor + expected} or higher, or correct the `level` that is wrong",
        key="mentor",
        related=_levels(match),
    )
