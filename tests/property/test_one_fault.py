"""One fault gives one finding: faults planted one at a time in the healthy programme, with code and place by hand.

The first ones break what many other files rely on; all of those must stay silent.
"""

from __future__ import annotations

from dataclasses import dataclass

import programmes
import pytest

SPRING = "pairs/2026-spring"
PAIR = f"{SPRING}/pair-03/pair.yml"
SESSIONS = f"{SPRING}/pair-03/sessions"
PEOPLE = "pairs/people"
SETTINGS = "pairs/programme.yml"
THREAD = "content/threads/2026-spring/pair-03"
PROMPT, ANSWER = f"{THREAD}/2026-02-20-first-prompt.md", f"{THREAD}/2026-02-24-on-the-receiving-end.md"
QUESTION = f"{THREAD}/2026-03-25-a-question-for-april.md"
ROADMAP, TEMPLATE = "content/roadmaps/candour.md", "content/agendas/standard.md"
WELCOME, COMMUNITY = "content/handbook/welcome.md", "content/communities/practice-circle/index.md"
CLOSED = "pairs/2025-autumn/pair-01/pair.yml"

SECOND_PAIR = """\
mentor: p-017
mentee: p-042
focus:
  - candour
match:
  on: 2026-03-02
  reason: They get on well and have a second question.
  shared_interests:
    - night trains
  both_consulted: true
history:
  - state: proposed
    on: 2026-03-02
    by: coordinator
  - state: accepted
    on: 2026-03-09
    by: both
"""
DECLINED = """\
    on: 2026-03-24
    by: coordinator
  - state: declined
    on: 2026-03-30
    by: mentee
    reason: time
"""
TOO_EARLY = """\
---
title: Before the beginning
date: 2026-01-05
author: p-017
kind: question
visibility: cohort
summary: Who else begins in January?
partner: not mentioned
---

Who else begins in January? I ask because the room we were promised is taken until the middle of it, and the two of us
would like to meet before the agreement is signed, only once, to see each other's faces. I am told that this is what
others do as well. My own idea was a walk around the dock, half an hour, without a screen and without a list. There is
a place behind the second hall where nobody can hear you, because of the fans, and where the light is good even in
winter. I would show the lorries, and ask what can be seen of them from the seventh floor. Then we would go in again,
and both of us would know for whom the calendar is kept free. Has somebody tried this, and did it help, or was it cold?
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A text of a healthy file replaced by another; `old` empty is a new file, `new` None a file that is gone."""

    path: str
    old: str
    new: str | None
    code: str
    place: str
    found_in: str = ""

    def __str__(self) -> str:
        """Name the fault as its finding."""
        return f"{self.code}-{(self.found_in or self.path).rsplit('/', 1)[-1]}:{self.place}"

    @property
    def changes(self) -> dict[str, str | None]:
        """Give the changed file."""
        if not self.old:
            return {self.path: self.new}
        text = programmes.healthy()[self.path].decode()
        assert text.count(self.old) == 1, "the text to replace must stand there once"
        return {self.path: text.replace(self.old, self.new or "")}


