"""Roadmaps in use: reviewed in time, changed with care, and no longer than a term (ROA)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Any

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.roadmap import Roadmap, Step
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.rules import also, rule
from generator.source.durations import as_text
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest
from generator.source.span import Span


@rule("ROA003", "error")
def roadmap_reviewed_in_the_future(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Roadmap whose last review is too long ago, or still to come.

    ## What it checks
    `reviewed_on` is not after today (an error). Told by the nightly run: it is at most 365 days ago
    (`policy.review_age`), 180 days in a focus area of `policy.fast_areas` (`policy.review_age_fast`).
    Retired roadmaps are left alone.

    ## Why it matters
    A path about artificial intelligence that was right a year ago teaches last year's mistakes. Somebody
    has read it recently, or its date says when that was.

    ## Example
    ```markdown content/roadmaps/digital-fluency.md
    reviewed_on: 2025-10-02  # nightly: [ROA003]
    ```
    ```markdown content/roadmaps/candour.md
    reviewed_on: 2026-08-18  # error: [ROA003]
    ```

    ## Instead
    ```markdown content/roadmaps/digital-fluency.md
    reviewed_on: 2026-03-30
    ```
    ```markdown content/roadmaps/candour.md
    reviewed_on: 2025-08-18
    ```
    """
    for entry in programme.roadmaps.values():
        if entry.item.reviewed_on > as_of:
            yield Finding(
                code="ROA003",
                severity="error",
                span=entry.at("reviewed_on"),
                message="the roadmap is reviewed on a day that is still to come",
                help="write the day of the last review",
                key="reviewed_on",
                related=(Related(f"judged as of {as_of.isoformat()}"),),
            )


