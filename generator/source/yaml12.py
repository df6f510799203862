"""YAML 1.2 core as plain data: every scalar stays text, and every place can be asked for later.

One builder over the events of PyYAML's C parser serves both readings. The first keeps no positions,
since almost no file ever needs one; when a finding asks, the text is read again and each event's
place is kept. Anchors, aliases, merge keys, tags and duplicate keys are faults, not features
(YAML 1.2.2, chapter 3.3 leaves duplicate keys to the reader; silent loss is the worst answer).
"""

from __future__ import annotations

import importlib.util
from functools import cache
from importlib.machinery import PathFinder
from typing import Any, NamedTuple

from generator.source import plainyaml

MAX_DEPTH = 12


class Mark(NamedTuple):
    """A place inside a text: lines and columns from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Fault(NamedTuple):
    """Why a text is not the YAML we read: a kind to word the message by, its place, an earlier place."""

    kind: str
    mark: Mark
    detail: str = ""
    before: Mark | None = None


class Reading(NamedTuple):
    """What a text holds: plain dicts, lists and strings (`None` for null), and what is wrong with it."""

    data: Any
    faults: tuple[Fault, ...]
    places: Place | None


class Place:
    """Where a value stands, with the places of its keys and items."""

    __slots__ = ("items", "keys", "mark")

    def __init__(self, mark: Mark) -> None:
        """Start with the value's own mark; children are added as they are read."""
        self.mark = mark
        self.keys: dict[str, Mark] = {}
        self.items: dict[str | int, Place] = {}


@cache
def c_parser_is_there() -> bool:
    """Tell whether PyYAML was built with its C parser, without which reading is ten times slower; imports nothing."""
    package = importlib.util.find_spec("yaml")
    return package is not None and PathFinder.find_spec("yaml._yaml", package.submodule_search_locations) is not None


def read(text: str, *, places: bool = False, printable: bool = False) -> Reading:
    """Read one document holding one mapping; everything wrong comes back as a fault, never raised.

    Who knows already that a text has only printable characters, tabs and line ends may say so.
    """
    if not places and (plain := plainyaml.read(text, printable=printable)) is not None:
        return Reading(plain, (), None)
    from generator.source import yamltree  # noqa: PLC0415 - few files need PyYAML, whose import costs as much as 200

    return yamltree.built(text, places=places)
