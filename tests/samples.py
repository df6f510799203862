"""A value for every field of a kind, made from its model: a field declared tomorrow has one tomorrow."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from generator.kinds import values
from generator.kinds.base import Kind
from generator.source.durations import as_text, duration


class Leaf(NamedTuple):
    """A place for a single value: its key path without positions, and what may stand there.

    `reads` is the name of the function that reads it (`_day`), the empty text where any text passes;
    `closed` are the allowed values of a closed set.
    """

    path: str
    reads: str
    closed: tuple[str, ...] = ()


Give = Callable[[Leaf], Any]
SIMPLE = {
    values._whole.__name__: "6",
    values._day.__name__: "2026-02-03",
    values._moment.__name__: "2026-02-03 15:00",
    values._clock.__name__: "09:00",
    values._duration.__name__: "60 min",
    values._zone.__name__: "Europe/Berlin",
    values._tag.__name__: "en",
    values._next.__name__: "2026-03-03",
    values._approval.__name__: "approved 2026-02-02",
    values._flag.__name__: "true",
    values._number.__name__: "0.5",
}
"""What stands where no word can be planted, by the function that reads it."""

PLANTED = {
    "": "{text}",
    values._url.__name__: "https://{word}.example/{word}/",
    values._id.__name__: "{word}",
    values._step.__name__: "{word}/{word}",
    values._address.__name__: "/{word}/",
    values._loose.__name__: "{word}",
}
"""The form in which a word is planted, by the function that reads it."""


@cache
def leaves(kind: Kind) -> tuple[Leaf, ...]:
    """List the places of single values in a kind of file, each once."""
    found: dict[str, Leaf] = {}
    if kind.model is not None:
        _filled(_plan(kind), lambda leaf: found.setdefault(leaf.path, leaf))
    return tuple(found.values())


def file(kind: Kind, give: Give) -> dict[str, Any]:
    """Make the fields of a file with a value for everything its model declares; a list has two items."""
    return dict(_filled(_plan(kind), give))


def _filled(plan: Any, give: Give) -> Any:
    if isinstance(plan, Leaf):
        return give(plan)
    if isinstance(plan, dict):
        return {_filled(name, give): _filled(value, give) for name, value in plan.items()}
    return [_filled(each, give) for each in plan] if isinstance(plan, list) else plan


@cache
def _plan(kind: Kind) -> dict[str, Any]:
    """Give the form of a file, with a leaf in the place of each value and of each name that is free."""
    assert kind.model is not None
    made = _mapping(kind.model)
    return dict(made["entries"]) if kind.table else made


def _mapping(model: type[BaseModel], above: str = "") -> dict[str, Any]:
    named = ((each.alias or name, each) for name, each in model.model_fields.items())
    return {name: _form(field.annotation, field.metadata, f"{above}{name}") for name, field in named}


def _form(annotation: Any, metadata: Any, path: str) -> Any:  # noqa: PLR0911 - one return for each kind of type
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(arguments[0], arguments[1:], path)
    if reads := next(_readers(metadata), ""):
        return Leaf(path, reads)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _mapping(annotation, f"{path}.")
    if origin in (Union, types.UnionType):
        return _form(next(each for each in arguments if each is not type(None)), (), path)
    if origin is tuple:
        return [_form(each, (), path) for each in (arguments[0], arguments[-1 if arguments[-1] is not Ellipsis else 0])]
    if origin is dict:
        return {_form(arguments[0], (), path): _form(arguments[1], (), path)}
    if origin is Literal:
        return Leaf(path, "closed", tuple(str(each) for each in arguments))
    assert annotation is str, f"{path}: {annotation} is a type that tests/samples.py does not know yet"
    return Leaf(path, "")


def _readers(metadata: Any) -> Iterator[str]:
    return (each.func.__name__ for each in metadata if isinstance(each, values.Reads))


def simple(leaf: Leaf) -> str:
    """Give a value for a place where no word can be planted."""
    if leaf.closed:
        return leaf.closed[0]
    assert leaf.reads in SIMPLE, f"{leaf.path}: tests/samples.py has no value for what {leaf.reads} reads"
    return SIMPLE[leaf.reads]


def other(leaf: Leaf, value: str) -> str:
    """Give another value that may stand in the same place."""
    if leaf.closed:
        return leaf.closed[(leaf.closed.index(value) + 1) % len(leaf.closed)]
    return _OTHER[leaf.reads](value)


def _later(value: str) -> str:
    return (date.fromisoformat(value) + timedelta(1)).isoformat()


def _longer(value: str) -> str:
    length = duration(value)
    assert length is not None
    return as_text(length + timedelta(minutes=1 if "min" in value or "h" in value else 24 * 60))


def _on_the_hour(value: str) -> str:
    return f"{datetime.fromisoformat(value) + timedelta(hours=1):%Y-%m-%d %H:%M}"


_OTHER: dict[str, Callable[[str], str]] = {
    values._whole.__name__: lambda value: str(int(value) + 1),
    values._day.__name__: _later,
    values._moment.__name__: _on_the_hour,
    values._clock.__name__: lambda value: f"{value[:3]}{(int(value[3:]) + 15) % 60:02}",
    values._duration.__name__: _longer,
    values._zone.__name__: lambda value: "Asia/Tokyo" if value != "Asia/Tokyo" else "Europe/Berlin",
    values._tag.__name__: lambda value: "fr" if value != "fr" else "en",
    values._next.__name__: lambda value: "closing" if value != "closing" else "2026-03-03",
    values._approval.__name__: lambda value: "not mentioned" if value != "not mentioned" else "approved 2026-02-02",
    values._flag.__name__: lambda value: "false" if value == "true" else "true",
    values._number.__name__: lambda value: "0.25" if value != "0.25" else "0.5",
}
