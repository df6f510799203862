"""What is written after a session: what each side keeps, and when they meet again (SES007, SES009)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import floor

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.policy import Policy, policy
from generator.programme import Entry, Programme
from generator.progress.activity import active_days
from generator.progress.rhythm import cadence
from generator.progress.sessions import is_held
from generator.rules import rule
from generator.rules.sessions import TAKES_TIME
from generator.source.finding import Finding, Related, Severity

SIDES = ("mentor", "mentee")
WITHHELD = "withheld"

Sessions = Sequence[Entry[Session]]


@rule("SES007", "error", "warning")
def session_that_leads_nowhere(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Held session without a takeaway, or after which it is not clear when the two meet again.

    ## What it checks
    A held session has a takeaway, and one of each side (a warning); `withheld` is one. `next` is a later day, not
    more than 1.75 times the agreed rhythm away, pauses left out (a warning, `policy.drift_watch`). On the `next`
    of an active pair's last held session one is planned (a warning). `closing` stands in the last session only.

    ## Why it matters
    Most pairs that fade away never decided to. They parted without a date, and a month later each of them waited
    for the other.

    ## Example
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    takeaways:  # warning: [SES007]
      mentee: I talked for half of the time we had.
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-07/sessions/01.yml
    takeaways:
      mentor: withheld
      mentee: I talked for half of the time we had.
    ```
    """
    own = policy(programme)
    for name, sessions in programme.sessions.items():
        held = [each for each in sessions if is_held(each.item, as_of)]
        pair, every = _on_its_way(programme, name, held, as_of), _rhythm(programme, name, own)
        most = floor(own.drift_watch * every)
        for at, entry in enumerate(sessions):
            if not is_held(entry.item, as_of):
                continue
            later = sessions[at + 1 :]
            yield from _without_takeaway(entry)
            if found := [
                *_no_end(entry, later),
                *(_far(entry, pair, every, most) if pair else ()),
            ]:
                yield found[0]
            elif pair and entry is held[-1] and lifecycle.state(pair.item, as_of) == "active":
                yield from _not_planned(programme, entry, later)


def _on_its_way(programme: Programme, name: str, held: Sessions, as_of: date) -> Entry[Pair] | None:
    """Give the pair of a room if its history can be read and its sessions are held in order (else SES001 speaks)."""
    pair = programme.pairs.get(name)
    told = pair is not None and lifecycle.tells_its_period(pair.item, as_of)
    in_order = all(before.item.day <= after.item.day for before, after in pairwise(held))
    return pair if told and in_order else None


def _without_takeaway(entry: Entry[Session]) -> Iterator[Finding]:
    takeaways = entry.item.takeaways
    missing = [side for side in SIDES if takeaways and getattr(takeaways, side) is None]
    if missing:
        both = len(missing) == len(SIDES)
        yield Finding(
            code="SES007",
            severity="error" if both else "warning",
            span=entry.key("takeaways"),
            message="no side has a takeaway" if both else f"the {missing[0]} has no takeaway",
            help=f"add {' and '.join(f'`{side}:`' for side in missing)} with one sentence of that side, or `withheld`",
            key="takeaways" if both else f"takeaways.{missing[0]}",
        )


def _no_end(entry: Entry[Session], later: Sessions) -> Iterator[Finding]:
    """Find a `next` that cannot be meant: an end that is none, or a day that is over."""
    after = next((each for each in later if each.item.status in TAKES_TIME), None)
    if entry.item.next == "closing" and after:
        message = f"session {entry.parts['nn']} is the last one (`closing`), but session {after.parts['nn']} follows"
        remedy = f"set `next: {after.item.day.isoformat()}`, or cancel what comes after it"
        yield _of_next(entry, "error", message, remedy, Related(f"session {after.parts['nn']}", after.at("date")))
    elif isinstance(entry.item.next, date) and entry.item.next <= entry.item.day:
        remedy = "correct `next`, or write `closing` where this session was the last"
        yield _of_next(
            entry, "error", "the next session is not later than this one", remedy, Related("this one", entry.at("date"))
        )


def _far(entry: Entry[Session], pair: Entry[Pair], every: int, most: int) -> Iterator[Finding]:
    """Measure the way to the next session in active days, of which there are never more than days."""
    day = entry.item.next
    if not isinstance(day, date) or not every or (day - entry.item.day).days <= most:
        return
    if (away := active_days(pair.item, day, entry.item.day)) > most:
        expected = f"at most {most} are expected with a rhythm of {days(every)}"
        agreed = pair.item.agreement and pair.item.agreement.every
        yield _of_next(
            entry,
            "warning",
            f"the next session is {days(away)} away; {expected}",
            "agree on an earlier day, or record a pause with its reason",
            *((Related("the agreed rhythm", pair.at("agreement", "every")),) if agreed else ()),
        )


