"""Openness of posts: what an agreement allows, and which posts anybody beside the two may read at all."""

from __future__ import annotations

from generator.kinds.post import SEALED, WIDTH, Post
from generator.programme import Entry, Programme

_AGREED = {"pair": WIDTH[SEALED], "themes": WIDTH["organisation"], "open": WIDTH["public"]}


def widest(programme: Programme, pair: str) -> int:
    """Give the width that a pair's agreement allows its posts; without one nothing leaves the pair."""
    entry = programme.pairs.get(pair)
    agreement = entry.item.agreement if entry else None
    return _AGREED.get(agreement.confidentiality or "" if agreement else "", WIDTH[SEALED])


def is_open(programme: Programme, post: Entry[Post]) -> bool:
    """Tell whether anybody beside the two may read a post: it is not sealed, and no wider than was agreed."""
    return WIDTH[SEALED] < WIDTH.get(post.item.visibility or "", 0) <= widest(programme, post.pair)
