"""JSON Schemas of all kinds of file, made from the models: editors complete, explain and check fields by them.

An editor reads YAML by its own types (`60` is a number to it) and knows nothing of rules. So texts and ids
may be numbers here, and the fields whose value one rule alone judges get what that rule demands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from generator.forms import ids
from generator.kinds import kinds
from generator.kinds.agenda import STAGES, Agenda
from generator.kinds.base import SLUG, Kind, Model
from generator.kinds.community import Community
from generator.kinds.fields import models
from generator.kinds.pair import Goal
from generator.kinds.post import WIDTH, Change, Post
from generator.kinds.roadmap import Step
from generator.kinds.roomnote import RoomNote
from generator.kinds.session import Action
from generator.kinds.values import Side
from generator.programme import Programme

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OURS = frozenset({"audience", "quote", "default"})
_BY_NAME = frozenset({"properties", "$defs", "patternProperties"})
_EDGES: Mapping[str, str] = {"ge": "minimum", "le": "maximum"}
_ID_PATTERN = f"^(?:{SLUG})$"


def _one_of(code: str, *values: str | int) -> Schema:
    listed = ", ".join(f"`{value}`" for value in values)
    return {"enum": list(values), "errorMessage": f"{code}: expected one of {listed}"}


DEMANDS: Mapping[type[Model], Mapping[str, Schema]] = {
    Agenda: {"stage": _one_of("AGD002", *STAGES)},
    Goal: {
        "state": _one_of("GOA002", "open", "reached", "closer", "reframed", "dropped"),
        "progress": _one_of("GOA002", 0, 25, 50, 75, 100),
    },
    Post: {"visibility": _one_of("POS001", *reversed(WIDTH))},
    Change: {"what": {}, "owner": {}, "on": {}, "state": {}},
    RoomNote: {"visibility": _one_of("SEA003", "pair")},
    Action: {"owner": _one_of("ACT001", *get_args(Side)), "action": {}, "due": {}},
    Step: {
        "minutes": {
            "type": "integer",
            "minimum": 15,
            "maximum": 180,
            "errorMessage": "ROA001: expected 15 to 180 minutes",
        },
        "prompts": {"minItems": 3, "errorMessage": "ROA001: expected at least 3 questions"},
        "mentor": {},
        "mentee": {},
        "evidence": {},
    },
    Community: {"rule": {}, "code_of_conduct": {}},
}
"""Fields that must be there, and what they may hold, by a rule and not by the model."""

_STATES = {"person": "role", "post": "visibility"}
"""The field on whose value it depends which others are must; which, the model's `absent` says."""


def files(programme: Programme | None = None) -> dict[str, str]:
    """Give the schemas as files: name to text, for each kind of file that has fields.

    With a programme they offer its ids.
    """
    found = {kind.name: schema(kind, programme) for kind in kinds().values() if kind.model is not None}
    return {f"{name}.json": json.dumps(found[name], indent=2, ensure_ascii=False) + "\n" for name in sorted(found)}


def is_ours(there: str, made: str) -> bool:
    """Tell whether a file was written by us, as the schema of the same kind of file as the one made now."""
    try:
        found = json.loads(there)
    except (ValueError, RecursionError):
        return False
    new = json.loads(made)
    return isinstance(found, dict) and all(found.get(key) == new[key] for key in ("$schema", "title"))


def schema(kind: Kind, programme: Programme | None = None) -> Schema:
    """Make the schema of one kind of file; a kind without fields has none."""
    if kind.model is None:
        return {}
    given: Schema = kind.model.model_json_schema()
    for model in models(kind):
        part = given if model is kind.model else given["$defs"][model.__name__]
        _demand(part, DEMANDS.get(model, {}))
        if programme is not None:
            _offer(part, programme, ids.FIELDS.get(model, {}))
    cleaned: Schema = _cleaned(given)
    if kind.table:
        shared = {key: value for key, value in cleaned.items() if key in ("$defs", "description")}
        cleaned = {**cleaned["properties"]["entries"], **shared, "additionalProperties": False}
    title = kind.says[0].upper() + kind.says[1:]
    return {"$schema": DIALECT, **cleaned, "title": title, **_conditions(kind, cleaned.get("properties", {}))}


