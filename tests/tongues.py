"""Programmes in other languages: German as it is shipped, Arabic by a small catalogue of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import programmes

from generator import language

CATALOGUES = Path(__file__).parent / "languages"
SETTINGS = "pairs/programme.yml"


@contextmanager
def arabic() -> Iterator[None]:
    """Have a catalogue in Arabic as well."""
    language.FOLDERS.insert(0, CATALOGUES)
    language.forget()
    try:
        yield
    finally:
        language.FOLDERS.remove(CATALOGUES)
        language.forget()


def settings(tag: str) -> dict[str, str | bytes | None]:
    """Give the healthy programme's settings in a language, without words of its own for the two sides."""
    lines = programmes.healthy()[SETTINGS].decode().splitlines(keepends=True)
    own = ("mentor:", "mentee:", "programme:")
    kept = [line for line in lines if not (line.startswith("  ") and line.strip().startswith(own))]
    text = "".join(line for line in kept if line != "words:\n")
    return {SETTINGS: text.replace("language: en\n", f"language: {tag}\n")}
