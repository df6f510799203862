"""Each kind of signal: on its first day and not the day before, and gone when its fact is mended; days by hand."""

from __future__ import annotations

from datetime import date, timedelta

import bless
import programmes
import pytest
from archetypes import ONE_SIDED
from couple import NAME
from needing import CASES, PAUSE, active, needed, programme, told
from small import PAIR, pair, session

from generator.needs.advice import ADVICE
from generator.needs.signals import signals
from generator.progress.whole import standings


def kinds(files: dict[str, str], day: str) -> set[str]:
    return {each.kind for each in told(files, day)}


@pytest.mark.parametrize("kind", CASES)
def test_a_signal_is_there_from_its_first_day(kind: str) -> None:
    day, files, _ = CASES[kind]
    [found] = {each.since for each in told(files, day) if each.kind == kind}
    assert found == date.fromisoformat(day)
    assert kind not in kinds(dict(files), str(date.fromisoformat(day) - timedelta(days=1)))


@pytest.mark.parametrize("kind", CASES)
def test_a_signal_vanishes_with_its_fact(kind: str) -> None:
    day, _, mended = CASES[kind]
    assert kind not in kinds(dict(mended), day)


def test_one_side_carries_it_without_a_day_and_with_its_number() -> None:
    found, day = ONE_SIDED.programme(), ONE_SIDED.day(110)
    [signal] = signals(found, (), standings(found, day), day)
    assert (signal.kind, signal.code, signal.since, signal.pair) == ("one-sided", "health", None, NAME)
    assert signal.sentence == "one side carries it: reciprocity 0.00, mutual from 0.60"


def test_the_numbers_of_a_rule_stand_in_its_sentence() -> None:
    day, files, _ = CASES["quiet"]
    [found] = [each for each in told(files, day) if each.kind == "quiet"]
    assert found.sentence == "no session held for 53 active days; agreed: every 30 days"
    assert (found.code, found.path, found.line) == ("PAI014", "pairs/spring/pair-03/sessions/01.yml", 1)


def test_who_did_not_come_and_in_which_way_is_not_told() -> None:
    for status in ("cancelled", "missed"):
        found = told(active(session("2026-01-19", "held"), session("2026-02-17", status)), "2026-03-04")
        [sentence] = [each.sentence for each in found if each.kind == "unbooked"]
        assert sentence == "session 02 was not held 15 days ago and is not rebooked; 14 days are expected"


def test_two_in_a_row_are_as_old_as_the_second_however_many_follow() -> None:
    lost = [session(day, "cancelled") for day in ("2026-02-17", "2026-03-03", "2026-03-17")]
    found = told(active(session("2026-01-19", "held"), *lost), "2026-03-20")
    [signal] = [each for each in found if each.kind == "not-held"]
    assert signal.since == date(2026, 3, 3)
    assert signal.sentence == "sessions 03 and 04 were not held, two in a row"


def test_a_pair_on_a_break_is_asked_about_nothing_but_its_end() -> None:
    files = active(*[session(day, "held", more=more) for day, more in (("2026-01-19", LATE_ONES),)], steps=(PAUSE,))
    assert kinds(files, "2026-02-20") == set()
    assert kinds(files, "2026-02-21") == {"still-paused"}


LATE_ONES = "actions:\n  - {id: a1, owner: mentor, action: Do., due: 2026-01-25, status: open}\n"


def test_a_break_without_a_last_day_is_over_after_thirty_days() -> None:
    files = active(session("2026-01-19", "held"), steps=(PAUSE.partition(", until")[0],))
    assert kinds(files, "2026-03-03") == set()
    [found] = told(files, "2026-03-04")
    assert (found.kind, found.code, found.since) == ("still-paused", "health", date(2026, 3, 4))


def test_a_pair_that_is_over_needs_nobody() -> None:
    ended = "state: ended_early, on: 2026-03-01, by: coordinator, reason: time"
    assert told({PAIR: pair(*("state: proposed, on: 2026-01-05, by: coordinator",), ended)}, "2026-05-01") == ()


def test_an_older_record_that_nobody_can_change_is_no_signal() -> None:
    """Session 01 promises 10 February and none is planned on it: told while it is the last one, and then no more."""
    first = session("2026-01-19", "held", more="takeaways: {mentor: withheld, mentee: withheld}\nnext: 2026-02-10\n")
    alone, followed = active(first), active(first, session("2026-02-12", "held"), session("2026-03-10"))
    assert "SES007" in {each.code for each in told(alone, "2026-01-23")}
    assert "SES007" not in {each.code for each in told(followed, "2026-02-14")}


def test_a_draft_is_in_nobodys_way() -> None:
    _, files, _ = CASES["aged"]
    drafts = {path: text.replace("state: active", "state: draft") for path, text in files.items()}
    assert drafts != files
    assert told(drafts, "2028-01-01") == ()


def test_every_kind_there_is_can_be_told() -> None:
    broken = bless.broken().programme
    found = {each.kind for each in signals(broken, bless.broken_findings(), {}, programmes.CLOCK)}
    assert {"line", "exposed", "overload"} <= found
    assert set(ADVICE) == {"line", "exposed", "overload", "one-sided", *CASES}


def test_needs_are_one_a_pair_and_count_the_rest() -> None:
    """On 13 March the pair has not met for 53 days, its promise is 40 days late and it has no goal."""
    files = active(session("2026-01-19", "held", more=LATE_ONES), session("2026-03-20"))
    [need] = needed(files, "2026-03-13")
    assert (need.signal.kind, need.others) == ("quiet", 2)
    assert {each.kind for each in told(files, "2026-03-13")} == {"quiet", "late", "no-goal"}
    assert programme(files).pairs.keys() == {"spring/pair-03"}
