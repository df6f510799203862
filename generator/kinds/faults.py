"""From what a model refused to findings in the field's own words, one fault one finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from generator.kinds.base import Kind
from generator.kinds.fields import Key, as_text, closed_values, described, fields
from generator.kinds.forbidden import forbidden_code
from generator.kinds.values import near_zone
from generator.source.document import Document
from generator.source.durations import near_duration
from generator.source.finding import Finding, Fix, Related
from generator.source.names import nearest

_UNREADABLE = frozenset({"day", "moment", "duration", "zone", "language", "url", "clock"})
_WANTED = {
    "day": "a calendar day",
    "moment": "a local date and time",
    "duration": "a duration",
    "zone": "a time zone",
    "language": "a language tag",
    "url": "an https address",
    "clock": "a time of day",
    "whole": "a whole number",
    "number": "a number",
    "flag": "`true` or `false`",
    "id": "an id",
    "approval": "an approval",
    "address": "an address of this site",
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_LONGEST_KEY = 40
_MOST_NAMED = 6


def findings(kind: Kind, document: Document, error: ValidationError) -> Iterator[Finding]:
    """Give one finding for each fault; an unknown key near a missing one is a single finding."""
    errors = error.errors(include_url=False)
    missing = {_key(kind, each) for each in errors if each["type"] == "missing" and isinstance(each["loc"][-1], str)}
    extra = [_key(kind, each) for each in errors if each["type"] == "extra_forbidden"]
    renamed = _renames(missing, extra)
    for key in extra:
        yield unknown(kind, document, key, renamed.get(key))
    for key in sorted(missing - set(renamed.values()), key=str):
        yield absent(kind, document, key)
    for key, wanted in _too_short(kind, errors).items():
        yield _short(document, key, wanted)
    for each in errors:
        if each["type"] not in {"missing", "extra_forbidden"} and not _only_seems_short(each):
            yield _wrong(kind, document, _key(kind, each), each)


def _too_short(kind: Kind, errors: Sequence[Any]) -> dict[Key, int]:
    """Give the lists of a fixed length (the two ends of a range) that lack items, and how many they should have."""
    found = [_key(kind, each) for each in errors if each["type"] == "missing" and isinstance(each["loc"][-1], int)]
    return {key[:-1]: int(key[-1]) + 1 for key in sorted(found, key=lambda key: int(key[-1]))}


def _short(document: Document, key: Key, wanted: int) -> Finding:
    name, span = str(key[-1]), document.key(*key)
    return Finding(
        "FIL009", "error", span, f"`{name}` has too few items", f"give it {wanted} items", as_text(key),
        (Related(f"expected {wanted} items", span),),
    )  # fmt: skip


def _only_seems_short(error: Mapping[str, Any]) -> bool:
    """Tell whether a list is long enough and its items were refused: pydantic counts only those it accepts."""
    return bool(error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"])


def absent(kind: Kind, document: Document, key: Key) -> Finding:
    """Say that a must-field is not there, at the place that should hold it."""
    name = str(key[-1])
    field = described(kind, key)
    example = f", such as `{name}: {field.examples[0]}`" if field is not None and field.examples else ""
    says = f" ({field.description})" if field is not None and field.description else ""
    return Finding(
        code="FIL007",
        severity="error",
        span=document.key(*key),
        message=f"`{name}` is missing",
        help=f"add `{name}:`{says}{example}",
        key=as_text(key),
    )


def unknown(kind: Kind, document: Document, key: Key, meant: Key | None = None) -> Finding:
    """Say that a key has no place here; one that no file may hold has a code of its own."""
    name = str(key[-1])
    span = document.key(*key)
    shown = name[:_LONGEST_KEY]
    if meant is None and (code := forbidden_code(kind.name, name)):
        return _forbidden_key(code, document, key, shown)
    siblings = [each for each in fields(kind, key[:-1]) if each not in _given(document, key[:-1])]
    close = nearest(name, siblings)
    near = (str(meant[-1]),) if meant else close
    if not near:
        known = "mentoring schema" if kind.model else "the documentation"
        return Finding(
            "FIL008", "error", span, f"unknown field `{shown}`",
            f"remove it; the fields of {kind.says} are listed by `{known}`", as_text(key),
        )  # fmt: skip
    also = f"; `{near[0]}` is missing" if meant else ""
    only = meant is not None and len(close) <= 1  # with two names as near, somebody has to say which was meant
    return Finding(
        code="FIL008",
        severity="error",
        span=span,
        message=f"unknown field `{shown}`{also}",
        help=f"rename it to `{near[0]}`",
        key=as_text(key),
        related=(Related(f"did you mean `{near[0]}`?", span),),
        fix=Fix("safe" if only else "unsafe", f"rename to `{near[0]}`", near[0]),
    )


def _forbidden_key(code: str, document: Document, key: Key, shown: str) -> Finding:
    reasons = {
        "PER001": ("says something about a person that this programme must not know", "remove the line"),
        "PRI001": ("measures or exposes a person; no file may hold it", "remove the line"),
    }
    message, remedy = reasons[code]
    return Finding(
        code, "error", document.key(*key), f"`{shown}` {message}",
        f"{remedy}; if it was pushed already, read `mentoring rules {code}`", as_text(key),
    )  # fmt: skip


def _renames(missing: set[Key], extra: Sequence[Key]) -> dict[Key, Key]:
    """Join each unknown key with the one missing key of the same mapping it is near to."""
    joined: dict[Key, Key] = {}
    for key in extra:
        here = [each for each in missing if each[:-1] == key[:-1] and each not in joined.values()]
        near = nearest(str(key[-1]), sorted(str(each[-1]) for each in here))
        if near:
            joined[key] = (*key[:-1], near[0])
    return joined


def _wrong(kind: Kind, document: Document, key: Key, error: Mapping[str, Any]) -> Finding:
    name = next((str(part) for part in reversed(key) if isinstance(part, str)), "the file")
    code = "FIL010" if error["type"] in _UNREADABLE else "FIL009"
    if error["type"] == "literal_error":
        return _not_allowed(kind, document, key, error, name)
    like, built = _like(kind, key, error), _built(kind, key, error)
    message, label, remedy = _worded(error, name, like, built, may_go=_may_go(kind, key))
    fix = _repair(error, closed_values(kind, key))
    span = document.key(*key) if "[key]" in error["loc"] else document.value(*key)
    if fix is not None:
        remedy = f"did you mean `{fix.text}`?"
    related = (Related(label, span),) if label else ()
    return Finding(code, "error", span, message, remedy, as_text(key), related, fix or Fix())


def _like(kind: Kind, key: Key, error: Mapping[str, Any]) -> str:
    """Give an example of a number as this field may hold it; of other types the type itself gives one."""
    field = described(kind, key) if error["type"] == "whole" else None
    return f", such as `{field.examples[0]}`" if field is not None and field.examples else ""


def _may_go(kind: Kind, key: Key) -> bool:
    """Tell whether a field may be left out."""
    field = described(kind, key)
    return field is None or not field.is_required()


def _built(kind: Kind, key: Key, error: Mapping[str, Any]) -> str:
    """Say how a list or a mapping is written, with the names of the fields it has; nothing for single values."""
    wanted = _WANTED.get(error["type"])
    if wanted == "a list":
        inside = _named(kind, (*key, 0))
        return f": each item on a line of its own after `- `{f', with {inside}' if inside else ''}"
    inside = _named(kind, key) if wanted == "a mapping" else ""
    return f": below it, indented, a line for each of {inside}" if inside else ""


def _named(kind: Kind, key: Key) -> str:
    """Name the fields of a mapping that must be there, or all where none must."""
    every = fields(kind, key)
    must = [name for name in every if not _may_go(kind, (*key, name))]
    named = must or list(every)
    return ", ".join(f"`{name}:`" for name in named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")


def _worded(error: Mapping[str, Any], name: str, like: str, built: str, *, may_go: bool) -> tuple[str, str, str]:
    """Give message, label and help for a value of the wrong type, size or shape."""
    kind, context = error["type"], error.get("ctx", {})
    expected = f"{context.get('expected', _WANTED.get(kind, 'another value'))}{like}"
    if error.get("input") is None:
        return (
            f"`{name}` has no value",
            f"expected {expected}",
            f"write {expected} after `{name}:`{built}{', or leave the line out' if may_go else ''}",
        )
    if kind in {"greater_than_equal", "less_than_equal"}:
        least, most = context.get("ge"), context.get("le")
        edge = f"at least {least}" if least is not None else f"at most {most}"
        return f"`{name}` must be {edge}", f"expected {edge}", f"write a number that is {edge}"
    if kind in {"too_short", "string_too_short", "too_long", "string_too_long"}:
        return _sized(kind, context, name)
    return (
        f"`{name}` is not {_WANTED.get(kind, 'a value of the right type')}",
        f"expected {expected}",
        f"write {expected}{built}",
    )


def _sized(kind: str, context: Mapping[str, Any], name: str) -> tuple[str, str, str]:
    unit = "character" if kind.startswith("string") else "item"
    if kind.endswith("short"):
        least = context["min_length"]
        wanted = f"at least {least} {unit}{'s' if least != 1 else ''}"
        return f"`{name}` has too few {unit}s", f"expected {wanted}", f"give it {wanted}"
    most = context["max_length"]
    return f"`{name}` has too many {unit}s", f"expected at most {most} {unit}s", f"shorten it to at most {most} {unit}s"


def _not_allowed(kind: Kind, document: Document, key: Key, error: Mapping[str, Any], name: str) -> Finding:
    span = document.key(*key) if "[key]" in error["loc"] else document.value(*key)
    given = error.get("input")
    if (
        key[-1] == "reason"
        and isinstance(given, str)
        and any(side in given.casefold() for side in ("mentor", "mentee"))
    ):
        return Finding(
            "PRI001", "error", span, "`reason` names a role; it must not tell who did not come",
            "give a category only, such as `clash` or `other`", as_text(key),
        )  # fmt: skip
    allowed = closed_values(kind, key)
    near = nearest(given, allowed) if isinstance(given, str) else ()
    message = f"`{name}` has a value that is not allowed" if given is not None else f"`{name}` has no value"
    if near:
        return Finding(
            "FIL009", "error", span, message, f"did you mean `{near[0]}`?", as_text(key),
            (Related(f"expected a value such as `{near[0]}`", span),),
            Fix("unsafe", f"replace with `{near[0]}`", near[0]),
        )  # fmt: skip
    listed = ", ".join(f"`{each}`" for each in allowed)
    return Finding(
        "FIL009",
        "error",
        span,
        message,
        f"use one of {listed}",
        as_text(key),
        (Related("not one of its values", span),),
    )


def _repair(error: Mapping[str, Any], allowed: Sequence[str]) -> Fix | None:
    """Guess what was meant: a duration or a zone spelt otherwise, or the word that may stand in place of a day."""
    given = error.get("input")
    if error["type"] == "duration" and isinstance(given, str) and (guess := near_duration(given)):
        spelling = guess.replace(" ", "") == given.replace(" ", "")
        return Fix("safe" if spelling else "unsafe", f"replace with `{guess}`", guess)
    if error["type"] == "zone" and isinstance(given, str) and (zone := near_zone(given)):
        return Fix("unsafe", f"replace with `{zone}`", zone)
    if isinstance(given, str) and (near := nearest(given, allowed, 1)):
        return Fix("unsafe", f"replace with `{near[0]}`", near[0])
    return None


def _key(kind: Kind, error: Mapping[str, Any]) -> Key:
    """Give the path of a field in the file: without pydantic's markers, without a table's wrapper."""
    parts = [part for part in error["loc"] if part != "[key]"]
    return tuple(parts[1:] if kind.table else parts)


def _given(document: Document, holder: Key) -> frozenset[str]:
    place = document.root
    for part in holder:
        place = place.items.get(part) if place else None
    return frozenset(place.keys) if place else frozenset()
