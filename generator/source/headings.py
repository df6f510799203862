"""Anchors of headings: how a link into a page names a heading, in rules and on pages alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_DROPPED = re.compile(r"[^\w\- ]")


def anchors(headings: Iterable[str]) -> Iterator[str]:
    """Give the anchor of each heading of a page, in order, from its plain text.

    Lower case, punctuation dropped, spaces as hyphens; the second of the same gets `-1`, the third `-2`.
    A heading without any letter or digit has the empty anchor: nothing can point to it.
    """
    taken: dict[str, int] = {}
    for heading in headings:
        name = _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")
        count = taken.get(name, 0)
        while count and f"{name}-{count}" in taken:
            count += 1
        taken[name] = count + 1
        found = f"{name}-{count}" if count else name
        taken.setdefault(found, 1)
        yield found if name.strip("-") else ""
