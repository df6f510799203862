"""The language a site speaks: texts from gettext catalogues, and who is written from right to left.

The English sentence in a template or module is the message; `de.po` beside this file holds it in German. What is
said inside `speaking` is said in that language. Babel is imported only where a language needs it, so that what never
makes a page never pays for it. What CLDR knows of dates, numbers and names stands in `forms.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Literal, TypeGuard

FOLDERS = [Path(__file__).parent]
"""Where catalogues lie, the first that has one wins: tests put one more in front."""

ENGLISH = "en"
"""The language of the messages themselves, which needs no catalogue."""

Direction = Literal["ltr", "rtl"]
_SPOKEN: ContextVar[str] = ContextVar("language", default=ENGLISH)
_SMALL = 1000
_FROM_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_FROM_LEFT = "[A-Za-z\u00aa-\u058f\u0900-\u1fff\u2c00-\ufb1c]"
_ISOLATE, _END = "\u2068", "\u2069"


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Say everything inside in a language, given by its BCP 47 tag; in English where it has no catalogue."""
    token = _SPOKEN.set(spoken(tag))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


@cache
def spoken(tag: str) -> str:
    """Give the tag that pages carry: the one asked for if there is a catalogue for it, else `en`."""
    return tag if _primary(tag) == ENGLISH or _catalogue_of(tag) else ENGLISH


def current() -> str:
    """Give the tag of the language that is spoken."""
    return _SPOKEN.get()


def is_english() -> bool:
    """Tell whether the messages themselves are spoken."""
    return _primary(current()) == ENGLISH


@cache
def direction(tag: str) -> Direction:
    """Tell from which side a language is written."""
    if _primary(tag) == ENGLISH:
        return "ltr"
    from generator.language.forms import from_right  # noqa: PLC0415 - Babel, only for other languages

    return "rtl" if from_right(tag) else "ltr"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a text as a message that is translated where it is shown."""
    return message


def gettext(message: str, **values: object) -> str:
    """Give a message in the language spoken, its `%(name)s` filled; `%` itself is written `%%`."""
    return _filled(found(message), isolated(values))


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Give the form of a message that fits a count, its `%(num)s` and other names filled."""
    return _filled(counted(one, many, num), {"num": number(num), **isolated(values)})


def _filled(message: str, values: Mapping[str, object]) -> str:
    """Fill a message; with a value that is HTML it is HTML, and escapes all others."""
    html: type[str] | None = next((type(each) for each in values.values() if _is_html(each)), None)
    return (html(message) if html else message) % values


def _is_html(value: object) -> TypeGuard[str]:
    return hasattr(value, "__html__")


def found(message: str) -> str:
    """Give a message in the language spoken, as the catalogue has it."""
    return _texts(current()).gettext(message) if message else ""


def pgettext(context: str, message: str) -> str:
    """Give a message that means different things in different places, by what it means here."""
    return _texts(current()).pgettext(context, message)


def decimal(text: str) -> str:
    """Write a number that has its decimals after a point with the sign of the language spoken."""
    if is_english():
        return text
    from generator.language.forms import point  # noqa: PLC0415 - Babel, only for other languages

    return text.replace(".", point())


def counted(one: str, many: str, num: int) -> str:
    """Give the form that fits a count, as the catalogue has it: some languages have one, some have six."""
    return _texts(current()).ngettext(one, many, num)


def number(value: int) -> str:
    """Write a whole number, its thousands grouped."""
    if -_SMALL < value < _SMALL:
        return str(value)
    from generator.language.forms import grouped  # noqa: PLC0415 - Babel, only for large numbers

    return grouped(value)


def runs_against(text: str) -> bool:
    """Tell whether a text is in letters of the other direction than the language spoken, such as a name in Arabic.

    One in which those letters are isolated already is a sentence of the language itself.
    """
    if _ISOLATE in text:
        return False
    if direction(current()) == "rtl":
        return bool(re.search(_FROM_LEFT, text))
    return not text.isascii() and bool(re.search(_FROM_RIGHT, text))


def isolated(values: Mapping[str, object]) -> dict[str, object]:
    """Keep values of the other direction from moving the words around them (Unicode's isolates: no markup)."""
    return {
        name: isolate(value) if isinstance(value, str) and not _is_html(value) else value
        for name, value in values.items()
    }


def isolate(text: str) -> str:
    """Keep a text of the other direction from moving the words around it; one made of such texts has them kept."""
    return f"{_ISOLATE}{text}{_END}" if runs_against(text) else text


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


@cache
def _catalogue_of(tag: str) -> Path | None:
    """Find the catalogue of a language: its own, such as `pt-BR.po`, else that of the language in general."""
    paths = (folder / f"{name}.po" for name in (tag, _primary(tag)) for folder in FOLDERS)
    return next((path for path in paths if path.is_file()), None)


@cache
def _texts(tag: str) -> NullTranslations:
    path = _catalogue_of(tag)
    if path is None:
        return NullTranslations()
    from generator.language.catalogue import read  # noqa: PLC0415 - Babel, only for other languages

    return read(path)


def forget() -> None:
    """Look for catalogues anew, after `FOLDERS` has changed."""
    for each in (spoken, direction, _catalogue_of, _texts):
        each.cache_clear()
