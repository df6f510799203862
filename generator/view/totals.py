"""Totals of cohorts and of the programme, with small groups suppressed.

Inside, totals are over the pairs this audience has pages of. Outside, they count every pair that began,
also those that publish nothing; so a figure is left out where fewer than five pairs would be what
remains of it after subtracting the pairs whose pages are public.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator import lifecycle
from generator.kinds.programme import Cohort
from generator.progress import MEASURES, totals
from generator.progress.groups import SMALLEST, safe, shown
from generator.source.finding import Finding
from generator.view.account import MeasureView
from generator.view.gate import Gate
from generator.view.shapes import CohortView, QualityView, TotalView


@dataclass(frozen=True, slots=True)
class _Group:
    """The pairs of a cohort, and how many of them this audience does not know, or not how far they came."""

    pairs: tuple[str, ...]
    unlisted: int
    unmeasured: int


def cohorts(gate: Gate) -> tuple[CohortView, ...]:
    """Give the cohorts, newest first; a cohort too small to be shown has no totals."""
    groups = _groups(gate)
    found = [
        CohortView(
            address=f"/progress/{name}/",
            id=name,
            title=cohort.title,
            starts=cohort.starts,
            ends=cohort.ends,
            phase=_phase(gate, cohort),
            total=_of_cohort(gate, groups[name]) if name in _large(groups) else None,
        )
        for name, cohort in gate.programme.cohorts.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.starts, each.id), reverse=True))


def programme_total(gate: Gate) -> TotalView | None:
    """Give the programme's totals, unless a small group could be had from them by subtraction."""
    groups = _groups(gate)
    large = _large(groups)
    if not large or not safe(sum(len(group.pairs) for name, group in groups.items() if name not in large)):
        return None
    pairs = tuple(pair for group in groups.values() for pair in group.pairs)
    people = _adds_up([group.unlisted for group in groups.values()])
    work = _adds_up([group.unmeasured for group in groups.values()])
    return _total(gate, pairs, people=people, work=work, told=gate.programme.threads)


def _groups(gate: Gate) -> Mapping[str, _Group]:
    return {cohort: _group(gate, cohort) for cohort in gate.programme.cohorts}


def _group(gate: Gate, cohort: str) -> _Group:
    listed = frozenset(gate.pairs)
    pairs = tuple(
        name
        for name, entry in sorted(gate.programme.pairs.items())
        if entry.parts["cohort"] == cohort
        and lifecycle.was_active(entry.item, gate.as_of)
        and (gate.outside or name in listed)
    )
    measured = sum(name in listed and gate.shows_progress(name) for name in pairs)
    return _Group(pairs, sum(name not in listed for name in pairs), len(pairs) - measured)


def _large(groups: Mapping[str, _Group]) -> frozenset[str]:
    return shown({name: len(group.pairs) for name, group in groups.items()})


def _adds_up(hidden: Collection[int]) -> bool:
    """Tell whether a sum over cohorts may stand beside those of the cohorts that show theirs."""
    return safe(sum(hidden)) and safe(sum(count for count in hidden if not safe(count)))


def _of_cohort(gate: Gate, group: _Group) -> TotalView:
    told = frozenset(group.pairs) & frozenset(gate.pairs)
    return _total(gate, group.pairs, people=safe(group.unlisted), work=safe(group.unmeasured), told=told)


def _total(gate: Gate, pairs: tuple[str, ...], *, people: bool, work: bool, told: Iterable[str]) -> TotalView:
    """Add up pairs; `people` and `work` say which of the sums may be shown, `told` whose posts are counted."""
    found = totals.of_pairs(gate.programme, gate.as_of, pairs)
    sides = people and min(found.mentors, found.mentees) >= SMALLEST
    posts = [post.item for name in told for post in gate.programme.threads.get(name, ()) if gate.reads(post)]
    return TotalView(
        pairs=found.pairs if people else None,
        mentors=found.mentors if sides else None,
        mentees=found.mentees if sides else None,
        sessions=found.sessions if work else None,
        hours=(found.minutes + 30) // 60 if work else None,
        steps=found.steps if work else None,
        records=found.records if work else 0,
        posts=len(posts),
        changes=sum(post.changed is not None and post.changed.state in ("planned", "done") for post in posts),
    )


def _phase(gate: Gate, cohort: Cohort) -> str:
    if gate.as_of < cohort.starts:
        return "starts soon"
    return "finished" if gate.as_of > cohort.ends else "under way"


def quality(gate: Gate, findings: Iterable[Finding]) -> tuple[QualityView, ...]:
    """Count findings by rule, for coordinators; nobody else sees any."""
    if not gate.coordinators:
        return ()
    counts = Counter((finding.code, finding.severity) for finding in findings)
    return tuple(QualityView(code, severity, count) for (code, severity), count in sorted(counts.items()))


def measures() -> tuple[MeasureView, ...]:
    """Give every measure in words, in the order in which they build on one another."""
    return tuple(
        MeasureView(each.id, each.name, each.formula, each.reads, each.blind, each.example, each.reading, each.source)
        for each in MEASURES
    )
