"""Signals: the findings and the points of health that ask somebody to do something, each with the day it began.

Which rule tells of which way to fail is practice's own table; all other findings are data to mend, not somebody to
ring. How often a date moved is never shown, so the rule that counts it is none of them. What a held record says for
good is no signal once there is a later record: nobody could put it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from generator import lifecycle
from generator.kinds.session import Session
from generator.policy import policy
from generator.programme import Entry, Programme
from generator.progress import rhythm
from generator.progress.pair_at import PairAt, pair_at
from generator.progress.whole import Standing
from generator.source.finding import Finding
from generator.source.span import Span

DAY = timedelta(days=1)
HEALTH = "health"
"""What stands in the place of a code where a point of health tells of it."""
_INDEX = re.compile(r"\[[^]]*\]")
_NOT_HELD = re.compile(r"\bwas (cancelled|missed)\b")
_EXPOSED = ("POS004", "POS005", "SEA", "PRI001", "PRI002", "PRI003")
_WAITS = {
    ("history.on", "proposed"): "unanswered",
    ("history.on", "accepted"): "not-begun",
    ("history.on", "active"): "nothing-held",
    ("history.until", "paused"): "still-paused",
    ("date", "active"): "quiet",
}
_NIGHTLY = {
    ("SES012", "date"): "not-held",
    ("SES012", "agenda"): "agenda",
    ("SES012", "agreement.review_on"): "review",
    ("GOA001", "goals"): "no-goal",
    ("GOA004", "goals.progress"): "goals",
    ("ACT005", "actions.status"): "late",
    ("ROA003", "reviewed_on"): "aged",
    ("COM001", "reviewed_on"): "aged",
}
_BY_FILES = {
    "PAI004": "line",
    "PAI005": "line",
    "SES007 next": "no-next",
    "SES010": "routine",
    "PER005": "overload",
}
_OF_A_RECORD = frozenset({"no-next", "routine"})
"""What the record of a session shows: it has its days to be written, and so has the next date."""
_ON_A_BREAK = frozenset({"line", "exposed", "still-paused"})
"""All that a pair on a break is asked about."""
_POINTS = {"one side carries it": "one-sided", "no next session planned": "no-next", "pause is overdue": "still-paused"}


@dataclass(frozen=True, slots=True)
class Signal:
    """Something to do something about: of a pair, or of the programme (`pair` is None).

    `code` is the rule that tells it, or `health`; `since` the first day of it, as far as the files tell.
    """

    kind: str
    pair: str | None
    code: str
    sentence: str
    since: date | None
    path: str
    line: int


def signals(
    programme: Programme, findings: Iterable[Finding], standings: Mapping[str, Standing], as_of: date
) -> tuple[Signal, ...]:
    """Give all signals of pairs that may still be helped and of the programme, in the order of their files."""
    found = [signal for each in findings if (signal := _told(programme, each, as_of)) is not None]
    there = {(each.pair, each.kind) for each in found}
    for name, standing in standings.items():
        points = _points(pair_at(programme, name, as_of), standing)
        found += [each for each in points if (name, each.kind) not in there]
    return tuple(sorted(found, key=lambda each: (each.path, each.line, each.code, each.sentence)))


def _told(programme: Programme, finding: Finding, as_of: date) -> Signal | None:
    pair = pair_of(programme, finding.span)
    if finding.span.path in _drafts(programme) or (pair and not _may_be_helped(programme, pair, finding, as_of)):
        return None
    kind = _kind(programme, finding, pair, as_of)
    if kind is None or (pair is not None and kind not in _ON_A_BREAK and _is_on_a_break(programme, pair, as_of)):
        return None
    since = finding.since or (_recorded_by(programme, finding) if kind in _OF_A_RECORD else None)
    if kind == "not-held" and pair is not None:
        since = _two_lost(programme, pair, as_of)
    if since is not None and since > as_of:
        return None
    sentence = _NOT_HELD.sub("was not held", finding.message)
    return Signal(kind, pair, finding.code, sentence, since, finding.span.path, finding.span.line)


def _drafts(programme: Programme) -> frozenset[str]:
    """Name the roadmaps that nobody follows or reads yet."""
    return frozenset(each.path for each in programme.roadmaps.values() if each.item.state == "draft")


def _two_lost(programme: Programme, pair: str, as_of: date) -> date | None:
    """Give the day on which two sessions in a row had not been held, however many more were not since."""
    item = programme.pairs[pair].item
    run = takewhile(lambda each: each.item.status != "held", rhythm.due(programme, pair, as_of))
    first = list(run)[-2:]
    return max((rhythm.lost_on(item, each.item, as_of) for each in first), default=None)


def _is_on_a_break(programme: Programme, pair: str, as_of: date) -> bool:
    return lifecycle.state(programme.pairs[pair].item, as_of) == "paused"


def pair_of(programme: Programme, span: Span) -> str | None:
    """Give the pair in whose room or thread a place lies."""
    parts = span.path.removeprefix("content/threads/").removeprefix("pairs/").split("/")
    name = "/".join(parts[:2])
    return name if name in programme.pairs else None


def _may_be_helped(programme: Programme, pair: str, finding: Finding, as_of: date) -> bool:
    """Leave out pairs that are over, and what an older record says for good."""
    if lifecycle.state(programme.pairs[pair].item, as_of) not in lifecycle.OPEN | {"proposed"}:
        return finding.code.startswith(_EXPOSED)
    entry = session_of(programme, pair, finding.span.path)
    held = [each for each in programme.sessions.get(pair, ()) if each.item.status == "held"]
    return finding.severity != "warning" or entry is None or entry.item.status != "held" or entry is held[-1]


def _kind(programme: Programme, finding: Finding, pair: str | None, as_of: date) -> str | None:
    key = _INDEX.sub("", finding.key)
    if finding.code.startswith(_EXPOSED):
        return "exposed"
    if finding.severity != "nightly":
        return _BY_FILES.get(finding.code) or _BY_FILES.get(f"{finding.code} {key}")
    if finding.code == "PAI014" and pair is not None:
        return _waits(programme, pair, key, as_of)
    if (finding.code, key) == ("SES012", "status") and pair is not None:
        entry = session_of(programme, pair, finding.span.path)
        return "unrecorded" if entry is not None and entry.item.status == "planned" else "unbooked"
    return _NIGHTLY.get((finding.code, key))


def _waits(programme: Programme, pair: str, key: str, as_of: date) -> str | None:
    item = programme.pairs[pair].item
    if key == "agreement.ends":
        ends = item.agreement.ends if item.agreement else None
        return "closing" if ends is not None and as_of < ends + 14 * DAY else "long-over"
    return _WAITS.get((key, lifecycle.state(item, as_of)))


def session_of(programme: Programme, pair: str, path: str) -> Entry[Session] | None:
    """Give the session of a pair that a path names."""
    return next((each for each in programme.sessions.get(pair, ()) if each.path == path), None)


def _recorded_by(programme: Programme, finding: Finding) -> date | None:
    """Give the first day on which the record of a held session has had its time."""
    pair = pair_of(programme, finding.span)
    entry = session_of(programme, pair, finding.span.path) if pair else None
    held = entry is not None and entry.item.status == "held"
    return entry.item.day + policy(programme).record_within + DAY if entry and held else None


def _points(at: PairAt, standing: Standing) -> Iterator[Signal]:
    """Give the points of health that no rule tells of."""
    for point in standing.health.points:
        kind = _POINTS.get(point.sentence)
        if kind is not None and (at.state == "active" or kind in _ON_A_BREAK):
            since, sentence = _of_point(at, kind, point.sentence, standing)
            path = at.file.path if at.file.path in point.sources else point.sources[0]
            if since is None or since <= at.as_of:
                yield Signal(kind, at.name, HEALTH, sentence, since, path, 1)


def _of_point(at: PairAt, kind: str, sentence: str, standing: Standing) -> tuple[date | None, str]:
    """Put the day and the number to a point."""
    if kind == "one-sided":
        return None, f"{sentence}: reciprocity {standing.reciprocity.shown}, mutual from 0.60"
    step = lifecycle.at(at.item, at.as_of)
    if kind == "still-paused" and step is not None:
        return step.on + at.limits.pause + DAY, f"{sentence}: {(at.as_of - step.on).days} days so far"
    time = at.limits.record_within + DAY
    before = [each for each in at.programme.sessions.get(at.name, ()) if each.item.day <= at.as_of]
    if before:
        last = max(before, key=lambda each: (each.item.date, each.path))
        return last.item.day + time, f"{sentence} since session {last.parts['nn']} on {last.item.day}"
    return (lifecycle.started(at.item) or at.as_of) + time, sentence
