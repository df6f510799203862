"""People in their pairs: trained before they meet, and not in too many (PER)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.kinds.session import Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress.sessions import is_held
from generator.rules import rule
from generator.source.finding import Finding, Related

TRAINED = {"both": ("mentor", "mentee"), "mentor": ("mentor",), "mentee": ("mentee",), "none": ()}
"""The sides that have to be trained, by `policy.training_required`."""
IN_A_ROW = 3
"""So many cohorts running with the same mentor look like a habit."""
Pairs = Sequence[Entry[Pair]]


@rule("PER004", "error", "warning")
def person_who_meets_without_training(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Person who is in a pair, or has met, without having been trained.

    ## What it checks
    Whoever is in an open pair has a `trained` day. It is an error once a session of theirs was held without
    one, or before it. Both sides are trained, unless `policy.training_required` says `mentor`, `mentee` or
    `none`.

    ## Why it matters
    A training that both found good is one of the two things that predict a good match. The mentor learns
    there how to say a hard sentence, the leader how to hear one.

    ## Example
    ```yaml pairs/people/p-042.yml without trained
    # error-file: [PER004]
    ```
    ```yaml pairs/people/p-018.yml
    trained: 2026-02-10  # error: [PER004]
    ```

    ## Instead
    ```yaml pairs/people/p-042.yml
    trained: 2026-01-08
    ```
    """
    for name, pairs in _by_person(programme, policy(programme)).items():
        person = programme.people.get(name)
        if person is None or (person.item.trained or date.min) > as_of:
            continue
        first = min(_held(programme, pairs, as_of), key=lambda each: (each.item.date, each.path), default=None)
        trained = person.item.trained
        if first is not None and (trained is None or trained > first.item.day):
            yield _met_first(person, first)
        elif trained is None and (pair := next((each for each in pairs if _is_open(each, as_of)), None)):
            yield _untrained(person, pair, as_of)


def _by_person(programme: Programme, limits: Policy) -> Mapping[str, list[Entry[Pair]]]:
    """Give the pairs of each person on a side that has to be trained."""
    found: dict[str, list[Entry[Pair]]] = {}
    for pair in programme.pairs.values():
        for side in TRAINED[limits.training_required]:
            found.setdefault(getattr(pair.item, side), []).append(pair)
    return found


def _held(programme: Programme, pairs: Pairs, as_of: date) -> Iterator[Entry[Session]]:
    for pair in pairs:
        yield from (each for each in programme.sessions.get(pair.id, ()) if is_held(each.item, as_of))


def _is_open(pair: Entry[Pair], as_of: date) -> bool:
    return lifecycle.state(pair.item, as_of) in lifecycle.OPEN


def _met_first(person: Entry[Person], first: Entry[Session]) -> Finding:
    trained = person.item.trained
    return Finding(
        code="PER004",
        severity="error",
        span=person.key("trained") if trained is None else person.at("trained"),
        message="a session was held, but `trained` is missing"
        if trained is None
        else f"trained on {trained.isoformat()}, after the first session held on {first.item.day.isoformat()}",
        help="let the training take place before the next session, and write its day in `trained:`"
        if trained is None
        else "correct the day that is wrong; where both are right, tell a coordinator",
        key="trained",
        related=(Related("the first session held", first.at("date")),),
    )


def _untrained(person: Entry[Person], pair: Entry[Pair], as_of: date) -> Finding:
    number = lifecycle.first(pair.item, {"accepted"}) or 0
    return Finding(
        code="PER004",
        severity="warning",
        span=person.key("trained"),
        message=f"the pair is `{lifecycle.state(pair.item, as_of)}`, but `trained` is missing",
        help="agree on a day for the training before session 01, and write it in `trained:` afterwards",
        key="trained",
        related=(Related("since", pair.at("history", number, "on")),),
    )


