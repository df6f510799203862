"""When sessions take place, and which of them is which in a pair's term (SES002)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator import lifecycle
from generator.kinds.agenda import STAGES
from generator.kinds.fields import Key
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.programme import Entry, Programme
from generator.progress.term import term
from generator.rules import rule
from generator.rules.known import NOT_IN_A_ROOM
from generator.source.finding import Finding, Related

FIRST, OPENING = "01", "first"
"""The number of the first session, and the stage of the templates it is made from."""


@rule("SES002", "error")
def session_out_of_its_time(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Session outside of its pair's time, held inside a pause, or made from a template of another stage.

    ## What it checks
    A session is dated from the first `active` on, and not after the term (`ends`) and the pair are over. None is
    held while the pair is paused. Session 01 is made from a template of the stage `first`, and no session from one
    of the stage `before`: a first call to see whether two people fit is never recorded.

    ## Why it matters
    What happens before the agreement is not covered by it, and a pause is only a rest if nobody works in it. The
    first session is the one in which both say what they expect; later there is no good moment for it.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    template: standard  # error: [SES002]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    template: contracting
    ```
    """
    for name, sessions in programme.sessions.items():
        for entry in sessions:
            yield from _of_another_stage(programme, entry)
        pair = programme.pairs.get(name)
        if pair and lifecycle.tells_its_period(pair.item, as_of):
            yield from _at_another_time(sessions, pair, as_of)


def _of_another_stage(programme: Programme, entry: Entry[Session]) -> Iterator[Finding]:
    """Look at the template; one that is unknown, or whose stage is, says nothing."""
    template = programme.agendas.get(entry.item.template)
    stage = template.item.stage if template else None
    if template is None or stage not in STAGES:
        return
    if stage == NOT_IN_A_ROOM:
        message, remedy = "a talk before the agreement is not recorded", "remove the file; nothing is kept of that talk"
    elif entry.parts["nn"] == FIRST and stage != OPENING:
        message = f"session {FIRST} is made from a template of stage `{stage}`"
        remedy = f"choose a template of stage `{OPENING}`, and talk about how you work first"
    else:
        return
    yield Finding(
        code="SES002",
        severity="error",
        span=entry.at("template"),
        message=message,
        help=remedy,
        key="template",
        related=(Related("its stage", template.at("stage")),),
    )


def _at_another_time(sessions: Sequence[Entry[Session]], pair: Entry[Pair], as_of: date) -> Iterator[Finding]:
    """Hold the sessions of a room against its pair's time; one held on a day to come is another fault."""
    begun, last, ended = lifecycle.first(pair.item, {"active"}), _last(pair.item, as_of), lifecycle.ended(pair.item)
    for entry in sessions:
        day, held = entry.item.day, entry.item.status == "held"
        if held and day > as_of:
            continue
        if begun is None:
            if held:
                yield _misplaced(entry, "the session is held, but its pair is not active yet")
        elif day < (start := pair.item.history[begun].on):
            place = Related("`active` starts here", pair.at("history", begun, "on"))
            yield _misplaced(entry, f"the session is dated before its pair became active on {start.isoformat()}", place)
        elif last and day > last[0] and (ended or day > as_of):
            name = "the end of the term" if last[1][0] == "agreement" else "the end of the pair"
            place = Related(name, pair.at(*last[1]))
            yield _misplaced(
                entry, f"the session is dated after its pair's time, which ends on {last[0].isoformat()}", place
            )
        elif held and lifecycle.state(pair.item, day) == "paused":
            at = max(number for number, step in enumerate(pair.item.history) if step.on <= day)
            place = Related("the pause starts here", pair.at("history", at, "on"))
            yield _misplaced(entry, "the session is held while its pair is paused", place)


def _last(pair: Pair, as_of: date) -> tuple[date, Key] | None:
    """Give the last day of a pair's time, and where it stands; a pair that goes on is not over before today."""
    ended, found = lifecycle.first(pair, lifecycle.ENDED), term(pair, as_of)
    ends: list[tuple[date, Key]] = [(found.ends, ("agreement", "ends"))] if found else []
    if ended is not None:
        ends.append((pair.history[ended].on, ("history", ended, "on")))
    return max(ends, key=lambda each: each[0], default=None)


def _misplaced(entry: Entry[Session], message: str, *related: Related) -> Finding:
    return Finding(
        code="SES002",
        severity="error",
        span=entry.at("date"),
        message=message,
        help="correct `date`, or the day in the pair's file",
        key="date",
        related=related,
    )
