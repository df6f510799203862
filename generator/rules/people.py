"""People: what no file may say of them, their reporting lines, their part in a pair (PER)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import reporting
from generator.kinds.forbidden import PERSONAL, is_forbidden
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.programme import Entry, Programme
from generator.rules import gates, rule
from generator.source.finding import Finding, Related

FITS = {"mentor": ("mentor", "both"), "mentee": ("mentee", "both")}
"""The roles that let a person take a side."""


@rule("PER001", "error")
def personal_data_that_must_not_be_known(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Key that says of a person what this programme must not know.

    ## What it checks
    No person's file has a key for birth date, age, gender, ethnicity, health, religion, orientation, salary
    or performance rating, at any depth; nor a synonym (`dob`, `sex`, `race`, `pay`, `rating` and others) or
    one of them misspelt.

    ## Why it matters
    Most of these are special categories of data, the others appraisal data. A repository is copied whole to
    everybody who may read it, and keeps every version. None of it helps a match.

    ## Example
    ```yaml pairs/people/p-017.yml
    birth_date: 1998-05-04  # error: [PER001]
    ```
    ```yaml pairs/people/p-042.yml
    style:
      pace: think-first
      faith: not told  # error: [PER001]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    style:
      pace: talk-first
    ```

    ## If it was pushed already
    Remove the line, and tell your coordinators the same day: everybody with access to the repository may
    have a copy, and its history keeps the value. They decide with the person concerned whether history is
    rewritten, and say what a rewriting cannot reach: clones, forks and copies of the host.
    """
    harmless: set[str] = set()
    for entry in programme.people.values():
        for key in entry.item.style or ():
            if key in harmless:
                continue
            if is_forbidden(key, PERSONAL):
                yield _forbidden(entry, key)
            else:
                harmless.add(key)


def _forbidden(entry: Entry[Person], key: str) -> Finding:
    return Finding(
        code="PER001",
        severity="error",
        span=entry.key("style", key),
        message=f"`{key[:40]}` says something about a person that this programme must not know",
        help="remove the line; if it was pushed already, read `mentoring rules PER001`",
        key=f"style.{key}",
    )


