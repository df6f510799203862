"""What a change shows to whom: the pages of each audience, before and after, through the one privacy gate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from generator.kinds.base import Audience
from generator.pages import pages
from generator.programme import Programme
from generator.progress.whole import measure
from generator.view import view


class Reach(NamedTuple):
    """The addresses of an audience's pages that a change adds, alters and takes away."""

    audience: Audience
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def reach(base: Programme, head: Programme, as_of: date) -> Iterator[Reach]:
    """Compare what each audience sees; both programmes are free of errors."""
    for audience in get_args(Audience):
        old, new = _site(base, audience, as_of), _site(head, audience, as_of)
        yield Reach(
            audience,
            tuple(sorted(new.keys() - old.keys())),
            tuple(sorted(address for address in new.keys() & old.keys() if new[address] != old[address])),
            tuple(sorted(old.keys() - new.keys())),
        )


def _site(programme: Programme, audience: Audience, as_of: date) -> dict[str, tuple[str, str]]:
    """Give an audience's pages by address; without settings there is no site."""
    if programme.settings is None:
        return {}
    seen = view(programme, measure(programme, as_of), (), audience)
    return {page.address: (page.title, page.html) for page in pages(seen)}
