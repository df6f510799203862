"""New content: a roadmap with its first step, a community, an agenda template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from generator.forms import draft
from generator.forms.session import USUAL, fitted
from generator.kinds.agenda import STAGES
from generator.programme import Programme
from generator.source.durations import as_minutes, as_text

STAGE_SAYS = dict(
    zip(
        STAGES,
        (
            "before both have accepted; nothing is recorded",
            "the first session",
            "an ordinary session",
            "half-way, to look back and re-sign",
            "after a bump or a pause",
            "the last session",
        ),
        strict=True,
    )
)
"""When a template of each stage is used."""
_PLAIN = (
    ("Check-in", 5, "both", "check-in", "How are you arriving today?"),
    ("The topic", 30, "mentor", "topic", "What does it look like from where you work?"),
    ("Say it back and be challenged", 15, "mentee", "reflect", "What have you understood, in your own words?"),
    ("Actions and next date", 10, "both", "actions", "Who does what by when, and when do we meet again?"),
)
_LAST = {"closing": "close"}
FIRST_STEP = "first-step"
"""The id of a step whose title gives none."""


def roadmap(
    name: str, title: str, data: Mapping[str, Any], step_title: str, step: Mapping[str, Any], day: dt.date
) -> draft.Draft:
    """Draft a roadmap with its first step; nobody sees a draft before its state changes."""
    head = {"title": title, **data, "version": 1, "reviewed_on": day, "state": "draft"}
    ordered = ("title", "focus_area", "audience", "owner", "version", "reviewed_on", "state", "why_now")
    first = {"id": draft.slug(step_title) or FIRST_STEP, "title": step_title, **step}
    fields = {key: head[key] for key in ordered} | {"steps": [first]}
    return draft.markdown_file(f"content/roadmaps/{name}.md", fields)


def community(name: str, title: str, data: Mapping[str, Any], day: dt.date) -> draft.Draft:
    """Draft the page of a community."""
    fields = {"title": title, **data, "reviewed_on": day}
    return draft.markdown_file(f"content/communities/{name}/index.md", fields)


def agenda(
    programme: Programme,
    named: tuple[str, str],
    stage: str,
    length: dt.timedelta,
    use_when: str,
    like: str | None,
) -> draft.Draft:
    """Draft a template with its name and title, and the parts of another one, stretched or shrunk to its length."""
    name, title = named
    rows = _rows(programme, like)
    minutes = fitted(tuple(row[1] for row in rows), as_minutes(length))
    items = [
        {"item": item, "minutes": each, "lead": lead, "kind": kind, "prompt": prompt}
        for (item, _, lead, kind, prompt), each in zip(rows, minutes, strict=True)
    ]
    items[-1]["kind"] = _LAST.get(stage, items[-1]["kind"])
    fields = {"title": title, "stage": stage, "length": as_text(length), "use_when": use_when, "items": items}
    return draft.markdown_file(f"content/agendas/{name}.md", fields)


def _rows(programme: Programme, like: str | None) -> tuple[tuple[str, int, str, str, str | None], ...]:
    entry = programme.agendas.get(like or USUAL)
    if entry is None:
        return _PLAIN
    return tuple((each.item, each.minutes, each.lead, each.kind, each.prompt) for each in entry.item.items)
