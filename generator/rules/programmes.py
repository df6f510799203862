"""The programme file (PRG)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from generator import lifecycle, policy
from generator.kinds.programme import Cohort, FocusArea, ProgrammeFile
from generator.programme import Entry, Programme
from generator.reporting import chain, managers
from generator.rules import rule
from generator.source.durations import as_text
from generator.source.finding import Finding, Fix, Related

NOT_FOR = ("performance management", "promotion", "recruitment")
ENOUGH = 2
"""So many coordinators at least: nobody alone reads what only coordinators read."""

Settings = Entry[ProgrammeFile]


@rule("PRG001", "warning")
def programme_used_for_judgement(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Programme that does not rule out being used to judge the people in it.

    ## What it checks
    `not_for` names `performance management`, `promotion` and `recruitment`; it may name more.

    ## Why it matters
    Juniors who fear that an hour with a director decides on their next post say what is wanted. The
    programme has to promise in its own file that it is no such thing.

    ## Example
    ```yaml pairs/programme.yml
    not_for:  # warning: [PRG001]
      - performance management
      - recruitment
    ```

    ## Instead
    ```yaml pairs/programme.yml
    not_for:
      - performance management
      - promotion
      - recruitment
    ```
    """
    entry = programme.settings
    if entry is None:
        return
    named = {each.casefold() for each in entry.item.not_for}
    missing = [f"`{each}`" for each in NOT_FOR if each not in named]
    if missing:
        yield Finding(
            code="PRG001",
            severity="warning",
            span=entry.key("not_for"),
            message=f"`not_for` does not name {' and '.join(missing)}",
            help=f"add {' and '.join(missing)} to `not_for`, one a line",
            key="not_for",
        )


