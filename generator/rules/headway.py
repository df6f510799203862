"""Goals over a term: that both sides have one, that none is lost, that they move (GOA)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.progress import goal_progress
from generator.progress.activity import active_days, reached
from generator.progress.sessions import is_held
from generator.progress.term import elapsed, term
from generator.rules import also, rule
from generator.source.finding import Finding, Related

SIDES = ("mentor", "mentee")
GOALS_BY = "02"
"""Once this session is held, both sides have a goal."""
HALF = Fraction(1, 2)


@rule("GOA001", "error")
def side_without_a_goal(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Pair in which one side, or neither, has a goal when it is time to have one.

    ## What it checks
    Once session 02 is held, mentor and mentee have at least one goal each. From active day 30 on
    (`policy.goals_by`) the nightly run asks for a goal that is still missing.

    ## Why it matters
    Reverse mentoring is an exchange. The side without a goal gives an hour a month and takes nothing along,
    and sooner or later it stops coming.

    ## Example
    ```yaml pairs/2026-spring/pair-03/pair.yml
    goals:  # error: [GOA001]
      - id: g2
        side: mentee
        goal: I do one task a week with the assistant myself.
        sign: Four weeks with one finished task each.
        state: open
        progress: 50
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/pair.yml
    goals:
      - id: g1
        side: mentor
        goal: I can explain to a board member why a decision was taken.
        sign: She retells one decision, and he has nothing to correct.
        state: open
        progress: 25
      - id: g2
        side: mentee
        goal: I do one task a week with the assistant myself.
        sign: Four weeks with one finished task each.
        state: open
        progress: 50
    ```
    """
    for name, entry in programme.pairs.items():
        missing = _without(entry.item)
        if missing and (second := _second_held(programme, name, as_of)):
            yield _no_goal(entry, missing, second)


