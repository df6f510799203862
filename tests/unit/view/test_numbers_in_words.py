"""The worked examples of what the view counts, built as files: weeks, wishes, places, steps, states, what is ready."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import programmes
import rendered

from generator.kinds.agenda import TemplateItem
from generator.pages import roadmaps
from generator.pages.charts import timeline
from generator.progress.whole import MEASURES
from generator.source.finding import Finding
from generator.source.span import Span
from generator.view import totals
from generator.view.desk import DeskView
from generator.view.gate import Gate
from generator.view.posts import minutes
from generator.view.rooms import mentor_share

AS_OF = dt.date(2026, 6, 1)
EXAMPLE = {each.id: each.example for each in MEASURES}
SETTINGS = {"pairs/programme.yml": programmes.healthy()["pairs/programme.yml"].decode()}
OTHER = "[{area: candour, note: Yes.}]"
NO_NEXT = "actions: []\nnext: closing\n"


def pair(number: int, *states: str, more: str = "") -> dict[str, str]:
    history = "".join(f"  - {{state: {state}, on: 2026-01-{5 + at:02}, by: both}}\n" for at, state in enumerate(states))
    text = (
        f"mentor: m{number}\nmentee: s{number}\nfocus: [digital]\nroadmaps: [path]\n"
        "match: {on: 2026-01-01, reason: Both asked for it., shared_interests: [tea, maps], both_consulted: true}\n"
        f"history:\n{history}"
    )
    return {f"pairs/2026-spring/p{number}/pair.yml": f"{text}{more}"}


def agreed(signed: str = "") -> str:
    return f"agreement: {{every: 30 days, sessions: 6, confidentiality: open{signed}}}\n"


def session(number: int, at: int, day: str, status: str = "held", more: str = "") -> dict[str, str]:
    text = f"date: {day} 15:00\nlength: 60 min\nstatus: {status}\ntemplate: standard\npurpose: Talk.\n{more}{NO_NEXT}"
    return {f"pairs/2026-spring/p{number}/sessions/{at:02}.yml": text}


def person(name: str, role: str, more: str = "", wants: str = OTHER, offers: str = OTHER) -> dict[str, str]:
    rest = "department: D\ntimezone: Europe/Berlin\nlanguages: [en]\ninterests: [tea, maps]\nhours_per_month: 3\n"
    rest += "hours: {from: 09:00, to: 17:30}\nconsent: {profile: organisation, on: 2026-01-01}\n"
    head = f"name: Person {name}\nrole: {role}\nlevel: 3\nwants: {wants}\noffers: {offers}\n"
    return {f"pairs/people/{name}.yml": f"{head}{rest}{more}"}


def build(*files: dict[str, str]) -> rendered.Build:
    found = dict(SETTINGS)
    for each in files:
        found |= each
    return rendered.build(programmes.loaded(found), "coordinators", AS_OF)


def desk(*files: dict[str, str]) -> DeskView:
    found = build(*files).view.desk
    assert found
    return found


def test_weeks() -> None:
    [strip] = desk(
        pair(1, "proposed", "accepted", "active", more=agreed()),
        session(1, 1, "2026-02-02"), session(1, 2, "2026-02-06"), session(1, 3, "2026-02-11", "cancelled"),
    ).strips  # fmt: skip
    weeks = [(each.held, each.missed) for each in strip.weeks if each.held or each.missed]
    assert weeks == [(2, 0), (0, 1)]
    assert EXAMPLE["weeks"].endswith("held 2, not held 1.")


def test_demand() -> None:
    wish = "[{area: digital, note: Yes.}]"
    people = [person(f"w{at}", "mentee", wants=wish) for at in range(8)]
    people += [person(f"o{at}", "mentor", offers=wish) for at in range(5)]
    found = build(*people)
    assert [each.balance for each in found.view.areas if each.id == "digital"] == [-3]
    assert EXAMPLE["demand"] == "Eight want an area and five offer it: short 3."


def test_places_free() -> None:
    found = build(
        person("m1", "mentor"), person("s2", "mentee", "capacity: 2\n"),
        pair(2, "proposed", "accepted", "active", more=agreed()),
    )  # fmt: skip
    assert {each.address: each.places_free for each in found.view.people} == {"/people/m1/": 1, "/people/s2/": 1}
    assert EXAMPLE["places-free"].endswith("is in no pair: 1. A mentee who takes 2 is in one: 1.")


def test_reach() -> None:
    done = [(1, 1, "step-1"), (2, 1, "step-1"), (3, 1, "step-1"), (1, 2, "step-2")]
    steps = "".join(
        f"  - {{id: step-{at}, title: S, minutes: 60, prompts: [a?], mentor: a, mentee: b, evidence: c}}\n"
        for at in (1, 2)
    )
    roadmap = (
        "---\ntitle: Path\nfocus_area: digital\naudience: All.\nowner: o\nversion: 1\nreviewed_on: 2026-01-01\n"
        f"state: active\nwhy_now: Now.\nsteps:\n{steps}---\n\nText.\n"
    )
    [found] = desk(
        {"content/roadmaps/path.md": roadmap},
        *(pair(each, "proposed", "accepted", "active", more=agreed()) for each in (1, 2, 3)),
        *(
            session(of, at, f"2026-0{at + 1}-10", more=f"step: path/{step}\ntakeaways: {{mentor: a, mentee: b}}\n")
            for of, at, step in done
        ),
    ).reach
    assert (found.pairs, found.steps) == (3, (3, 1))
    assert EXAMPLE["reach"].endswith("3 pairs, 3 · 1.")


def test_funnel() -> None:
    found = desk(pair(1, "proposed"), pair(2, "proposed", "accepted")).funnel
    assert found == (("proposed", 2), ("accepted", 1))
    assert EXAMPLE["funnel"].endswith("2 proposed, 1 accepted.")


def test_ready() -> None:
    both = ", signed: {mentor: 2026-01-05, mentee: 2026-01-06}"
    trained = [person(name, "both", "trained: 2026-01-02\n") for name in ("m1", "s1", "m2")]
    found = desk(
        pair(1, "proposed", "accepted", "active", more=agreed(both)),
        pair(2, "proposed", "accepted", "active", more=agreed()), *trained, person("s2", "mentee"),
    ).prepared  # fmt: skip
    assert [(each.done, each.whole) for each in found[:2]] == [(3, 4), (1, 2)]
    assert EXAMPLE["ready"].endswith("3 of 4, 1 of 2.")


def test_findings() -> None:
    told = [("PAI001", "a.yml"), ("PAI001", "b.yml"), ("SES001", "c.yml"), ("SES001", "c.yml")]
    findings = [Finding(code, "error", Span(path), "", "") for code, path in told]
    gate = Gate(programmes.loaded(SETTINGS).programme, "coordinators", AS_OF)
    assert [each.count for each in totals.quality(gate, findings)] == [2, 2]
    assert EXAMPLE["findings"].endswith("twice in one file: 2 and 2.")


def test_listed() -> None:
    files = SETTINGS | person("m1", "mentor") | person("m2", "mentor") | person("s1", "mentee")
    files |= {path: text.replace("organisation", "nobody") for path, text in person("m4", "mentor").items()}
    found = rendered.build(programmes.loaded(files), "organisation", AS_OF)
    assert "3 people, shown as they agreed." in found.text("/people/")
    assert "2 people, shown as they agreed." in found.text("/people/by/role/mentor/")
    assert EXAMPLE["listed"].endswith("3 people, 2 of that choice.")


def test_reading_time() -> None:
    assert minutes("word " * 450) == 3
    assert EXAMPLE["reading-time"] == "A post of 450 words: 3 min."


def test_path() -> None:
    found = rendered.healthy("organisation")
    each = found.view.roadmaps[0]
    two = replace(each, steps=each.steps[:2], minutes=120)
    assert roadmaps.standing(two).startswith("2 steps, 2 h in all")
    assert EXAMPLE["path"].endswith("2 steps, 2 h.")


def test_agenda() -> None:
    parts = [("mentor", 30), ("mentee", 10), ("both", 20)]
    items = [TemplateItem(item="Talk", kind="topic", minutes=f"{size}", lead=lead) for lead, size in parts]  # type: ignore[arg-type]
    assert mentor_share(items) == 67
    assert EXAMPLE["agenda"].endswith("(30 + 10) ÷ 60 = 67 %.")


def test_term() -> None:
    first, today, last = dt.date(2026, 3, 1), dt.date(2026, 3, 31), dt.date(2026, 4, 30)
    lane = timeline.Lane("", (timeline.Stage("active", first, last, "solid"),), ())
    assert timeline.finding(timeline.Timeline("The term", "session", first, last, today, (lane,))) == "Day 31 of 61."
    assert EXAMPLE["term"].endswith("day 31 of 61.")
