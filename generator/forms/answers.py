"""What people answer, read by the same types that read files: a value, or what was expected instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.forms.draft import LONGEST
from generator.kinds.values import Id, near_zone
from generator.source import characters
from generator.source.devices import is_device
from generator.source.names import nearest

T = TypeVar("T")
Reads = Callable[[str], T]
LONGEST_TITLE = 300
_LIST = re.compile(r"[\s,]+")


class UnfitError(Exception):
    """An answer cannot be used; the text says what was expected."""


def value(kind: Any, *, like: str | None = None) -> Reads[Any]:
    """Read an answer as one of the types of `kinds.values`; `like` is an example that fits the field."""

    def reads(text: str) -> Any:
        try:
            return _adapter(kind).validate_python(text)
        except ValidationError as error:
            first = error.errors()[0]
            expected = str(first.get("ctx", {}).get("expected") or first["msg"])
            example = f", such as `{like}`" if like else ""
            near = near_zone(text) if first["type"] == "zone" else None
            meant = f"; did you mean `{near}`?" if near else ""
            message = f"{expected}{example}{meant}"
            raise UnfitError(message) from None

    return reads


def words(most: int | None = None, *, least: int = 1) -> Reads[str]:
    """Read a text of one line, as long as its field may be; what no file may hold is left out."""

    def reads(text: str) -> str:
        clean = " ".join(characters.without(" ".join(text.split())).split())
        if len(clean) < least:
            message = f"a text of at least {least} character{'' if least == 1 else 's'}"
            raise UnfitError(message)
        if most is not None and len(clean) > most:
            message = f"at most {most} characters, and this has {len(clean)}"
            raise UnfitError(message)
        return clean

    return reads


def title(text: str) -> str:
    """Read a title."""
    return words(LONGEST_TITLE)(text)


def name(text: str) -> str:
    """Read the name of a file, as one that is made from a title would be."""
    read: str = value(Id)(text)
    if len(read) > LONGEST or is_device(read):
        kept = f"at most {LONGEST} characters" if len(read) > LONGEST else "another name, since Windows keeps this one"
        raise UnfitError(kept)
    return read


def one_of(allowed: Iterable[str]) -> Reads[str]:
    """Read one of a closed set of values."""
    known = tuple(allowed)

    def reads(text: str) -> str:
        if text in known:
            return text
        if not known:
            message = "nothing, since there is nothing to choose from"
            raise UnfitError(message)
        near = nearest(text, known, 1)
        meant = f"; did you mean `{near[0]}`?" if near else ""
        listed = ", ".join(f"`{each}`" for each in known[:12]) + (", …" if len(known) > 12 else "")  # noqa: PLR2004
        message = f"one of {listed}{meant}"
        raise UnfitError(message)

    return reads


def several(reads: Reads[T]) -> Reads[tuple[T, ...]]:
    """Read any number of answers, with commas or spaces between them; `none` is no answer."""

    def reads_all(text: str) -> tuple[T, ...]:
        return tuple(reads(part) for part in _LIST.split(text.strip()) if part and part != "none")

    return reads_all


def phrases(least: int = 1, each: Reads[T] | None = None) -> Reads[tuple[T, ...]]:
    """Read several texts with semicolons between them."""
    reads: Reads[Any] = each or words()

    def reads_all(text: str) -> tuple[T, ...]:
        found = tuple(reads(part.strip()) for part in text.split(";") if part.strip())
        if len(found) < least:
            message = f"at least {least}, with `;` between them"
            raise UnfitError(message)
        return found

    return reads_all


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