@rule("PRG002", "error", "warning")
def cohort_or_area_that_is_not_clear(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Focus area or cohort whose id stands twice, or cohort whose dates cannot be meant.

    ## What it checks
    The ids of focus areas are unique, and so are those of cohorts. A cohort ends after it starts. It is a
    warning if it lasts less than 13 or more than 78 weeks (`policy.cohort_weeks`).

    ## Why it matters
    Everything else refers to these ids. Below three months nothing is learned, and after eighteen the end
    of a pair is no longer in sight.

    ## Example
    ```yaml pairs/programme.yml
    cohorts:
      - id: 2025-autumn
        title: Autumn 2025
        starts: 2025-09-01
        ends: 2025-12-12
      - id: 2026-spring
        title: Spring 2026
        starts: 2026-01-05
        ends: 2025-06-26  # error: [PRG002]
    ```

    ## Instead
    ```yaml pairs/programme.yml
    cohorts:
      - id: 2025-autumn
        title: Autumn 2025
        starts: 2025-09-01
        ends: 2025-12-12
      - id: 2026-spring
        title: Spring 2026
        starts: 2026-01-05
        ends: 2026-06-26
    ```
    """
    entry = programme.settings
    if entry is None:
        return
    yield from _repeated(entry, "focus_areas", "focus area", entry.item.focus_areas)
    yield from _repeated(entry, "cohorts", "cohort", entry.item.cohorts)
    least, most = policy.policy(programme).cohort_weeks
    for number, cohort in enumerate(entry.item.cohorts):
        if fault := _period(entry, number, cohort, least, most):
            yield fault


def _repeated(entry: Settings, field: str, says: str, items: Iterable[Cohort | FocusArea]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, item in enumerate(items):
        before = first.setdefault(item.id, number)
        if before != number:
            span = entry.at(field, number, "id")
            yield Finding(
                code="PRG002",
                severity="error",
                span=span,
                message=f"{says} `{item.id}` stands twice",
                help="give one of the two another id, or remove it",
                key=f"{field}[{number}].id",
                related=(Related("the second", span), Related("the first", entry.at(field, before, "id"))),
            )


def _period(entry: Settings, number: int, cohort: Cohort, least: int, most: int) -> Finding | None:
    """Judge a cohort's dates; both its first and its last day count."""
    length = cohort.ends - cohort.starts + timedelta(days=1)
    if timedelta(weeks=least) <= length <= timedelta(weeks=most):
        return None
    span, starts = entry.at("cohorts", number, "ends"), entry.at("cohorts", number, "starts")
    if cohort.ends <= cohort.starts:
        return Finding(
            code="PRG002",
            severity="error",
            span=span,
            message=f"cohort `{cohort.id}` ends before it has begun",
            help=f"correct `ends` to a day after {cohort.starts.isoformat()}, or correct `starts`",
            key=f"cohorts[{cohort.id}].ends",
            related=(Related("its first day", starts),),
        )
    short = length < timedelta(weeks=least)
    wanted = timedelta(weeks=least if short else most, days=-1)
    edge = cohort.starts + min(wanted, date.max - cohort.starts)  # the calendar of Python ends with the year 9999
    return Finding(
        code="PRG002",
        severity="warning",
        span=span,
        message=f"cohort `{cohort.id}` is {'shorter' if short else 'longer'} than {least if short else most} weeks",
        help=f"set `ends: {edge.isoformat()}` or {'later' if short else 'earlier'}",
        key=f"cohorts[{cohort.id}].ends",
        related=(Related(f"it lasts {as_text(length)}", span), Related("its first day", starts)),
    )


@rule("PRG003", "error")
def people_in_charge_who_are_not_independent(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Programme with a single coordinator, or with a support contact who is not neutral.

    ## What it checks
    There are at least two different coordinators. The support contact is none of them, is not the sponsor,
    and stands neither above nor below a member of an open pair (accepted, active or paused), however many
    managers are between them.

    ## Why it matters
    What only coordinators see must never depend on one reader. And who needs help has to find somebody who
    neither runs the programme nor reports to the other side.

    ## Example
    ```yaml pairs/programme.yml
    people:
      sponsor: p-001
      coordinators:
        - p-003
        - p-004
      support_contact: p-004  # error: [PRG003]
    ```

    ## Instead
    ```yaml pairs/programme.yml
    people:
      sponsor: p-001
      coordinators:
        - p-003
        - p-004
      support_contact: p-002
    ```
    """
    entry = programme.settings
    if entry is None:
        return
    if len(set(entry.item.people.coordinators)) < ENOUGH:
        yield _alone(entry)
    if fault := _in_charge(entry) or _in_a_line(programme, entry, as_of):
        yield fault


def _alone(entry: Settings) -> Finding:
    return Finding(
        code="PRG003",
        severity="error",
        span=entry.key("people", "coordinators"),
        message="the programme has fewer than two coordinators",
        help="add the id of a second person to `coordinators`",
        key="people.coordinators",
    )


def _in_charge(entry: Settings) -> Finding | None:
    """Tell whether the support contact has another part in the programme."""
    people = entry.item.people
    if people.support_contact in people.coordinators:
        part, place = (
            "a coordinator",
            entry.at("people", "coordinators", people.coordinators.index(people.support_contact)),
        )
    elif people.support_contact == people.sponsor:
        part, place = "the sponsor", entry.at("people", "sponsor")
    else:
        return None
    return _not_neutral(entry, f"the support contact is {part} as well", Related(part, place))


def _in_a_line(programme: Programme, entry: Settings, as_of: date) -> Finding | None:
    """Tell whether the support contact stands in the reporting line of an open pair; the first one is named."""
    contact, line = entry.item.people.support_contact, managers(programme)
    above = chain(line, contact)
    for pair in programme.pairs.values():
        if lifecycle.state(pair.item, as_of) not in lifecycle.OPEN:
            continue
        for side, member in (("mentor", pair.item.mentor), ("mentee", pair.item.mentee)):
            if member == contact or member in above or contact in chain(line, member):
                where = "is" if member == contact else "stands in one reporting line with"
                related = Related(f"the {side} of an open pair", pair.at(side))
                return _not_neutral(entry, f"the support contact {where} the {side} of `{pair.id}`", related)
    return None


def _not_neutral(entry: Settings, message: str, related: Related) -> Finding:
    return Finding(
        code="PRG003",
        severity="error",
        span=entry.at("people", "support_contact"),
        message=message,
        help="name somebody who neither runs the programme nor stands in a pair's reporting line",
        key="people.support_contact",
        related=(related,),
    )


@rule("PRG004", "error")
def policy_that_switches_a_protection_off(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Policy with a value outside of its bounds, or more sessions required than planned.

    ## What it checks
    `defaults.minimum_sessions` is not larger than `defaults.sessions`. Each value of `policy` lies within
    the bounds of its rule; where a rule has none of its own, between a stricter value and half or double the
    default. `small_group` is never less than 5. A range starts before it ends.

    ## Why it matters
    A programme may be stricter than the defaults, and somewhat looser. But no setting may switch a
    protection off without anybody noticing.

    ## Example
    ```yaml pairs/programme.yml
    policy:
      fast_areas:
        - digital
      small_group: 3  # error: [PRG004]
    ```

    ## Instead
    ```yaml pairs/programme.yml
    policy:
      fast_areas:
        - digital
      small_group: 8
    ```
    """
    entry = programme.settings
    if entry is None:
        return
    if entry.item.defaults.minimum_sessions > entry.item.defaults.sessions:
        yield _more_than_planned(entry)
    if entry.item.policy is None:
        return
    found = list(policy.outside(entry.item.policy))
    for each in found:
        yield _outside(entry, each)
    for key, value in entry.item.policy:
        backwards = isinstance(value, tuple) and len(value) == ENOUGH and key != "fast_areas" and value[0] > value[1]
        if backwards and all(each.key != key for each in found):
            yield _backwards(entry, key)


def _more_than_planned(entry: Settings) -> Finding:
    needed, planned = entry.item.defaults.minimum_sessions, entry.item.defaults.sessions
    return Finding(
        code="PRG004",
        severity="error",
        span=entry.at("defaults", "minimum_sessions"),
        message=f"a pair needs {needed} sessions to complete, but only {planned} are planned",
        help=f"set `minimum_sessions: {planned}` or less, or plan more sessions",
        key="defaults.minimum_sessions",
        related=(Related("planned", entry.at("defaults", "sessions")),),
        fix=Fix("unsafe", f"replace with `{planned}`", str(planned)),
    )


def _outside(entry: Settings, each: policy.Outside) -> Finding:
    key: tuple[str | int, ...] = (each.key,) if each.item is None else (each.key, each.item)
    span = entry.at("policy", *key)
    least, nearest = _as_text(each.bounds.least), _as_text(each.nearest)
    allowed = f"at least {least}" if each.bounds.most is None else f"{least} to {_as_text(each.bounds.most)}"
    return Finding(
        code="PRG004",
        severity="error",
        span=span,
        message=f"`{each.key}` is outside of its bounds",
        help=f"set it to {'a value from ' if each.bounds.most is not None else ''}{allowed}, or leave it out",
        key=f"policy.{each.key}" if each.item is None else f"policy.{each.key}[{each.item}]",
        related=(Related(f"allowed: {allowed}", span),),
        fix=Fix("unsafe", f"replace with `{nearest}`", nearest),
    )


def _backwards(entry: Settings, key: str) -> Finding:
    return Finding(
        code="PRG004",
        severity="error",
        span=entry.at("policy", key, 0),
        message=f"`{key}` starts above its end",
        help="write the smaller value first",
        key=f"policy.{key}",
        related=(Related("the end", entry.at("policy", key, 1)),),
    )


def _as_text(value: Any) -> str:
    if isinstance(value, timedelta):
        return as_text(value)
    return f"{float(value):g}" if isinstance(value, Fraction) else str(value)
