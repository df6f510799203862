"""Calendars as three libraries read them, and by the bytes, which no library looks at."""

from __future__ import annotations

import json
import subprocess
import warnings
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import icalendar

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import vobject

NODE = Path(__file__).parent / "node"
ICAL_JS = NODE / "node_modules/ical.js"


class Seen(NamedTuple):
    """What a reader makes of an event: moments as seconds since 1970, whole days as dates."""

    uid: str
    start: int | str
    end: int | str
    status: str
    sequence: int
    summary: str


@cache
def by_icalendar(text: bytes) -> list[Seen]:
    """Read a calendar with the library it was written by; several audiences often have the same one."""
    calendar = icalendar.Calendar.from_ical(text)
    return [
        Seen(
            str(each["uid"]), _when(each.start), _when(each.end), str(each["status"]), each["sequence"],
            str(each["summary"]),
        )
        for each in calendar.walk("VEVENT")
    ]  # fmt: skip


@cache
def by_vobject(text: bytes) -> list[Seen]:
    """Read a calendar with vobject, which insists on what an event must have; it takes the zones as they are told."""
    _forget(values(text, "TZID"))
    calendar = vobject.readOne(text.decode())
    calendar.validate(raiseException=True)
    return [_seen(each) for each in calendar.vevent_list]


def _seen(event: Any) -> Seen:
    start, end = _when(event.dtstart.value), _when(event.dtend.value)
    return Seen(event.uid.value, start, end, event.status.value, int(event.sequence.value), event.summary.value)


def _forget(zones: Iterable[str]) -> None:
    """Make vobject forget the zones of an earlier calendar, which it would take for those of this one."""
    for zone in zones:
        vars(vobject.icalendar)["__tzidMap"].pop(zone, None)


def _when(value: Any) -> int | str:
    if isinstance(value, datetime):
        assert value.tzinfo, "a moment without a zone"
        return int(value.timestamp())
    assert isinstance(value, date)
    return value.isoformat()


def by_ical_js(texts: Mapping[str, bytes]) -> dict[str, list[Seen]]:
    """Read calendars with ical.js."""
    said = json.dumps({name: text.decode() for name, text in texts.items()})
    done = subprocess.run(["node", "instants.mjs"], cwd=NODE, input=said, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name: [Seen(*each) for each in found] for name, found in json.loads(done.stdout).items()}


def faults(text: bytes) -> list[str]:
    """Name what is wrong with the bytes: line ends, long lines, control characters, characters torn apart."""
    lines = text.split(b"\r\n")
    found = [] if lines[-1] == b"" else ["the last line does not end"]
    found += [f"a line of {len(line)} octets" for line in lines if len(line) > 75]
    found += ["a bare line end" for line in lines if b"\n" in line or b"\r" in line]
    return found + [f"a torn line: {line!r}" for line in lines if _torn(line)]


def _torn(line: bytes) -> bool:
    return "\N{REPLACEMENT CHARACTER}" in line.decode(errors="replace")


def unfolded(text: bytes) -> list[str]:
    """Give the lines of a calendar as they are meant."""
    return text.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def values(text: bytes, name: str) -> Iterable[str]:
    """Give every value of a property, unescaped, whatever its parameters."""
    for line in unfolded(text):
        head, _, value = line.partition(":")
        if head.partition(";")[0] == name:
            yield value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
