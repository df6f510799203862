"""What the agenda of a session and an agenda template have in common: opening, closing, size, who leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Any

from generator.kinds.agenda import STAGES, TemplateItem
from generator.kinds.session import Item, Session
from generator.programme import Entry, Programme
from generator.source.finding import Finding, Related, Severity

FEWEST, MOST = 3, 8
OPENING = "check-in"
ENDING, CLOSING = "actions", "close"
GOES_ON = frozenset({"first", "working", "midpoint", "repair"})
"""Stages after which there is another session."""

Items = Sequence[Item | TemplateItem]


def may_close(programme: Programme, session: Session) -> bool:
    """Tell whether a session is made from a template of stage `closing`, or from one whose stage nobody knows."""
    template = programme.agendas.get(session.template)
    return template is None or template.item.stage == "closing" or template.item.stage not in STAGES


def longest(items: Items, *, lead: str = "") -> int:
    """Give the position of the item with the most minutes, the first of equals, of one lead if given."""
    candidates = [at for at, item in enumerate(items) if not lead or item.lead == lead]
    return max(candidates, key=lambda at: items[at].minutes)


def is_well_formed(items: Items, endings: tuple[str, ...]) -> bool:
    """Tell whether an agenda has its two ends and a size that two people can keep."""
    return FEWEST <= len(items) <= MOST and items[0].kind == OPENING and items[-1].kind in endings


def ill_formed(code: str, entry: Entry[Any], field: str, endings: tuple[str, ...]) -> Iterator[Finding]:
    """Find what is wrong with an agenda's size and its two ends; too small a one says nothing about its ends."""
    items: Items = getattr(entry.item, field)
    if not FEWEST <= len(items) <= MOST:
        yield _of_wrong_size(code, entry, field, len(items))
    if len(items) < FEWEST:
        return
    if items[0].kind != OPENING:
        yield _end(code, entry, (field, 0, "kind"), "open", (OPENING,))
    if items[-1].kind not in endings:
        yield _end(code, entry, (field, len(items) - 1, "kind"), "end", endings)


def _of_wrong_size(code: str, entry: Entry[Any], field: str, size: int) -> Finding:
    remedy = f"add at least {FEWEST - size}" if size < FEWEST else f"join or leave out at least {size - MOST}"
    return Finding(
        code=code,
        severity="error",
        span=entry.key(field),
        message=f"the agenda has {size} item{'s' if size != 1 else ''}; {FEWEST} to {MOST} are expected",
        help=remedy,
        key=field,
    )


def _end(code: str, entry: Entry[Any], key: tuple[str, int, str], does: str, kinds: tuple[str, ...]) -> Finding:
    field, at, last = key
    expected = " or ".join(f"`{kind}`" for kind in kinds)
    span = entry.at(*key)
    return Finding(
        code=code,
        severity="error",
        span=span,
        message=f"the agenda does not {does} with {expected}",
        help=f"let an item of kind {expected} {does} it",
        key=f"{field}[{at}].{last}",
        related=(Related(f"the {'first' if at == 0 else 'last'} item", span),),
    )


def led_by_mentee(code: str, severity: Severity, entry: Entry[Any], field: str, most: Fraction) -> Iterator[Finding]:
    """Find an agenda of whose minutes the mentee leads too many alone."""
    items: Items = getattr(entry.item, field)
    led, whole = sum([each.minutes for each in items if each.lead == "mentee"]), sum([each.minutes for each in items])
    if led * most.denominator > whole * most.numerator:
        share = Fraction(led, whole)
        at = longest(items, lead="mentee")
        span = entry.at(field, at, "lead")
        yield Finding(
            code=code,
            severity=severity,
            span=span,
            message=f"the mentee alone leads {_percent(share)} of the minutes; at most {_percent(most)} are expected",
            help="let the mentor, or both, lead one of these items",
            key=f"{field}[{at}].lead",
            related=(Related("the longest of them", span),),
        )


def _percent(share: Fraction) -> str:
    """Write a share in whole per cent, rounded up, so that one over a limit never reads like the limit."""
    return f"{ceil(share * 100)} %"
