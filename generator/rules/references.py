"""References by id: every id that a file names belongs to something (LNK001)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from generator.kinds.fields import Key
from generator.kinds.note import Note
from generator.kinds.pair import Pair
from generator.kinds.person import Person
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.rules.known import SORTS, Candidates, Known, missing, missing_step, part, plain
from generator.source.finding import Finding, Related
from generator.source.names import nearest

ROLES = {"mentor": ("mentor", "both"), "mentee": ("mentee", "both")}
NOBODY_ELSE = ("",)
"""The roles of those who may write in a thread beside its two members: there are none."""


@rule("LNK001", "error")
def reference_to_nothing(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Id that names nothing in this programme.

    ## What it checks
    Every id resolves: of people (also `manager`, owners and those in charge), pairs, cohorts, focus areas,
    roadmaps and their steps, agenda templates and posts; and every folder of a cohort, a pair or a community
    is that of one. What is in a file that cannot be read counts as known.

    ## Why it matters
    A misspelt id is a fact lost: a session counts for no step, an hour for nobody. The nearest id is
    offered, first of the same pair, then of the same cohort, then of all.

    ## Example
    ```yaml pairs/2026-spring/pair-03/pair.yml
    roadmaps:
      - digital-fluency
      - candor  # error: [LNK001]
    ```
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    step: digital-fluency/frist-real-task  # error: [LNK001]
    ```

    ## Instead
    ```yaml pairs/2026-spring/pair-03/pair.yml
    roadmaps:
      - digital-fluency
      - candour
    ```
    ```yaml pairs/2026-spring/pair-03/sessions/03.yml
    step: digital-fluency/first-real-task
    ```
    """
    known = Known(programme)
    for each in (
        _settings,
        _people,
        _pairs,
        _sessions,
        _posts,
        _content,
        _check_ins,
        _matchings,
        _room_notes,
        _folders,
    ):
        yield from each(known)


def _settings(known: Known) -> Iterator[Finding]:
    entry = known.programme.settings
    if entry is None:
        return
    people = entry.item.people
    named: list[tuple[Key, str]] = [(("people", "sponsor"), people.sponsor)]
    named += [(("people", "coordinators", number), each) for number, each in enumerate(people.coordinators)]
    named += [(("people", "support_contact"), people.support_contact)]
    for key, name in named:
        if name not in known.people:
            yield missing(entry, key, "person", name, known.persons())
    policy = entry.item.policy
    for number, area in enumerate(policy.fast_areas or () if policy else ()):
        if area not in known.areas:
            yield missing(entry, ("policy", "fast_areas", number), "area", area, plain(known.areas))


def _people(known: Known) -> Iterator[Finding]:
    for entry in known.programme.people.values():
        item = entry.item
        if item.manager is not None and item.manager not in known.people:
            yield missing(entry, ("manager",), "person", item.manager, _managers(known, entry))
        if known.programme.settings is not None:
            yield from _cohorts_and_areas(known, entry)


def _managers(known: Known, entry: Entry[Person]) -> Candidates:
    """Give who may be somebody's manager: first those above them, of their department, who manage others."""
    people, item = known.programme.people, entry.item
    managers = {each.item.manager for each in people.values() if each is not entry}

    def unlikely(found: tuple[str, str]) -> tuple[bool, bool, bool]:
        other = people[found[0]].item
        return other.level <= item.level, other.department != item.department, found[0] not in managers

    return sorted(known.persons(but=entry.id), key=unlikely)


def _cohorts_and_areas(known: Known, entry: Entry[Person]) -> Iterator[Finding]:
    item = entry.item
    for number, cohort in enumerate(item.cohorts):
        if cohort not in known.cohorts:
            yield missing(entry, ("cohorts", number), "cohort", cohort, plain(known.cohorts))
    for field, wishes in (("offers", item.offers), ("wants", item.wants)):
        for number, wish in enumerate(wishes):
            if wish.area not in known.areas:
                yield missing(entry, (field, number, "area"), "area", wish.area, plain(known.areas))


