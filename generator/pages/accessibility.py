"""`/accessibility/`: what this site aims at, what the last run of its tests looked at and found, what nobody tested."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.language import N_, gettext, ngettext
from generator.language.forms import day
from generator.pages.page import Page
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import View

RECORD = Path(__file__).with_name("tested.json")
"""What the last whole run of the tests measured; `make audit-record` writes it, and nobody by hand."""
STANDARD = N_("WCAG 2.2, level AA")
_SAYS = {
    "axe": (
        N_("By axe"),
        N_("Every rule it has for that standard and for good practice; no part of a page is left out."),
    ),
    "eye": (
        N_("To the eye"),
        N_("Letters of 11 px at least; text at 4.5 : 1, charts at 3 : 1; nothing wider than 320 px."),
    ),
    "no script": (N_("Without scripts"), N_("Every sentence, figure and chart is there, and so are the dark colours.")),
    "html": (N_("As HTML"), N_("Valid, every page of all three sites: so other software can tell what is what.")),
    "lighthouse": (
        N_("By Lighthouse"),
        N_("Accessibility, best practices and search at 100 of 100, on a phone and a desktop."),
    ),
}
"""How each check is called and what it looks for; a check that the record does not hold is not shown."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the last run: its name, what it looks for, with which tools, how often it looked, what it found."""

    name: str
    says: str
    tools: str
    looks: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tested:
    """The last whole run: its day, its checks, and the kinds of pages it looked at."""

    on: date
    checks: tuple[Check, ...]
    kinds: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Give what was found, over all checks."""
        return tuple(fault for check in self.checks for fault in check.faults)


def pages(view: View) -> Iterator[Page]:
    """Give the accessibility statement."""
    found = tested()
    html = render(
        "accessibility",
        view,
        "/accessibility/",
        state=_state(found),
        standard=gettext(STANDARD),
        tested=found,
        handbook=place("handbook"),
    )
    yield Page("accessibility/index.md", gettext("Accessibility"), _state(found), html, "handbook")


@cache
def tested() -> Tested | None:
    """Read the record of the last run; `None` where there was none, and then nothing is claimed."""
    return read(json.loads(RECORD.read_text(encoding="utf-8"))) if RECORD.is_file() else None


def read(record: Mapping[str, Any]) -> Tested:
    """Turn a record into what the page shows of it."""
    checks = [Check(*_SAYS[name], **_row(record["checks"][name])) for name in _SAYS if name in record["checks"]]
    return Tested(date.fromisoformat(record["on"]), tuple(checks), tuple(record["kinds"]))


def _row(found: Mapping[str, Any]) -> dict[str, Any]:
    tools = ", ".join(f"{name} {version}" for name, version in sorted(found["tools"].items()))
    return {"tools": tools, "looks": found["looks"], "faults": tuple(found["faults"])}


def _state(found: Tested | None) -> str:
    if found is None:
        return gettext("Nothing has been tested yet, so nothing is claimed.")
    return ngettext(
        "The tests of %(day)s found %(faults)s on %(num)s kind of pages.",
        "The tests of %(day)s found %(faults)s on %(num)s kinds of pages.",
        len(found.kinds), day=day(found.on), faults=_counted(found.faults),
    )  # fmt: skip


def _counted(faults: tuple[str, ...]) -> str:
    return ngettext("%(num)s fault", "%(num)s faults", len(faults)) if faults else gettext("no fault")
