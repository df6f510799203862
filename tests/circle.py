"""Many couples as one programme: each a pair of its own in a cohort, with people and posts beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import programmes
from couple import NAME, Couple

from generator.programme import Programme

SPRING, AUTUMN = "2026-spring", "2025-autumn"
"""The cohorts of the healthy programme: from 5 January 2026 and from 1 September 2025."""


def files(couples: Iterable[Couple | tuple[str, Couple]]) -> dict[str, str]:
    """Write couples as the pairs p01, p02 … of the spring (or the cohort they are given with), and the settings."""
    found = {"pairs/programme.yml": programmes.healthy()["pairs/programme.yml"].decode()}
    for number, each in enumerate(couples, 1):
        cohort, couple = each if isinstance(each, tuple) else (SPRING, each)
        for path, written in couple.files().items():
            place = path.replace(NAME, f"{cohort}/p{number:02}").replace("sealed-00", f"sealed-{number:02}")
            text = written.replace("agreement: {", "agreement: {confidentiality: open, ")
            found[place] = text.replace("p-017", f"p-1{number:02}").replace("p-042", f"p-4{number:02}")
    return found


def programme(couples: Iterable[Couple | tuple[str, Couple]], more: Mapping[str, str] | None = None) -> Programme:
    """Load couples, and further files, none of which has a fault of its own."""
    loaded = programmes.loaded(files(couples) | dict(more or {}))
    assert [f"{each.span} {each.message}" for each in loaded.findings] == []
    return loaded.programme


def signed_up(name: str, role: str = "mentee", cohort: str = SPRING) -> dict[str, str]:
    """Write somebody who signed up for a cohort."""
    fields = (
        f"name: Somebody\nrole: {role}\nlevel: 5\ncohorts: [{cohort}]\ndepartment: Docks\ntimezone: Europe/Berlin\n"
        "languages: [en]\noffers: [{area: digital, note: It.}]\nwants: [{area: digital, note: It.}]\n"
        "interests: [tea, trains]\nhours: {from: 09:00, to: 17:00}\nhours_per_month: 3\n"
        "consent: {profile: nobody, on: 2025-08-01}\n"
    )
    return {f"pairs/people/{name}.yml": fields}


def change(number: int, state: str, cohort: str = SPRING) -> dict[str, str]:
    """Write an open post of pair p01 that tells of a change."""
    name = f"2026-03-{number:02}-post-{number}"
    head = (
        f"title: A title\ndate: 2026-03-{number:02}\nauthor: p-101\nkind: win\nvisibility: organisation\n"
        "summary: Short.\npartner: not mentioned\n"
        f"changed: {{what: It, owner: p-401, on: 2026-03-01, state: {state}}}\n"
    )
    return {f"content/threads/{cohort}/p01/{name}.md": f"---\n{head}---\n\nText.\n"}
