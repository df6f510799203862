"""What the numbers of the progress pages were counted from, for coordinators: every file, one click away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.kinds.post import Post
from generator.language import gettext, ngettext
from generator.language.forms import day
from generator.programme import Entry
from generator.progress import indicators, roadmaps, sessions, totals
from generator.progress.value import Measure
from generator.view.gate import Gate
from generator.view.indicator import CountedView, File
from generator.view.offers import seen
from generator.view.small import Small


class Group(NamedTuple):
    """The programme (its key is empty), a cohort (its id), a focus area or a roadmap (`area/…`, `roadmap/…`).

    `above` is a page that tells of it, `below` is where the lists of its files lie. A cohort that is looked
    back at (`then/…`) has the day its numbers are of.
    """

    key: str
    title: str
    above: str
    below: str
    then: date | None = None


def whole() -> Group:
    """Give the programme as a group."""
    return Group("", gettext("the programme"), "/progress/", "/progress/files/")


def cohort(gate: Gate, name: str) -> Group:
    """Give a cohort as a group."""
    return Group(name, gate.programme.cohorts[name].title, f"/progress/{name}/", f"/progress/{name}/files/")


def before(gate: Gate, name: str, then: date) -> Group:
    """Give a cohort as it stood on an earlier day."""
    now = cohort(gate, name)
    return now._replace(key=f"then/{name}", below=f"{now.below}then/", then=then)


def area(gate: Gate, name: str) -> Group:
    """Give a focus area as a group."""
    return _part(f"area/{name}", gate.programme.focus_areas[name].title)


def roadmap(gate: Gate, name: str) -> Group:
    """Give a roadmap as a group."""
    return _part(f"roadmap/{name}", gate.programme.roadmaps[name].item.title)


def _part(key: str, title: str) -> Group:
    return Group(key, title, "/progress/", f"/progress/files/{key}/")


def counted(small: Small, found: Mapping[Group, indicators.All]) -> Iterator[tuple[Group, CountedView]]:
    """Give the files of every indicator of these groups, and of the totals of the programme and its cohorts."""
    gate = small.gate
    names = {each.id: each.name for kind in (sessions, roadmaps, totals) for each in kind.MEASURES}
    unread = _unread(gate)
    for group, each in found.items():
        numbers = [(one.measure, one.kind.words.name, one.shown, one.sources) for one in each if one.n]
        totalled = _of_totals(small, group)
        numbers += [(measure, names[measure], "", paths) for measure, paths in totalled.items() if paths]
        of = _called(group)
        for measure, name, shown, paths in numbers:
            files = tuple(_files(gate, paths, unread))
            yield (
                group,
                CountedView(f"{group.below}{measure}/", measure, name, of, (group.title, group.above), shown, files),
            )


def weekly(gate: Gate, name: str, words: Measure, paths: Iterable[str]) -> CountedView:
    """Give the files that the weeks of a cohort's line were counted from, all of them together."""
    group = cohort(gate, name)
    of = gettext("%(group)s, week by week", group=group.title)
    files = listed(gate, paths)
    return CountedView(f"{group.below}weeks/{words.id}/", words.id, words.name, of, ("", "/progress/"), "", files)


def listed(gate: Gate, paths: Iterable[str]) -> tuple[File, ...]:
    """Link the files that may be named; of posts that nobody may read here only the sealed ones are counted."""
    found, unread = tuple(paths), _unread(gate)
    named = {*gate.files(found), *unread}
    return tuple(_files(gate, (path for path in found if path in named), unread))


def _unread(gate: Gate) -> Mapping[str, Entry[Post]]:
    return {each.path: each for each in gate.programme.posts.values() if not gate.reads(each)}


def _of_totals(small: Small, group: Group) -> Mapping[str, tuple[str, ...]]:
    """Give the files of each total of the programme or a cohort; of a roadmap's pairs; none of other groups."""
    of, _, name = group.key.rpartition("/")
    if of == "roadmap":
        return {"pairs": _of_pairs(small.gate, small.on_roadmap(name))}
    return {} if of else _summed(small.gate, sorted(small.cohorts.get(name, small.whole)))


def _of_pairs(gate: Gate, pairs: Iterable[str]) -> tuple[str, ...]:
    return tuple(gate.programme.pairs[name].path for name in sorted(pairs))


def _summed(gate: Gate, found: list[str]) -> Mapping[str, tuple[str, ...]]:
    programme, as_of = gate.programme, gate.as_of
    room = [each for name in found for each in programme.sessions.get(name, ()) if sessions.is_held(each.item, as_of)]
    posts = [each for name in found for each in programme.threads.get(name, ()) if gate.reads(each)]
    finished = [path for name in found for path in _finished(gate, name)]
    return {
        "pairs": _of_pairs(gate, found),
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


def _files(gate: Gate, paths: Iterable[str], unread: Mapping[str, Entry[Post]]) -> Iterator[File]:
    """Link files; of posts that nobody may read here the sealed ones are counted by their pair, as in its room."""
    found = tuple(paths)
    yield from (seen(gate, path) for path in found if path not in unread)
    kept = Counter(unread[path].pair for path in found if path in unread and unread[path].item.sealed)
    for pair, count in sorted(kept.items()):
        yield ngettext("%(num)s sealed post of %(pair)s", "%(num)s sealed posts of %(pair)s", count, pair=pair), None


def _called(group: Group) -> str:
    if group.then:
        return gettext("%(group)s on %(day)s", group=group.title, day=day(group.then))
    if group.key.startswith("area/"):
        return gettext("area %(title)s", title=group.title)
    return gettext("roadmap %(title)s", title=group.title) if "/" in group.key else group.title
