"""What may be celebrated before an audience: a pair's milestones, stories both approved, certificates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.language import N_, gettext, ngettext
from generator.progress.milestones import Reached, of
from generator.progress.whole import PairProgress, Progress
from generator.view.gate import Gate
from generator.view.shapes import CertificateView, Link, Milestone, PostView, Served, StoryView

_OUTSIDE = frozenset({"first-session", "roadmap", "goal-reached", "goal-reframed", "closure"})
"""Milestones that say no more than a pair's progress does; the others would tell of its sessions and promises."""

_WORDS = {
    "first-session": N_("First session held"),
    "first-action": N_("First action of the leader done"),
    "review": N_("Mid-point reviewed"),
    "closure": N_("Closed together"),
}


def milestones(gate: Gate, pair: str, posts: Iterable[PostView]) -> tuple[Milestone, ...]:
    """Give a pair's milestones as this audience may know them; days only inside, promises only where they are open.

    `posts` are those of the pair this audience may read: each change that is done is one.
    """
    if not gate.shows_progress(pair):
        return ()
    found = [
        Milestone(each.kind, _said(gate, each), each.on if gate.inside else None)
        for each in of(gate.programme, pair, gate.as_of)
        if _may(gate, pair, each.kind)
    ]
    changed = [
        Milestone("change", post.change.what, post.change.on if gate.inside else None, post.change.post)
        for post in posts
        if post.change is not None and post.change.state == "done"
    ]
    last = found[-1:] if found and found[-1].kind == "closure" else []
    return (*found[: len(found) - len(last)], *changed, *last)


def _may(gate: Gate, pair: str, kind: str) -> bool:
    if gate.outside:
        return kind in _OUTSIDE
    return kind != "first-action" or gate.opened(pair) == "open"


def _said(gate: Gate, each: Reached) -> str:
    if each.roadmap:
        return gettext("Roadmap finished: %(roadmap)s", roadmap=gate.programme.roadmaps[each.roadmap].item.title)
    if each.kind == "goal-reached":
        return ngettext("Goal reached", "%(num)s goals reached", each.count)
    if each.kind == "goal-reframed":
        return ngettext("Goal reframed", "%(num)s goals reframed", each.count)
    return gettext(_WORDS[each.kind])


def stories(gate: Gate, posts: Iterable[PostView]) -> tuple[StoryView, ...]:
    """Give the stories this audience may read and both approved, newest first; the pair where it has a page."""
    found = []
    for post in posts:
        entry = gate.programme.posts[post.card.address.removeprefix("/posts/").strip("/")]
        if entry.item.kind == "story" and entry.item.partner and entry.item.partner <= gate.as_of:
            found.append(StoryView(post.card, gate.pair_link(entry.pair), post.change))
    return tuple(sorted(found, key=lambda story: (story.card.date, story.card.address), reverse=True))


def certificates(gate: Gate, progress: Progress) -> tuple[CertificateView, ...]:
    """Give a certificate for everybody this audience may know who closed a pair well, by cohort and person."""
    closed: dict[tuple[str, str], dict[str, Served]] = {}
    for name in gate.pairs:
        if gate.state(name) == "completed":
            for person, part in _served(gate, name, progress.pairs[name]):
                closed.setdefault((name.partition("/")[0], person), {})[name] = part
    return tuple(_certificate(gate, cohort, person, parts) for (cohort, person), parts in sorted(closed.items()))


def _served(gate: Gate, name: str, done: PairProgress) -> Iterator[tuple[str, Served]]:
    """Give each member whom this audience may know, with their side of the pair."""
    item = gate.programme.pairs[name].item
    told = gate.shows_progress(name)
    for side, person, partner in (("mentor", item.mentor, item.mentee), ("mentee", item.mentee, item.mentor)):
        if gate.profile(person):
            yield (
                person,
                Served(
                    role=side,
                    partner=gate.someone(partner),
                    areas=tuple(gate.area(area).title for area in item.focus),
                    sessions=done.sessions.done if told else None,
                    skills=tuple(_skills(gate, name, done)) if told and side == "mentor" else (),
                    files=f"/pairs/{name}/#files-sessions" if gate.coordinators else None,
                ),
            )


def _skills(gate: Gate, pair: str, done: PairProgress) -> Iterator[str]:
    """Give what each step done was worth to the mentor, in the words of its roadmap.

    Of a pair whose steps are not told, only where all of a roadmap's are done: that the count of them says as well.
    """
    for name in sorted({step.partition("/")[0] for step in done.steps_done}):
        steps = gate.programme.roadmaps[name].item.steps if gate.roadmap(name) else ()
        taken = [step for step in steps if f"{name}/{step.id}" in done.steps_done]
        if gate.tells_steps(pair) or len(taken) == len(steps):
            yield from (step.mentor for step in taken if step.mentor)


def _certificate(gate: Gate, cohort: str, person: str, parts: Mapping[str, Served]) -> CertificateView:
    term = gate.programme.cohorts.get(cohort)
    return CertificateView(
        address=f"/certificates/{cohort}/{person}/",
        name=gate.programme.people[person].item.name,
        profile=f"/people/{person}/",
        cohort=Link(term.title if term else cohort, f"/progress/{cohort}/"),
        starts=term.starts if term else None,
        ends=term.ends if term else None,
        parts=tuple(parts.values()),
        public=any(gate.publish(pair) != "nothing" for pair in parts),
    )