@also("ROA003", "nightly")
def roadmap_not_reviewed_for_long(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Find the roadmaps nobody has looked at for longer than their focus area allows."""
    rules = policy(programme)
    for entry in programme.roadmaps.values():
        fast = entry.item.focus_area in rules.fast_areas
        most = rules.review_age_fast if fast else rules.review_age
        if entry.item.state != "retired" and as_of - entry.item.reviewed_on > most:
            yield _aged(entry, as_of, most, fast=fast)


def _aged(entry: Entry[Roadmap], as_of: date, most: timedelta, *, fast: bool) -> Finding:
    quick = (Related("a focus area that ages quickly", entry.at("focus_area")),) if fast else ()
    return Finding(
        code="ROA003",
        severity="nightly",
        span=entry.at("reviewed_on"),
        message=f"the last review is {(as_of - entry.item.reviewed_on).days} days ago; agreed: every {as_text(most)}",
        help=f"ask {entry.item.owner} to read it, mend what is out of date, and set `reviewed_on`",
        key="reviewed_on",
        related=(*quick, Related(f"judged as of {as_of.isoformat()} (--as-of)")),
        since=entry.item.reviewed_on + most + timedelta(days=1),
    )


@rule("ROA004", "warning")
def roadmap_taken_away(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Roadmap or step that is taken away from those who follow it.

    ## What it checks
    No pair that is accepted, active or paused follows a roadmap that is `retired` (a warning). And no change
    removes or renames a step which a session, a post or a pair's `skipped` still names (an error).

    ## Why it matters
    Pairs plan their term along these steps, and their progress is counted by them. What they have done
    must not disappear because somebody found a better word.

    ## Example
    ```markdown content/roadmaps/candour.md
    state: retired
    ```
    ```yaml pairs/2026-spring/pair-07/pair.yml
    roadmaps:
      - candour  # warning: [ROA004]
    ```

    ## Instead
    ```markdown content/roadmaps/candour.md
    state: active
    ```
    ```yaml pairs/2026-spring/pair-07/pair.yml
    roadmaps:
      - candour
    ```
    """
    retired = {name: entry for name, entry in programme.roadmaps.items() if entry.item.state == "retired"}
    for pair in programme.pairs.values() if retired else ():
        for number, name in enumerate(pair.item.roadmaps):
            if name in retired and lifecycle.state(pair.item, as_of) in lifecycle.OPEN:
                yield _retired(pair, number, retired[name])


def _retired(pair: Entry[Pair], number: int, roadmap: Entry[Roadmap]) -> Finding:
    return Finding(
        code="ROA004",
        severity="warning",
        span=pair.at("roadmaps", number),
        message=f"the pair follows `{roadmap.id}`, which is retired",
        help="choose another roadmap with the pair, or keep this one `active` until the pair has ended",
        key=f"roadmaps[{number}]",
        related=(Related("retired here", roadmap.at("state")),),
    )


@also("ROA004", "error")
def step_taken_away(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Find the steps that a change removes or renames though something names them."""
    gone: dict[str, Step] = {}
    for name, before in base.roadmaps.items():
        if (entry := programme.roadmaps.get(name)) is not None:
            kept = {step.id for step in entry.item.steps}
            gone |= {f"{name}/{step.id}": step for step in before.item.steps if step.id not in kept}
    named = _named(programme) if gone else {}
    for step, was in gone.items():
        if step in named:
            roadmap = step.partition("/")[0]
            yield _gone(programme.roadmaps[roadmap], base.roadmaps[roadmap], was, named[step])


def _named(programme: Programme) -> Mapping[str, list[Span]]:
    """Give the places that name each step: of sessions, posts, and what pairs skip."""
    found: dict[str, list[Span]] = {}
    naming: Iterator[Entry[Any]] = chain.from_iterable((*programme.sessions.values(), *programme.threads.values()))
    for entry in naming:
        if entry.item.step is not None:
            found.setdefault(entry.item.step, []).append(entry.at("step"))
    for pair in programme.pairs.values():
        for number, skipped in enumerate(pair.item.skipped):
            found.setdefault(skipped.step, []).append(pair.at("skipped", number, "step"))
    return found


def _gone(entry: Entry[Roadmap], before: Entry[Roadmap], was: Step, places: list[Span]) -> Finding:
    """Point at the step under its new id where there is one, else at the list it was taken from."""
    old = {step.id for step in before.item.steps}
    new = {step.id: at for at, step in enumerate(entry.item.steps) if step.id not in old}
    same = [name for name, at in new.items() if entry.item.steps[at].title == was.title]
    renamed = next(iter([*same, *nearest(was.id, new, 1)]), None)
    count = f"{len(places)} {'place names' if len(places) == 1 else 'places name'}"
    return Finding(
        code="ROA004",
        severity="error",
        span=entry.key("steps") if renamed is None else entry.at("steps", new[renamed], "id"),
        message=f"step `{was.id}` is {'removed' if renamed is None else f'renamed to `{renamed}`'}, but {count} it",
        help=f"keep the id `{was.id}`; titles and texts may change"
        if renamed
        else "keep the step, or change those first",
        key=f"steps[{was.id}]",
        related=(Related("named here", min(places)),),
        fix=Fix("unsafe", f"replace with `{was.id}`", was.id) if renamed else MANUAL,
    )


@rule("ROA005", "warning")
def roadmap_longer_than_the_term(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair whose roadmaps have more steps than it has agreed on sessions.

    ## What it checks
    In a pair that is accepted, active or paused, the steps of all its `roadmaps`, those under `skipped`
    left out, are not more than the `sessions` of its agreement.

    ## Why it matters
    A session carries about one step. Where there are more steps than hours, the last ones are dropped in
    silence, and they are those in which something is decided.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    roadmaps:  # warning: [ROA005]
      - candour
      - digital-fluency
    agreement:
      version: 1
      signed:
        mentor: 2026-01-30
        mentee: 2026-01-29
      every: 30 days
      length: 45 min
      sessions: 4
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

    ## Instead
    ```yaml pairs/2026-spring/pair-07/pair.yml
    roadmaps:
      - candour
      - digital-fluency
    skipped:
      - step: digital-fluency/where-i-stand
        why: He has done this one with his own team.
    ```
    """
    for pair in programme.pairs.values():
        item = pair.item
        most = item.agreement.sessions if item.agreement else None
        if most is None or not item.roadmaps or not all(name in programme.roadmaps for name in item.roadmaps):
            continue
        steps = {f"{name}/{step.id}" for name in item.roadmaps for step in programme.roadmaps[name].item.steps}
        count = len(steps.difference(each.step for each in item.skipped))
        if count > most and lifecycle.state(item, as_of) in lifecycle.OPEN:
            yield _too_long(pair, count, most)


def _too_long(pair: Entry[Pair], count: int, most: int) -> Finding:
    more = f"{count - most} step{'s' if count - most > 1 else ''}"
    return Finding(
        code="ROA005",
        severity="warning",
        span=pair.key("roadmaps"),
        message=f"the pair's roadmaps have {count} steps to take, its agreement {most} sessions",
        help=f"name {more} to leave out under `skipped:`, each with its reason",
        key="roadmaps",
        related=(Related("the sessions agreed on", pair.at("agreement", "sessions")),),
    )
