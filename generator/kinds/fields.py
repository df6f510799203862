"""The fields of a kind by their key path: what they are called, allow, and let us quote."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache, partial
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.kinds.base import Kind, Model
from generator.kinds.forbidden import forbidden_code
from generator.source.names import nearest
from generator.source.shapedyaml import Items, Shape, Single, Table, Whole

Key = tuple[str | int, ...]
_REMEMBERED = 4096
"""Key paths whose answer is kept: reports ask the same ones again and again."""


def as_text(key: Key) -> str:
    """Write a key path as `agenda[2].minutes`."""
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def fields(kind: Kind, key: Key) -> tuple[str, ...]:
    """Name the fields of the mapping at a key path, as they are written in files; none for free mappings."""
    model = _model_at(kind, key)
    return tuple(_by_name(model)) if model else ()


def models(kind: Kind) -> tuple[type[Model], ...]:
    """Give all models of a kind, from the file's own to the innermost, each once."""
    found: dict[type[Model], None] = {}
    waiting: list[Any] = [kind.model]
    while waiting:
        annotation = waiting.pop()
        if not (isinstance(annotation, type) and issubclass(annotation, Model)):
            waiting += get_args(annotation)
        elif annotation not in found:
            found[annotation] = None
            waiting += [field.annotation for field in annotation.model_fields.values()]
    return tuple(found)


@cache
def names(kind: Kind) -> frozenset[str]:
    """Give all field names of a kind, at any depth."""
    return frozenset(name for model in models(kind) for name in _by_name(model))


@cache
def whole(model: type[Model]) -> Whole:
    """Give what reads a mapping whose fields stand in the order of its model."""
    return Whole(partial(_shapes, model))


def _shapes(model: type[BaseModel]) -> dict[str, Shape]:
    return {name: _shape(field.annotation, must=field.is_required()) for name, field in _by_name(model).items()}


def _shape(annotation: Any, *, must: bool = False) -> Shape:
    if model := _only_model(annotation):
        return _shapes(model)
    if item := _inner(annotation, table=False):
        shape = _shape(item)
        return Items(shape if isinstance(shape, Mapping | Single) else {})
    if value := _inner(annotation, table=True):
        return Table() if isinstance(_shape(value), Single) else {}
    return Single(must)


def described(kind: Kind, key: Key) -> Any:
    """Give the declaration of the field at a key path, or `None` where there is none."""
    model = _model_at(kind, key[:-1]) if key else None
    return _by_name(model).get(str(key[-1])) if model else None


@lru_cache(_REMEMBERED)
def may_be_quoted(kind: Kind, key: Key) -> bool:
    """Tell whether the single value at a key path may be printed: a fact of the model, where one value belongs.

    A text where the model has fields of its own (`takeaways: we said …`) is somebody's words, not a fact.
    """
    if key and isinstance(key[-1], str) and described(kind, key) is None and _model_at(kind, key[:-1]) is not None:
        return _near_quotable(kind, key)
    annotation = _annotation_at(kind, key)
    return annotation is not None and not _has_fields(annotation) and _is_fact(kind, key)


@lru_cache(_REMEMBERED)
def may_be_named(kind: Kind, key: Key) -> bool:
    """Tell whether a key itself may be printed: one in a mapping of fields, known or not, or in a table of facts.

    Anything else that looks like a key is part of somebody's text (`- Question: what was hard?`).
    """
    if _model_at(kind, key[:-1]) is not None:
        return True
    return _inner(_annotation_at(kind, key[:-1]), table=True) is not None and _is_fact(kind, key[:-1])


def _is_fact(kind: Kind, key: Key) -> bool:
    """Ask the innermost declared field on a key path; the names of a table are declared by its kind."""
    named = key
    while named and described(kind, named) is None:
        named = named[:-1]
    if not named:
        return kind.table
    extra = getattr(described(kind, named), "json_schema_extra", None)
    return bool(isinstance(extra, dict) and extra.get("quote"))


def _near_quotable(kind: Kind, key: Key) -> bool:
    """A misspelt key of a quotable field may be quoted, so that the excerpt shows what to mend."""
    if forbidden_code(kind.name, str(key[-1])):
        return False
    near = nearest(str(key[-1]), fields(kind, key[:-1]), 1)
    return bool(near) and may_be_quoted(kind, (*key[:-1], near[0]))


def closed_values(kind: Kind, key: Key) -> tuple[str, ...]:
    """List the allowed values of a field with a closed set, else nothing."""
    field = described(
        kind, tuple(part for part in key if not isinstance(part, int)) if not described(kind, key) else key
    )
    found: list[str] = []
    _collect(field.annotation if field is not None else None, found)
    return tuple(found)


def _collect(annotation: Any, found: list[str]) -> None:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            found.append(argument)
        else:
            _collect(argument, found)


def _model_at(kind: Kind, key: Key) -> type[BaseModel] | None:
    """Walk from the kind's model to the mapping at a key path; `None` where it is not a model."""
    return _only_model(_annotation_at(kind, key))


def _annotation_at(kind: Kind, key: Key) -> Any:
    """Walk from the kind's model to the type declared at a key path; `None` where nothing is declared."""
    annotation: Any = kind.model
    steps: Key = ("entries", *key) if kind.table else key
    for part in steps:
        model = _only_model(annotation)
        if model is not None and isinstance(part, str):
            field = _by_name(model).get(part)
            annotation = field.annotation if field else None
        else:
            annotation = _inner(annotation, table=isinstance(part, str))
    return annotation


def _has_fields(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return get_origin(annotation) is dict or any(_has_fields(each) for each in get_args(annotation))


@cache
def _by_name(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Give the fields of a model by the names they have in files."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _only_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, dict, list):
        return None
    return next((found for each in get_args(annotation) if (found := _only_model(each))), None)


def _inner(annotation: Any, *, table: bool) -> Any:
    """Give the type of a list's items or of a free mapping's values, seen through `| None`."""
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin is dict:
        return arguments[1] if table else None
    if origin is tuple:
        return None if table else arguments[0]
    return next((found for each in arguments if (found := _inner(each, table=table)) is not None), None)
