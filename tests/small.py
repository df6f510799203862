"""Small files for one rule at a time: a person, a pair, a session, each field on a line that can be counted."""

from __future__ import annotations

from collections.abc import Mapping

import programmes

SETTINGS = "pairs/programme.yml"
PAIR = "pairs/spring/pair-03/pair.yml"
STEPS = 12
"""The line of a pair's first step; each step has one line, and its state starts in column 13."""
PROPOSED = "state: proposed, on: 2026-01-05, by: coordinator"
ACCEPTED = "state: accepted, on: 2026-01-08, by: both"
ACTIVE = "state: active, on: 2026-01-12, by: both"
BEGUN = (PROPOSED, ACCEPTED, ACTIVE)
AGREEMENT = """\
agreement:
  version: 1
  signed: {mentor: 2026-01-09, mentee: 2026-01-11}
  every: 30 days
  length: 60 min
  sessions: 6
  mode: mixed
  agenda_owner: mentor
  booked_by: mentee
  confidentiality: open
  exceptions: [law, serious harm, safeguarding]
  publish: progress
  off_limits: [appraisal, promotion, line decisions]
  feedback: In the room.
  cancel: {notice: 24 h, rebook_within: 14 days}
  review_on: 2026-04-14
  ends: 2026-07-13
"""


def person(level: int = 3, **more: str) -> str:
    """Write a person: name, role and level on lines 1 to 3, then the other fields in the order given."""
    return f"name: Somebody\nrole: none\nlevel: {level}\n" + "".join(f"{key}: {value}\n" for key, value in more.items())


def people(**files: str) -> dict[str, str]:
    """Give the files of people by the number of their id: `p017=…`."""
    return {f"pairs/people/p-{name[1:]}.yml": text for name, text in files.items()}


def pair(*steps: str, mentor: str = "p-017", mentee: str = "p-042", match: Mapping[str, str] | None = None,
         more: str = "") -> str:  # fmt: skip
    """Write a pair: mentor and mentee on lines 1 and 2, the match on 6 to 9, the steps from line 12 on."""
    given = {
        "on": "2026-01-05",
        "reason": "She teaches it on every shift; he has not opened it.",
        "shared_interests": "[night trains]",
        "both_consulted": "true",
        **(match or {}),
    }
    head = f"mentor: {mentor}\nmentee: {mentee}\nfocus:\n  - digital\nmatch:\n"
    told = "".join(f"  {key}: {value}\n" for key, value in given.items())
    history = "".join(f"  - {{{step}}}\n" for step in steps)
    return f"{head}{told}roadmaps: []\nhistory:\n{history}{more}"


def session(day: str, status: str = "planned", template: str = "standard", more: str = "") -> str:
    """Write a session: date, length, status, template and purpose on lines 1 to 5."""
    return f"date: {day} 15:00\nlength: 60 min\nstatus: {status}\ntemplate: {template}\npurpose: Talk.\n{more}"


def room(*sessions: str, pair: str = "spring/pair-03") -> dict[str, str]:
    """Number the sessions of a pair from 01."""
    return {f"pairs/{pair}/sessions/{number:02}.yml": text for number, text in enumerate(sessions, 1)}


def settings(**policy: str) -> dict[str, str]:
    """Give the settings of the healthy programme with a policy of their own."""
    text = programmes.healthy()[SETTINGS].decode()
    own = "".join(f"  {key}: {value}\n" for key, value in policy.items())
    return {SETTINGS: text.replace("policy:\n", f"policy:\n{own}")}


def template(stage: str) -> dict[str, str]:
    """Give the healthy programme's template of a stage; it is named after the stage."""
    path = {"closing": "closure", "working": "standard"}[stage]
    return {f"content/agendas/{path}.md": programmes.healthy()[f"content/agendas/{path}.md"].decode()}
