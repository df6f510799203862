"""Types of single values: each reads a text and says in plain words what it expected."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import TZPATH, available_timezones

from pydantic import StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, core_schema

from generator.kinds.base import SLUG
from generator.source.durations import duration
from generator.source.names import nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

Side = Literal["mentor", "mentee"]
Lead = Literal["mentor", "mentee", "both"]
Turn = Literal["mentor", "mentee", "alternate"]
ItemKind = Literal[
    "check-in", "topic", "practice", "observe", "reflect", "exchange",
    "goals", "agreement", "review", "actions", "close",
]  # fmt: skip

_YEARS = "the years 2000 to 2999"
"""Of other years are slips alone; and from these no length that a file may hold leads out of Python's calendar."""
_DAY = re.compile(r"2\d{3}-\d{2}-\d{2}")
_MOMENT = re.compile(rf"{_DAY.pattern} \d{{2}}:\d{{2}}")
_FAR = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?")
_CLOCK = re.compile(r"\d{2}:\d{2}")
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,8})")
_ADDRESS = re.compile(r"/(?:[a-z0-9-]+/)*")
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")
_URL = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[^\s\"'<>\\^`{|}]*)?")
_ID = re.compile(SLUG)
_STEP = re.compile(rf"{SLUG}/{SLUG}")
_APPROVED = re.compile(r"approved (\d{4}-\d{2}-\d{2})")
_NO_ZONES = ("posix", "right", "posixrules")
"""What lies in a folder of zones for compatibility alone."""
_REMEMBERED = 1 << 14
"""Texts of a type whose value is kept: the same days, numbers and ids stand in many files."""


def _wrong(kind: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "expected {expected}", {"expected": expected})


@lru_cache(_REMEMBERED)
def _number_of(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text) else None


def _whole(value: Any) -> int:
    number = _number_of(value) if isinstance(value, str) else None
    if number is None:
        raise _wrong("whole", "a whole number")
    return number


@lru_cache(_REMEMBERED)
def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _day(value: Any) -> date:
    day = _day_of(value) if isinstance(value, str) else None
    if day is None:
        raise _wrong("day", f"a calendar day{_far(value)}, such as `2026-05-21`")
    return day


def _far(value: Any) -> str:
    """Name the years that are read, where it is the year that is not."""
    other = isinstance(value, str) and _FAR.fullmatch(value) and not value.startswith("2")
    return f" of {_YEARS}" if other else ""


def _moment(value: Any) -> datetime:
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise _wrong("moment", f"a local date and time{_far(value)}, such as `2026-05-21 15:00`")


def _clock(value: Any) -> time:
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        try:
            return time.fromisoformat(value)
        except ValueError:
            pass
    raise _wrong("clock", "a time of day, such as `09:00`")


def _duration(value: Any) -> timedelta:
    length = duration(value) if isinstance(value, str) else None
    if length is None:
        raise _wrong("duration", "a number and a unit, such as `60 min`, `30 days` or `2 weeks`")
    return length


@cache
def zones() -> frozenset[str]:
    """Give all IANA zone names of this machine's database (or of the `tzdata` package)."""
    return frozenset(available_timezones())


@cache
def is_zone(name: str) -> bool:
    """Tell whether `zones` has a name; only where its own file does not settle that are all files read."""
    return any(_is_zone_of(folder, name) for folder in TZPATH) or name in zones()


def _is_zone_of(folder: str, name: str) -> bool:
    """Tell whether a folder of zones has one spelt in this very way: some disks take another case for the same."""
    place, parts = Path(folder), name.split("/")
    if parts[0] in _NO_ZONES:
        return False
    with suppress(OSError):
        for part in parts:
            if place / part not in place.iterdir():
                return False
            place /= part
        with place.open("rb") as file:
            return file.read(4) == b"TZif"
    return False


@lru_cache(_REMEMBERED)
def near_zone(text: str) -> str | None:
    """Give the zone that was probably meant: a city's, else the one spelt nearest; dear, so for errors only."""
    plain = text.strip().replace(" ", "_")
    known = sorted(zones())
    of_city = [name for name in known if name.rpartition("/")[2].casefold() == plain.casefold()]
    return next(iter(of_city or nearest(plain, known, 1)), None)


def _zone(value: Any) -> str:
    if isinstance(value, str) and is_zone(value):
        return value
    raise _wrong("zone", "a time zone of the IANA database, such as `Europe/Berlin`")


def _tag(value: Any) -> str:
    if isinstance(value, str) and _TAG.fullmatch(value):
        return value
    raise _wrong("language", "a language tag (BCP 47), such as `en` or `pt-BR`")


