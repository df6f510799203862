"""Totals of cohorts and of the programme, with small groups suppressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.kinds.programme import Cohort
from generator.progress import MEASURES, Progress
from generator.progress.groups import SMALLEST, shown
from generator.progress.totals import Totals
from generator.source.finding import Finding
from generator.view.account import MeasureView
from generator.view.gate import Gate
from generator.view.shapes import CohortView, QualityView, TotalView


def cohorts(gate: Gate, progress: Progress) -> tuple[CohortView, ...]:
    """Give the cohorts, newest first; a cohort too small to be shown has no totals."""
    large = _large(progress)
    found = [
        CohortView(
            address=f"/progress/{name}/",
            id=name,
            title=cohort.title,
            starts=cohort.starts,
            ends=cohort.ends,
            phase=_phase(gate, cohort),
            total=_total(progress.cohorts[name]) if name in large else None,
        )
        for name, cohort in gate.programme.cohorts.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.starts, each.id), reverse=True))


def programme_total(progress: Progress) -> TotalView | None:
    """Give the programme's totals, unless a small cohort could be had from them by subtraction."""
    large = _large(progress)
    hidden = sum(total.pairs for name, total in progress.cohorts.items() if name not in large)
    if not large or 0 < hidden < SMALLEST:
        return None
    return _total(progress.programme)


def _large(progress: Progress) -> frozenset[str]:
    return shown({name: total.pairs for name, total in progress.cohorts.items()})


def _phase(gate: Gate, cohort: Cohort) -> str:
    if gate.as_of < cohort.starts:
        return "starts soon"
    return "finished" if gate.as_of > cohort.ends else "under way"


def _total(total: Totals) -> TotalView:
    sides = min(total.mentors, total.mentees) >= SMALLEST
    return TotalView(
        pairs=total.pairs,
        mentors=total.mentors if sides else None,
        mentees=total.mentees if sides else None,
        sessions=total.sessions,
        hours=(total.minutes + 30) // 60,
        records=total.records,
        steps=total.steps,
        posts=total.posts,
        changes=total.changes,
    )


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
