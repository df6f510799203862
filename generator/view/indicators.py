"""Progress beyond totals: lines for everybody, as far as small groups allow; indicators and files for coordinators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from generator.forms import links
from generator.kinds.post import Post
from generator.programme import Entry
from generator.progress import indicators, pace, roadmaps, sessions, totals, trends
from generator.progress.indicators import in_rhythm, session_completion
from generator.progress.indicators.indicator import Indicator, written
from generator.view.gate import Gate
from generator.view.indicator import CountedView, GroupView, IndicatorView, LinesView, LineView, ProgressView
from generator.view.offers import forge
from generator.view.small import Small

BESIDE = 3
"""So many cohorts stand beside one another."""
HALF = Fraction(1, 2)
_OVER_TIME = (
    (in_rhythm.KIND, "had", "% of its pairs in rhythm"),
    (session_completion.KIND, "held", "% of its due sessions"),
)


def progress(small: Small) -> ProgressView:
    """Give what this audience may know of progress beside totals."""
    gate = small.gate
    if not gate.coordinators:
        return ProgressView(lines=_paces(small))
    found, beside = indicators.of(gate.programme, gate.as_of), indicators.against(gate.programme, gate.as_of)
    counted = tuple(_counted(small, found))
    files = {(each.group, each.view.measure): each.view.address for each in counted}
    return ProgressView(
        lines=(*_paces(small), *_over_time(gate)),
        programme=_group(gate, "", found.programme, files),
        cohorts={name: _group(gate, name, each, files) for name, each in found.cohorts.items()},
        newest=beside.cohort if beside else None,
        earlier=_group(gate, beside.before, beside.then, {}) if beside else None,
        counted=tuple(each.view for each in counted),
        files=files,
    )


def _group(gate: Gate, cohort: str, found: indicators.All, files: Mapping[tuple[str, str], str]) -> GroupView:
    views = tuple(_indicator(each, files.get((cohort, each.measure))) for each in found)
    return GroupView(_title(gate, cohort), address(cohort), found[0].as_of, views)


def _indicator(each: Indicator, files: str | None) -> IndicatorView:
    words, bar = each.kind.words, written(each.kind.bar, each.kind.unit)
    return IndicatorView(words.id, words.name, each.shown, bar, each.meets, each.n, files)


def _title(gate: Gate, cohort: str) -> str:
    found = gate.programme.cohorts.get(cohort)
    return found.title if found else "The programme"


def address(cohort: str) -> str:
    """Give the page of a cohort; of the programme for the empty text."""
    return f"/progress/{cohort}/" if cohort else "/progress/"


# lines


def _newest(gate: Gate) -> list[str]:
    begun = [each for each in gate.programme.cohorts.values() if each.starts <= gate.as_of]
    return [each.id for each in sorted(begun, key=lambda each: (each.starts, each.id), reverse=True)][:BESIDE]


def _paces(small: Small) -> tuple[LinesView, ...]:
    """Give the sessions a pair of cohorts whose pairs and sessions may both be counted."""
    gate = small.gate
    found = [name for name in _newest(gate) if name in small.pairs.groups & small.work.groups]
    lines = tuple(LineView(_title(gate, name), _pace(small, name)) for name in found)
    words = pace.MEASURES[0]
    return (LinesView(words.id, words.name, "held", "sessions a pair", lines),) if lines else ()


def _pace(small: Small, cohort: str) -> tuple[Fraction, ...]:
    found = pace.of(small.gate.programme, cohort, small.cohorts[cohort], small.gate.as_of)
    return found if small.gate.coordinators else tuple(floor(each / HALF + HALF) * HALF for each in found)


def _over_time(gate: Gate) -> Iterator[LinesView]:
    """Give two indicators over the weeks of the newest cohorts."""
    found = {name: trends.of_cohort(gate.programme, name, gate.as_of) for name in _newest(gate)}
    for kind, verb, unit in _OVER_TIME:
        at = indicators.KINDS.index(kind)
        lines = tuple(LineView(_title(gate, name), _percent(each[at])) for name, each in found.items())
        yield LinesView(kind.words.id, kind.words.name, verb, unit, lines)


def _percent(trend: trends.Trend) -> tuple[Fraction | None, ...]:
    return tuple(None if point.exact is None else point.exact * 100 for point in trend.points)


# files


@dataclass(frozen=True, slots=True)
class _Counted:
    group: str
    view: CountedView


def _counted(small: Small, found: indicators.Indicators) -> Iterator[_Counted]:
    """Give the files of every number of the progress pages: indicators and totals, of the programme and its cohorts."""
    gate = small.gate
    names = {each.id: each.name for kind in (sessions, roadmaps, totals) for each in kind.MEASURES}
    unread = {each.path: each for each in gate.programme.posts.values() if not gate.reads(each)}
    for cohort, each in (("", found.programme), *found.cohorts.items()):
        pairs = small.cohorts[cohort] if cohort else frozenset[str]().union(*small.cohorts.values())
        numbers = [(one.measure, one.kind.words.name, one.shown, one.sources) for one in each if one.n]
        numbers += [(measure, names[measure], "", paths) for measure, paths in _of_totals(gate, pairs).items() if paths]
        for measure, name, shown, paths in numbers:
            own, files = f"{address(cohort)}files/{measure}/", tuple(_files(gate, paths, unread))
            view = CountedView(own, measure, name, _title(gate, cohort), address(cohort), shown, files)
            yield _Counted(cohort, view)


def _of_totals(gate: Gate, pairs: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Give the files of each total."""
    programme, as_of, found = gate.programme, gate.as_of, sorted(pairs)
    room = [each for name in found for each in programme.sessions.get(name, ()) if sessions.is_held(each.item, as_of)]
    posts = [each for name in found for each in programme.threads.get(name, ()) if gate.reads(each)]
    finished = [path for name in found for path in _finished(gate, name)]
    return {
        "sessions-held": tuple(each.path for name in found for each in sessions.held(programme, name, as_of)),
        "hours": tuple(each.path for each in room),
        "steps-done": tuple(each.path for each in room if each.item.step and roadmaps.reflected(each.item)),
        "roadmaps-finished": tuple(dict.fromkeys(finished)),
        "changes": tuple(each.path for each in posts if totals.tells_of_a_change(each.item)),
    }


def _finished(gate: Gate, pair: str) -> Iterator[str]:
    found = roadmaps.coverage(gate.programme, pair, gate.as_of)
    for name in roadmaps.finished(gate.programme, pair, gate.as_of):
        yield from (gate.programme.pairs[pair].path, *found[name].sources)


def _files(gate: Gate, paths: Iterable[str], unread: Mapping[str, Entry[Post]]) -> Iterator[tuple[str, str | None]]:
    """Link files; of posts that nobody may read here the sealed ones are counted by their pair, as in its room."""
    found = tuple(paths)
    yield from ((path, links.edit(forge(gate), path)) for path in found if path not in unread)
    kept = Counter(unread[path].pair for path in found if path in unread and unread[path].item.sealed)
    for pair, count in sorted(kept.items()):
        yield f"{count} sealed {'post' if count == 1 else 'posts'} of {pair}", None