def _rhythm(programme: Programme, pair: str, own: Policy) -> int:
    """Give the days a pair agreed on between sessions; 0 where it is not known, or AGR003 speaks of it."""
    every, (least, most) = cadence(programme, pair), own.cadence
    return every if pair in programme.pairs and least.days <= every <= most.days else 0


def days(count: int) -> str:
    """Write a number of days."""
    return f"{count} day" if count == 1 else f"{count} days"


def _not_planned(programme: Programme, entry: Entry[Session], later: Sessions) -> Iterator[Finding]:
    """Find a day on which nothing is planned.

    Where the session after it was moved, it was; one that is dated too early, or cannot be read, says nothing.
    """
    day, unread = entry.item.next, programme.broken.get("session", frozenset())
    planned = any(each.item.day == day or each.item.moved or each.item.day <= entry.item.day for each in later)
    if isinstance(day, date) and not planned and not any(each.startswith(f"{entry.pair}/") for each in unread):
        remedy = "correct `next`, or the date of the session" if later else f"add a session dated {day.isoformat()}"
        yield _of_next(entry, "warning", f"no session is planned on {day.isoformat()}", remedy)


def _of_next(entry: Entry[Session], severity: Severity, message: str, remedy: str, *related: Related) -> Finding:
    return Finding(
        code="SES007", severity=severity, span=entry.at("next"), message=message, help=remedy, key="next",
        related=related,
    )  # fmt: skip


@rule("SES009", "warning")
def session_filled_in_rather_than_held(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Takeaway that stands twice, or session held so soon after another that it counts for nothing.

    ## What it checks
    No takeaway of a pair stands twice, be it of both sides or in two sessions; `withheld` may. No two sessions
    are held on one day, or fewer days apart than half of the agreed rhythm.

    ## Why it matters
    A room that is filled in on the last evening looks complete and helps nobody. Sessions crowded together count
    as one in every measure, so there is nothing to be gained by them.

    ## Example
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    takeaways:
      mentor: A calendar tells more than a job title.  # warning: [SES009]
      mentee: The first draft was quick and wrong in one line.
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    takeaways:
      mentor: withheld
      mentee: The first draft was quick and wrong in one line.
    ```
    """
    own = policy(programme)
    for name, sessions in programme.sessions.items():
        held = [each for each in sessions if is_held(each.item, as_of)]
        yield from _same_words(held)
        yield from _crowded(held, _rhythm(programme, name, own))


def _same_words(held: Sessions) -> Iterator[Finding]:
    first: dict[str, tuple[Entry[Session], str]] = {}
    for entry in held:
        for side in SIDES:
            text = getattr(entry.item.takeaways, side, None)
            if text is None or text == WITHHELD:
                continue
            before, of = first.setdefault(" ".join(text.split()).casefold(), (entry, side))
            if before is not entry or of != side:
                yield Finding(
                    code="SES009",
                    severity="warning",
                    span=entry.at("takeaways", side),
                    message=f"the {side}'s takeaway is the {of}'s of session {before.parts['nn']}, word for word",
                    help="write what this side keeps from this session, or `withheld`",
                    key=f"takeaways.{side}",
                    related=(Related("the first", before.at("takeaways", of), excerpt=False),),
                )


def _crowded(held: Sessions, every: int) -> Iterator[Finding]:
    """Find sessions soon after one another; those in another order or at one time are told by SES001."""
    least = max(1, every // 2)
    for before, after in pairwise(held):
        apart = (after.item.day - before.item.day).days
        if apart < least and after.item.date - before.item.date >= before.item.length:
            numbers = f"sessions {before.parts['nn']} and {after.parts['nn']}"
            rhythm = f"; {days(least)} or more are expected with a rhythm of {days(every)}"
            yield Finding(
                code="SES009",
                severity="warning",
                span=after.at("date"),
                message=f"{numbers} are held {days(apart)} apart{rhythm}"
                if apart
                else f"{numbers} are held on one day",
                help="correct the date that is wrong, or make one record of what was one talk",
                key="date",
                related=(Related(f"session {before.parts['nn']}", before.at("date")),),
            )
