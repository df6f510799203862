"""What no file may say about a person, and what a pair may show of them (PRI)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import count

from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.kinds.pulse import QUESTIONS, Item, Pulse
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.progress.pulse import rounded
from generator.rules import rule
from generator.rules.mentions import folded, name_words
from generator.source.finding import MANUAL, Finding, Fix, Related

NAMES_A_SIDE = re.compile(r"\b(?:mentor|mentee|junior|senior|leader)s?\b", re.IGNORECASE)


@rule("PRI001", "error")
def fact_that_measures_or_exposes_a_person(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Field that measures a person, or words that tell which side cancelled, declined or left.

    ## What it checks
    No file holds a survey answer, a safety score, a health, a band, a ranking, or who cancelled, moved or
    missed a session; nor, outside a person's file (see PER001), data on somebody's private life. A
    `reason` is a category and names neither side. A pulse holds means of five answers or more, and of as
    many as `policy.small_group` asks for, rounded to a half (of yes and no: to a quarter).

    ## Why it matters
    People who are measured stop being candid, and the junior side pays for it first. That either side may
    leave without a reason holds only as long as no file says which one it was.

    ## Example
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: declined
        on: 2026-03-30
        by: coordinator
        reason: the mentee had no time  # error: [PRI001]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-09/pair.yml
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
      - state: declined
        on: 2026-03-30
        by: coordinator
        reason: time
    ```

    ## If it was pushed already
    Whoever could clone the repository may have read it, and its history keeps it. Correct the file, tell
    both members and the support contact what could be read and since when, and ask the coordinators
    whether the history shall be rewritten. That helps only against those who have not fetched it yet.
    """
    for entry in programme.pairs.values():
        for at, step in enumerate(entry.item.history):
            if step.reason is not None and NAMES_A_SIDE.search(step.reason):
                yield _side_named(entry, at)
    least = policy(programme).small_group
    for pulse in programme.pulses.values():
        for item, result in pulse.item.items.items():
            sides = (("mentor", result.mentor), ("mentee", result.mentee))
            yield from (_few_answers(pulse, item, side, least) for side, mean in sides if mean and mean.n < least)
            finer = (side for side, mean in sides if mean and mean.mean != rounded(mean.mean, item))
            yield from (_too_fine(pulse, item, side) for side in finer)


def _few_answers(entry: Entry[Pulse], item: str, side: str, least: int) -> Finding:
    """How few they are is not said: the programme has promised that nobody knows."""
    return Finding(
        code="PRI001",
        severity="error",
        span=entry.key("items", item, side),
        message=f"`{side}` is a smaller group than `policy.small_group` allows to be shown",
        help=f"leave it out, and the other side with it: a mean is of {least} answers or more",
        key=f"items.{item}.{side}",
    )


def _side_named(entry: Entry[Pair], at: int) -> Finding:
    """The words themselves are not shown: they are what must not be known."""
    paused = entry.item.history[at].state == "paused"
    categories = "`leave`, `illness`, `workload`, `travel`" if paused else "`role change`, `left`, `time`, `fit`"
    return Finding(
        code="PRI001",
        severity="error",
        span=entry.at("history", at, "reason"),
        message="`reason` names a role; it must not tell which side it was",
        help=f"give a category only: {categories} or `other`",
        key=f"history[{at}].reason",
    )


def _too_fine(entry: Entry[Pulse], item: Item, side: str) -> Finding:
    """The mean is not said either."""
    part = "a quarter" if QUESTIONS[item].yes_or_no else "a half"
    return Finding(
        code="PRI001",
        severity="error",
        span=entry.at("items", item, side, "mean"),
        message="`mean` is so fine that single answers could be had from it",
        help=f"round it to {part}, as `mentoring pulse import` does",
        key=f"items.{item}.{side}.mean",
    )


