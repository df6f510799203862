"""A record is written into the planned file, and promises of earlier sessions are settled in theirs."""

from __future__ import annotations

from datetime import date, timedelta

import programmes
import pytest

from generator.forms import record, session
from generator.forms.answers import UnfitError

PAIR = "2026-spring/pair-03"
ROOM = f"pairs/{PAIR}/sessions"
DAY = date(2026, 4, 14)
KEPT = record.Record(
    timedelta(minutes=70), "I was heard", record.WITHHELD, (record.Promise("mentee", "Write", date(2026, 5, 1)),), DAY
)


def test_a_promise_is_read_from_a_sentence() -> None:
    said = "mentee: write the note by hand by 2026-08-01; mentor: ask by 2026-08-02 ;"
    assert record.promises(said) == (
        record.Promise("mentee", "write the note by hand", date(2026, 8, 1)),
        record.Promise("mentor", "ask", date(2026, 8, 2)),
    )
    assert record.promises("none") == ()


@pytest.mark.parametrize(
    "said", ["write the note", "both: write by 2026-08-01", "mentor: write by Friday", "mentor: by 2026-08-01"]
)
def test_what_is_no_promise_is_refused(said: str) -> None:
    with pytest.raises(UnfitError):
        record.promises(said)


def test_the_files_that_change() -> None:
    text = programmes.healthy()[f"{ROOM}/04.yml"].decode()
    commented = "# ours\n" + text.replace("status: planned", "status: planned  # soon")
    found = programmes.loaded(programmes.over_healthy({f"{ROOM}/04.yml": commented})).programme
    entry = found.sessions[PAIR][3]
    held, earlier = record.drafts(found, entry, KEPT, {"a4": "done", "a5": "dropped"}, DAY)
    assert held.before == commented
    assert held.text == commented.replace("status: planned  # soon", "status: held  # soon") + (
        "actual: 1 h 10 min\ntakeaways:\n  mentor: I was heard\n  mentee: withheld\n"
        "actions:\n  - id: a6\n    owner: mentee\n    action: Write\n    due: 2026-05-01\n    status: open\n"
        "next: 2026-04-14\n"
    )
    before = programmes.healthy()[f"{ROOM}/03.yml"].decode()
    assert earlier.path == f"{ROOM}/03.yml"
    assert earlier.text == before.replace("status: open", "status: done\n    done_on: 2026-04-14", 1).replace(
        "status: open", "status: dropped", 1
    )


def test_the_session_that_is_due_comes_first() -> None:
    text = programmes.healthy()[f"{ROOM}/04.yml"].decode()
    files = programmes.over_healthy({f"{ROOM}/05.yml": text.replace("04-14", "04-02")})
    found = programmes.loaded(files).programme
    assert [each.parts["nn"] for each in record.waiting(found, PAIR, date(2026, 4, 1))] == ["05", "04"]
    assert [each.parts["nn"] for each in record.waiting(found, PAIR, date(2026, 4, 20))] == ["05", "04"]
    late = programmes.loaded(programmes.over_healthy({f"{ROOM}/05.yml": text.replace("04-14", "05-12")})).programme
    assert record.waiting(late, PAIR, date(2026, 4, 20))[0].parts["nn"] == "04"


def test_new_ids_follow_the_highest() -> None:
    found = programmes.loaded(programmes.healthy()).programme
    assert record.new_ids(found, PAIR, 2) == ("a6", "a7")
    assert [each.id for _, _, each in session.carried(found, PAIR)] == ["a4", "a5"]
