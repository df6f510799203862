"""What makes a match worth making: another department, a reason, something in common (PAI)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.person import Person
from generator.programme import Entry, Programme
from generator.rules import gates, rule
from generator.rules.gates import Match, same
from generator.source.finding import Finding, Related

REASON = 20
"""The fewest characters that can say why."""


@rule("PAI006", "warning")
def pair_within_one_department(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair whose two people work in one department.

    ## What it checks
    In every pair that is proposed or open, mentor and mentee have different departments. Upper and lower
    case do not count.

    ## Why it matters
    Within a department the two share their blind spots, and others who must not hear of a talk are always
    near. The view from elsewhere is the reason to meet.

    ## Example
    ```yaml pairs/people/p-042.yml
    department: Logistics
    ```
    ```yaml pairs/2026-spring/pair-03/pair.yml
    mentee: p-042  # warning: [PAI006]
    ```

    ## Instead
    ```yaml pairs/people/p-042.yml
    department: Commerce
    ```
    """
    for match in gates.matches(programme, as_of):
        mentor, mentee = match.mentor.item.department, match.mentee.item.department
        if mentor and mentee and same(mentor) == same(mentee):
            yield _one_department(match)


def _one_department(match: Match) -> Finding:
    return Finding(
        code="PAI006",
        severity="warning",
        span=match.pair.at("mentee"),
        message="mentor and mentee work in one department",
        help="name a mentee of another department, or correct the `department` that is wrong",
        key="mentee",
        related=(
            Related("the mentor's", match.mentor.at("department")),
            Related("the mentee's", match.mentee.at("department")),
        ),
    )


@rule("PAI007", "warning")
def match_without_its_reason(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Match whose reason is too short to be one, or that shares what the two do not.

    ## What it checks
    In every pair that is proposed or open, `match.reason` has at least 20 characters, and each of
    `match.shared_interests` stands in the files of both: among the interests of both, or among the dislikes
    of both. Upper and lower case do not count.

    ## Why it matters
    Whether two people get on depends on what they feel they share, more than on what looks alike. And
    when a pair is asked later why it exists, the reason is all there is to read.

    ## Example
    ```yaml pairs/2026-spring/pair-03/pair.yml
    match:
      on: 2026-01-05
      reason: They fit.  # warning: [PAI007]
      shared_interests:
        - night trains
        - choir  # warning: [PAI007]
      both_consulted: true
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/pair.yml
    match:
      on: 2026-01-05
      reason: She teaches the assistant on every shift; he signs its budget and has not opened it.
      shared_interests:
        - night trains
        - open-plan offices
      both_consulted: true
    ```
    """
    for match in gates.matches(programme, as_of):
        length = len(match.pair.item.match.reason.strip())
        if length < REASON:
            yield _hardly_a_reason(match, length)
        if match.mentor.item.interests and match.mentee.item.interests:
            yield from _not_shared(match)


def _hardly_a_reason(match: Match, length: int) -> Finding:
    return Finding(
        code="PAI007",
        severity="warning",
        span=match.pair.at("match", "reason"),
        message=f"the reason has {length} characters; at least {REASON} are expected",
        help="say in one sentence what each of the two can learn from the other",
        key="match.reason",
    )


def _not_shared(match: Match) -> Iterator[Finding]:
    (likes, dislikes), (others, not_others) = _tastes(match.mentor), _tastes(match.mentee)
    shared = likes & others | dislikes & not_others
    for number, name in enumerate(match.pair.item.match.shared_interests):
        if same(name) not in shared:
            lacking = [
                side
                for side, known in (("mentor", likes | dislikes), ("mentee", others | not_others))
                if same(name) not in known
            ]
            yield _only_one_side(match, number, lacking)


def _tastes(person: Entry[Person]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(same, person.item.interests)), frozenset(map(same, person.item.dislikes))


def _only_one_side(match: Match, number: int, lacking: list[str]) -> Finding:
    span = match.pair.at("match", "shared_interests", number)
    why = f"not in the file of the {' nor of the '.join(lacking)}" if lacking else "one likes it, the other does not"
    return Finding(
        code="PAI007",
        severity="warning",
        span=span,
        message="this is no interest, and no dislike, of both",
        help="name something that stands in the files of both, or ask the two and add it there",
        key=f"match.shared_interests[{number}]",
        related=(Related(why, span),),
    )
