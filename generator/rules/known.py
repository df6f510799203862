"""The ids a programme has, and what somebody meant who wrote another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

from generator.kinds.fields import Key, as_text
from generator.programme import Entry, Programme
from generator.source.finding import MANUAL, Finding, Fix, Related
from generator.source.names import nearest
from generator.source.span import Span

SORTS = {
    "person": ("person", "no file pairs/people/{}.yml"),
    "pair": ("pair", "no file pairs/{}/pair.yml"),
    "cohort": ("cohort", "not in `cohorts` of pairs/programme.yml"),
    "area": ("focus area", "not in `focus_areas` of pairs/programme.yml"),
    "roadmap": ("roadmap", "no file content/roadmaps/{}.md"),
    "agenda": ("agenda template", "no file content/agendas/{}.md"),
    "post": ("post", "no file of this name in content/threads/"),
    "community": ("community", "no file content/communities/{}/index.md"),
}
"""What may be referred to: its name in a message, and where it should be."""

NOT_IN_A_ROOM = "before"
"""The stage of templates that no session is made from."""

Candidates = Iterable[tuple[str, str]]
"""What may stand somewhere, the likeliest first, and what makes it likely."""


class Known:
    """The ids there are; those of files that could not be read are among them."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.people, self.pairs = self._of("person"), self._of("pair")
        self.roadmaps, self.agendas = self._of("roadmap"), self._of("agenda")
        self.posts, self.communities = self._of("post"), self._of("community")
        self.steps = {f"{name}/{step.id}" for name, each in programme.roadmaps.items() for step in each.item.steps}

    def _of(self, kind: str) -> Collection[str]:
        broken = self.programme.broken.get(kind)
        return {*self.programme.entries(kind), *broken} if broken else self.programme.entries(kind)

    @cached_property
    def cohorts(self) -> Collection[str]:
        """Name the cohorts."""
        return self.programme.cohorts

    @cached_property
    def areas(self) -> Collection[str]:
        """Name the focus areas."""
        return self.programme.focus_areas

    def persons(
        self, *, pair: str = "", cohorts: Collection[str] = (), roles: Collection[str] = (), but: str = ""
    ) -> Candidates:
        """Give the people who may stand somewhere: the pair's members, people of the cohorts, all others."""
        people, own = self.programme.people, self.programme.pairs.get(pair)
        members = own.item.members if own else ()
        yield from ((name, "a member of this pair") for name in members if name in people)
        allowed = (name for name, each in people.items() if not roles or each.item.role in roles)
        rest = [(name, set(cohorts).isdisjoint(people[name].item.cohorts)) for name in allowed]
        for name, elsewhere in sorted(rest, key=lambda each: (each[1], each[0])):
            if name != but and name not in members:
                yield name, "" if elsewhere else "same cohort"

    def free(self, entry: Entry[Any], roles: Collection[str]) -> Candidates:
        """Give the people for one side of a pair: first those of its cohort who are in no other pair there."""
        pairs, cohort = self.programme.pairs.values(), entry.parts["cohort"]
        others = (each for each in pairs if each.parts["cohort"] == cohort and each is not entry)
        taken = {person for each in others for person in each.item.members}
        found = list(self.persons(cohorts=(cohort,), roles=roles))
        yield from sorted(found, key=lambda each: not each[1] or each[0] in taken)

    def pairs_near(self, cohort: str, but: str = "") -> Candidates:
        """Give the pairs, those of a cohort first."""
        for name in sorted(self.pairs, key=lambda each: (not each.startswith(f"{cohort}/"), each)):
            if name != but:
                yield name, "same cohort" if name.startswith(f"{cohort}/") else ""

    def slugs(self, cohort: str) -> Candidates:
        """Give the names of a cohort's pairs, without the cohort."""
        return plain(name.split("/")[1] for name in self.pairs if name.startswith(f"{cohort}/"))

    def roadmaps_of(self, pair: str) -> Candidates:
        """Give the roadmaps, those the pair follows first."""
        own = self.programme.pairs.get(pair)
        followed = own.item.roadmaps if own else ()
        yield from ((name, "a roadmap of this pair") for name in followed if name in self.roadmaps)
        yield from ((name, "") for name in sorted(self.roadmaps) if name not in followed)

    def templates(self) -> Candidates:
        """Give the agenda templates a session may be made from."""
        for name in sorted(self.agendas):
            found = self.programme.agendas.get(name)
            if found is None or found.item.stage != NOT_IN_A_ROOM:
                yield name, ""

    def posts_before(self, entry: Entry[Any]) -> Candidates:
        """Give the posts that one may answer: those of its thread, of its cohort, all others; none that is later."""
        posts = [
            (post.pair != entry.pair, post.parts["cohort"] != entry.parts["cohort"], name)
            for name, post in self.programme.posts.items()
            if post.item.date <= entry.item.date and post is not entry
        ]
        for elsewhere, far, name in sorted(posts):
            yield name, "" if far else "same cohort" if elsewhere else "same thread"


def plain(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give names none of which is likelier than another."""
    return ((name, "") for name in sorted(names))


def missing(
    entry: Entry[Any], key: Key, sort: str, name: str, candidates: Candidates, span: Span | None = None
) -> Finding:
    """Say that an id names nothing, and which is nearest."""
    says, where = SORTS[sort]
    why = dict(candidates)
    near = next(iter(nearest(name, why, 1)), "")
    here = span or entry.at(*key)
    also = f" ({why[near]})" if near and why[near] else ""
    return Finding(
        code="LNK001",
        severity="error",
        span=here,
        message=f"there is no {says} `{name}`",
        help=f"did you mean `{near}`?{also}" if near else f"write the id of a {says} of this programme, or add it",
        key=as_text(key),
        related=(Related(where.format(name), here),),
        fix=Fix("unsafe", f"replace with `{near}`", near) if near else MANUAL,
    )


def missing_step(entry: Entry[Any], key: Key, name: str, roadmap: Entry[Any]) -> Finding:
    """Say that a roadmap has no such step, and show the nearest one where it stands."""
    steps = [step.id for step in roadmap.item.steps]
    near = next(iter(nearest(name, steps, 1)), "")
    here, number = part(entry, key, name, last=True), steps.index(near) if near else 0
    return Finding(
        code="LNK001",
        severity="error",
        span=here,
        message=f"roadmap `{roadmap.id}` has no step `{name}`",
        help=f"did you mean `{near}`? (step {number + 1} of {len(steps)})"
        if near
        else "write the id of one of its steps",
        key=as_text(key),
        related=(Related("the nearest step", roadmap.at("steps", number, "id")),) if near else (),
        fix=Fix("unsafe", f"replace with `{near}`", near) if near else MANUAL,
    )


def part(entry: Entry[Any], key: Key, text: str, *, last: bool = False) -> Span:
    """Tell where one of the two ids of `roadmap/step` stands."""
    span = entry.at(*key)
    line = entry.document.lines[span.line - 1][: span.end_column - 1]
    start = line.rfind(text) if last else line.find(text, span.column - 1)
    if span.line != span.end_line or start < span.column - 1:
        return span
    return Span(span.path, span.line, start + 1, span.line, start + 1 + len(text))
