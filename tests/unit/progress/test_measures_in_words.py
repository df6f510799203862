"""The worked example of every measure, built as files and counted by the measure itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import programmes
import pytest

from generator.progress.groups import shown
from generator.progress.totals import Totals, of_pairs
from generator.progress.whole import MEASURES, PairProgress, measure
from generator.view import totals
from generator.view.gate import Gate
from generator.view.small import Small

START = date(2026, 1, 12)
AS_OF = date(2026, 6, 1)
SETTINGS = programmes.healthy()["pairs/programme.yml"].decode()
IN_WORDS = {each.id: each for each in MEASURES}

Session = tuple[int, str, str]
"""Day of the term, how long (empty: as planned), and the record's further lines."""


def session(day: int, actual: str, more: str) -> str:
    on = START + timedelta(days=day)
    length = f"actual: {actual}\n" if actual else ""
    return (
        f"date: {on} 15:00\nlength: 60 min\nstatus: held\ntemplate: standard\npurpose: Talk.\n{length}{more}"
        "actions: []\nnext: closing\n"
    )


def pair(number: int, mentor: str = "m", more: str = "") -> dict[str, str]:
    text = (
        f"mentor: {mentor}{number}\nmentee: s{number}\nfocus: [digital]\nroadmaps: [path]\n"
        "match: {on: 2026-01-01, reason: Both of them asked for it., shared_interests: [tea], both_consulted: true}\n"
        "history:\n  - {state: proposed, on: 2026-01-01, by: coordinator}\n"
        "  - {state: accepted, on: 2026-01-05, by: both}\n"
        f"  - {{state: active, on: {START}, by: both}}\n"
        "agreement: {every: 30 days, sessions: 6, confidentiality: open}\n"
    )
    return {f"pairs/2026-spring/p{number}/pair.yml": text + more}


def counted(sessions: list[Session], more: str = "", **files: str) -> Found:
    found = {"pairs/programme.yml": SETTINGS} | pair(1, more=more)
    for number, each in enumerate(sessions, 1):
        found[f"pairs/2026-spring/p1/sessions/{number:02}.yml"] = session(*each)
    return progress(found | files)


@dataclass(frozen=True)
class Found:
    """What a programme's pairs have done, one by one and together."""

    pairs: Mapping[str, PairProgress]
    programme: Totals


def progress(files: dict[str, str]) -> Found:
    loaded = programmes.loaded(files)
    assert [f"{each.span} {each.message}" for each in loaded.findings] == []
    together = of_pairs(loaded.programme, AS_OF, loaded.programme.pairs)
    return Found(measure(loaded.programme, AS_OF).pairs, together)


def takeaways(step: str, mentor: str, mentee: str = "") -> str:
    both = f"mentor: {mentor}, mentee: {mentee}" if mentee else f"mentor: {mentor}"
    return f"step: path/{step}\ntakeaways: {{{both}}}\n"


def roadmap(steps: int) -> str:
    items = "".join(
        f"  - {{id: step-{number}, title: Step, minutes: 60, prompts: [a?], mentor: a, mentee: b, evidence: c}}\n"
        for number in range(1, steps + 1)
    )
    return (
        "---\ntitle: Path\nfocus_area: digital\naudience: All.\nowner: o\nversion: 1\nreviewed_on: 2026-01-01\n"
        f"state: active\nwhy_now: Now.\nsteps:\n{items}---\n\nText.\n"
    )


def post(number: int, pair: str, *lines: str) -> dict[str, str]:
    sealed = lines == ("sealed",)
    title, visibility = ("sealed", "pair") if sealed else ("A title", "organisation")
    rest = "minutes: 3" if sealed else "\n".join(["summary: Short.", "partner: not mentioned", *lines])
    name = f"2026-03-{number:02}-{'sealed-0000000' if sealed else 'post-'}{number}"
    head = f"title: {title}\ndate: 2026-03-{number:02}\nauthor: m1\nkind: win\nvisibility: {visibility}\n{rest}\n"
    return {f"content/threads/2026-spring/{pair}/{name}.md": f"---\n{head}---\n\nText.\n"}


NO_TAKEAWAY = "takeaways: {mentor: a}\n"


def test_counted_held_sessions() -> None:
    found = counted([(12, "60 min", NO_TAKEAWAY), (20, "60 min", NO_TAKEAWAY), (43, "60 min", NO_TAKEAWAY)])
    assert found.programme.sessions == 2
    assert found.programme.records == 3
    share = found.pairs["2026-spring/p1"].sessions
    assert (share.done, share.whole, share.percent) == (2, 6, 33)
    assert "Counted: 2." in IN_WORDS["counted-session"].example
    assert IN_WORDS["sessions-held"].example.startswith("Two counted sessions of six agreed on: 2 of 6, which is 33 %")


def test_hours() -> None:
    found = counted([(12, "65 min", NO_TAKEAWAY), (43, "55 min", NO_TAKEAWAY), (75, "", NO_TAKEAWAY)])
    assert found.programme.minutes == 180
    assert "180 min, so 3 hours." in IN_WORDS["hours"].example


