"""What the two are written: warm, alike for both, and nothing that blames a side or stands in a file."""

from __future__ import annotations

import re
from datetime import date

import programmes
import pytest
from needing import CASES, active, programme, told
from small import session

from generator.needs.advice import ADVICE, Advice
from generator.needs.note import note
from generator.needs.signals import Signal

PAIR = "spring/pair-03"
TO_THE_TWO = [kind for kind, advice in ADVICE.items() if advice.asks]
BLAME = re.compile(
    r"\b(fail\w*|overdue|late|missed|cancel\w*|no-show|inactive|forgot\w*|must|should|unfortunately|still not|remind\w*"
    r"|mentor|mentee|junior|senior|leader|you did not|why)\b",
    re.IGNORECASE,
)


def written(kind: str) -> str:
    day, files, _ = CASES[kind]
    found = [each for each in told(files, day) if each.kind == kind]
    made = note(programme(files), PAIR, found, date.fromisoformat(day))
    assert made is not None
    return made.text


@pytest.mark.parametrize("advice", ADVICE.values(), ids=ADVICE)
def test_no_text_blames_anybody_or_names_a_side(advice: Advice) -> None:
    assert BLAME.findall(f"{advice.says} {advice.asks}") == []


@pytest.mark.parametrize("kind", [kind for kind in TO_THE_TWO if kind in CASES])
def test_everything_known_is_filled_in(kind: str) -> None:
    text = written(kind)
    assert "{" not in text
    says = re.split(r"\{\w+\}", ADVICE[kind].says)
    assert all(part in text for part in says), text
    assert text.startswith("Hello p-017 and p-042,\n\n")
    assert "you can take a break, or stop without giving a reason" in text


def test_a_note_in_full() -> None:
    """The healthy programme's pair-07 has session 3 planned for 8 April and nobody records it."""
    found, day = programmes.loaded(programmes.healthy()).programme, date(2026, 4, 12)
    pair = "2026-spring/pair-07"
    signal = Signal("unrecorded", pair, "SES012", "a", day, f"pairs/{pair}/sessions/03.yml", 3)
    made = note(found, pair, [signal], day)
    assert made is not None
    assert made.subject == "Open Door: a short note for you both"
    assert made.text == NOTE


NOTE = """\
Hello Noor Petersen-Lamb and Giacomo Thulin,

Session 3 was planned for 8 April 2026, and its file does not say yet whether it took place. If it did, a few lines \
are enough; if not, one word says so. What was said stays between you.

If something is in the way, you can take a break, or stop without giving a reason. Benedek Oyinlola is the support \
contact, outside both reporting lines.

Thank you,
the coordinators of Open Door
"""


def test_two_things_at_most_and_the_second_in_passing() -> None:
    files = active(session("2026-01-19", "held", more=LATE), session("2026-03-20"))
    found = sorted(told(files, "2026-03-13"), key=lambda each: list(ADVICE).index(each.kind))
    assert [each.kind for each in found] == ["quiet", "late", "no-goal"]
    made = note(programme(files), PAIR, found, date(2026, 3, 13))
    assert made is not None
    assert "\n\nYour last session was on 19 January 2026, and you agreed to meet every 30 days. Would" in made.text
    assert "\n\nOne more thing: something from session 1 is still open, and its day has passed. Do it" in made.text
    assert "goal" not in made.text
    assert "Zq" not in made.text


LATE = "actions:\n  - {id: a1, owner: mentor, action: Zq., due: 2026-01-25, status: open}\n"


def test_a_sentence_that_lacks_something_is_left_out() -> None:
    files = active(session("2026-01-19", "held"), steps=("state: paused, on: 2026-02-01, by: both, reason: leave",))
    [signal] = told(files, "2026-03-04")
    made = note(programme(files), PAIR, [signal], date(2026, 3, 4))
    assert made is not None
    assert "\n\nAre you ready to go on, would a longer break help" in made.text
    assert "until" not in made.text


def test_who_is_told_alone_gets_no_note_together() -> None:
    for kind in ("line", "exposed", "unanswered"):
        assert note(programme(active()), PAIR, [Signal(kind, PAIR, "a", "b", None, "c", 1)], date(2026, 3, 4)) is None