@also("GOA001", "nightly")
def goal_awaited(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Find active pairs in which a side has no goal though the days for it are over."""
    within = policy(programme).goals_by.days
    for name, entry in programme.pairs.items():
        pair = entry.item
        if not (missing := _without(pair)) or _second_held(programme, name, as_of) or not _is_active(pair, as_of):
            continue
        if (days := active_days(pair, as_of)) >= within:
            yield _awaited(entry, missing, days, within, as_of)


def _without(pair: Pair) -> list[str]:
    """Name the sides that have no goal."""
    return [side for side in SIDES if all(goal.side != side for goal in pair.goals)]


def _second_held(programme: Programme, pair: str, as_of: date) -> Entry[Session] | None:
    found = (each for each in programme.sessions.get(pair, ()) if each.parts["nn"] == GOALS_BY)
    return next((each for each in found if is_held(each.item, as_of)), None)


def _is_active(pair: Pair, as_of: date) -> bool:
    return lifecycle.state(pair, as_of) == "active" and lifecycle.tells_its_period(pair, as_of)


def _who(missing: Sequence[str]) -> str:
    return f"the {missing[0]} has no goal" if len(missing) == 1 else "neither side has a goal"


def _remedy(missing: Sequence[str]) -> str:
    sides = " and ".join(f"`side: {side}`" for side in missing)
    return f"add a goal with {sides} under `goals`, with a `sign` by which both will know"


def _no_goal(entry: Entry[Pair], missing: Sequence[str], second: Entry[Session]) -> Finding:
    return Finding(
        code="GOA001",
        severity="error",
        span=entry.key("goals"),
        message=f"session {GOALS_BY} is held, but {_who(missing)}",
        help=_remedy(missing),
        key="goals",
        related=(Related("held", second.at("status")),),
    )


def _awaited(entry: Entry[Pair], missing: Sequence[str], days: int, within: int, as_of: date) -> Finding:
    return Finding(
        code="GOA001",
        severity="nightly",
        span=entry.key("goals"),
        message=f"{_who(missing)} on active day {days}; one each is expected by day {within}",
        help=_remedy(missing),
        key="goals",
        related=(Related(f"judged as of {as_of.isoformat()}"),),
        since=reached(entry.item, within, as_of),
    )


@rule("GOA003", "error")
def goal_without_an_ending(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Goal that was taken out, or that is still open though its pair is completed.

    ## What it checks
    A goal is never removed from a pair's file: one that is given up is `dropped`, one that changed is
    `reframed`. When a pair is `completed` none of its goals is `open`.

    ## Why it matters
    A goal that changed on the way is often the best result of a term. If it may vanish, only the ones that
    were easy to reach are left.

    ## Example
    ```yaml pairs/2025-autumn/pair-01/pair.yml
    goals:
      - id: g1
        side: mentor
        goal: I ask my question in the big meeting.
        sign: One question asked, with an answer in the minutes.
        state: reached
        progress: 100
      - id: g2
        side: mentee
        goal: I learn what is not told to me.
        sign: Three things nobody had mentioned before.
        state: open  # error: [GOA003]
        progress: 75
    ```

    ## Instead
    ```yaml pairs/2025-autumn/pair-01/pair.yml
    goals:
      - id: g1
        side: mentor
        goal: I ask my question in the big meeting.
        sign: One question asked, with an answer in the minutes.
        state: reached
        progress: 100
      - id: g2
        side: mentee
        goal: I learn what is not told to me.
        sign: Three things nobody had mentioned before.
        state: closer
        progress: 75
    ```
    """
    for entry in programme.pairs.values():
        ended = lifecycle.first(entry.item, {"completed"})
        if ended is not None and entry.item.history[ended].on <= as_of:
            for at, goal in enumerate(entry.item.goals):
                if goal.state == "open":
                    yield _left_open(entry, at, ended)


def _left_open(entry: Entry[Pair], at: int, ended: int) -> Finding:
    name = entry.item.goals[at].id
    return Finding(
        code="GOA003",
        severity="error",
        span=entry.at("goals", at, "state"),
        message=f"the pair is `completed`, but goal `{name}` is still open",
        help="say together how it ended: `reached`, `closer`, `reframed` or `dropped`",
        key=f"goals[{name}].state",
        related=(Related("completed", entry.at("history", ended, "state")),),
    )


@also("GOA003", "error")
def goal_removed(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Find goals that a pair had before the change and has no more."""
    del as_of
    for name, entry in programme.pairs.items():
        before = base.pairs.get(name)
        if before is None or before.item.goals == entry.item.goals:
            continue
        kept = {goal.id for goal in entry.item.goals}
        for gone in sorted({goal.id for goal in before.item.goals} - kept):
            yield Finding(
                code="GOA003",
                severity="error",
                span=entry.key("goals"),
                message=f"goal `{gone}` was removed",
                help=f"put goal `{gone}` back as it was, with `state: dropped` or `state: reframed`",
                key=f"goals[{gone}]",
            )


@rule("GOA004", "nightly")
def goals_behind_the_term(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Side whose goals lag behind in the second half of the term.

    ## What it checks
    After half of the term, in active days, the mean progress of a side's goals (open and reached ones) is not
    more than 25 points behind the share of the term that is over (`policy.goal_lag`).

    ## Why it matters
    Half-way there is still time to take a smaller goal, or to give one up. It says something about the goals,
    and nothing about the two people.

    ## Example
    ```yaml pairs/2026-spring/pair-07/pair.yml
    agreement:
      version: 1
      signed: {mentor: 2026-01-30, mentee: 2026-01-29}
      every: 3 weeks
      length: 45 min
      sessions: 4
      mode: in person
      agenda_owner: alternate
      booked_by: mentee
      confidentiality: pair
      exceptions: [law, serious harm, safeguarding]
      publish: nothing
      off_limits: [appraisal, promotion, line decisions]
      feedback: First a question, then the sentence itself.
      cancel: {notice: 48 h, rebook_within: 10 days}
      review_on: 2026-04-04
      ends: 2026-05-17
    goals:
      - id: g1
        side: mentor
        goal: I say a number is wrong before the lorry leaves.
        sign: One report goes out late, for a stated reason.
        state: open
        progress: 50
      - id: g2
        side: mentee
        goal: I hear of a shortage in the week it happens.
        sign: He names one before it is in the report.
        state: open
        progress: 25  # nightly: [GOA004]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/pair.yml
    goals:
      - id: g1
        side: mentor
        goal: I say a number is wrong before the lorry leaves.
        sign: One report goes out late, for a stated reason.
        state: open
        progress: 50
      - id: g2
        side: mentee
        goal: I hear of a shortage in the week it happens.
        sign: He names one before it is in the report.
        state: dropped
        progress: 25
      - id: g3
        side: mentee
        goal: I hear of a shortage before the quarter ends.
        sign: He names one in the corridor.
        state: open
        progress: 50
    ```
    """
    lag = policy(programme).goal_lag
    for entry in programme.pairs.values():
        found = term(entry.item, as_of) if lifecycle.state(entry.item, as_of) == "active" else None
        share = elapsed(entry.item, found, as_of) if found else Fraction(0)
        if found is None or share <= HALF:
            continue
        for side in SIDES:
            mean = goal_progress.mean(entry.item.goals, side)
            if mean is not None and share - mean > lag:
                place = f"active day {active_days(entry.item, as_of)} of {found.days}"
                since = reached(entry.item, floor(max(HALF, mean + lag) * found.days) + 1, as_of)
                yield _behind(entry, side, f"at {floor(mean * 100)} % on {place}", share - lag, since, as_of)


def _behind(entry: Entry[Pair], side: str, where: str, least: Fraction, since: date, as_of: date) -> Finding:
    """Point at the open goal of a side that moved least."""
    own = [at for at, goal in enumerate(entry.item.goals) if goal.side == side and goal.state == "open"]
    at = min(own, key=lambda each: int(entry.item.goals[each].progress or 0))
    return Finding(
        code="GOA004",
        severity="nightly",
        span=entry.at("goals", at, "progress"),
        message=f"the {side}'s goals stand {where}; {ceil(least * 100)} % or more are expected",
        help="talk about it in the next session: take a smaller step, reframe the goal, or drop it",
        key=f"goals[{entry.item.goals[at].id}].progress",
        related=(Related(f"judged as of {as_of.isoformat()}"),),
        since=since,
    )
