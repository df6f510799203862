"""Reporting lines of a pair: neither above the other, nor both near one manager (PAI)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import reporting
from generator.kinds.person import Person
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import gates, rule
from generator.rules.gates import Match
from generator.source.finding import Finding, Related


@rule("PAI004", "error")
def pair_in_one_reporting_line(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair in which one of the two stands above the other, however far.

    ## What it checks
    In every pair that is proposed or open, neither stands above the other: not as the manager, not as the
    manager's manager, not at any depth. Whenever a person's `manager` changes, all pairs are looked at
    again. The people between the two are not printed.

    ## Why it matters
    Nobody is candid with a person who decides on their pay, or whose word reaches the one who does. The
    safety of the mentor rests on this rule, so it knows no exception.

    ## Example
    ```yaml pairs/people/p-030.yml
    name: Ottilie Vance
    role: none
    level: 5
    manager: p-042
    ```
    ```yaml pairs/people/p-017.yml
    manager: p-030
    ```
    ```yaml pairs/2026-spring/pair-03/pair.yml
    mentor: p-017  # error: [PAI004]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    manager: p-005
    ```
    """
    line = reporting.managers(programme)
    for match in gates.matches(programme, as_of):
        up = _steps(line, match.mentor, match.mentee)
        down = _steps(line, match.mentee, match.mentor)
        if up and not down:
            yield _in_one_line(match, "mentor", match.mentor, "mentee", up)
        elif down and not up:
            yield _in_one_line(match, "mentee", match.mentee, "mentor", down)


def _steps(line: reporting.Managers, below: Entry[Person], above: Entry[Person]) -> int:
    """Count the `manager` fields that lead from one person to another; 0 if none do.

    Where they lead both ways, the line is a circle, and PER002 says so.
    """
    chain = reporting.chain(line, below.id)
    return chain.index(above.id) + 1 if above.id in chain else 0


def _in_one_line(match: Match, side: str, below: Entry[Person], other: str, steps: int) -> Finding:
    span, fields = match.pair.at(side), "field" if steps == 1 else "fields"
    between = (Related("the people between them are not printed"),) if steps > 1 else ()
    return Finding(
        code="PAI004",
        severity="error",
        span=span,
        message="mentor and mentee stand in one reporting line",
        help=f"choose another {other}; this rule has no exception",
        key=side,
        related=(
            Related(f"reaches the {other} through {steps} `manager` {fields}", span),
            Related("", below.at("manager"), excerpt=False),
            *between,
        ),
    )


@rule("PAI005", "warning")
def pair_below_one_near_manager(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair whose mentor works for a near manager of the mentee.

    ## What it checks
    Only where the programme asks for it: with `policy.common_manager: 1` the mentee's own manager stands
    nowhere above the mentor, with 2 neither does the manager's manager, and so on up to 5. The default is
    0: not checked. The manager is not printed.

    ## Why it matters
    A leader talks to their own manager every week. What the mentor says in confidence is then one
    unguarded sentence away from the mentor's own line.

    ## Example
    ```yaml pairs/programme.yml
    policy:
      common_manager: 1
      fast_areas:
        - digital
    ```
    ```yaml pairs/people/p-017.yml
    manager: p-006
    ```
    ```yaml pairs/2026-spring/pair-03/pair.yml
    mentee: p-042  # warning: [PAI005]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    manager: p-005
    ```
    """
    nearest = policy(programme).common_manager
    line = reporting.managers(programme)
    for match in gates.matches(programme, as_of) if nearest else ():
        mentor, mentee = match.mentor.id, match.mentee.id
        below, above = reporting.chain(line, mentor), reporting.chain(line, mentee)
        if mentee in below or mentor in above:
            continue
        shared = next((number for number, name in enumerate(above[:nearest], 1) if name in below), 0)
        if shared:
            yield _near(match, shared, nearest)


def _near(match: Match, shared: int, nearest: int) -> Finding:
    span = match.pair.at("mentee")
    who = "the mentee's own manager" if shared == 1 else f"the mentee's manager number {shared}"
    return Finding(
        code="PAI005",
        severity="warning",
        span=span,
        message=f"{who} stands above the mentor as well",
        help="choose another mentee, whose near managers do not stand above the mentor",
        key="mentee",
        related=(
            Related(f"looked at: the nearest {nearest} (`common_manager: {nearest}`)", span),
            Related("", match.mentee.at("manager"), excerpt=False),
            Related("the manager is not printed"),
        ),
    )
