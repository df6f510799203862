"""What the short cuts of reading YAML are tried on: awkward values and healthy files, beside the slow reader."""

from __future__ import annotations

from collections.abc import Callable

import programmes

from generator.kinds import of_path
from generator.source import characters, yamltree
from generator.source.document import Document

VALUES = [
    "a",
    "a b",
    "60 min",
    "2026-05-21 15:00",
    "null",
    "~",
    "NULL",
    "no",
    "1:30",
    "a:b",
    "a: b",
    "a #b",
    "a#b",
    "#",
    "# c",
    "-",
    "- a",
    "-a",
    "?",
    "? a",
    "[a]",
    "[]",
    "{}",
    "{a: b}",
    "a, b",
    "&x a",
    "*x",
    "!t a",
    "|",
    ">",
    '"a"',
    '"a: b"',
    '"a\\n"',
    '"a" b',
    "'a'",
    "'it''s'",
    '"',
    "''",
    '"null"',
    "%a",
    "@a",
    "`a`",
    "a:",
    "a ",
    " a",
    "\t",
    "a\tb",
    "é",
    "a\u2028b",
    "a\u0085b",
    "\u00a0",
    "<<",
    "---",
    "...",
    "http://x.example/#y",
    "…",
    "😀",
    "=",
    "0",
    "",
    "  ",
]


def same(read: Callable[[str], object], text: str) -> bool:
    """Compare a short cut with the builder over the parser's events; tells whether it was taken."""
    short = read(text)
    if short is None:
        return False
    whole = yamltree.built(text, places=False)
    assert (short, ()) == (whole.data, whole.faults), text
    assert str(short) == str(whole.data)  # in the same order
    return True


def printable(text: str) -> bool:
    """Tell whether a text holds printable characters only, as the loader does."""
    return characters.printable(text.encode())


def fields(path: str, data: bytes) -> str:
    """Give the YAML of a file."""
    found = of_path(path)
    return Document(path, data.decode(), front=bool(found and found[0].front)).yaml


FILES = {path: fields(path, data) for path, data in programmes.healthy().items() if path.endswith((".yml", ".md"))}
