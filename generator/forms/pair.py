"""A new pair: proposed, with what both share; the agreement waits as comments until both have talked about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.forms import draft
from generator.kinds.person import Person
from generator.programme import Programme
from generator.source import emit
from generator.source.durations import as_text

_NUMBERED = re.compile(r"pair-(\d{2,6})")
_DAY = "YYYY-MM-DD"
_LATER = "When both have agreed: `mentoring pair agree`, or fill this in and take the number signs away."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pair starts from."""

    name: str
    cohort: str
    mentor: str
    mentee: str
    focus: tuple[str, ...]
    roadmaps: tuple[str, ...]
    reason: str
    shared: tuple[str, ...]
    consulted: bool
    on: dt.date


def free_name(programme: Programme) -> str:
    """Give the name after the highest numbered one of all cohorts, such as `pair-26`."""
    taken = (name.rpartition("/")[2] for name in (*programme.pairs, *programme.broken.get("pair", ())))
    numbers = (int(found[1]) for name in taken if (found := _NUMBERED.fullmatch(name)))
    return f"pair-{max(numbers, default=0) + 1:02}"


def shared(mentor: Person, mentee: Person) -> tuple[str, ...]:
    """Give what both like, and what both dislike."""
    likes = (each for each in mentor.interests if each in mentee.interests)
    return (*likes, *(each for each in mentor.dislikes if each in mentee.dislikes))


def focus(mentor: Person, mentee: Person) -> tuple[str, ...]:
    """Give the areas the mentor offers and the mentee wants, in the order of the offers."""
    wanted = {each.area for each in mentee.wants}
    return tuple(dict.fromkeys(each.area for each in mentor.offers if each.area in wanted))


def roadmaps(programme: Programme, areas: tuple[str, ...]) -> tuple[str, ...]:
    """Give the roadmap in force of the first area that has one."""
    for area in areas:
        for name, entry in programme.roadmaps.items():
            if entry.item.focus_area == area and entry.item.state in ("active", "beta"):
                return (name,)
    return ()


def file(programme: Programme, wanted: Wanted) -> draft.Draft:
    """Draft the file of a proposed pair."""
    data = {
        "mentor": wanted.mentor,
        "mentee": wanted.mentee,
        "focus": wanted.focus,
        "roadmaps": wanted.roadmaps or None,
        "match": {
            "on": wanted.on,
            "reason": wanted.reason,
            "shared_interests": wanted.shared,
            "both_consulted": wanted.consulted,
        },
        "history": [{"state": "proposed", "on": wanted.on, "by": "coordinator"}],
    }
    path = f"pairs/{wanted.cohort}/{wanted.name}/pair.yml"
    return draft.yaml_file(path, "pair", data, notes(programme, wanted.cohort))


def notes(programme: Programme, cohort: str) -> tuple[str, ...]:
    """Give the comments in which an agreement waits until both have talked about it."""
    return (_LATER, *emit.mapping({"agreement": terms(programme, cohort)}).split("\n")[:-1])


def terms(programme: Programme, cohort: str) -> Mapping[str, Any]:
    """Give an agreement to start from: the programme's rhythm, and the most guarded choice of all others."""
    defaults = programme.settings.item.defaults if programme.settings else None
    ends = programme.cohorts[cohort].ends if cohort in programme.cohorts else _DAY
    return {
        "version": 1,
        "signed": {"mentor": _DAY, "mentee": _DAY},
        "every": as_text(defaults.every) if defaults else "30 days",
        "length": as_text(defaults.length) if defaults else "60 min",
        "sessions": defaults.sessions if defaults else 6,
        "mode": "video",
        "agenda_owner": "mentor",
        "booked_by": "mentee",
        "confidentiality": "pair",
        "exceptions": ["law", "serious harm", "safeguarding"],
        "publish": "nothing",
        "off_limits": ["appraisal", "promotion", "line decisions"],
        "feedback": "…",
        "cancel": {"notice": "24 h", "rebook_within": "14 days"},
        "review_on": _DAY,
        "ends": ends,
    }
