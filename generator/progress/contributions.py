"""How long contributions took: from the first commit of each to its merge, as far as the history tells.

About the programme, never about a person or a pair: who wrote a commit is not even read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from generator.history import Commit
from generator.progress.value import Measure

MEASURES = (
    Measure(
        id="contribution-time",
        name="Time to merge",
        formula=(
            "for each contribution that was merged: the days from the author's date of its first commit to the date "
            "of its merge, whole days; the middle one of them is shown"
        ),
        reads="the merges of the main branch's history, and the commits each of them brought in",
        blind=(
            "contributions that were squashed or rebased leave no merge; in a history without merges, or one that was "
            "cut off (a shallow clone), the time is unknown"
        ),
        example=(
            "Written on 3 May and merged on 4 May; written on 3 May and merged on 9 May: 1 and 6 days, the middle 3.5."
        ),
        reading="for coordinators only; somebody who waits for days does not write a second time",
        source="usual in open projects, which count to the first review; from the first commit is our own choice",
    ),
)


class Contribution(NamedTuple):
    """What one merge brought: the days from its first commit to it, and the programme's files its commits touched."""

    days: int
    files: tuple[str, ...]


def contributions(commits: Sequence[Commit] | None) -> tuple[Contribution, ...] | None:
    """Give what was merged, the oldest merge first; `commits` come newest first, all of them.

    `None` where the history is not known, or has no merge of the programme's files: then nobody can tell.
    """
    if not commits:
        return None
    known = {each.id: each for each in commits}
    line = list(_first_parents(known, commits[0].id))
    seen: set[str] = set()
    found: list[Contribution] = []
    for merge in reversed(line):
        brought = list(_brought(known, merge, seen))
        ours = [each for each in brought if each.ours]
        if ours:
            days = (_day(merge.committed) - _day(min(each.written for each in ours))).days
            files = sorted({path for each in ours for path in each.ours})
            found.append(Contribution(max(0, days), tuple(files)))
        seen |= {merge.id, *(each.id for each in brought)}
    return tuple(found) or None


def _day(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).replace(hour=0, minute=0, second=0)


def _first_parents(known: dict[str, Commit], start: str) -> Iterable[Commit]:
    at = known.get(start)
    while at is not None:
        yield at
        at = known.get(at.parents[0]) if at.parents else None


def _brought(known: dict[str, Commit], merge: Commit, seen: set[str]) -> Iterable[Commit]:
    """Give what a merge brought in: what its further parents lead to, and nothing before it has."""
    waiting, here = list(merge.parents[1:]), set[str]()
    while waiting:
        each = known.get(waiting.pop())
        if each is None or each.id in seen or each.id in here:
            continue
        here.add(each.id)
        yield each
        waiting += each.parents


def middle(days: Sequence[int]) -> float | None:
    """Give the median: the middle one, or the mean of the two in the middle; `None` of none."""
    if not days:
        return None
    found, half = sorted(days), len(days) // 2
    return float(found[half]) if len(found) % 2 else (found[half - 1] + found[half]) / 2
