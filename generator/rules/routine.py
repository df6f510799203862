"""What sessions of a room are made of, and when it has become a habit (SES006, SES010)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby, pairwise

from generator.kinds.session import Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.progress.sessions import is_held
from generator.rules import plans, rule
from generator.rules.sessions import TAKES_TIME
from generator.source.durations import as_text
from generator.source.finding import Finding, Related

RUN = 4
"""So many sessions from one template in a row are a habit."""
STEP_BY = 3
"""By this session a pair with a roadmap has begun to follow it."""
SHORT = Fraction(3, 5)

Sessions = Sequence[Entry[Session]]


@rule("SES006", "warning")
def agenda_led_by_the_mentee(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Agenda in which the senior person leads most of the time.

    ## What it checks
    Items that the mentee leads alone take at most 70 % of an agenda's minutes (`policy.mentee_lead`).

    ## Why it matters
    The commonest way for reverse mentoring to fail is that the senior person lectures again, and that both find
    it normal. The agenda shows it before the talk.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    agenda:
      - item: Arriving
        minutes: 5
        lead: both
        kind: check-in
      - item: One decision, told from its end
        minutes: 35
        lead: mentee  # warning: [SES006]
        kind: topic
      - item: Promises
        minutes: 5
        lead: both
        kind: actions
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/03.yml
    agenda:
      - item: Arriving
        minutes: 5
        lead: both
        kind: check-in
      - item: One decision, told from its end
        minutes: 20
        lead: mentee
        kind: topic
      - item: What it looked like from the dock
        minutes: 15
        lead: mentor
        kind: reflect
      - item: Promises
        minutes: 5
        lead: both
        kind: actions
    ```
    """
    most = policy(programme).mentee_lead
    for sessions in programme.sessions.values():
        for entry in sessions:
            if entry.item.agenda:
                yield from plans.led_by_mentee("SES006", "warning", entry, "agenda", most)


@rule("SES010", "warning")
def room_that_runs_on_habit(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Room in which sessions repeat one template, leave the roadmap alone, or end early.

    ## What it checks
    No template is used four times in a row; sessions that were called off do not count. A pair that follows a
    roadmap names a `step` in one of its first three sessions. No two held sessions in a row took less than 60 %
    of their `length`.

    ## Why it matters
    Nobody decides to drift into small talk. It begins with the same agenda once more, with a roadmap that can
    wait, and with two hours that were over after thirty minutes.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    actual: 25 min
    ```
    ```yaml pairs/2026-spring/pair-07/sessions/02.yml
    actual: 20 min  # warning: [SES010]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/02.yml
    actual: 45 min
    ```
    """
    unread = programme.broken.get("session", frozenset())
    broken = {name.rpartition("/")[0] for name in unread}
    for name, sessions in programme.sessions.items():
        taking_place = [each for each in sessions if each.item.status in TAKES_TIME]
        yield from _one_template(programme, taking_place)
        yield from _short([each for each in sessions if is_held(each.item, as_of)])
        pair = programme.pairs.get(name)
        if pair and pair.item.roadmaps and name not in broken:
            yield from _without_a_step(sessions)


def _one_template(programme: Programme, sessions: Sessions) -> Iterator[Finding]:
    """Find the session that is the fourth in a row from a template; one that does not exist is another fault."""
    for template, group in groupby(sessions, key=lambda each: each.item.template):
        run = list(group)
        if len(run) >= RUN and programme.knows("agenda", template):
            yield Finding(
                code="SES010",
                severity="warning",
                span=run[RUN - 1].at("template"),
                message=f"`{template}` is the template of {RUN} sessions in a row; {RUN - 1} at most are expected",
                help="choose another template for this one, such as one to watch, to practise or to review",
                key="template",
                related=(Related("the first of them", run[0].at("template")),),
            )


def _without_a_step(sessions: Sessions) -> Iterator[Finding]:
    begun = [each for each in sessions if int(each.parts["nn"]) <= STEP_BY]
    third = next((each for each in begun if int(each.parts["nn"]) == STEP_BY and each.item.status in TAKES_TIME), None)
    if third and all(each.item.step is None for each in begun):
        yield Finding(
            code="SES010",
            severity="warning",
            span=third.at("template"),
            message=f"the pair follows a roadmap, but none of its first {STEP_BY} sessions has a `step`",
            help="add `step:` with a step of the roadmap, or leave `roadmaps` out of the pair's file",
            key="step",
        )


def _short(held: Sessions) -> Iterator[Finding]:
    """Find each session that took much less than its time, as the one before it did."""
    for before, after in pairwise(held):
        if _is_short(before.item) and _is_short(after.item):
            took = as_text(after.item.actual) if after.item.actual else ""
            yield Finding(
                code="SES010",
                severity="warning",
                span=after.at("actual"),
                message=f"the session took {took} of {as_text(after.item.length)}, under 60 % like the one before",
                help="plan a shorter `length`, or ask in the next check-in what would make the time worth it",
                key="actual",
                related=(Related("the one before", before.at("actual")),),
            )


def _is_short(session: Session) -> bool:
    return session.actual is not None and session.actual * SHORT.denominator < session.length * SHORT.numerator
