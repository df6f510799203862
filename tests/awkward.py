"""A programme of what nobody plans for: very long titles, a name in Arabic, a long and wide table, no pairs."""

from __future__ import annotations

from collections.abc import Mapping

import programmes

THREAD = "content/threads/2026-spring/pair-03"
LONG = f"{THREAD}/2026-02-20-first-prompt.md"
UNBROKEN = f"{THREAD}/2026-03-20-one-report-less.md"
TABLE = f"{THREAD}/2026-02-24-on-the-receiving-end.md"
PERSON = "pairs/people/p-017.yml"
NAME = "ليلى المنصوري"
ROWS = 60

WORDS = "How we asked the assistant what to leave out of the weekly report and what it left out on its own account "
TITLE = (WORDS * 3)[:299].rstrip().ljust(300, "!")
WORD = "Wochenberichtszusammenfassungsvorlage" * 8 + "n" * 4
assert len(TITLE) == len(WORD) == 300


def _with(path: str, old: str, new: str) -> tuple[str, str]:
    text = programmes.healthy()[path].decode()
    assert text.count(old) == 1, (path, old)
    return path, text.replace(old, new)


def _titled(path: str, title: str) -> tuple[str, str]:
    [line] = [each for each in programmes.healthy()[path].decode().splitlines() if each.startswith("title: ")]
    return _with(path, line, f"title: {title}")


def _table() -> str:
    heads = [f"Aisle {number}" for number in range(1, 13)]
    rows = [" | ".join(str(row * number) for number in range(1, 13)) for row in range(1, ROWS + 1)]
    return "\n".join(f"| {row} |" for row in (" | ".join(heads), " | ".join("---" for _ in heads), *rows))


def programme() -> Mapping[str, bytes]:
    """Give the files of the healthy programme with all of this in it; nothing of it is an error."""
    table = programmes.healthy()[TABLE].decode() + f"\n{_table()}\n"
    [name] = [each for each in programmes.healthy()[PERSON].decode().splitlines() if each.startswith("name: ")]
    changes = dict(
        [_titled(LONG, TITLE), _titled(UNBROKEN, WORD), _with(PERSON, name, f"name: {NAME}"), (TABLE, table)]
    )
    return programmes.over_healthy(changes)


def without_pairs() -> Mapping[str, bytes]:
    """Give the healthy programme before its first pair: people, roadmaps and agendas, and nobody matched."""
    gone = ("pairs/2025-autumn/", "pairs/2026-spring/", "content/threads/", "content/moved.yml")
    return {path: data for path, data in programmes.healthy().items() if not path.startswith(gone)}
