"""That a coordinator checked in with a pair: the day and who, never what was said."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.programme import Programme
from generator.source import emit


class Entry(NamedTuple):
    """The cohort's file, the text for it, and whether the file is there already."""

    path: str
    text: str
    there: bool


def entry(programme: Programme, pair: str, by: str, on: date) -> Entry:
    """Give the lines to put into the cohort's `check-ins.yml`."""
    cohort, _, slug = pair.partition("/")
    path = f"pairs/{cohort}/check-ins.yml"
    there = cohort in programme.check_ins or programme.unread("check-ins", cohort)
    return Entry(path, emit.mapping({slug: [{"on": on, "by": by}]}), there)