def test_steps_done() -> None:
    held = [
        (12, "60 min", takeaways("step-1", "a", "b")),
        (43, "60 min", takeaways("step-2", "withheld", "b")),
        (75, "60 min", takeaways("step-3", "a")),
    ]
    assert counted(held, **{"content/roadmaps/path.md": roadmap(6)}).programme.steps == 2
    assert IN_WORDS["steps-done"].example.endswith("Done: 2.")


def test_roadmap_coverage() -> None:
    held = [(12 + 30 * number, "60 min", takeaways(f"step-{number + 1}", "a", "b")) for number in range(4)]
    found = counted(
        held, "skipped:\n  - {step: path/step-6, why: Known.}\n", **{"content/roadmaps/path.md": roadmap(6)}
    )
    share = found.pairs["2026-spring/p1"].roadmaps["path"]
    assert (share.done, share.whole, share.percent) == (4, 5, 80)
    assert IN_WORDS["roadmap-coverage"].example.endswith("4 of 5, which is 80 %.")


def test_roadmaps_finished() -> None:
    def held(steps: int) -> list[Session]:
        return [(12 + 30 * number, "60 min", takeaways(f"step-{number + 1}", "a", "b")) for number in range(steps)]

    def written(steps: int, number: int) -> dict[str, str]:
        return {
            f"pairs/2026-spring/p{number}/sessions/{at:02}.yml": session(*each)
            for at, each in enumerate(held(steps), 1)
        }

    skipped = "skipped:\n  - {step: path/step-6, why: Known.}\n"
    files = {"pairs/programme.yml": SETTINGS, "content/roadmaps/path.md": roadmap(6)}
    files |= pair(1, more=skipped) | written(5, 1) | pair(2) | written(3, 2)
    assert progress(files).programme.finished == 1
    assert IN_WORDS["roadmaps-finished"].example.endswith("Finished: 1, the first pair's.")


def test_goals() -> None:
    goals = (
        "goals:\n  - {id: g1, side: mentor, goal: a, sign: b, state: reached, progress: 100}\n"
        "  - {id: g2, side: mentee, goal: a, sign: b, state: reached, progress: 100}\n"
        "  - {id: g3, side: mentee, goal: a, sign: b, state: reframed, progress: 50}\n"
    )
    found = counted([], goals).pairs["2026-spring/p1"].goals
    assert (found.mentor, found.mentee) == ({"reached": 1}, {"reached": 1, "reframed": 1})
    assert (found.reached, found.all) == (2, 3)
    assert IN_WORDS["goals"].example.endswith("2 of 3 goals are reached.")


def test_pairs_and_people() -> None:
    files = {"pairs/programme.yml": SETTINGS}
    for number in range(1, 6):
        files |= pair(number)
    files["pairs/2026-spring/p5/pair.yml"] = files["pairs/2026-spring/p5/pair.yml"].replace("mentor: m5", "mentor: m4")
    found = progress(files).programme
    assert (found.pairs, found.mentors, found.mentees) == (5, 4, 5)
    assert IN_WORDS["pairs"].example.endswith("5 pairs, 4 mentors, 5 mentees.")


def test_changes_and_posts() -> None:
    files = {"pairs/programme.yml": SETTINGS} | pair(1)
    for number, state in enumerate(("done", "done", "planned", "dropped"), 1):
        files |= post(number, "p1", f"changed: {{what: It, owner: s1, on: 2026-03-01, state: {state}}}")
    files |= post(5, "p1") | post(6, "p1", "sealed") | post(7, "p1", "sealed")
    gate = Gate(programmes.loaded(files).programme, "coordinators", AS_OF)
    found = totals._total(Small(gate), gate.pairs, people=True, sides=True, work=True, rhythm=False, told=gate.pairs)
    assert (found.changes, found.posts) == (3, 5)
    assert IN_WORDS["changes"].example.endswith("Counted: 3.")
    assert IN_WORDS["posts"].example == "Seven posts, two of them sealed: 5."


def test_small_groups() -> None:
    assert shown({"a": 8, "b": 7, "c": 2}) == {"a"}
    assert IN_WORDS["small-groups"].example.endswith("Shown: the 8.")


@pytest.mark.parametrize("found", MEASURES, ids=lambda found: found.id)
def test_a_measure_says_all_there_is_to_say(found: object) -> None:
    for said in ("id", "name", "formula", "reads", "blind", "example"):
        assert getattr(found, said)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", found.id)  # type: ignore[attr-defined]


def test_every_share_of_a_pair_names_a_measure_that_exists() -> None:
    found = counted([], **{"content/roadmaps/path.md": roadmap(2)}).pairs["2026-spring/p1"]
    named = {found.sessions.measure, *(share.measure for share in found.roadmaps.values())}
    assert named <= set(IN_WORDS)
    assert len(IN_WORDS) == len(MEASURES)