@rule("PRI002", "error")
def pair_shown_without_consent(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair that is to be shown on the organisation's site though a member has not agreed to be.

    ## What it checks
    Where an agreement says `publish: names` or `publish: progress`, both members have
    `consent.profile: organisation` in their own files.

    ## Why it matters
    Consent is personal: a signature under the agreement of two does not replace the yes of one, and
    whoever takes it back takes the pair off the site.

    ## Example
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
      publish: names  # error: [PRI002]
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

    ## If it was pushed already
    The site shows the names from its next build on, and until the one after the correction. Set
    `publish: nothing` first and ask afterwards. Pages that were read, copied or found by a search engine
    inside the organisation are out of reach; tell the member concerned how long they could be seen.
    """
    for entry in programme.pairs.values():
        agreement = entry.item.agreement
        if agreement and agreement.publish not in (None, "nothing"):
            people = (programme.people.get(member) for member in entry.item.members)
            without = [person for person in people if person and _refuses(person.item)]
            if without:
                yield _not_agreed(entry, without)


def _refuses(person: Person) -> bool:
    """Tell whether a consent is there and narrower; that it is missing altogether is another finding."""
    return person.consent is not None and person.consent.profile != "organisation"


def _not_agreed(entry: Entry[Pair], without: list[Entry[Person]]) -> Finding:
    agreement = entry.item.agreement
    signed = agreement.signed if agreement else None
    names = " and ".join(person.id for person in without)
    return Finding(
        code="PRI002",
        severity="error",
        span=entry.at("agreement", "publish"),
        message=f"the pair is to be shown, but the organisation may not see the profile of {names}",
        help=f"set `publish: nothing`, or ask {names} to widen `consent.profile` in a pull request of their own",
        key="agreement.publish",
        related=tuple(Related(f"the consent of {each.id}", each.at("consent", "profile")) for each in without),
        fix=MANUAL if signed else Fix("unsafe", "replace with `nothing`", "nothing"),
    )


@rule("PRI004", "warning")
def folder_that_tells_a_name(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair that is not to be shown while the name of its folder tells who it is.

    ## What it checks
    Where an agreement says `publish: nothing`, or there is none yet, no word of the pair's folder name is a
    word of a member's name.

    ## Why it matters
    Folder names stand in addresses, links, logs and lists of changed files, which are read by people who
    never open the file. A pair that is called after its members is published, whatever its agreement says.

    ## Example
    ```yaml pairs/2026-spring/yusra-and-radomir/pair.yml
    mentor: p-020  # warning: [PRI004]
    mentee: p-045
    focus:
      - digital
    match:
      on: 2026-03-24
      reason: He approves tools, she lives with the ones approved two years ago.
      shared_interests:
        - bouldering
      both_consulted: true
    history:
      - state: proposed
        on: 2026-03-24
        by: coordinator
    ```
    ```yaml delete pairs/2026-spring/pair-09/pair.yml
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-09/pair.yml
    mentor: p-020
    mentee: p-045
    ```

    ## If it was pushed already
    Rename the folder, its thread and what refers to them, and ask the coordinators whether its history shall be
    rewritten: the old name stays in it, in forks, and in everything that was built from it.
    """
    for entry in programme.pairs.values():
        agreement = entry.item.agreement
        if agreement is None or agreement.publish == "nothing":
            slug = {*folded(entry.parts["pair"]).split("-")}
            people = [programme.people[each] for each in entry.item.members if each in programme.people]
            telling = [person.id for person in people if not slug.isdisjoint(name_words(person.item.name))]
            if telling:
                yield _telling_folder(programme, entry, telling)


def _telling_folder(programme: Programme, entry: Entry[Pair], telling: list[str]) -> Finding:
    """Point at what is to be hidden; where there is no agreement yet, at whose name it is."""
    agreed = entry.item.agreement is not None
    side = "mentor" if entry.item.mentor == telling[0] else "mentee"
    free = next(name for at in count(1) if (name := f"{entry.parts['cohort']}/pair-{at:02}") not in programme.pairs)
    return Finding(
        code="PRI004",
        severity="warning",
        span=entry.at("agreement", "publish") if agreed else entry.at(side),
        message=f"nothing of the pair is to be shown, but its folder tells the name of {' and '.join(telling)}",
        help=f"rename the folder to one that says nothing, such as `{free}`, and its thread with it",
        key="agreement.publish" if agreed else side,
    )