@rule("PER002", "error")
def reporting_line_in_a_circle(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Reporting line that never reaches the top, because it leads back to where it started.

    ## What it checks
    `manager` is not the person themselves, and whoever follows the managers upwards never meets the same
    person twice.

    ## Why it matters
    Mentor and mentee must not stand in one reporting line. In a circle nobody can tell who stands above
    whom, so the question could not be answered.

    ## Example
    ```yaml pairs/people/p-005.yml
    manager: p-006  # error: [PER002]
    ```
    ```yaml pairs/people/p-006.yml
    manager: p-005
    ```

    ## Instead
    ```yaml pairs/people/p-005.yml
    manager: p-006
    level: 7
    ```
    """
    for circle in reporting.circles(reporting.managers(programme)):
        first, *others = (programme.people[person] for person in circle)
        yield Finding(
            code="PER002",
            severity="error",
            span=first.at("manager"),
            message=f"the reporting line leads back to `{first.id}` through {len(circle)} `manager` fields"
            if others
            else f"`{first.id}` is given as their own manager",
            help="correct `manager` in one of the files"
            if others
            else "write the id of the manager, or leave the line out at the top",
            key="manager",
            related=tuple(Related(f"the manager of `{other.id}`", other.at("manager")) for other in others),
        )


@rule("PER003", "error", "warning")
def reporting_line_with_a_gap(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Person without a manager below the top, or with a manager who is not more senior.

    ## What it checks
    `manager` is missing only where nobody has a higher `level`. It is a warning if a manager's level is not
    higher than the person's own.

    ## Why it matters
    A line that stops too early looks clear and is only unknown. A manager below their own people is mostly
    a slip in one of the two levels.

    ## Example
    ```yaml pairs/people/p-017.yml without manager
    # error-file: [PER003]
    ```
    ```yaml pairs/people/p-002.yml
    level: 9
    manager: p-001  # warning: [PER003]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    manager: p-005
    ```
    """
    top = max((entry.item.level for entry in programme.people.values()), default=0)
    turning = {person for circle in reporting.circles(reporting.managers(programme)) for person in circle}
    for entry in programme.people.values():
        manager = entry.item.manager
        above = programme.people.get(manager or "")
        if manager is None and entry.item.level < top:
            yield _without_manager(entry)
        elif above is not None and above.item.level <= entry.item.level and entry.id not in turning:
            yield _not_more_senior(entry, above)


def _without_manager(entry: Entry[Person]) -> Finding:
    return Finding(
        code="PER003",
        severity="error",
        span=entry.key("manager"),
        message="`manager` is missing, though somebody has a higher level",
        help="add `manager:` with the id of the person's manager",
        key="manager",
    )


def _not_more_senior(entry: Entry[Person], above: Entry[Person]) -> Finding:
    return Finding(
        code="PER003",
        severity="warning",
        span=entry.at("manager"),
        message=f"`{above.id}` is the manager of level {entry.item.level} and has level {above.item.level}",
        help="correct one of the two levels, or `manager`",
        key="manager",
        related=(Related("the person's level", entry.at("level")), Related("the manager's level", above.at("level"))),
    )


@rule("PER007", "error")
def person_in_a_part_they_did_not_take(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Person on a side of a pair that their role does not allow, or with a date that is still to come.

    ## What it checks
    The mentor of a pair has the role `mentor` or `both`, the mentee `mentee` or `both`. `consent.on` and
    `trained` are not in the future.

    ## Why it matters
    A role is what somebody said yes to. A consent dated tomorrow is none today.

    ## Example
    ```yaml pairs/people/p-042.yml
    trained: 2026-11-08  # error: [PER007]
    ```
    ```yaml pairs/people/p-020.yml
    role: mentee
    ```
    ```yaml pairs/2026-spring/pair-09/pair.yml
    mentor: p-020  # error: [PER007]
    ```

    ## Instead
    ```yaml pairs/people/p-020.yml
    role: both
    ```
    """
    swapped = {match.pair.id for match in gates.matches(programme, as_of) if _turned_round(match)}
    for pair in programme.pairs.values():
        for side, roles in FITS.items() if pair.id not in swapped else ():
            person = programme.people.get(getattr(pair.item, side))
            if person is not None and person.item.role not in roles:
                yield _misplaced(pair, side, person)
    for entry in programme.people.values():
        yield from _ahead(entry, as_of)


def _turned_round(match: gates.Match) -> bool:
    """Tell whether the two only stand on each other's side: PAI002 says so, by their levels."""
    return match.gap < 1 and (match.mentor.item.role, match.mentee.item.role) == ("mentee", "mentor")


def _misplaced(pair: Entry[Pair], side: str, person: Entry[Person]) -> Finding:
    span, role = pair.at(side), "both" if person.item.role in FITS else side
    return Finding(
        code="PER007",
        severity="error",
        span=span,
        message=f"the {side} of this pair has the role `{person.item.role}`",
        help=f"name another {side}, or set `role: {role}` in {person.path} if they agreed to it",
        key=side,
        related=(Related(f"the {side}", span), Related("the role they took", person.at("role"))),
    )


def _ahead(entry: Entry[Person], as_of: date) -> Iterator[Finding]:
    consent, trained = entry.item.consent, entry.item.trained
    if consent is not None and consent.on > as_of:
        yield _to_come(entry, ("consent", "on"), as_of)
    if trained is not None and trained > as_of:
        yield _to_come(entry, ("trained",), as_of)


def _to_come(entry: Entry[Person], key: tuple[str, ...], as_of: date) -> Finding:
    name = ".".join(key)
    return Finding(
        code="PER007",
        severity="error",
        span=entry.at(*key),
        message=f"`{name}` is a day that is still to come",
        help="correct the date, or add it when the day has come",
        key=name,
        related=(Related(f"judged as of {as_of.isoformat()}"),),
    )