def _pairs(known: Known) -> Iterator[Finding]:
    for name, entry in known.programme.pairs.items():
        item = entry.item
        for side, person in (("mentor", item.mentor), ("mentee", item.mentee)):
            if person not in known.people:
                yield missing(entry, (side,), "person", person, known.free(entry, ROLES[side]))
        for number, area in enumerate(item.focus):
            if area not in known.areas and known.programme.settings is not None:
                yield missing(entry, ("focus", number), "area", area, plain(known.areas))
        for number, roadmap in enumerate(item.roadmaps):
            if roadmap not in known.roadmaps:
                yield missing(entry, ("roadmaps", number), "roadmap", roadmap, plain(known.roadmaps))
        for number, skipped in enumerate(item.skipped):
            yield from _step(known, entry, ("skipped", number, "step"), skipped.step)
        yield from _other_pairs(known, entry, name)


def _other_pairs(known: Known, entry: Entry[Pair], name: str) -> Iterator[Finding]:
    for field, other in (("continues", entry.item.continues), ("superseded_by", entry.item.superseded_by)):
        if other is not None and other not in known.pairs:
            yield missing(entry, (field,), "pair", other, _followers(known, entry))


def _followers(known: Known, entry: Entry[Pair]) -> Candidates:
    """Give the pairs that may follow on one: first those that share somebody with it, as PAI013 asks."""
    pairs, members = known.programme.pairs, set(entry.item.members)
    near = known.pairs_near(entry.parts["cohort"], but=entry.id)
    return sorted(near, key=lambda each: each[0] not in pairs or members.isdisjoint(pairs[each[0]].item.members))


def _step(known: Known, entry: Entry[Any], key: Key, step: str | None) -> Iterator[Finding]:
    """Follow `roadmap/step`: the roadmap first; of one that cannot be read every step may be."""
    if step is None or step in known.steps:
        return
    roadmap, _, name = step.partition("/")
    if roadmap not in known.roadmaps:
        span = part(entry, key, roadmap)
        yield missing(entry, key, "roadmap", roadmap, known.roadmaps_of(entry.pair), span)
    elif roadmap in known.programme.roadmaps:
        yield missing_step(entry, key, name, known.programme.roadmaps[roadmap])


def _sessions(known: Known) -> Iterator[Finding]:
    agendas, steps = known.agendas, known.steps
    for entry in chain.from_iterable(known.programme.sessions.values()):
        item = entry.item
        if item.template not in agendas:
            yield missing(entry, ("template",), "agenda", item.template, known.templates())
        if item.step is not None and item.step not in steps:
            yield from _step(known, entry, ("step",), item.step)


def _posts(known: Known) -> Iterator[Finding]:
    people, steps = known.people, known.steps
    for entry in chain.from_iterable(known.programme.threads.values()):
        item = entry.item
        if item.author not in people:
            yield missing(entry, ("author",), "person", item.author, _authors(known, entry))
        if item.step is not None and item.step not in steps:
            yield from _step(known, entry, ("step",), item.step)
        if item.replies_to is not None and item.replies_to not in known.posts:
            yield missing(entry, ("replies_to",), "post", item.replies_to, known.posts_before(entry))
        owner = item.changed.owner if item.changed else None
        if owner is not None and owner not in people:
            candidates = known.persons(pair=entry.pair, cohorts=(entry.parts["cohort"],))
            yield missing(entry, ("changed", "owner"), "person", owner, candidates)


def _authors(known: Known, entry: Entry[Any]) -> Candidates:
    """Give who may write in a thread: the two members, or everybody where the pair is not known."""
    roles = NOBODY_ELSE if entry.pair in known.programme.pairs else ()
    return known.persons(pair=entry.pair, cohorts=(entry.parts["cohort"],), roles=roles)


def _content(known: Known) -> Iterator[Finding]:
    for roadmap in known.programme.roadmaps.values():
        if roadmap.item.focus_area not in known.areas and known.programme.settings is not None:
            yield missing(roadmap, ("focus_area",), "area", roadmap.item.focus_area, plain(known.areas))
        if roadmap.item.owner not in known.people:
            yield missing(roadmap, ("owner",), "person", roadmap.item.owner, _owners(known, roadmap))
    for note in known.programme.notes.values():
        if note.item.author not in known.people:
            yield missing(note, ("author",), "person", note.item.author, _practitioners(known, note))


