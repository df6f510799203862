"""The one privacy gate: what a given audience may know of a programme, and nothing else.

Pages import this package and never the programme. Every type here is built field by field, so that a
private field cannot leak by being forgotten.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.kinds.base import Audience
from generator.language import ENGLISH, speaking
from generator.programme import Programme
from generator.progress.contributions import Contribution
from generator.progress.whole import Progress
from generator.source.finding import Finding
from generator.view import (
    celebrations,
    content,
    coordinating,
    indicators,
    offers,
    pairs,
    people,
    posts,
    pulses,
    rooms,
    totals,
)  # fmt: skip
from generator.view.account import RuleView
from generator.view.files import files
from generator.view.gate import Gate
from generator.view.shapes import View
from generator.view.shows import shows
from generator.view.small import Small


def view(
    programme: Programme,
    progress: Progress,
    findings: Collection[Finding],
    audience: Audience,
    rules: tuple[RuleView, ...] = (),
    merged: tuple[Contribution, ...] | None = None,
) -> View:
    """Give the view of one audience.

    `programme` must have settings (a build is refused without); `findings` are shown to coordinators
    only. `rules` are shown to everybody, as they are; where pages are only compared, nobody
    needs them. `merged` are the contributions so far, for coordinators; `None` where nobody can know.
    """
    settings = programme.settings
    with speaking(settings.item.language if settings else ENGLISH):
        return _view(Gate(programme, audience, progress.as_of), progress, findings, (rules, merged))


_Known = tuple[tuple[RuleView, ...], tuple[Contribution, ...] | None]


def _view(gate: Gate, progress: Progress, findings: Collection[Finding], known: _Known) -> View:
    rules, merged = known
    small = Small(gate)
    threads = posts.threads(gate)
    seen_posts = posts.all_posts(gate, threads)
    return View(
        site=content.site(gate),
        areas=people.areas(gate, seen_posts),
        people=people.profiles(gate, seen_posts),
        pairs=pairs.pairs(gate, progress, seen_posts),
        rooms=rooms.rooms(gate),
        threads=threads,
        posts=seen_posts,
        changes=posts.changes(seen_posts),
        roadmaps=content.roadmaps(small, seen_posts),
        agendas=content.agendas(gate),
        communities=content.communities(gate),
        pages=content.free_pages(gate),
        cohorts=totals.cohorts(small),
        totals=totals.programme_total(small),
        quality=totals.quality(gate, findings),
        desk=coordinating.desk(gate, progress, findings, merged),
        redirects=content.redirects(gate),
        measures=totals.measures(),
        shows=shows(),
        files=files(),
        rules=rules,
        first_post=offers.first_post(gate),
        progress=indicators.progress(small),
        stories=celebrations.stories(gate, seen_posts),
        certificates=celebrations.certificates(gate, progress),
        pulses=pulses.pulses(gate),
    )
