"""The published JSON Schemas of what programs can read, made from the declarations of the tables."""

from __future__ import annotations

import json
from typing import Any

from generator.pages.feeds.table import DAY, MAYBE_WHOLE, TEXT, TEXTS, Kind, Table

TYPE = "application/schema+json"
_ABOUT = ("address", "title", "says", "audience", "as_of", "figures", "tables")


def address(kind: Kind) -> str:
    """Give where the schema of a kind lies; another version is another file."""
    return f"/api/schemas/{kind.name}.v1.json"


def write(kind: Kind) -> bytes:
    """Write the schema of a kind: it may grow by columns and tables, and takes none away."""
    tables = {table.name: _table(table) for table in kind.tables}
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.says,
        "type": "object",
        "required": list(_ABOUT),
        "properties": {
            "$schema": TEXT,
            "address": {"type": "string", "pattern": "^/", "description": "the page, from the site's root"},
            "title": TEXT,
            "says": {"type": "string", "description": "the page in one sentence"},
            "audience": {"enum": ["organisation", "cohort", "coordinators"]},
            "as_of": DAY,
            "figures": {"type": "array", "items": _figure()},
            "tables": {"type": "object", "required": list(tables), "properties": tables},
        },
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _figure() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["name", "formula", "value"],
        "properties": {
            "name": TEXT,
            "formula": {"type": "string", "pattern": "^/measures/#", "description": "how it is counted"},
            "value": {**MAYBE_WHOLE, "description": "null where it is not shown, to protect a small group"},
            "whole": {"type": "integer", "description": "what it is a part of"},
            "files": {**TEXTS, "description": "what it was counted from; for coordinators only"},
        },
    }


def _table(table: Table[Any]) -> dict[str, Any]:
    columns = {column.name: {**column.type, "description": column.says} for column in table.columns}
    return {
        "type": "array",
        "description": table.says,
        "items": {"type": "object", "required": list(columns), "properties": columns},
    }