BREAKS_WHAT_OTHERS_RELY_ON = (
    Fault(SETTINGS, "language: en\n", "language: en\nlanguage: de\n", "FIL006", "10:1-9"),
    Fault(SETTINGS, "starts: 2026-01-05", "starts: 2026-01-5", "FIL010", "26:13-22"),
    Fault(PAIR, "mentee: p-042\n", "mentee: p-042\nplace: Berlin\n", "FIL008", "3:1-6"),
    Fault(PAIR, "mentee: p-042\n", "mentee: p-042\nmentee: p-042\n", "FIL006", "3:1-7"),
    Fault(f"{PEOPLE}/p-042.yml", "level: 6", "level: six", "FIL009", "3:8-11"),
    Fault(f"{PEOPLE}/p-005.yml", "level: 8", "level: eight", "FIL009", "3:8-13"),
    Fault(f"{PEOPLE}/p-003.yml", "role: none", "role: coordinator", "FIL009", "2:7-18"),
    Fault("content/roadmaps/digital-fluency.md", "version: 2", "version: two", "FIL009", "6:10-13"),
    Fault(TEMPLATE, "length: 60 min", "length: 60 mins", "FIL010", "4:9-16"),
    Fault(PROMPT, "  - reports\n---\n", "  - reports\n", "FIL006", "1:1-4"),
    Fault(COMMUNITY, "reviewed_on: 2026-01-13", "reviewed_on: 2026-13-01", "FIL010", "10:14-24"),
    Fault(CLOSED, "  - state: active\n", "  - state: paused\n", "PAI009", "20:12-18"),
    Fault(PAIR, "    on: 2026-01-12", "    on: 2027-01-12", "PAI008", "22:9-19"),
    Fault(PAIR, "    on: 2026-01-12", "    on: 2025-01-12", "PAI008", "22:9-19"),
    Fault(f"{SPRING}/pair-09/pair.yml", "mentee: p-045", "mentee: p-054", "LNK001", "2:9-14"),
    Fault(f"{SESSIONS}/03.yml", "minutes: 35", "minutes: many", "FIL009", "13:14-18"),
    Fault(f"{SESSIONS}/03.yml", "step: digital-fluency/first", "step: digital-fluency/frist", "LNK001", "6:23-38"),
    Fault(f"{SESSIONS}/03.yml", "    minutes: 35", "    minuets: 35", "FIL008", "13:5-12"),
)

