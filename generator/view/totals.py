"""Totals of cohorts and of the programme: sums over pairs, as far as small groups allow.

Inside, totals are over the pairs this audience has pages of. Outside, they count every pair that began, also those that
publish nothing; which of them may be shown, beside all other numbers of the build, is decided in `small.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction

from generator.kinds.programme import Cohort
from generator.progress import totals
from generator.progress.whole import MEASURES
from generator.source.finding import Finding
from generator.view.account import MeasureView
from generator.view.gate import Gate
from generator.view.shapes import CohortView, QualityView, Rhythm, TotalView
from generator.view.small import Small

BANDS: tuple[tuple[Fraction, Rhythm], ...] = ((Fraction(4, 5), "80 % or more"), (Fraction(3, 5), "60 to 79 %"))
"""The least share in rhythm of each band; below the last is "under 60 %"."""


def cohorts(small: Small) -> tuple[CohortView, ...]:
    """Give the cohorts, newest first; a cohort too small to be shown has no totals."""
    gate = small.gate
    found = [
        CohortView(
            address=f"/progress/{name}/",
            id=name,
            title=cohort.title,
            starts=cohort.starts,
            ends=cohort.ends,
            phase=_phase(gate, cohort),
            total=_of_cohort(small, name) if name in small.large else None,
        )
        for name, cohort in gate.programme.cohorts.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.starts, each.id), reverse=True))


def programme_total(small: Small) -> TotalView | None:
    """Give the programme's totals, unless all its groups are small."""
    if not small.large:
        return None
    return _total(
        small, small.whole, people=small.pairs.total, sides=small.sides.total, work=small.work.total,
        rhythm=small.rhythm[1].total, told=small.gate.programme.threads,
    )  # fmt: skip


def _of_cohort(small: Small, name: str) -> TotalView:
    pairs = small.cohorts[name]
    return _total(
        small, pairs, people=name in small.pairs.groups, sides=name in small.sides.groups,
        work=name in small.work.groups, rhythm=name in small.rhythm[1].groups, told=pairs & frozenset(small.gate.pairs),
    )  # fmt: skip


def _total(
    small: Small, pairs: Collection[str], *, people: bool, sides: bool, work: bool, rhythm: bool, told: Iterable[str]
) -> TotalView:
    """Add up pairs; the flags say which of the sums may be shown, `told` whose posts are counted."""
    gate = small.gate
    found = totals.of_pairs(gate.programme, gate.as_of, pairs)
    posts = [post.item for name in told for post in gate.programme.threads.get(name, ()) if gate.reads(post)]
    return TotalView(
        pairs=found.pairs if people else None,
        mentors=found.mentors if sides else None,
        mentees=found.mentees if sides else None,
        sessions=found.sessions if work else None,
        hours=(found.minutes + 30) // 60 if work else None,
        steps=found.steps if work else None,
        finished=found.finished if work else None,
        rhythm=_rhythm(small, pairs) if rhythm else None,
        records=found.records if work else 0,
        posts=len(posts),
        changes=sum(map(totals.tells_of_a_change, posts)),
    )


def _rhythm(small: Small, pairs: Collection[str]) -> Rhythm:
    """Say in which of three bands the share of pairs in rhythm lies; the share itself is not shown."""
    found = [in_rhythm for name, in_rhythm in small.rhythm[0].items() if name in pairs]
    share = Fraction(sum(found), len(found))
    return next((said for least, said in BANDS if share >= least), "under 60 %")


def _phase(gate: Gate, cohort: Cohort) -> str:
    if gate.as_of < cohort.starts:
        return "starts soon"
    return "finished" if gate.as_of > cohort.ends else "under way"


def quality(gate: Gate, findings: Iterable[Finding]) -> tuple[QualityView, ...]:
    """Count findings by rule, for coordinators; nobody else sees any."""
    if not gate.coordinators:
        return ()
    found: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        found.setdefault((finding.code, finding.severity), []).append(finding.span.path)
    return tuple(QualityView(*rule, len(paths), gate.files(paths)) for rule, paths in sorted(found.items()))


def measures() -> tuple[MeasureView, ...]:
    """Give every measure in words, in the order in which they build on one another."""
    return tuple(
        MeasureView(each.id, each.name, each.formula, each.reads, each.blind, each.example, each.reading, each.source)
        for each in MEASURES
    )