def _url(value: Any) -> str:
    if isinstance(value, str) and _URL.fullmatch(value):
        return value
    raise _wrong("url", "an https address, such as `https://example.org/`")


@lru_cache(_REMEMBERED)
def _id_of(text: str) -> str | None:
    return text if len(text) <= 80 and _ID.fullmatch(text) else None  # noqa: PLR2004 - 64, and a post's date


def _id(value: Any) -> str:
    name = _id_of(value) if isinstance(value, str) else None
    if name is None:
        raise _wrong("id", "an id: lower-case letters, digits and single hyphens")
    return name


def _step(value: Any) -> str:
    if isinstance(value, str) and _STEP.fullmatch(value):
        return value
    raise _wrong("id", "`roadmap/step` or `cohort/pair`: two ids and a slash")


def _next(value: Any) -> date | Literal["closing"]:
    return "closing" if value == "closing" else _day(value)


def _approval(value: Any) -> date | None:
    if value == "not mentioned":
        return None
    found = _APPROVED.fullmatch(value) if isinstance(value, str) else None
    if found:
        return _day(found[1])
    raise _wrong("approval", "`not mentioned` or `approved <date>`")


def _flag(value: Any) -> bool:
    if value in ("true", "false"):
        return bool(value == "true")
    raise _wrong("flag", "`true` or `false`")


def _number(value: Any) -> Fraction:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Fraction(value)
    raise _wrong("number", "a number, such as `0.7`")


def _address(value: Any) -> str:
    if isinstance(value, str) and _ADDRESS.fullmatch(value):
        return value
    raise _wrong("address", "an address of this site, such as `/posts/2026-05-21-first-prompt/`")


def _loose(value: Any) -> str | None:
    return value if isinstance(value, str) else None


class Reads:
    """Lets a function alone read a value, as pydantic's `PlainValidator` does, but is much sooner made.

    That one asks for the signature of the function and prepares to write the value as well, for each field.
    """

    __slots__ = ("func",)

    def __init__(self, func: Callable[[Any], Any]) -> None:
        self.func = func

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Say to pydantic what to do with a value."""
        del source, handler
        return core_schema.no_info_plain_validator_function(self.func)


class ReadsFirst(Reads):
    """Lets a function read a value before pydantic's own validator, where the limits that a field sets stand."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Say to pydantic what to do with a value."""
        return core_schema.no_info_before_validator_function(self.func, handler(source))


def _text_schema(pattern: str, says: str, code: str = "FIL010") -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern})$", "errorMessage": f"{code}: {says}"})


# YAML readers of editors turn `2026-05-21` and `60` into their own types, hence the wide schemas.
Text = Annotated[str, StringConstraints(min_length=1)]
Whole = Annotated[int, ReadsFirst(_whole)]
Day = Annotated[date, Reads(_day), _text_schema(_DAY.pattern, "expected a calendar day")]
Moment = Annotated[datetime, Reads(_moment), _text_schema(_MOMENT.pattern, "expected a local date and time")]
Clock = Annotated[time, Reads(_clock), _text_schema(_CLOCK.pattern, "expected a time of day")]
Length = Annotated[
    timedelta,
    Reads(_duration),
    _text_schema(r"\d{1,5} (min|h|days?|weeks?)( \d{1,5} (min|h|days?|weeks?))*", "expected a duration"),
]
Zone = Annotated[str, Reads(_zone), WithJsonSchema({"type": "string"})]
Language = Annotated[str, Reads(_tag), _text_schema(_TAG.pattern, "expected a language tag")]
Url = Annotated[str, Reads(_url), _text_schema(_URL.pattern, "expected an https address")]
Id = Annotated[str, Reads(_id), _text_schema(SLUG, "expected an id", "FIL009")]
TwoIds = Annotated[str, Reads(_step), _text_schema(_STEP.pattern, "expected two ids and a slash", "FIL009")]
Next = Annotated[
    date | Literal["closing"],
    Reads(_next),
    _text_schema(rf"{_DAY.pattern}|closing", "expected a calendar day, or `closing`"),
]
Approval = Annotated[
    date | None,
    Reads(_approval),
    _text_schema(rf"not mentioned|approved {_DAY.pattern}", "expected `not mentioned` or `approved <date>`", "FIL009"),
]
Address = Annotated[str, Reads(_address), _text_schema(_ADDRESS.pattern, "expected an address of this site", "FIL009")]
Flag = Annotated[bool, Reads(_flag), WithJsonSchema({"type": "boolean"})]
Number = Annotated[Fraction, ReadsFirst(_number), WithJsonSchema({"type": "number"})]
Owned = Annotated[str | None, Reads(_loose), WithJsonSchema({})]
"""A value whose presence and range one rule alone judges: anything passes here."""
