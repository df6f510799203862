"""What the numbers of the coordinators' page were counted from: for each of its tables a list, all rows together.

A list for each row would name the few who stand behind a number that is kept back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator import lifecycle
from generator.language import N_, gettext
from generator.needs.signals import Signal
from generator.programme import TABLES, Entry
from generator.progress.contributions import Contribution
from generator.progress.whole import Progress, Standing
from generator.source.finding import Finding
from generator.view import counted, overview
from generator.view.gate import Gate
from generator.view.indicator import CountedView

Paths = Iterator[str]


class Told(NamedTuple):
    """What the desk is made from, beside the programme itself."""

    progress: Progress
    findings: Collection[Finding]
    standings: Mapping[str, Standing]
    signals: tuple[Signal, ...]
    merged: tuple[Contribution, ...]


def behind(gate: Gate, told: Told) -> Mapping[str, CountedView]:
    """Give the files behind each table that was counted from any, by the table."""
    lists = (
        ("now", "listed", N_("Needs you now"), (each.path for each in told.signals)),
        ("bands", "band", N_("Pairs by band"), _bands(gate, told.standings)),
        ("rhythm", "weeks", N_("Rhythm"), _rhythm(gate)),
        ("stalls", "findings", N_("What holds pairs up"), (each.path for each in told.signals if each.pair)),
        ("wishes", "demand", N_("Asked for and offered"), _wishes(gate)),
        ("reach", "reach", N_("How far roadmaps carry"), _reach(gate, told.progress)),
        ("funnel", "funnel", N_("Pairs so far"), (gate.programme.pairs[name].path for name in gate.pairs)),
        ("ready", "ready", N_("Set up and ready"), _ready(gate)),
        ("merged", "contribution-time", N_("From first commit to merge"), _merged(gate, told.merged)),
        ("quality", "findings", N_("Data quality"), (each.span.path for each in told.findings)),
    )
    found = {name: _list(gate, name, measure, title, paths) for name, measure, title, paths in lists}
    return {name: each for name, each in found.items() if each.files}


def _list(gate: Gate, name: str, measure: str, title: str, paths: Iterable[str]) -> CountedView:
    files = counted.listed(gate, sorted(set(paths)))
    return CountedView(f"/needs/files/{name}/", measure, title, gettext("the programme"), ("", "/needs/"), "", files)


def _bands(gate: Gate, standings: Mapping[str, Standing]) -> Paths:
    """Give all that a band rests on: also a session or a post that takes nothing from the health of its pair."""
    for name in gate.pairs:
        if standings[name].band.name is not None:
            yield from _room(gate, name)
            yield from (each.path for each in gate.programme.threads.get(name, ()))


def _room(gate: Gate, name: str) -> Paths:
    yield gate.programme.pairs[name].path
    yield from (each.path for each in gate.programme.sessions.get(name, ()))


def _merged(gate: Gate, merged: Iterable[Contribution]) -> Paths:
    """Give what contributions touched and is still here: what was taken away is not named again."""
    here = {path for kind in TABLES for path in _paths(gate.programme.entries(kind).values())}
    here |= {path for found in gate.programme.sessions.values() for path in _paths(found)}
    return (path for each in merged for path in each.files if path in here)


def _paths(entries: Iterable[Entry[Any]]) -> Paths:
    return (each.path for each in entries)


def _rhythm(gate: Gate) -> Paths:
    """Give the pairs that are drawn with all their sessions: the last counted one may lie before the first week."""
    return (path for name in overview.drawn(gate) for path in _room(gate, name))


def _wishes(gate: Gate) -> Paths:
    for name, entry in gate.programme.people.items():
        if gate.profile(name) and (entry.item.wants or entry.item.offers):
            yield entry.path


def _reach(gate: Gate, progress: Progress) -> Paths:
    for name in overview.following(gate):
        entry = gate.programme.pairs[name]
        if any(map(gate.roadmap, entry.item.roadmaps)):
            yield entry.path
            yield from (path for share in progress.pairs[name].roadmaps.values() for path in share.sources)


def _ready(gate: Gate) -> Paths:
    for name in gate.pairs:
        if gate.state(name) in lifecycle.OPEN:
            entry = gate.programme.pairs[name]
            yield entry.path
            yield from (
                gate.programme.people[each].path for each in entry.item.members if each in gate.programme.people
            )
    yield from (each.path for each in (*overview.due(gate), *overview.soon(gate)))
