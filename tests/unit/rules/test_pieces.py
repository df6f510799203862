"""The texts that people write, one by one and as one."""

from __future__ import annotations

from itertools import chain

import programmes

from generator.rules import pieces


def test_what_is_looked_at_quickly_is_all_that_is_looked_at_closely() -> None:
    programme = programmes.loaded(programmes.healthy()).programme
    entries = [*chain.from_iterable(programme.sessions.values()), *chain.from_iterable(programme.threads.values())]
    found = {entry.path: [piece.text for piece in pieces.of(entry)] for entry in entries}
    assert {entry.path: sorted(pieces.joined(entry).split("\n")) for entry in entries} == {
        path: sorted("\n".join(texts).split("\n")) for path, texts in found.items()
    }
    assert any(found.values())
