"""PAI008 with `--since`: what a history told stays told; places are counted by hand."""

from __future__ import annotations

import pytest
from small import ACCEPTED, ACTIVE, AGREEMENT, BEGUN, PAIR, PROPOSED, pair, room, session
from telling import findings, told

DECLINED = "state: declined, on: 2026-01-08, by: coordinator, reason: time"
PAUSED = "state: paused, on: 2026-02-02, by: both, reason: leave, until: 2026-02-20"
WITH_A_SESSION = room(session("2026-01-19", "held"))


def changed(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """Tell what is found when one history becomes another."""
    old, new = ({PAIR: pair(*steps, more=AGREEMENT), **WITH_A_SESSION} for steps in (before, after))
    return told("PAI008", new, before=old)


@pytest.mark.parametrize("number", range(4))
def test_adding_a_step_rewrites_nothing(number: int) -> None:
    steps = (*BEGUN, PAUSED)
    assert changed(steps[: number + 1], steps[: number + 1]) == []
    assert changed(steps[:number] or steps[:1], steps) == []


@pytest.mark.parametrize(
    ("number", "old", "new", "says"),
    [
        (0, "2026-01-05", "2026-01-04", "12:27-37 error: `on` of `proposed` was `2026-01-05`"),
        (1, "2026-01-08", "2026-01-09", "13:27-37 error: `on` of `accepted` was `2026-01-08`"),
        (2, "by: both", "by: mentor", "14:41-47 error: `by` of `active` was `both`"),
        (3, "leave", "travel", "15:55-61 error: `reason` of `paused` was another"),
        (3, "2026-02-20", "2026-02-25", "15:69-79 error: `until` of `paused` was `2026-02-20`"),
        (2, "by: both", "by: both, reason: time", "14:55-59 error: `reason` of `active` was not given"),
    ],
)
def test_an_entry_that_was_rewritten_is_shown_with_what_it_said(number: int, old: str, new: str, says: str) -> None:
    before = [*BEGUN, PAUSED]
    after = [each.replace(old, new) if at == number else each for at, each in enumerate(before)]
    assert changed(tuple(before), tuple(after)) == [f"{PAIR}:{says} before this change"]


def test_what_it_said_is_offered_and_a_reason_is_not_repeated() -> None:
    old = {PAIR: pair(*BEGUN), **WITH_A_SESSION}
    new = {PAIR: pair(*BEGUN[:2], ACTIVE.replace("01-12", "01-13")), **WITH_A_SESSION}
    (found,) = findings("PAI008", new, before=old)
    assert (found.fix.grade, found.fix.text, found.key) == ("unsafe", "2026-01-12", "history[2].on")
    assert found.help == "put back `on: 2026-01-12`; what is different now is told by a new entry below"
    old = {PAIR: pair(PROPOSED, DECLINED)}
    (found,) = findings("PAI008", {PAIR: pair(PROPOSED, DECLINED.replace("time", "fit"))}, before=old)
    assert (found.fix.grade, found.key) == ("manual", "history[1].reason")
    assert found.help == "write `reason` as it was; what is different now is told by a new entry below"


def test_only_the_first_of_several_is_told() -> None:
    after = (PROPOSED.replace("01-05", "01-04"), ACCEPTED.replace("01-08", "01-09"), ACTIVE)
    assert changed(BEGUN, after) == [f"{PAIR}:12:27-37 error: `on` of `proposed` was `2026-01-05` before this change"]


def test_an_entry_that_was_removed_is_named() -> None:
    assert changed(BEGUN, BEGUN[:2]) == [f"{PAIR}:11:1-8 error: the entry `active` of 2026-01-12 was removed"]
    assert changed((PROPOSED, ACCEPTED), (PROPOSED, DECLINED)) == [
        f"{PAIR}:13:13-21 error: before this change, the entry here was `accepted` of 2026-01-08"
    ]


def test_a_pair_that_is_new_or_gone_has_no_past() -> None:
    other = {"pairs/spring/pair-04/pair.yml": pair(PROPOSED)}
    assert told("PAI008", other, before={PAIR: pair(PROPOSED)}) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ((PROPOSED, DECLINED.replace("coordinator", "mentee")), (PROPOSED, DECLINED)),
        ((PROPOSED, DECLINED.replace("time", "the mentee left")), (PROPOSED, DECLINED)),
        ((PROPOSED, ACCEPTED.replace("2026", "2025")), (PROPOSED, ACCEPTED)),
        ((PROPOSED, ACTIVE), BEGUN),
        ((ACCEPTED,), (PROPOSED, ACCEPTED)),
        ((PROPOSED, ACCEPTED.replace("both", "mentor")), (PROPOSED, ACCEPTED)),
        ((*BEGUN, PAUSED.partition(", until")[0]), (*BEGUN, PAUSED)),
    ],
)
def test_what_was_wrong_may_be_put_right(wrong: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert changed(wrong, right) == []


def test_leaving_out_active_until_both_have_agreed_is_a_remedy() -> None:
    """Without an agreement AGR001 asks for it, and offers to leave the entry out; nothing else."""
    unagreed = {PAIR: pair(*BEGUN), **WITH_A_SESSION}
    assert told("PAI008", {PAIR: pair(*BEGUN[:2]), **WITH_A_SESSION}, before=unagreed) == []
    assert len(told("PAI008", {PAIR: pair(*BEGUN[:1]), **WITH_A_SESSION}, before=unagreed)) == 1


def test_what_follows_a_wrong_entry_may_be_written_anew_and_what_stands_before_it_not() -> None:
    wrong = (PROPOSED, ACTIVE, PAUSED)
    assert changed(wrong, BEGUN) == []
    (found,) = changed(wrong, (PROPOSED.replace("01-05", "01-04"), ACCEPTED, ACTIVE))
    assert "`on` of `proposed`" in found


def test_what_is_wrong_now_is_told_once() -> None:
    (found,) = changed(BEGUN, (PROPOSED, ACCEPTED.replace("2026", "2027"), ACTIVE))
    assert "still to come" in found
    assert changed((PROPOSED, ACCEPTED), (PROPOSED, ACCEPTED.replace("both", "mentor"))) == []


def test_a_warning_is_no_fault_to_put_right() -> None:
    long = PAUSED.replace("2026-02-20", "2026-03-10")
    assert len(changed((*BEGUN, long), (*BEGUN, PAUSED))) == 1
