"""What the lists of the site were made from, for coordinators: for each list its files, all entries together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.kinds.post import Post
from generator.language import N_, gettext
from generator.programme import Entry
from generator.view.counted import listed
from generator.view.gate import Gate
from generator.view.indicator import CountedView

_MEASURES = {"posts": "posts", "roadmaps": "path", "celebrations": "milestones"}
"""The measures of lists that have one of their own."""


def lists(gate: Gate) -> Iterator[tuple[str, CountedView]]:
    """Give the files of every list that has some, by its name."""
    found = (
        ("posts", N_("Posts"), _posts(gate)),
        ("changes", N_("What changed"), _changes(gate)),
        ("celebrations", N_("Celebrations"), chain(_rooms(gate), _told(gate))),
        ("pairs", N_("Pairs"), _pairs(gate)),
        ("people", N_("People"), _people(gate)),
        ("areas", N_("Focus areas"), _settings(gate)),
        ("roadmaps", N_("Roadmaps"), _roadmaps(gate)),
        ("agendas", N_("Agendas"), (each.path for each in gate.programme.agendas.values())),
        ("communities", N_("Communities"), _communities(gate)),
        ("sessions", N_("Calendar"), _sessions(gate)),
    )
    for name, title, paths in found:
        files = listed(gate, sorted(set(paths)))
        if files:
            measure, address = _MEASURES.get(name, "listed"), f"/progress/files/listed/{name}/"
            yield name, CountedView(address, measure, title, gettext("the programme"), ("", "/progress/"), "", files)


def _read(gate: Gate) -> Iterator[Entry[Post]]:
    return (each for each in gate.programme.posts.values() if gate.reads(each))


def _posts(gate: Gate) -> Iterator[str]:
    return (each.path for each in _read(gate))


def _changes(gate: Gate) -> Iterator[str]:
    return (each.path for each in _read(gate) if each.item.changed)


def _told(gate: Gate) -> Iterator[str]:
    return (each.path for each in _read(gate) if each.item.changed or each.item.kind == "story")


def _pairs(gate: Gate) -> Iterator[str]:
    return (gate.programme.pairs[name].path for name in gate.pairs)


def _people(gate: Gate) -> Iterator[str]:
    return (each.path for name, each in gate.programme.people.items() if gate.profile(name))


def _roadmaps(gate: Gate) -> Iterator[str]:
    return (each.path for name, each in gate.programme.roadmaps.items() if gate.roadmap(name))


def _sessions(gate: Gate) -> Iterator[str]:
    return (each.path for name in gate.pairs for each in gate.programme.sessions.get(name, ()))


def _rooms(gate: Gate) -> Iterator[str]:
    return chain(_pairs(gate), _sessions(gate))


def _settings(gate: Gate) -> Iterator[str]:
    if gate.programme.settings:
        yield gate.programme.settings.path


def _communities(gate: Gate) -> Iterator[str]:
    return (each.path for each in chain(gate.programme.communities.values(), gate.programme.notes.values()))
