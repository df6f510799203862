"""Durations as people write them: `60 min`, `1 h 30 min`, `30 days`, `2 weeks`."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

UNITS = {
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "day": timedelta(days=1),
    "days": timedelta(days=1),
    "week": timedelta(weeks=1),
    "weeks": timedelta(weeks=1),
}
LONGEST = timedelta(weeks=99999)
"""From no day that a file may hold does it lead out of Python's calendar."""
_PART = re.compile(r"(\d{1,5}) (min|h|days?|weeks?)")
_WHOLE = re.compile(r"\d{1,5} (?:min|h|days?|weeks?)(?: \d{1,5} (?:min|h|days?|weeks?)){0,3}")
_LOOSE = re.compile(r"(\d{1,5}) *([a-zA-Z]+)")
_SPELLINGS = {
    "m": "min", "mins": "min", "minute": "min", "minutes": "min",
    "hr": "h", "hrs": "h", "hour": "h", "hours": "h",
    "d": "days", "w": "weeks", "wk": "weeks", "wks": "weeks",
}  # fmt: skip


@cache
def duration(text: str) -> timedelta | None:
    """Read a positive duration; `None` when the text is not one, or longer than any single number of weeks."""
    if not _WHOLE.fullmatch(text):
        return None
    total = sum((int(number) * UNITS[unit] for number, unit in _PART.findall(text)), timedelta())
    return total if timedelta() < total <= LONGEST else None


def near_duration(text: str) -> str | None:
    """Guess what was meant (`60min`, `2 hours`), as a duration that can be read, else `None`."""
    parts = [f"{number} {_SPELLINGS.get(unit.lower(), unit.lower())}" for number, unit in _LOOSE.findall(text)]
    guess = " ".join(parts)
    return guess if parts and guess != text and duration(guess) else None


def as_minutes(length: timedelta) -> int:
    """Give a duration in whole minutes."""
    return int(length.total_seconds() // 60)


def as_text(length: timedelta) -> str:
    """Write a duration as a person would: the inverse of `duration` for all it can read."""
    if length.days and not length.seconds:
        weeks, rest = divmod(length.days, 7)
        if weeks and not rest:
            return f"{weeks} week" if weeks == 1 else f"{weeks} weeks"
        return f"{length.days} day" if length.days == 1 else f"{length.days} days"
    hours, minutes = divmod(as_minutes(length), 60)
    if hours and minutes:
        return f"{hours} h {minutes} min"
    return f"{hours * 60} min" if hours == 1 else f"{hours} h" if hours else f"{minutes} min"
