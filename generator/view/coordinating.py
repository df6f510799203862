"""The coordinators' desk, whole; for every other audience there is none."""

from __future__ import annotations

from collections.abc import Collection

from generator.needs import needs
from generator.needs.signals import signals
from generator.progress.contributions import Contribution, middle
from generator.progress.whole import Progress, standings
from generator.source.finding import Finding
from generator.view import needing, overview
from generator.view.behind import Told, behind
from generator.view.desk import DeskView
from generator.view.gate import Gate

MOST = 50
"""More entries than this are done by nobody before the next build, which brings the others."""


def desk(
    gate: Gate, progress: Progress, findings: Collection[Finding], merged: tuple[Contribution, ...] | None
) -> DeskView | None:
    """Put the desk together; `None` for anybody but coordinators: nothing of it is even worked out."""
    if not gate.coordinators:
        return None
    standing = standings(gate.programme, gate.as_of)
    told = signals(gate.programme, findings, standing, gate.as_of)
    strips, left_out = overview.strips(gate)
    waiting = needs(gate.programme, findings, standing, gate.as_of)
    return DeskView(
        needs=needing.entries(gate, waiting[:MOST]),
        waiting=len(waiting),
        next_check=overview.next_check(gate),
        bands=overview.bands(gate, standing),
        first=overview.first_week(gate.as_of),
        strips=strips,
        left_out=left_out,
        stalls=needing.stalls(told),
        wishes=overview.wishes(gate),
        reach=overview.reach(gate, progress),
        funnel=overview.funnel(gate),
        unmatched=overview.unmatched(gate),
        prepared=overview.prepared(gate),
        agendas=overview.agendas(gate),
        merged=middle([each.days for each in merged or ()]),
        merges=len(merged or ()),
        coming=overview.coming(gate),
        behind=behind(gate, Told(progress, findings, standing, told, merged or ())),
    )
