"""The one builder over the events of PyYAML's C parser: plain data, faults, and the places of all values if asked."""

from __future__ import annotations

from typing import Any

from yaml import YAMLError, _yaml
from yaml import events as ev

from generator.source.yaml12 import MAX_DEPTH, Fault, Mark, Place, Reading

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def built(text: str, *, places: bool) -> Reading:
    """Read one document holding one mapping; everything wrong comes back as a fault, never raised."""
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
        get = _yaml.CParser(self.text).get_event
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