def _demand(part: Schema, demands: Mapping[str, Schema]) -> None:
    for name, demand in demands.items():
        part["properties"][name].update(demand)
    required = {*part.get("required", ()), *demands}
    if required:
        part["required"] = sorted(required, key=list(part["properties"]).index)


def _offer(part: Schema, programme: Programme, fields: Mapping[str, ids.Ids]) -> None:
    """Put ids beside the pattern of a field, or of its items: an editor completes them and forbids no other."""
    for name, found in fields.items():
        node = part["properties"][name]
        node.pop("examples", None)
        for inner in _ends(node):
            if "pattern" in inner:
                inner["examples"] = list(found(programme))


def _ends(node: Schema) -> Iterator[Schema]:
    """Give the schemas of single values: of a field, of what it may be, of its items."""
    inner = [each for each in (node.get("items"), *node.get("anyOf", ())) if each is not None]
    yield from (end for each in inner for end in _ends(each))
    if not inner:
        yield node


def _conditions(kind: Kind, properties: Mapping[str, Schema]) -> Schema:
    """Say which fields are must in which state of the file, by asking the model in each state."""
    field = _STATES.get(kind.name)
    if field is None or kind.model is None:
        return {}
    states: dict[tuple[str, ...], list[str]] = {}
    for value in properties[field]["enum"]:
        needed = kind.model.model_construct(_fields_set={field}, **{field: value}).absent()
        states.setdefault(needed, []).append(value)
    return {
        "allOf": [
            {"if": {"properties": {field: {"enum": values}}, "required": [field]}, "then": {"required": list(needed)}}
            for needed, values in states.items()
            if needed
        ]
    }


def _cleaned(node: Any) -> Any:
    """Leave out what is ours and pydantic's, and say in one node what may also be empty."""
    if isinstance(node, list):
        return [_cleaned(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {_EDGES.get(key, key): _part(key, value) for key, value in node.items() if key not in _OURS}
    return _worded(_widened(_with_null(kept)))


def _worded(node: Schema) -> Schema:
    """Say what `check` says, with its code, where an editor would say it in words of its own."""
    if "errorMessage" in node:
        return node
    if "enum" in node:
        allowed = (value for value in node["enum"] if value is not None)
        return {**node, "errorMessage": _one_of("FIL009", *allowed)["errorMessage"]}
    least, most = node.get("minimum"), node.get("maximum")
    if least is not None and most is not None:
        return {**node, "errorMessage": f"FIL009: expected a whole number from {least} to {most}"}
    if "maxLength" in node:
        return {**node, "errorMessage": f"FIL009: expected at most {node['maxLength']} characters"}
    return node


def _part(key: str, value: Any) -> Any:
    """Clean what stands under a keyword; where names stand below it, `title` is a field like any other."""
    return {name: _cleaned(each) for name, each in value.items()} if key in _BY_NAME else _cleaned(value)


def _with_null(node: Schema) -> Schema:
    """Join `X or nothing` into one node, so that an editor's message speaks of X alone."""
    choices = node.get("anyOf", ())
    if len(choices) != 2 or choices[1] != {"type": "null"} or "$ref" in choices[0]:  # noqa: PLR2004 - X, or nothing
        return node
    joined = {**choices[0], **{key: value for key, value in node.items() if key != "anyOf"}}
    kinds_of_value = joined["type"] if isinstance(joined["type"], list) else [joined["type"]]
    joined["type"] = [*kinds_of_value, "null"]
    if "enum" in joined:
        joined["enum"] = [*joined["enum"], None]
    return joined


def _widened(node: Schema) -> Schema:
    """Let a text be a number and an id a whole number: to us they are texts, to an editor they are not."""
    given = node.get("type")
    if given not in ("string", ["string", "null"]) or "enum" in node:
        return node
    more = ["integer"] if node.get("pattern") == _ID_PATTERN else ["number", "boolean"] if "minLength" in node else []
    if not more:
        return node
    return {**node, "type": ["string", *more, *(["null"] if given != "string" else [])]}
