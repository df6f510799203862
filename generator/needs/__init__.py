"""Who needs a coordinator now: at most one entry a pair, made from findings and standings, never from a stored list.

An entry is there as long as its fact is. A coordinator who checked in with a pair is not asked to do so again for a
fortnight, unless somebody's safety is at stake or another promise has been broken since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator import lifecycle
from generator.needs.advice import ADVICE, Urgency
from generator.needs.signals import Signal, signals
from generator.programme import Programme
from generator.progress.whole import Standing
from generator.source.finding import Finding

PATIENCE = timedelta(days=7)
"""So long the two are asked alone; then it is a coordinator's turn."""
REST = timedelta(days=14)
"""So long after a check-in a pair is left in peace."""
OPEN = lifecycle.OPEN | {"proposed"}


@dataclass(frozen=True, slots=True)
class Need:
    """One entry: what is most urgent about a pair, and how much else there is; or what the programme itself needs."""

    signal: Signal
    others: int = 0


def needs(
    programme: Programme, findings: Iterable[Finding], standings: Mapping[str, Standing], as_of: date
) -> tuple[Need, ...]:
    """Give the entries, the most urgent first: safety, then a promise that is broken, then age, then the path.

    `findings` are those of the day, the nightly ones among them; `standings` may lack pairs, of which then only the
    findings are told.
    """
    found = [each for each in signals(programme, findings, standings, as_of) if not rests(programme, each, as_of)]
    by_pair: dict[str, list[Signal]] = {}
    for each in found:
        by_pair.setdefault(each.pair or each.path, []).append(each)
    chosen = (Need(min(each, key=weight), len(each) - 1) for each in by_pair.values())
    return tuple(sorted(chosen, key=lambda each: _place(each.signal, as_of)))


def weight(signal: Signal) -> tuple[Urgency, int, str, str]:
    """Order the signals of one pair: the most urgent first, then as the table of advice has them."""
    return ADVICE[signal.kind].urgency, list(ADVICE).index(signal.kind), signal.path, signal.sentence


def rests(programme: Programme, signal: Signal, as_of: date) -> bool:
    """Tell whether a check-in has answered a signal for the time being."""
    urgency = ADVICE[signal.kind].urgency
    last = checked_in(programme, signal.pair, as_of) if signal.pair and urgency != Urgency.SAFETY else None
    if last is None or as_of - last >= REST:
        return False
    return urgency == Urgency.CARE or signal.since is None or signal.since <= last


def checked_in(programme: Programme, pair: str, as_of: date) -> date | None:
    """Give the day of the last check-in with a pair."""
    cohort, _, slug = pair.partition("/")
    entry = programme.check_ins.get(cohort)
    visits = entry.item.entries.get(slug, ()) if entry else ()
    return max((each.on for each in visits if each.on <= as_of), default=None)


def turn(signal: Signal, as_of: date) -> date | None:
    """Give the day from which a signal is a coordinator's; nothing where it is already, or was never the two's."""
    if not ADVICE[signal.kind].asks or signal.since is None:
        return None
    day = signal.since + PATIENCE
    return day if day > as_of else None


def _place(signal: Signal, as_of: date) -> tuple[Urgency, date, str]:
    return ADVICE[signal.kind].urgency, signal.since or as_of, signal.path
