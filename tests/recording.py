"""What the whole run of the site's tests measured, gathered from all of them and kept for the page on accessibility.

Each test tells `tell` what it looked at and found before it asserts, so a run that found something is kept as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

RECORD = Path(__file__).parents[1] / "generator/pages/tested.json"
CHECKS = ("axe", "eye", "no script", "html", "lighthouse")
TELLS, SPEED = "accessibility", "performance"
"""The names under which a test tells what is to be kept, and what is only to be reported."""
Record = Callable[[str, object], None]


def tell(
    record: Record, check: str, tools: Mapping[str, str], kinds: Iterable[str], *, looks: int, faults: Iterable[str]
) -> None:
    """Tell what one test looked at; `faults` name kinds of pages, never a page."""
    told = {"check": check, "tools": dict(tools), "kinds": sorted(kinds), "looks": looks}
    record(TELLS, told | {"faults": sorted(set(faults))})


def gathered(told: Iterable[Mapping[str, Any]], on: date) -> dict[str, Any]:
    """Put together what all tests told; raises `ValueError` if a check did not run at all."""
    checks: dict[str, dict[str, Any]] = {}
    kinds: set[str] = set()
    for each in told:
        check = checks.setdefault(each["check"], {"tools": {}, "looks": 0, "faults": []})
        check["tools"] |= each["tools"]
        check["looks"] += each["looks"]
        check["faults"] = sorted({*check["faults"], *each["faults"]})
        kinds |= set(each["kinds"])
    missing = [name for name in CHECKS if name not in checks]
    if missing:
        message = f"not recorded, since there was no {', '.join(missing)}: run the slow tests as well"
        raise ValueError(message)
    return {"on": on.isoformat(), "checks": {name: checks[name] for name in CHECKS}, "kinds": sorted(kinds)}


def keep(record: Mapping[str, Any]) -> None:
    """Write the record for the page."""
    RECORD.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
