"""Progress beyond totals: lines for everybody, as far as small groups allow; indicators and files for coordinators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor

from generator.language import gettext, pgettext
from generator.progress import indicators, pace, trends
from generator.progress.indicators import changes_made, in_rhythm, launch_rate, mutuality, session_completion
from generator.progress.indicators.indicator import Indicator, written
from generator.view import counted, listed
from generator.view.counted import Group
from generator.view.gate import Gate
from generator.view.indicator import CountedView, GroupView, IndicatorView, LinesView, LineView, ProgressView
from generator.view.small import Small

BESIDE = 2
"""So many cohorts stand beside one another: this one and the last."""
HALF = Fraction(1, 2)
_TELLING = (launch_rate.KIND, in_rhythm.KIND, session_completion.KIND, mutuality.KIND, changes_made.KIND)
"""Indicators that are given for each focus area and roadmap, too."""
_OVER_TIME = (in_rhythm.KIND, session_completion.KIND)

Weeks = tuple[LinesView, tuple[CountedView, ...]]
"""Lines over time, with what the weeks of each were counted from; the latter for coordinators alone."""


def progress(small: Small) -> ProgressView:
    """Give what this audience may know of progress beside totals."""
    if not small.gate.coordinators:
        return ProgressView(lines=tuple(lines for lines, _ in _paces(small)))
    gate = small.gate
    found, beside = _found(gate), indicators.against(gate.programme, gate.as_of)
    if beside:
        found[counted.before(gate, beside.before, beside.then[0].as_of)] = beside.then
    lists, weeks = tuple(counted.counted(small, found)), (*_paces(small), *_over_time(gate))
    files, plain = {(group.key, each.measure): each.address for group, each in lists}, dict(listed.lists(gate))
    views = {group.key: _group(group, each, files) for group, each in found.items()}
    return ProgressView(
        lines=tuple(lines for lines, _ in weeks),
        programme=views[""],
        cohorts={key: each for key, each in views.items() if key and "/" not in key},
        areas=tuple(each for key, each in views.items() if key.startswith("area/")),
        roadmaps=tuple(each for key, each in views.items() if key.startswith("roadmap/")),
        newest=beside.cohort if beside else None,
        earlier=next((each for key, each in views.items() if key.startswith("then/")), None),
        counted=(*(each for _, each in lists), *(each for _, found in weeks for each in found), *plain.values()),
        files={**files, **{("listed", name): each.address for name, each in plain.items()}},
    )


def _found(gate: Gate) -> dict[Group, indicators.All]:
    found = indicators.of(gate.programme, gate.as_of)
    cohorts = {counted.cohort(gate, name): each for name, each in found.cohorts.items()}
    areas = {counted.area(gate, name): _telling(each) for name, each in found.areas.items()}
    roadmaps = {
        counted.roadmap(gate, name): _telling(each) for name, each in found.roadmaps.items() if gate.roadmap(name)
    }
    return {counted.whole(): found.programme} | cohorts | areas | roadmaps


def _telling(found: indicators.All) -> indicators.All:
    """Choose the indicators that tell apart focus areas, and roadmaps."""
    return tuple(each for each in found if each.kind in _TELLING)


def _group(group: Group, found: indicators.All, files: Mapping[tuple[str, str], str]) -> GroupView:
    views = tuple(_indicator(each, files.get((group.key, each.measure))) for each in found)
    return GroupView(group.title, group.above, found[0].as_of, views)


def _indicator(each: Indicator, files: str | None) -> IndicatorView:
    words, bar = each.kind.words, written(each.kind.bar, each.kind.unit)
    return IndicatorView(words.id, words.name, each.shown, bar, each.meets, each.n, files)


def _newest(gate: Gate) -> list[str]:
    begun = [each for each in gate.programme.cohorts.values() if each.starts <= gate.as_of]
    return [each.id for each in sorted(begun, key=lambda each: (each.starts, each.id), reverse=True)][:BESIDE]


def _title(gate: Gate, cohort: str) -> str:
    return gate.programme.cohorts[cohort].title


def _paces(small: Small) -> tuple[Weeks, ...]:
    """Give the sessions a pair of cohorts whose pairs and sessions may both be counted; their files to coordinators."""
    gate, words = small.gate, pace.MEASURES[0]
    names = [name for name in _newest(gate) if name in small.pairs.groups & small.work.groups]
    if not names:
        return ()
    files = {name: counted.weekly(gate, name, words, _sources(small, name)) for name in names if gate.coordinators}
    lines = tuple(_line(gate, name, _pace(small, name), files) for name in names)
    verb, unit = pgettext("a cohort", "held"), gettext("sessions a pair")
    return ((LinesView(words.id, words.name, verb, unit, lines), tuple(files.values())),)


def _line(gate: Gate, name: str, values: tuple[Fraction | None, ...], files: Mapping[str, CountedView]) -> LineView:
    known = files[name].address if name in files and files[name].files else None
    return LineView(_title(gate, name), values, known)


def _sources(small: Small, cohort: str) -> tuple[str, ...]:
    return pace.sources(small.gate.programme, cohort, small.cohorts[cohort], small.gate.as_of)


def _pace(small: Small, cohort: str) -> tuple[Fraction, ...]:
    found = pace.of(small.gate.programme, cohort, small.cohorts[cohort], small.gate.as_of)
    return found if small.gate.coordinators else tuple(floor(each / HALF + HALF) * HALF for each in found)


def _over_time(gate: Gate) -> Iterator[Weeks]:
    """Give two indicators over the weeks of the newest cohorts."""
    found = {name: trends.with_sources(gate.programme, name, gate.as_of, _OVER_TIME) for name in _newest(gate)}
    said = (
        (pgettext("a cohort", "had"), gettext("%% of its pairs in rhythm")),
        (pgettext("a cohort", "held"), gettext("%% of its due sessions")),
    )
    for at, (kind, (verb, unit)) in enumerate(zip(_OVER_TIME, said, strict=True)):
        files = {name: counted.weekly(gate, name, kind.words, each[at][1]) for name, each in found.items()}
        lines = tuple(_line(gate, name, _percent(each[at][0]), files) for name, each in found.items())
        yield LinesView(kind.words.id, kind.words.name, verb, unit, lines), tuple(files.values())


def _percent(trend: trends.Trend) -> tuple[Fraction | None, ...]:
    return tuple(None if point.exact is None else point.exact * 100 for point in trend.points)
