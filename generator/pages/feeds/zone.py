"""When a zone's clocks change, as a calendar has to tell it: read from the time zone database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_HOUR = timedelta(hours=1)
_SECOND = timedelta(seconds=1)
_NONE = timedelta()
_STRIDE = timedelta(days=7)
"""Clocks change no more often than this: a change and its reversal within a week would be overlooked."""


@dataclass(frozen=True, slots=True)
class Onset:
    """From a moment on a zone is ahead of UTC by `to`; `at` is that moment as its clocks had it before, by `since`."""

    at: datetime
    since: timedelta
    to: timedelta
    name: str
    summer: bool


@cache
def onsets(zone: str, first: int, last: int) -> tuple[Onset, ...]:
    """Give how a zone stands when a year begins, and every change until the end of another.

    The calendar's own first and last year are not looked into: there is no day before or after them.
    """
    first, last = max(first, MINYEAR + 1), min(last, MAXYEAR - 1)
    return tuple(_onsets(ZoneInfo(zone), datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)))


def _onsets(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Onset]:
    yield _onset(zone, start - _HOUR * 24, start - _HOUR * 24)
    while start < end:
        later = min(start + _STRIDE, end)
        if _offset(zone, start) != _offset(zone, later):
            moment = _between(zone, start, later)
            yield _onset(zone, moment - _SECOND, moment)
        start = later


def _between(zone: ZoneInfo, start: datetime, end: datetime) -> datetime:
    """Find the second from which on the offset is that of the end."""
    before, after = int(start.timestamp()), int(end.timestamp())
    while after - before > 1:
        half = (before + after) // 2
        same = _offset(zone, datetime.fromtimestamp(half, UTC)) == _offset(zone, start)
        before, after = (half, after) if same else (before, half)
    return datetime.fromtimestamp(after, UTC)


def _onset(zone: ZoneInfo, before: datetime, moment: datetime) -> Onset:
    local, since = moment.astimezone(zone), _offset(zone, before)
    shown = (moment + since).replace(tzinfo=None)
    return Onset(shown, since, _offset(zone, moment), local.tzname() or "", bool(local.dst()))


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or _NONE


def span(start: datetime, minutes: int, zone: str) -> tuple[datetime, datetime]:
    """Give beginning and end of so many minutes from a local moment on, in its zone.

    As RFC 5545 has it, a moment that the zone's clocks skip is counted with the offset before the change, and of
    one that they show twice the first is meant. Readers disagree about the latter, so such a span is given in UTC.
    """
    begins = start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = (begins, begins + timedelta(minutes=minutes))
    shown = tuple(each.astimezone(ZoneInfo(zone)) for each in found)
    return found if any(_twice(each) for each in shown) else (shown[0], shown[1])


def _twice(moment: datetime) -> bool:
    return moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()