def _practitioners(known: Known, note: Entry[Note]) -> Candidates:
    """Give who may write in a community: first its host and those who did before."""
    programme, name = known.programme, note.parts["community"]
    host = {programme.communities[name].item.host} if name in programme.communities else set()
    wrote = {each.item.author for each in programme.notes.values() if each.parts["community"] == name}
    return sorted(known.persons(), key=lambda each: each[0] not in host | wrote)


def _owners(known: Known, roadmap: Entry[Any]) -> Candidates:
    """Give who may own a roadmap: first those who own another."""
    owners = {each.item.owner for each in known.programme.roadmaps.values() if each is not roadmap}
    return sorted(known.persons(), key=lambda each: each[0] not in owners)


def _check_ins(known: Known) -> Iterator[Finding]:
    for cohort, entry in known.programme.check_ins.items():
        for slug, visits in entry.item.entries.items():
            if f"{cohort}/{slug}" not in known.pairs:
                yield missing(entry, (slug,), "pair", slug, known.slugs(cohort), entry.key(slug))
            for number, visit in enumerate(visits):
                if visit.by not in known.people:
                    yield missing(entry, (slug, number, "by"), "person", visit.by, known.persons())


def _matchings(known: Known) -> Iterator[Finding]:
    for cohort, run in known.programme.matchings.items():
        pool = run.item.pool
        for side, people in (("mentors", pool.mentors), ("mentees", pool.mentees)):
            for number, person in enumerate(people):
                if person not in known.people:
                    yield missing(run, ("pool", side, number), "person", person, known.persons(cohorts=(cohort,)))
        for field, slugs in (("kept", run.item.kept), ("new", run.item.new)):
            for number, slug in enumerate(slugs):
                if f"{cohort}/{slug}" not in known.pairs:
                    yield missing(run, (field, number), "pair", slug, known.slugs(cohort))


def _room_notes(known: Known) -> Iterator[Finding]:
    for note in known.programme.room_notes.values():
        if note.item.author not in known.people:
            yield missing(note, ("author",), "person", note.item.author, _authors(known, note))


def _folders(known: Known) -> Iterator[Finding]:
    """Look at the folders' names; each that names nothing is reported once, at its first file."""
    programme = known.programme
    rooms: list[Entry[Any]] = [found[0] for found in (*programme.sessions.values(), *programme.threads.values())]
    rooms += programme.room_notes.values()
    yield from _folder("pair", ((each.pair, each) for each in rooms), known.pairs)
    cohorts: list[Entry[Any]] = [*programme.pairs.values(), *programme.matchings.values()]
    cohorts += [*programme.check_ins.values(), *programme.pulses.values()]
    if programme.settings is not None:
        yield from _folder("cohort", ((each.parts["cohort"], each) for each in cohorts), known.cohorts)
    notes = ((each.parts["community"], each) for each in programme.notes.values())
    yield from _folder("community", notes, known.communities)


def _folder(sort: str, named: Iterable[tuple[str, Entry[Any]]], known: Collection[str]) -> Iterator[Finding]:
    first: dict[str, Entry[Any]] = {}
    for name, entry in named:
        if name not in known:
            first.setdefault(name, entry)
    for name, entry in first.items():
        yield _not_a_folder(sort, name, entry, sorted(known))


def _not_a_folder(sort: str, name: str, entry: Entry[Any], known: list[str]) -> Finding:
    says, where = SORTS[sort]
    near, top = next(iter(nearest(name, known, 1)), ""), entry.document.top()
    return Finding(
        code="LNK001",
        severity="error",
        span=top,
        message=f"the file lies in the folder of {says} `{name}`, which there is not",
        help=f"did you mean `{near}`? Then move the folder there, else add the {says}"
        if near
        else f"add the {says}, or move the folder",
        key="",
        related=(Related(where.format(name), top),),
    )
