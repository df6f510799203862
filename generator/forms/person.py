"""A new person: an id that nobody has, and the fields of those who take part."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from generator.forms import answers, draft
from generator.kinds.fields import closed_values
from generator.kinds.person import KIND
from generator.kinds.values import Clock
from generator.programme import Programme

ROLES: tuple[str, ...] = closed_values(KIND, ("role",))
LOOKS_ON = "none"
TOP = "none"
PROFILES = {
    "organisation": "everybody in the organisation may see this profile",
    "cohort": "those who take part may see it",
    "nobody": "coordinators alone see it",
}
"""Who may see a profile, for each consent."""
_NUMBERED = re.compile(r"p-(\d{3,6})")
_HOURS = re.compile(r"(\d{2}:\d{2})\s*(?:-|to)\s*(\d{2}:\d{2})")


def free_id(programme: Programme) -> str:
    """Give the id after the highest numbered one, such as `p-046`."""
    taken = (*programme.people, *programme.broken.get("person", ()))
    numbers = (int(found[1]) for name in taken if (found := _NUMBERED.fullmatch(name)))
    return f"p-{max(numbers, default=0) + 1:03}"


def wish(areas: Collection[str]) -> Callable[[str], Mapping[str, str]]:
    """Read what somebody offers or wants: `digital-ai: asking good questions`."""
    known = next(iter(areas), "digital-ai")

    def reads(text: str) -> Mapping[str, str]:
        area, colon, note = text.partition(":")
        if not colon:
            message = f"a focus area and a note, such as `{known}: asking good questions`"
            raise answers.UnfitError(message)
        return {"area": answers.one_of(areas)(area.strip()), "note": answers.words()(note)}

    return reads


def hours(text: str) -> Mapping[str, str]:
    """Read working hours: `09:00-17:30`."""
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        message = "working hours, such as `09:00-17:30`"
        raise answers.UnfitError(message)
    for each in found.groups():
        answers.value(Clock)(each)
    return {"from": found[1], "to": found[2]}


def file(name: str, data: Mapping[str, Any]) -> draft.Draft:
    """Draft the file of a person."""
    return draft.yaml_file(f"pairs/people/{name}.yml", "person", data)
