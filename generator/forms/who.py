"""Whose form it is: the person behind an address, and the pair that is meant, as far as files and folder tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from generator import lifecycle
from generator.kinds.base import SLUG
from generator.programme import Programme

_FOLDERS = re.compile(rf"(?:pairs|content/threads)/(?P<pair>{SLUG}/{SLUG})(?:/.*)?")


def person(programme: Programme, email: str | None) -> str | None:
    """Find the person whose commits carry an address."""
    if email is None:
        return None
    meant = email.casefold()
    for name, entry in programme.people.items():
        accounts = entry.item.accounts
        if accounts and meant in (each.casefold() for each in accounts.emails):
            return name
    return None


def open_pairs(
    programme: Programme, as_of: date, of: str | None = None, states: Collection[str] = lifecycle.OPEN
) -> tuple[str, ...]:
    """Give the pairs that meet or are about to (or are in other states), those of one person if one is named."""
    return tuple(
        name
        for name, entry in programme.pairs.items()
        if lifecycle.state(entry.item, as_of) in states and (of is None or of in entry.item.members)
    )


def pair(
    programme: Programme, as_of: date, email: str | None, folder: str, states: Collection[str] = lifecycle.OPEN
) -> str | None:
    """Tell which pair is meant: the one whose folder one stands in, one's own, or the only one."""
    stands_in = _FOLDERS.fullmatch(folder)
    if stands_in and programme.knows("pair", stands_in["pair"]):
        return stands_in["pair"]  # also one that cannot be read: another pair is not meant
    me = person(programme, email)
    return only(open_pairs(programme, as_of, me, states))


def named(programme: Programme, text: str) -> str | None:
    """Find a pair by its id, or by the name of its folder where only one cohort has it."""
    if text in programme.pairs:
        return text
    return only(name for name in programme.pairs if name.endswith(f"/{text}"))


def unread(programme: Programme, text: str) -> str | None:
    """Find the pair that a text names among those whose file cannot be read."""
    broken = programme.broken.get("pair", frozenset())
    return only(name for name in broken if text in {name, name.rpartition("/")[2]})


def only(found: Iterable[str]) -> str | None:
    """Give what was found if it is one."""
    each = tuple(found)
    return each[0] if len(each) == 1 else None