OTHERS = (
    Fault(f"{PEOPLE}/p-017.yml", "name: Ilka", "name: Il\u200bka", "FIL001", "1:9-10"),
    Fault(f"{SESSIONS}/5.yml", "", "status: planned\n", "FIL003", "1:1-1"),
    Fault(QUESTION, "date: 2026-03-25", "date: 2026-03-26", "FIL003", "3:7-17"),
    Fault(f"{SPRING}/notes.txt", "", "Call the host.\n", "FIL004", "1:1-1"),
    Fault("content/handbook/long.md", "", "x" * 4001, "FIL005", "1:4001-4002"),
    Fault(f"{SESSIONS}/04.yml", "purpose: Look back at half-time and mend what is loose.\n", "", "FIL007", "1:1-23"),
    Fault(PAIR, "every: 30 days", "every: 30 dyas", "FIL010", "29:10-17"),
    Fault("content/moved.yml", ": /handbook/welcome/", ": handbook/welcome", "FIL009", "1:19-35"),
    Fault("content/agendas/closure.md", "is open before", "is open<br>before", "FIL011", "29:19-23"),
    Fault(SETTINGS, "  - promotion\n", "", "PRG001", "4:1-8"),
    Fault(SETTINGS, "ends: 2025-12-12", "ends: 2024-12-12", "PRG002", "23:11-21"),
    Fault(SETTINGS, "support_contact: p-002", "support_contact: p-003", "PRG003", "38:20-25"),
    Fault(SETTINGS, "minimum_sessions: 4", "minimum_sessions: 7", "PRG004", "30:21-22"),
    Fault(f"{PEOPLE}/p-017.yml", "level: 3\n", "level: 3\nage: 24\n", "PER001", "4:1-4"),
    Fault(f"{PEOPLE}/p-005.yml", "manager: p-001", "manager: p-017", "PER002", "4:10-15"),
    Fault(f"{PEOPLE}/p-002.yml", "manager: p-001\n", "", "PER003", "1:1-23"),
    Fault(f"{PEOPLE}/p-018.yml", "age1ajhkur9", "age1ajhkur8", "PER006", "34:5-67"),
    Fault(f"{PEOPLE}/p-042.yml", "trained: 2026-01-08", "trained: 2027-01-08", "PER007", "32:10-20"),
    Fault(f"{SPRING}/pair-10/pair.yml", "", SECOND_PAIR, "PAI001", "2:9-14"),
    Fault(f"{SPRING}/pair-09/pair.yml", "    on: 2026-03-24", "    on: 2026-04-24", "PAI008", "13:9-19"),
    Fault(f"{PEOPLE}/p-018.yml", "trained: 2026-01-21", "trained: 2026-02-10", "PER004", "32:10-20"),
    Fault(f"{PEOPLE}/p-018.yml", "trained: 2026-01-21\n", "", "PER004", "1:1-25"),
    Fault(f"{PEOPLE}/p-042.yml", "hours_per_month: 3\n", "hours_per_month: 3\ncapacity: 0\n", "PER005", "2:9-14", PAIR),
    Fault(f"{PEOPLE}/p-042.yml", "level: 6", "level: 2", "PAI002", "1:9-14", PAIR),
    Fault(f"{PEOPLE}/p-042.yml", "level: 6", "level: 4", "PAI003", "1:9-14", PAIR),
    Fault(f"{PEOPLE}/p-017.yml", "manager: p-005", "manager: p-042", "PAI004", "1:9-14", PAIR),
    Fault(f"{PEOPLE}/p-042.yml", "department: Commerce", "department: Logistics", "PAI006", "2:9-14", PAIR),
    Fault(PAIR, "    - open-plan offices", "    - choir", "PAI007", "12:7-12"),
    Fault(PAIR, "both_consulted: true", "both_consulted: false", "PAI010", "13:19-24"),
    Fault("pairs/2025-autumn/pair-01/sessions/03.yml", "    status: done\n    done_on: 2025-11-20\n",
          "    status: open\n", "PAI011", "23:12-21", CLOSED),
    Fault(PAIR, "    on: 2026-01-12\n", "    on: 2026-01-12\n    until: 2026-03-01\n", "PAI012", "23:5-10"),
    Fault(f"{SPRING}/pair-09/pair.yml", "    on: 2026-03-24\n    by: coordinator\n", DECLINED, "PAI013", "17:9-15"),
    Fault(f"{SPRING}/pair-07/pair.yml", "  booked_by: mentee\n", "", "AGR001", "23:1-10"),
    Fault(PAIR, "    mentee: 2026-01-11\n", "", "AGR002", "26:3-9"),
    Fault(PAIR, "every: 30 days", "every: 6 days", "AGR003", "29:10-16"),
    Fault(PAIR, "sessions: 6", "sessions: 7", "AGR004", "31:13-14"),
    Fault(PAIR, "ends: 2026-07-13", "ends: 2027-07-13", "AGR004", "50:9-19"),
    Fault(PAIR, "    - serious harm\n", "", "AGR005", "36:3-13"),
    Fault(PAIR, "review_on: 2026-04-14", "review_on: 2026-06-14", "AGR006", "49:14-24"),
    Fault(PAIR, "side: mentor", "side: mentee", "GOA001", "51:1-6"),
    Fault(PAIR, "task each.\n    state: open", "task each.\n    state: reached", "GOA002", "63:15-17"),
    Fault(CLOSED, "state: closer", "state: open", "GOA003", "64:12-16"),
    Fault(f"{SESSIONS}/02.yml", "", None, "SES001", "1:1-23", f"{SESSIONS}/03.yml"),
    Fault(f"{SPRING}/pair-07/sessions/03.yml", "2026-04-08 10:00", "2026-03-09 10:30", "SES001", "1:7-23"),
    Fault(f"{SPRING}/pair-07/sessions/01.yml", "template: contracting", "template: standard", "SES002", "4:11-19"),
    Fault(f"{SESSIONS}/04.yml", "length: 60 min\n", "length: 60 min\nnext: 2026-05-12\n", "SES003", "3:1-5"),
    Fault(f"{SESSIONS}/04.yml", "length: 60 min", "length: 45 min", "SES004", "12:14-16"),
    Fault(f"{SESSIONS}/04.yml", "length: 60 min", "length: 75 min", "SES004", "2:9-15"),
    Fault(f"{SESSIONS}/04.yml", "kind: actions", "kind: close", "SES005", "22:11-16"),
    Fault(f"{SPRING}/pair-07/sessions/03.yml", "minutes: 5\n    lead: both", "minutes: 5\n    lead: mentee",
          "SES006", "14:11-17"),
    Fault(f"{SESSIONS}/03.yml", "  mentor: Waiting is harder than taking the keyboard.\n", "", "SES007", "25:1-10"),
    Fault(f"{SESSIONS}/03.yml", "next: 2026-04-14", "next: 2027-04-14", "SES007", "39:7-17"),
    Fault(f"{SESSIONS}/03.yml", "Waiting is harder than taking the keyboard.",
          "The first draft was quick and wrong in one line.", "SES009", "27:11-59"),
    Fault("pairs/2025-autumn/pair-01/sessions/02.yml", "step: candour/what-rises\n", "", "SES010", "4:11-26",
          "pairs/2025-autumn/pair-01/sessions/03.yml"),
    Fault(f"{SESSIONS}/04.yml", "length: 60 min\n", "length: 60 min\nmoved: 3\n", "SES011", "3:8-9"),
    Fault(f"{SESSIONS}/03.yml", "id: a4\n    owner: mentor", "id: a4\n    owner: both", "ACT001", "30:12-16"),
    Fault(f"{SESSIONS}/03.yml", "id: a5", "id: a4", "ACT001", "34:9-11"),
    Fault(f"{SESSIONS}/03.yml", "04-10\n    status: open", "04-10\n    status: done", "ACT003", "33:13-17"),
    Fault(ANSWER, "visibility: organisation\n", "", "POS001", "1:1-4"),
    Fault(QUESTION, "author: p-017", "author: p-018", "POS002", "4:9-14"),
    Fault(f"{THREAD}/2026-01-05-before-the-beginning.md", "", TOO_EARLY, "POS003", "3:7-17"),
    Fault("content/threads/2025-autumn/pair-01/2025-11-26-the-empty-chair.md", "visibility: organisation",
          "visibility: public", "POS004", "6:13-19"),
    Fault(QUESTION, "visibility: cohort", "visibility: pair", "SEA001", "6:13-17"),
    Fault("content/threads/2026-spring/pair-07/2026-03-12-sealed-8c15a819.md", "minutes: 1\n",
          "minutes: 1\nsummary: About Monday.\n", "SEA003", "8:1-8"),
    Fault(ROADMAP, "    mentor: Sees how power works.\n", "", "ROA001", "21:9-20"),
    Fault(ROADMAP, "Who was missing?", "Who was missing.", "ROA001", "27:9-25"),
    Fault(ROADMAP, "      - what-rises", "      - what-rise", "ROA002", "32:9-18"),
    Fault(TEMPLATE, "length: 60 min", "length: 75 min", "AGD001", "4:9-15"),
    Fault(TEMPLATE, "    prompt: What surprised you?\n", "", "AGD002", "12:5-9"),
    Fault(COMMUNITY, "host: p-003", "host: p-033", "COM001", "5:7-12"),
    Fault(f"{SESSIONS}/04.yml", "length: 60 min\n", "length: 60 min\ncancelled_by: mentee\n", "PRI001", "3:1-13"),
    Fault(f"{PEOPLE}/p-017.yml", "profile: organisation", "profile: cohort", "PRI002", "40:12-20", PAIR),
    Fault(ROADMAP, "focus_area: candour", "focus_area: candor", "LNK001", "3:13-19"),
    Fault(f"{SESSIONS}/04.yml", "template: midpoint-review", "template: midpont-review", "LNK001", "4:11-25"),
    Fault(ANSWER, "replies_to: 2026-02-20-first-prompt", "replies_to: 2026-02-20-first-promt", "LNK001", "9:13-35"),
    Fault(f"{SPRING}/check-ins.yml", "pair-07:", "pair-77:", "LNK001", "4:1-8"),
    Fault(WELCOME, "../agendas/contracting.md", "../agendas/contract.md", "LNK002", "11:31-53"),
    Fault(WELCOME, "(two-chairs.png)", "(two-chair.png)", "LNK002", "7:47-60"),
    Fault(ANSWER, "visibility: organisation", "visibility: public", "POS006", "9:13-36"),
)  # fmt: skip


@pytest.mark.parametrize("fault", [*BREAKS_WHAT_OTHERS_RELY_ON, *OTHERS], ids=str)
def test_one_fault_is_one_finding_at_its_place(fault: Fault) -> None:
    found = programmes.judged(programmes.loaded(programmes.over_healthy(fault.changes)))
    told = [f"{each.code} {each.span}" for each in found]
    assert told == [f"{fault.code} {fault.found_in or fault.path}:{fault.place}"]
