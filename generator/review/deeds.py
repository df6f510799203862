"""What a change does, in the programme's own words: ids, dates, numbers and closed values, never somebody's text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.pair import Agreement, Pair
from generator.kinds.person import Person
from generator.kinds.post import Post
from generator.programme import Programme
from generator.review.rooms import rooms

READERS = {
    "public": "everyone in the organisation will read it, and it may be quoted outside",
    "organisation": "everyone in the organisation will read it",
    "cohort": "the people who take part will read it",
    "pair": "sealed: only the two members can read it",
}
_CURATED = {"roadmap": "roadmap", "agenda": "agenda template", "community": "community", "note": "practice note",
            "page": "page"}  # fmt: skip


def deeds(base: Programme, head: Programme, as_of: date) -> tuple[str, ...]:
    """Say what a change does, one line for each deed: people, pairs, rooms, posts, curated pages."""
    return (*_people(base, head), *_pairs(base, head), *rooms(base, head, as_of), *_posts(base, head),
            *_curated(base, head))  # fmt: skip


def _both(base: Programme, head: Programme, kind: str) -> Iterator[tuple[str, object | None, object | None]]:
    """Give the files of a kind that a change added, altered or took out; what could not be read is neither."""
    old, new = base.entries(kind), head.entries(kind)
    for name in sorted({*old, *new}):
        if base.unread(kind, name) or head.unread(kind, name):
            continue
        before, after = old.get(name), new.get(name)
        if before is None or after is None or before.document.text != after.document.text:
            yield name, before and before.item, after and after.item


def _people(base: Programme, head: Programme) -> Iterator[str]:
    for name, before, after in _both(base, head, "person"):
        if not isinstance(after, Person):
            yield f"{name} is no longer in the programme's files"
            continue
        was = before.consent.profile if isinstance(before, Person) and before.consent else "nobody"
        now = after.consent.profile if after.consent else "nobody"
        said = "is new" if before is None else "has a changed profile"
        yield f"{name} {said}" if was == now else f"{name} {said}; who may see the profile: {was} → {now}"


def _pairs(base: Programme, head: Programme) -> Iterator[str]:
    for name, before, after in _both(base, head, "pair"):
        if not isinstance(after, Pair):
            yield f"{name} is taken out"
        elif not isinstance(before, Pair):
            yield f"{name} is a new pair, {_word(after.history[-1].state)}"
        else:
            yield from (f"{name}: {deed}" for deed in _of_pair(before, after))


def _of_pair(before: Pair, after: Pair) -> Iterator[str]:
    """Say what became of one pair; where there is nothing else to say, that its file changed."""
    said = [*_lifecycle(before, after), *_agreement(before.agreement, after.agreement), *_goals(before, after)]
    yield from said or ["the pair's file is changed"]


def _lifecycle(before: Pair, after: Pair) -> Iterator[str]:
    old, new = before.history[-1].state, after.history[-1].state
    if old != new or len(before.history) != len(after.history):
        yield f"{_word(old)} → {_word(new)}, from {after.history[-1].on}"


def _agreement(before: Agreement | None, after: Agreement | None) -> Iterator[str]:
    if after is None or before == after:
        return
    for side in ("mentor", "mentee"):
        was = getattr(before.signed, side) if before and before.signed else None
        now = getattr(after.signed, side) if after.signed else None
        if now and now != was:
            yield f"the {side} signed version {after.version or 1} of the agreement on {now}"
    shown, shows = (each.publish or "nothing" if each else "nothing" for each in (before, after))
    if shown != shows:
        yield f"what the organisation's site shows of the pair: {shown} → {shows}"
    fields = [name for name in Agreement.model_fields if name not in ("signed", "publish", "version")]
    if before and any(getattr(before, name) != getattr(after, name) for name in fields):
        yield "the agreement has other words"


def _goals(before: Pair, after: Pair) -> Iterator[str]:
    old = {goal.id: goal for goal in before.goals}
    for goal in after.goals:
        if goal.id not in old:
            yield f"a new goal of the {goal.side}: {goal.id}"
        elif old[goal.id].state != goal.state:
            yield f"goal {goal.id}: {old[goal.id].state} → {goal.state}"


def _posts(base: Programme, head: Programme) -> Iterator[str]:
    for name, before, after in _both(base, head, "post"):
        if not isinstance(after, Post):
            yield f"post {name} is withdrawn: gone from the next build, not from history and clones"
            continue
        reads = READERS.get(after.visibility or "", "nobody said who may read it")
        if not isinstance(before, Post):
            yield f"a new post by {after.author}, {name}: {reads}"
        elif before.visibility != after.visibility:
            yield f"post {name} has other readers, {before.visibility} → {after.visibility}: {reads}"
        else:
            yield f"post {name} is edited: {reads}"


def _curated(base: Programme, head: Programme) -> Iterator[str]:
    for kind, word in _CURATED.items():
        for name, before, after in _both(base, head, kind):
            yield f"{word} {name} is {'new' if before is None else 'taken out' if after is None else 'changed'}"
    old, new = (each.settings.document.text if each.settings else "" for each in (base, head))
    if old != new:
        yield "the programme's settings are changed"


def _word(state: str) -> str:
    return state.replace("_", " ")
