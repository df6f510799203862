"""Schemas for editors: everything the models say, nothing of ours, and what the rules demand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from generator.forms import schemas
from generator.kinds import kinds
from generator.kinds.fields import models
from generator.kinds.values import Owned

KINDS = sorted(name for name, kind in kinds().items() if kind.model)
PYDANTICS_OWN = {"audience", "quote", "default", "ge", "le", "discriminator"}


FILES = cache(schemas.files)


def schema(kind: str) -> Any:
    return json.loads(FILES()[f"{kind}.json"])


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Give every schema inside a schema, but not the mappings from names to schemas."""
    if isinstance(node, list):
        for each in node:
            yield from nodes(each)
    elif isinstance(node, dict):
        yield node
        for key, value in node.items():
            inner = value.values() if key in {"properties", "$defs", "patternProperties"} else [value]
            for each in inner:
                yield from nodes(each)


def test_there_is_one_for_every_kind_with_fields() -> None:
    assert sorted(FILES()) == [f"{name}.json" for name in KINDS]
    assert schemas.schema(kinds()["image"]) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_of_the_dialect_and_holds_nothing_of_ours(kind: str) -> None:
    given = schema(kind)
    assert given["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert given["title"][0].isupper()
    assert given["description"]
    assert not [node for node in nodes(given) if PYDANTICS_OWN & node.keys()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_mapping_is_closed_and_every_field_explained(kind: str) -> None:
    for node in nodes(schema(kind)):
        if "properties" in node and "type" in node:
            assert node["additionalProperties"] is False
            assert all(field["description"] for field in node["properties"].values())


@pytest.mark.parametrize("kind", KINDS)
def test_required_fields_are_fields(kind: str) -> None:
    for node in nodes(schema(kind)):
        if "properties" in node and "type" in node:
            assert set(node.get("required", ())) <= node["properties"].keys()


def test_closed_values_are_enumerated() -> None:
    kind = schema("post")["properties"]["kind"]
    assert kind["enum"] == ["reflection", "experiment", "win", "question", "recap", "story"]
    assert kind["description"] == "what it is"
    mode = schema("pair")["$defs"]["Agreement"]["properties"]["mode"]
    assert mode["enum"] == ["video", "in person", "mixed", None]
    assert mode["type"] == ["string", "null"]


def test_messages_are_there_where_the_models_give_them() -> None:
    properties = schema("session")["properties"]
    assert properties["length"]["errorMessage"] == "FIL010: expected a duration"
    assert properties["actual"]["errorMessage"] == "FIL010: expected a duration"
    assert properties["next"]["pattern"] == r"^(?:2\d{3}-\d{2}-\d{2}|closing)$"
    assert (
        schema("post")["properties"]["partner"]["errorMessage"]
        == "FIL009: expected `not mentioned` or `approved <date>`"
    )


def test_ranges_are_there_for_must_and_may_fields() -> None:
    person = schema("person")["properties"]
    assert (person["level"]["minimum"], person["level"]["maximum"]) == (1, 99)
    assert (person["capacity"]["minimum"], person["capacity"]["maximum"]) == (0, 10)
    assert schema("session")["$defs"]["Item"]["properties"]["minutes"]["maximum"] == 480


@pytest.mark.parametrize(
    ("kind", "model", "field", "expected"),
    [
        ("post", None, "visibility", ["public", "organisation", "cohort", "pair"]),
        ("room-note", None, "visibility", ["pair"]),
        ("agenda", None, "stage", ["before", "first", "working", "midpoint", "repair", "closing"]),
        ("pair", "Goal", "state", ["open", "reached", "closer", "reframed", "dropped"]),
        ("pair", "Goal", "progress", [0, 25, 50, 75, 100]),
        ("session", "Action", "owner", ["mentor", "mentee"]),
    ],
)
def test_a_field_a_rule_owns_has_what_it_demands(kind: str, model: str, field: str, expected: list[object]) -> None:
    part = schema(kind)["$defs"][model] if model else schema(kind)
    assert part["properties"][field]["enum"] == expected
    assert field in part["required"]
    assert part["properties"][field]["errorMessage"][:3].isupper()


def test_no_owned_field_is_forgotten() -> None:
    owned = Owned.__metadata__[0]
    for kind in kinds().values():
        for model in models(kind) if kind.model else ():
            for name, field in model.model_fields.items():
                assert owned not in field.metadata or schemas.DEMANDS[model][name], (model, name)


def test_demands_are_on_fields() -> None:
    for model, demands in schemas.DEMANDS.items():
        assert demands.keys() <= model.model_fields.keys()


def test_a_step_is_complete_in_the_editor_as_well() -> None:
    step = schema("roadmap")["$defs"]["Step"]
    assert step["required"] == ["id", "title", "minutes", "prompts", "mentor", "mentee", "evidence"]
    assert (step["properties"]["minutes"]["minimum"], step["properties"]["minutes"]["maximum"]) == (15, 180)
    assert step["properties"]["prompts"]["minItems"] == 3


def test_what_is_must_in_one_state_only_is_asked_for_in_that_state() -> None:
    (condition,) = schema("person")["allOf"]
    assert condition["if"] == {"properties": {"role": {"enum": ["mentor", "mentee", "both"]}}, "required": ["role"]}
    assert "offers" in condition["then"]["required"]
    (condition,) = schema("post")["allOf"]
    assert condition["if"]["properties"]["visibility"]["enum"] == ["public", "organisation", "cohort"]
    assert condition["then"]["required"] == ["summary", "partner"]


def test_a_table_is_its_own_root() -> None:
    moved = schema("moved")
    assert moved["type"] == "object"
    assert moved["additionalProperties"] is False
    (pattern,) = moved["patternProperties"]
    assert pattern == r"^(?:/(?:[a-z0-9-]+/)*)$"
    assert list(schema("check-ins")["$defs"]) == ["CheckIn"]
    assert "entries" not in json.dumps([moved, schema("check-ins")])


def test_texts_and_ids_may_look_like_numbers() -> None:
    post = schema("post")["properties"]
    assert post["title"]["type"] == ["string", "number", "boolean"]
    assert post["author"]["type"] == ["string", "integer"]
    assert post["summary"]["type"] == ["string", "number", "boolean", "null"]
    assert post["date"]["type"] == "string"


def test_a_field_named_like_a_keyword_is_a_field() -> None:
    assert {"title", "audience"} <= schema("roadmap")["properties"].keys()
    assert {"title", "audience"} <= schema("community")["properties"].keys()


def test_the_text_is_the_same_every_time() -> None:
    assert schemas.files() == FILES()
    assert all(text.endswith("}\n") for text in FILES().values())
