"""Which ids of this programme may stand in a field, so that an editor offers them.

Ids alone, never a name: what an editor offers is written into a file that anybody may copy. An id that is not
offered is no fault of the schema: whether it exists is `check`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.kinds.base import Model
from generator.kinds.checkins import CheckIn
from generator.kinds.community import Community
from generator.kinds.note import Note
from generator.kinds.pair import Pair, Skipped
from generator.kinds.person import Person, Wish
from generator.kinds.post import Change, Post
from generator.kinds.programme import Charge, Policy
from generator.kinds.roadmap import Roadmap
from generator.kinds.session import Session
from generator.programme import Programme

Ids = Callable[[Programme], tuple[str, ...]]


def _people(*roles: str) -> Ids:
    def ids(programme: Programme) -> tuple[str, ...]:
        return tuple(name for name, entry in programme.people.items() if not roles or entry.item.role in roles)

    return ids


def _coordinators(programme: Programme) -> tuple[str, ...]:
    return programme.settings.item.people.coordinators if programme.settings else ()


def _areas(programme: Programme) -> tuple[str, ...]:
    return tuple(programme.focus_areas)


def _cohorts(programme: Programme) -> tuple[str, ...]:
    return tuple(programme.cohorts)


def _pairs(programme: Programme) -> tuple[str, ...]:
    return tuple(programme.pairs)


def _roadmaps(programme: Programme) -> tuple[str, ...]:
    return tuple(programme.roadmaps)


def _templates(programme: Programme) -> tuple[str, ...]:
    return tuple(programme.agendas)


def _steps(programme: Programme) -> tuple[str, ...]:
    return tuple(f"{name}/{step.id}" for name, entry in programme.roadmaps.items() for step in entry.item.steps)


def _posts(programme: Programme) -> tuple[str, ...]:
    return tuple(programme.posts)


FIELDS: Mapping[type[Model], Mapping[str, Ids]] = {
    CheckIn: {"by": _coordinators},
    Community: {"host": _people()},
    Note: {"author": _people()},
    Pair: {
        "mentor": _people("mentor", "both"),
        "mentee": _people("mentee", "both"),
        "focus": _areas,
        "roadmaps": _roadmaps,
        "continues": _pairs,
        "superseded_by": _pairs,
    },
    Skipped: {"step": _steps},
    Person: {"manager": _people(), "cohorts": _cohorts},
    Wish: {"area": _areas},
    Post: {"author": _people("mentor", "mentee", "both"), "step": _steps, "replies_to": _posts},
    Change: {"owner": _people()},
    Charge: {"sponsor": _people(), "coordinators": _people(), "support_contact": _people()},
    Policy: {"fast_areas": _areas},
    Roadmap: {"focus_area": _areas, "owner": _people()},
    Session: {"template": _templates, "step": _steps},
}
"""Each field that names something of the programme, and the ids that may stand there."""
