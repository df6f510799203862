"""Reporting lines: from a person to their manager, the manager's manager, and so to the top."""

from __future__ import annotations

from collections.abc import Mapping

from generator.programme import Programme

Managers = Mapping[str, str]


def managers(programme: Programme) -> Managers:
    """Give each person's manager; who has none, and whose file could not be read, is not in it."""
    return {name: manager for name, entry in programme.people.items() if (manager := entry.item.manager) is not None}


def chain(line: Managers, person: str) -> tuple[str, ...]:
    """Give the person's managers from the nearest to the top; a circle ends where it would start again."""
    above: dict[str, None] = {}
    current = line.get(person)
    while current is not None and current not in above:
        above[current] = None
        current = line.get(current)
    return tuple(above)


def circles(line: Managers) -> list[tuple[str, ...]]:
    """Find the circles: each once, from its first member by name, in the order of the managers."""
    done: set[str] = set()
    found = []
    for person in sorted(line):
        trail: dict[str, int] = {}
        current: str | None = person
        while current is not None and current not in done and current not in trail:
            trail[current] = len(trail)
            current = line.get(current)
        if current in trail:
            found.append(_from_first(list(trail)[trail[current] :]))
        done.update(trail)
    return sorted(found)


def _from_first(members: list[str]) -> tuple[str, ...]:
    first = members.index(min(members))
    return tuple(members[first:] + members[:first])
