"""People and focus areas as an audience may know them."""

from __future__ import annotations

from collections.abc import Iterable

from generator import lifecycle
from generator.kinds.person import Person
from generator.kinds.person import Wish as DeclaredWish
from generator.policy import policy
from generator.programme import Entry
from generator.view.gate import Gate
from generator.view.offers import seen
from generator.view.shapes import AreaView, Link, PostView, Profile, Someone, Wish

NEWEST = 12


def profiles(gate: Gate, posts: Iterable[PostView]) -> tuple[Profile, ...]:
    """Give the participants whose consent reaches this audience, by name."""
    written: dict[str, list[Link]] = {}
    for post in posts:
        if post.card.author.address:
            written.setdefault(post.card.author.address, []).append(Link(post.card.title, post.card.address))
    joined = _pairs_of(gate)
    found = [
        _profile(gate, name, entry, tuple(written.get(f"/people/{name}/", ())[::-1]), tuple(joined.get(name, ())))
        for name, entry in gate.programme.people.items()
        if gate.profile(name)
    ]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.address)))


def _profile(gate: Gate, name: str, entry: Entry[Person], posts: tuple[Link, ...], pairs: tuple[Link, ...]) -> Profile:
    item = entry.item
    return Profile(
        address=f"/people/{name}/",
        name=item.name,
        role=item.role,
        department=item.department or "",
        timezone=item.timezone or "",
        languages=item.languages,
        offers=_wishes(gate, item.offers),
        wants=_wishes(gate, item.wants),
        interests=item.interests,
        posts=posts,
        pairs=pairs,
        places_free=_places_free(gate, name) if gate.inside else None,
        source=entry.path if gate.inside else None,
        behind=tuple(seen(gate, path) for path in gate.files([entry.path, *_taken(gate, name)])),
    )


def _wishes(gate: Gate, wishes: Iterable[DeclaredWish]) -> tuple[Wish, ...]:
    return tuple(Wish(gate.area(wish.area), wish.note) for wish in wishes)


def _pairs_of(gate: Gate) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for name in gate.pairs:
        item = gate.programme.pairs[name].item
        link = gate.pair_link(name)
        if link is not None:
            found.setdefault(item.mentor, []).append(link)
            found.setdefault(item.mentee, []).append(link)
    return found


def _places_free(gate: Gate, person: str) -> int:
    """Count the partners a person could still take: capacity (1 as mentor, 2 as mentee) less open pairs."""
    item = gate.programme.people[person].item
    most = item.capacity if item.capacity is not None else 1 if item.role == "mentor" else 2
    return max(0, most - len(_taken(gate, person)))


def _taken(gate: Gate, person: str) -> list[str]:
    """Name the files of a person's open pairs."""
    return [
        pair.path
        for pair in gate.programme.pairs.values()
        if person in pair.item.members and lifecycle.state(pair.item, gate.as_of) in lifecycle.OPEN
    ]


def areas(gate: Gate, posts: tuple[PostView, ...]) -> tuple[AreaView, ...]:
    """Give the focus areas with roadmaps, posts, and the people who offer or want them."""
    return tuple(_area(gate, name, posts) for name in gate.programme.focus_areas)


def _area(gate: Gate, name: str, posts: tuple[PostView, ...]) -> AreaView:
    area = gate.programme.focus_areas[name]
    roadmaps = [
        gate.roadmap(each) for each, entry in sorted(gate.programme.roadmaps.items()) if entry.item.focus_area == name
    ]
    return AreaView(
        address=f"/areas/{name}/",
        id=name,
        title=area.title,
        why=area.why,
        offering=_named(gate, name, "offers"),
        wanting=_named(gate, name, "wants"),
        balance=_balance(gate, name),
        roadmaps=tuple(link for link in roadmaps if link is not None),
        posts=tuple(post.card for post in reversed(posts) if name in post.areas)[:NEWEST],
    )


def _named(gate: Gate, area: str, side: str) -> tuple[tuple[Someone, str], ...]:
    """Give who offers or wants an area, by name; people without consent are absent, not counted."""
    found = [
        (gate.someone(name), wish.note)
        for name, entry in gate.programme.people.items()
        if gate.profile(name)
        for wish in getattr(entry.item, side)
        if wish.area == area
    ]
    return tuple(sorted(found, key=lambda each: (each[0].name or "").casefold()))


def _balance(gate: Gate, area: str) -> int | None:
    """Give offers less wants; `None` where a side has too few people."""
    counts = counted(gate, area)
    return counts[1] - counts[0] if counts else None


def counted(gate: Gate, area: str) -> tuple[int, int] | None:
    """Count who wants an area and who offers it, of those this audience may see; `None` where a side is too small.

    People without consent stay out of the count: the lists beside it would give them away by subtraction.
    """
    seen = [entry.item for name, entry in gate.programme.people.items() if gate.profile(name)]
    wants, offers = (
        sum(any(wish.area == area for wish in getattr(person, side)) for person in seen) for side in ("wants", "offers")
    )
    return (wants, offers) if min(wants, offers) >= policy(gate.programme).small_group else None
