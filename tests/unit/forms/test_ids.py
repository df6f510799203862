"""Ids an editor offers: those of this programme that may stand in the field, and no name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import programmes

from generator.forms import ids, schemas
from generator.kinds import kinds
from generator.kinds.fields import models

PROGRAMME = programmes.loaded(programmes.healthy()).programme


@cache
def files(*, plain: bool = False) -> Mapping[str, str]:
    return schemas.files(None if plain else PROGRAMME)


def schema(kind: str, *, plain: bool = False) -> Any:
    return json.loads(files(plain=plain)[f"{kind}.json"])


def test_people_are_offered_by_role() -> None:
    pair = schema("pair")["properties"]
    assert pair["mentor"]["examples"] == ["p-017", "p-018", "p-019", "p-020"]
    assert pair["mentee"]["examples"] == ["p-042", "p-043", "p-044", "p-045"]
    assert schema("programme")["$defs"]["Charge"]["properties"]["coordinators"]["items"]["examples"][0] == "p-001"
    assert schema("check-ins")["$defs"]["CheckIn"]["properties"]["by"]["examples"] == ["p-003", "p-004"]


def test_steps_templates_areas_cohorts_and_pairs() -> None:
    session = schema("session")["properties"]
    assert session["template"]["examples"] == ["closure", "contracting", "midpoint-review", "standard"]
    assert "digital-fluency/first-real-task" in session["step"]["examples"]
    assert schema("pair")["properties"]["focus"]["items"]["examples"] == ["digital", "candour"]
    assert schema("person")["properties"]["cohorts"]["items"]["examples"] == ["2025-autumn", "2026-spring"]
    assert "2025-autumn/pair-01" in schema("pair")["properties"]["continues"]["examples"]


def test_every_field_that_is_named_takes_examples() -> None:
    for kind in kinds().values():
        made = schema(kind.name) if kind.model else {}
        for model in models(kind) if kind.model else ():
            part = made if model is kind.model else made["$defs"][model.__name__]
            for name in ids.FIELDS.get(model, {}):
                node = part["properties"][name]
                assert '"examples"' in json.dumps(node), (kind.name, name)
                assert "enum" not in node  # what is not offered is no fault


def test_no_name_stands_in_a_schema() -> None:
    texts = "".join(files().values())
    assert [entry.item.name for entry in PROGRAMME.people.values() if entry.item.name in texts] == []


def test_a_programme_changes_nothing_but_examples() -> None:
    assert _bare(schema("pair")) == _bare(schema("pair", plain=True))


def _bare(node: Any) -> Any:
    if isinstance(node, list):
        return [_bare(each) for each in node]
    if isinstance(node, dict):
        return {key: _bare(each) for key, each in node.items() if key != "examples"}
    return node
