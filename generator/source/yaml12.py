"""YAML 1.2 core as plain data: every scalar stays text, and every place can be asked for later.

One builder over the events of PyYAML's C parser serves both readings. The first keeps no positions,
since almost no file ever needs one; when a finding asks, the text is read again and each event's
place is kept. Anchors, aliases, merge keys, tags and duplicate keys are faults, not features
(YAML 1.2.2, chapter 3.3 leaves duplicate keys to the reader; silent loss is the worst answer).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml import YAMLError
from yaml import events as ev

from generator.source import plainyaml

try:
    from yaml import _yaml

    CParser: Any = _yaml.CParser
except ImportError:  # the command line says what to do
    CParser = None

MAX_DEPTH = 12
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


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


def c_parser_is_there() -> bool:
    """Tell whether PyYAML was built with its C parser, without which reading is ten times slower."""
    return CParser is not None


def read(text: str, *, places: bool = False, printable: bool = False) -> Reading:
    """Read one document holding one mapping; everything wrong comes back as a fault, never raised.

    Who knows already that a text has only printable characters, tabs and line ends may say so.
    """
    if not places and (plain := plainyaml.read(text, printable=printable)) is not None:
        return Reading(plain, (), None)
    return _built(text, places=places)


def _built(text: str, *, places: bool) -> Reading:
    builder = _Builder(text, keep=places)
    try:
        builder.run()
    except _Stop:
        pass
    except YAMLError as error:
        builder.faults.append(_syntax(error))
    except (ValueError, RecursionError, MemoryError) as error:  # the C parser on hostile bytes
        builder.faults.append(Fault("syntax", Mark(0, 0, 0, 1), type(error).__name__))
    if not builder.faults and not isinstance(builder.root, dict):
        builder.faults.append(Fault("not-mapping", Mark(0, 0, 0, 1)))
    return Reading(builder.root, tuple(builder.faults), builder.root_place)


class _Stop(Exception):  # noqa: N818 - not an error: the document cannot be read further
    """The fault just noted makes the rest unreadable."""


class _Builder:
    def __init__(self, text: str, *, keep: bool) -> None:
        self.text = text
        self.keep = keep
        self.root: Any = None
        self.root_place: Place | None = None
        self.faults: list[Fault] = []

    def run(self) -> None:
        get = CParser(self.text).get_event
        get()
        start = get()
        if type(start) is ev.StreamEndEvent:
            return
        self._document(get)
        get()
        after = get()
        if type(after) is not ev.StreamEndEvent:
            self.faults.append(Fault("documents", _mark(after)))

    def _document(self, get: Any) -> None:
        """Build the tree with an explicit stack: depth is a limit of ours, not of Python's.

        One loop, since a call for each event would cost as much as the event. The root is the one item of a list.
        """
        stack: list[tuple[Any, Place | None]] = []
        top: list[Any] = []
        above = Place(Mark(0, 0, 0, 0)) if self.keep else None
        into: Any = top
        here = above
        key: str | None = None
        scalar, mapping_end, sequence_end = ev.ScalarEvent, ev.MappingEndEvent, ev.SequenceEndEvent
        while True:
            event = get()
            kind = type(event)
            if kind is mapping_end or kind is sequence_end:
                into, here = self._close(stack, here, event)
                if not stack:
                    break
                continue
            if kind is scalar:
                if event.anchor or event.tag:
                    self._extras(event)
                if key is None and type(into) is dict:
                    key = self._key(event, event.value, into, here)
                    continue
                value: Any = None if event.value in _NULLS and event.implicit[0] else event.value
            else:
                value = self._open(event, kind, len(stack), waits=key is None and type(into) is dict)
            place = self._placed(event, here, into, key) if self.keep else None
            if type(into) is list:
                into.append(value)
            else:
                into[key] = value
                key = None
            if kind is not scalar:
                stack.append((into, here))
                into, here = value, place
            elif not stack:
                break
        self.root, self.root_place = top[0], above.items[0] if above else None

    def _open(self, event: Any, kind: Any, depth: int, *, waits: bool) -> dict[str, Any] | list[Any]:
        if kind is ev.AliasEvent:
            self._stop("alias", event, event.anchor)
        if waits:
            self._stop("key", event)
        if event.anchor or event.tag:
            self._extras(event)
        if depth >= MAX_DEPTH:
            self._stop("depth", event)
        return {} if kind is ev.MappingStartEvent else []

    def _close(self, stack: list[tuple[Any, Place | None]], here: Place | None, event: Any) -> tuple[Any, Place | None]:
        if here is not None:
            here.mark = here.mark._replace(end_line=event.end_mark.line, end_column=event.end_mark.column)
        return stack.pop()

    def _key(self, event: Any, name: str, into: dict[str, Any], here: Place | None) -> str:
        if name == "<<":
            self._stop("merge", event)
        if name in into:
            before = here.keys.get(name) if here else None
            self.faults.append(Fault("duplicate", _mark(event), name, before))
        elif here is not None:
            here.keys[name] = _mark(event)
        return name

    def _placed(self, event: Any, here: Place | None, into: Any, key: str | None) -> Place:
        place = Place(_mark(event))
        if here is not None:
            here.items[len(into) if type(into) is list else str(key)] = place
        return place

    def _extras(self, event: Any) -> None:
        if event.anchor:
            self._stop("anchor", event, event.anchor)
        if event.tag:
            self._stop("tag", event, event.tag)

    def _stop(self, kind: str, event: Any, detail: str = "") -> None:
        self.faults.append(Fault(kind, _mark(event), detail))
        raise _Stop


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    return Mark(start.line, start.column, end.line, end.column)


def _syntax(error: YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    if mark is None:
        return Fault("syntax", Mark(0, 0, 0, 1), problem)
    return Fault("syntax", Mark(mark.line, mark.column, mark.line, mark.column + 1), problem)
