"""Makes the review of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator import revisions
from generator.load import Loaded
from generator.review.change import Before, Judged
from generator.review.data import LARGEST, Reached, Review, Told
from generator.review.deeds import deeds
from generator.review.reach import reach
from generator.source.finding import Finding

SHOWN = 10
"""Addresses that are named of each kind; the others are counted."""
MOST = 200
"""Deeds, paths and findings that are told; the others are counted."""


def review(root: Path, now: Loaded, then: Before, judged: Judged, as_of: date) -> Review:
    """Put together what a change does; it quotes nothing but ids, paths, dates, numbers and closed values."""
    done = deeds(then.loaded.programme, now.programme, as_of)
    made = Review(
        version=1,
        as_of=as_of.isoformat(),
        files=now.files,
        deeds=_first(done, "deed"),
        machinery=_first(revisions.others(root, then.commit), "file"),
        reached=tuple(_reached(then, now, as_of)) if judged.sound else (),
        errors=sum(each.severity == "error" for each in judged.caused),
        warnings=sum(each.severity == "warning" for each in judged.caused),
        older=len(judged.older),
        findings=tuple(_told(each) for each in judged.caused[:MOST]),
    )
    return _fitting(made)


def _first(said: Sequence[str], noun: str) -> tuple[str, ...]:
    left = len(said) - MOST
    kept = (line[:1_000] for line in said[:MOST])
    return (*kept, f"and {left} more {noun}{'s' * (left > 1)}") if left > 0 else tuple(kept)


def _reached(then: Before, now: Loaded, as_of: date) -> Iterator[Reached]:
    for each in reach(then.loaded.programme, now.programme, as_of):
        counts = (len(each.new), len(each.changed), len(each.gone))
        yield Reached(audience=each.audience, new=each.new[:SHOWN], gone=each.gone[:SHOWN], counts=counts)


def _told(finding: Finding) -> Told:
    return Told(
        code=finding.code,
        severity=finding.severity,
        path=finding.span.path[:1_000],
        line=finding.span.line,
        column=finding.span.column,
        message=finding.message[:1_000],
        help=finding.help[:4_000],
    )


def _fitting(made: Review) -> Review:
    """Tell fewer findings until the review is small enough to be read by whoever renders it."""
    while len(made.model_dump_json().encode()) > LARGEST and made.findings:
        made = made.model_copy(update={"findings": made.findings[: len(made.findings) // 2]})
    return made
