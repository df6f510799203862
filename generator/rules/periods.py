"""When sessions take place, and which of them is which in a pair's term (SES002)."""

from __future__ import annotations

from collections.abc import Iterator
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
        pair = programme.pairs.get(name)
        told = pair is not None and lifecycle.tells_its_period(pair.item, as_of)
        for entry in sessions:
            yield from _of_another_stage(programme, entry)
            if pair and told and not (entry.item.status == "held" and entry.item.day > as_of):
                yield from _at_another_time(entry, pair, as_of)


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


def _at_another_time(entry: Entry[Session], pair: Entry[Pair], as_of: date) -> Iterator[Finding]:
    begun, day, held = lifecycle.first(pair.item, {"active"}), entry.item.day, entry.item.status == "held"
    if begun is None:
        if held:
            yield _misplaced(entry, "the session is held, but its pair is not active yet")
        return
    start = pair.item.history[begun].on
    if day < start:
        place = Related("`active` starts here", pair.at("history", begun, "on"))
        yield _misplaced(entry, f"the session is dated before its pair became active on {start.isoformat()}", place)
    elif over := _over(pair.item, day, as_of):
        place = Related(
            "the end of the term" if over[1][0] == "agreement" else "the end of the pair", pair.at(*over[1])
        )
        yield _misplaced(
            entry, f"the session is dated after its pair's time, which ends on {over[0].isoformat()}", place
        )
    elif held and lifecycle.state(pair.item, day) == "paused":
        at = max(number for number, step in enumerate(pair.item.history) if step.on <= day)
        place = Related("the pause starts here", pair.at("history", at, "on"))
        yield _misplaced(entry, "the session is held while its pair is paused", place)


def _over(pair: Pair, day: date, as_of: date) -> tuple[date, Key] | None:
    """Give the day on which a pair's time is over, and where it stands, if a session is dated after it.

    A pair that goes on is not over before today, whatever its agreement says; one without an end never is.
    """
    ended = lifecycle.first(pair, lifecycle.ENDED)
    if ended is None and day <= as_of:
        return None
    found = term(pair, as_of)
    ends: list[tuple[date, Key]] = [(found.ends, ("agreement", "ends"))] if found else []
    if ended is not None:
        ends.append((pair.history[ended].on, ("history", ended, "on")))
    last = max(ends, key=lambda each: each[0], default=None)
    return last if last and day > last[0] else None


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