@rule("PER005", "warning")
def person_in_too_many_pairs(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Person in more open pairs than they have room for, or mentor in a third cohort running.

    ## What it checks
    Nobody has more partners in open pairs (accepted, active or paused) than `capacity` says; without one,
    a person is mentor of one and mentee of two at most (`policy.capacity_mentor`,
    `policy.capacity_mentee`). Nobody is mentor in three cohorts in a row.

    ## Why it matters
    The same few who are asked each time carry the programme beside their work, and speak for everybody
    else. Both wear out.

    ## Example
    ```yaml pairs/people/p-045.yml
    interests:
      - bouldering
      - pottery
    ```
    ```yaml pairs/2026-spring/pair-08/pair.yml
    mentor: p-018  # warning: [PER005]
    mentee: p-045
    focus:
      - candour
    match:
      on: 2026-03-16
      reason: She says what he has not heard in the quarterly review for years.
      shared_interests:
        - pottery
      both_consulted: true
    history:
      - state: proposed
        on: 2026-03-16
        by: coordinator
      - state: accepted
        on: 2026-03-23
        by: both
    ```

    ## Instead
    ```yaml pairs/people/p-018.yml
    capacity: 2
    ```
    """
    limits = policy(programme)
    cohorts = [each.id for each in sorted(programme.cohorts.values(), key=lambda each: (each.starts, each.id))]
    for name, pairs in _pairs_of(programme).items():
        person = programme.people.get(name)
        if person is None:
            continue
        standing = [each for each in pairs if _is_open(each, as_of)]
        if crowded := _beyond(person, standing, limits):
            yield _crowded(person, *crowded)
        if again := _again(name, pairs, standing, cohorts):
            yield again


def _pairs_of(programme: Programme) -> Mapping[str, list[Entry[Pair]]]:
    """Give the accepted pairs of each person, in the order in which they were."""
    found: dict[str, list[tuple[date, str, Entry[Pair]]]] = {}
    for pair in programme.pairs.values():
        for step in pair.item.history:
            if step.state == "accepted":
                for member in dict.fromkeys(pair.item.members):
                    found.setdefault(member, []).append((step.on, pair.path, pair))
                break
    return {name: [pair for *_, pair in sorted(pairs, key=lambda each: each[:2])] for name, pairs in found.items()}


def _beyond(person: Entry[Person], standing: Pairs, limits: Policy) -> tuple[Entry[Pair], str, int, int] | None:
    """Give the pair that is one too many, the person's side in it, the partners there are and those allowed."""
    defaults = {"mentor": limits.capacity_mentor, "mentee": limits.capacity_mentee}
    own = person.item.capacity
    partners: dict[str, dict[str, Entry[Pair]]] = {"mentor": {}, "mentee": {}}
    for pair in standing:
        side, partner = _side(pair, person.id)
        partners[side if own is None else "mentor"].setdefault(partner, pair)
    for side, found in partners.items():
        allowed = defaults[side] if own is None else own
        if len(found) > allowed:
            last = list(found.values())[-1]
            return last, _side(last, person.id)[0], len(found), allowed
    return None


def _side(pair: Entry[Pair], person: str) -> tuple[str, str]:
    return ("mentor", pair.item.mentee) if pair.item.mentor == person else ("mentee", pair.item.mentor)


def _crowded(person: Entry[Person], pair: Entry[Pair], side: str, partners: int, allowed: int) -> Finding:
    span, own = pair.at(side), person.item.capacity is not None
    return Finding(
        code="PER005",
        severity="warning",
        span=span,
        message=f"`{person.id}` has {partners} partners in open pairs; room is for {allowed}",
        help=f"name another {side}, or ask them whether they have room for {partners} and set `capacity: {partners}`",
        key=side,
        related=(Related("their capacity", person.at("capacity")),)
        if own
        else (Related(f"without a `capacity`, {allowed} as {side}", span),),
    )


def _again(name: str, pairs: Pairs, standing: Pairs, cohorts: Sequence[str]) -> Finding | None:
    """Find an open pair of a mentor who was one in the cohorts just before as well."""
    mentored = {each.parts["cohort"] for each in pairs if each.item.mentor == name}
    for pair in standing:
        cohort = pair.parts["cohort"]
        at = cohorts.index(cohort) + 1 if cohort in cohorts else 0
        running = cohorts[max(0, at - IN_A_ROW) : at]
        if pair.item.mentor == name and len(running) == IN_A_ROW and mentored.issuperset(running):
            return _third_time(name, pair, running)
    return None


def _third_time(name: str, pair: Entry[Pair], running: Sequence[str]) -> Finding:
    span = pair.at("mentor")
    return Finding(
        code="PER005",
        severity="warning",
        span=span,
        message=f"`{name}` is mentor in the third cohort running",
        help="name somebody who was not a mentor yet, and ask this one whether they want a rest",
        key="mentor",
        related=(Related(" and ".join((", ".join(running[:-1]), running[-1])), span),),
    )
