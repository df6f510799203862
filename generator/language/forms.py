"""Dates, times, durations, zones and names in the form of the language spoken: Babel's, which are CLDR's.

The language is the site's own, never the process's. English without a region is British, as our texts are.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import localcontext
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location
from babel.numbers import format_decimal

from generator.language import current, gettext, ngettext, number

_KEPT = 8192
_DECIMALS = 3
_PART = re.compile(r"(\d+) (min|h|days?|weeks?)")


@cache
def locale(tag: str) -> Locale:
    """Give what CLDR knows of a language; of a region it does not know, that of the language."""
    if tag == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(tag.partition("-")[0])


def from_right(tag: str) -> bool:
    """Tell whether a language is written from the right; one unknown to CLDR counts as from the left."""
    try:
        return bool(locale(tag).character_order == "right-to-left")
    except UnknownLocaleError:
        return False


def day(value: date) -> str:
    """Write a date: `21 May 2026`, `21. Mai 2026`."""
    return _day(value.year, value.month, value.day, current())


def short_day(value: date) -> str:
    """Write a day of a known year: `21 May`."""
    return _skeleton("MMMd", value.year, value.month, value.day, current())


def month(value: date) -> str:
    """Write a month: `May 2026`."""
    return _skeleton("yMMMM", value.year, value.month, 1, current())


def short_month(value: date) -> str:
    """Write a month's name for an axis: `May`."""
    return str(locale(current()).months["stand-alone"]["abbreviated"][value.month])


def moment(value: datetime) -> str:
    """Write a date and time: `21 May 2026, 15:00`."""
    spoken = locale(current())
    form: str = spoken.datetime_formats["medium"]
    return form.replace("{1}", day(value)).replace("{0}", _time(value.hour, value.minute, current()))


def duration(minutes: int) -> str:
    """Write minutes as a person would: `45 min`, `2 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return gettext("%(hours)s h %(minutes)s min", hours=number(hours), minutes=rest)
    return gettext("%(hours)s h", hours=number(hours)) if hours else gettext("%(minutes)s min", minutes=rest)


def term(text: str) -> str:
    """Write a duration as files have it (`30 days`, `1 h 30 min`) in the language spoken."""
    return _PART.sub(lambda part: _part(int(part[1]), part[2]), text)


def _part(count: int, unit: str) -> str:
    if unit == "min":
        return gettext("%(minutes)s min", minutes=count)
    if unit == "h":
        return gettext("%(hours)s h", hours=number(count))
    if unit.startswith("day"):
        return ngettext("%(num)s day", "%(num)s days", count)
    return ngettext("%(num)s week", "%(num)s weeks", count)


def zone(name: str) -> str:
    """Write a time zone as a person would: `Buenos Aires time`; one without a place keeps its name."""
    return _zone(name, current())


def language(tag: str) -> str:
    """Name a language: `German`; a tag that CLDR does not know stays as it is."""
    return str(locale(current()).languages.get(tag.partition("-")[0], tag))


def grouped(value: int) -> str:
    """Write a number with its thousands grouped."""
    with localcontext(prec=len(str(value)) + _DECIMALS):
        return format_decimal(value, locale=locale(current()))


def point() -> str:
    """Give the sign before decimals."""
    return str(locale(current()).number_symbols["latn"]["decimal"])


@lru_cache(_KEPT)
def _day(year: int, month: int, day: int, tag: str) -> str:
    return format_date(date(year, month, day), "long", locale(tag))


@lru_cache(_KEPT)
def _skeleton(skeleton: str, year: int, month: int, day: int, tag: str) -> str:
    return format_skeleton(skeleton, date(year, month, day), locale=locale(tag))


@lru_cache(_KEPT)
def _time(hour: int, minute: int, tag: str) -> str:
    return format_time(datetime(1, 1, 1, hour, minute).time(), "short", locale=locale(tag))  # noqa: DTZ001 - a time alone


@cache
def _zone(name: str, tag: str) -> str:
    if name.rpartition("/")[0] in {"", "Etc"}:
        return name
    place = get_timezone_location(name, locale=locale(tag), return_city=True).rpartition("/")[2]
    return gettext("%(place)s time", place=place)
