"""PAI010 and PAI011: what accepting, beginning and completing need; places are counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from small import ACCEPTED, ACTIVE, BEGUN, PAIR, PROPOSED, pair, room, session, settings, template
from telling import findings, related, told

BY_ONE = "state: accepted, on: 2026-01-08, by: {}"
PAUSED = "state: paused, on: 2026-01-15, by: both, reason: leave, until: 2026-02-01"
RESUMED = "state: active, on: 2026-02-01, by: both"
ENDED = "state: ended_early, on: 2026-02-20, by: coordinator, reason: time"
COMPLETED = "state: completed, on: 2026-03-25, by: both"
FIRST = "pairs/spring/pair-03/sessions/01.yml"


@pytest.mark.parametrize("by", ["mentor", "mentee", "coordinator"])
def test_accepting_takes_both(by: str) -> None:
    (found,) = findings("PAI010", {PAIR: pair(PROPOSED, BY_ONE.format(by))})
    assert (str(found.span), found.severity) == (f"{PAIR}:13:43-{43 + len(by)}", "error")
    assert found.message == f"`accepted` is given by `{by}`, not by both"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "both")


def test_both_were_consulted_before() -> None:
    (found,) = findings("PAI010", {PAIR: pair(PROPOSED, ACCEPTED, match={"both_consulted": "false"})})
    assert str(found.span) == f"{PAIR}:9:19-24"
    assert related(found) == [f"{PAIR}:13:13-21: `accepted`"]


def test_a_proposal_needs_neither() -> None:
    declined = "state: declined, on: 2026-01-08, by: coordinator, reason: time"
    for steps in ((PROPOSED,), (PROPOSED, declined)):
        assert told("PAI010", {PAIR: pair(*steps, match={"both_consulted": "false"})}) == []
    assert told("PAI010", {PAIR: pair(PROPOSED, ACCEPTED)}) == []


def test_a_step_that_may_not_be_there_is_not_asked_for_its_conditions() -> None:
    assert told("PAI010", {PAIR: pair(BY_ONE.format("mentor"))}) == []
    assert told("PAI010", {PAIR: pair(PROPOSED, BY_ONE.format("mentor"))}, date(2026, 1, 7)) == []


def test_an_active_pair_has_a_first_session() -> None:
    (found,) = findings("PAI011", {PAIR: pair(*BEGUN)})
    assert str(found.span) == f"{PAIR}:14:13-19"
    assert found.message == "the pair is `active`, but session 01 is not planned"
    assert found.help.startswith("add `sessions/01.yml` with a date up to 2026-02-02,")
    assert related(found) == [f"{PAIR}:14:13-19: a first session is expected within 21 days"]


@pytest.mark.parametrize("steps", [(PROPOSED,), (PROPOSED, ACCEPTED), (*BEGUN, ENDED)])
def test_before_and_after_it_no_session_can_be_planned(steps: tuple[str, ...]) -> None:
    assert told("PAI011", {PAIR: pair(*steps)}) == []


def test_a_session_that_cannot_be_read_or_has_another_number_is_told_elsewhere() -> None:
    second = session("2026-02-17", "held")
    assert told("PAI011", {PAIR: pair(*BEGUN), FIRST.replace("01", "02"): second}) == []


@pytest.mark.parametrize(
    ("day", "days"), [("2026-01-12", 0), ("2026-02-02", 0), ("2026-02-03", 22), ("2026-03-12", 59)]
)
def test_the_first_session_is_dated_within_three_weeks(day: str, days: int) -> None:
    says = f"{FIRST}:1:7-23 error: session 01 is dated {days} days after the pair became active; 21 at most are allowed"
    assert told("PAI011", {PAIR: pair(*BEGUN), **room(session(day))}) == ([says] if days else [])


def test_the_last_day_that_is_allowed_is_named() -> None:
    (found,) = findings("PAI011", {PAIR: pair(*BEGUN), **room(session("2026-02-10"))})
    assert found.help == "set a date up to 2026-02-02"
    assert related(found) == [f"{PAIR}:14:25-35: `active` starts here"]


@pytest.mark.parametrize(("day", "fires"), [("2026-02-19", False), ("2026-02-20", True)])
def test_days_of_a_pause_are_left_out(day: str, *, fires: bool) -> None:
    """Active on 12 January, paused for the 17 days from 15 January: day 21 is 19 February."""
    found = findings("PAI011", {PAIR: pair(*BEGUN, PAUSED, RESUMED), **room(session(day))})
    assert [each.help for each in found] == (["set a date up to 2026-02-19"] if fires else [])


def test_the_programme_says_how_soon() -> None:
    files = {PAIR: pair(*BEGUN), **room(session("2026-01-20")), **settings(first_session_within="7 days")}
    assert len(told("PAI011", files)) == 1


def closing(
    both: str = "{mentor: withheld, mentee: Enough.}", following: str = "closing", made: str = "closure"
) -> str:
    """Give a last session with its record."""
    record = f"actual: 60 min\ntakeaways: {both}\nactions: []\nnext: {following}\n"
    return session("2026-03-20", "held", made, record)


def action(status: str) -> str:
    """Give the record of a session with one promise; its status stands on line 11."""
    return f"actions:\n  - id: a1\n    owner: mentor\n    action: Ask.\n    due: 2026-02-20\n    status: {status}\n"


def complete(*last: str, more: str = "", count: int = 3, **policy: str) -> dict[str, str]:
    """Give a completed pair with `count` held sessions before its last ones."""
    days = ("2026-01-19", "2026-02-09", "2026-03-02")[:count]
    before = [session(day, "held", more=more if day == days[0] else "") for day in days]
    files = room(*before, *(last or (closing(),))) | settings(**policy) | template("closing") | template("working")
    return {PAIR: pair(*BEGUN, COMPLETED, more="agreement: {every: 3 weeks}\n"), **files}


PLACE = f"{PAIR}:15:13-22 error: the pair is `completed`, but "


def test_a_pair_that_closed_well_is_complete() -> None:
    assert told("PAI011", complete()) == []
    assert told("PAI011", complete(more=action("dropped"))) == []


def test_too_few_sessions_are_no_completed_pair() -> None:
    assert told("PAI011", complete(count=2)) == [f"{PLACE}3 of at least 4 sessions are held"]


def test_sessions_crowded_together_or_held_after_the_end_do_not_count() -> None:
    crowded = (session("2026-03-11", "held"), closing())
    assert told("PAI011", complete(*crowded, count=2)) == [f"{PLACE}3 of at least 4 sessions are held"]
    after = (closing(), session("2026-03-30", "held"))
    assert told("PAI011", complete(*after, count=2)) == [f"{PLACE}3 of at least 4 sessions are held"]


@pytest.mark.parametrize(
    "last",
    [
        closing(both="{mentor: Enough.}"),
        closing(both="{mentee: Enough.}"),
        closing(following="2026-04-20"),
        closing(made="standard"),
        closing().replace("held", "planned").partition("actual")[0],
    ],
)
def test_an_ending_is_held_and_recorded_in_full(last: str) -> None:
    missing = "no closing session is recorded in full"
    count = "" if "held" in last else "3 of at least 4 sessions are held and "
    assert told("PAI011", complete(last)) == [f"{PLACE}{count}{missing}"]
    assert told("PAI011", complete(last, closing_required="false")) == ([] if not count else [PLACE + count[:-5]])


@pytest.mark.parametrize("more", ["", "next: closing\n", "takeaways: {mentor: withheld, mentee: withheld}\n"])
def test_what_the_record_of_a_closing_lacks_is_told_elsewhere(more: str) -> None:
    assert told("PAI011", complete(session("2026-03-20", "held", "closure", more))) == []


@pytest.mark.parametrize("stage", ["stage: closed", ""])
def test_a_stage_nobody_knows_is_told_elsewhere(stage: str) -> None:
    files = complete()
    path = "content/agendas/closure.md"
    assert told("PAI011", {**files, path: files[path].replace("stage: closing", stage)}) == []
    assert len(told("PAI011", {**files, path: files[path].replace("stage: closing", "stage: midpoint")})) == 1


def test_a_template_that_is_unknown_is_told_elsewhere() -> None:
    files = complete(closing(made="farewell"))
    assert told("PAI011", files) == []


def test_open_actions_are_shown_where_the_first_stands() -> None:
    (found,) = findings("PAI011", complete(more=action("open")))
    assert found.message == "the pair is `completed`, but 1 action is open"
    assert related(found) == [f"{FIRST}:11:13-17: the first that is open"]
    two = action("open") + action("open").partition("\n")[2].replace("a1", "a2")
    (found,) = findings("PAI011", complete(more=two))
    assert found.message == "the pair is `completed`, but 2 actions are open"


def test_everything_an_ending_lacks_is_one_finding() -> None:
    (found,) = findings("PAI011", complete(session("2026-03-20"), more=action("open"), count=1))
    assert found.message == (
        "the pair is `completed`, but 1 of at least 4 sessions are held and no closing session is recorded in full"
        " and 1 action is open"
    )
    assert found.help == (
        "hold and record the sessions that are missing, and hold and record one with `next: closing`, "
        "and set each open action to `done` or `dropped`; or leave out the entry until then"
    )


def test_without_settings_nothing_is_counted() -> None:
    files = complete(count=1)
    del files["pairs/programme.yml"]
    assert told("PAI011", files) == []


def test_a_minimum_above_the_number_of_sessions_is_no_number_to_go_by() -> None:
    files = complete(count=2)
    for line in ("minimum_sessions: 4", "minimum_sessions: 6"):
        assert len(told("PAI011", {**files, **_with(files, line)})) == 1
    assert told("PAI011", {**files, **_with(files, "minimum_sessions: 7")}) == []


def _with(files: dict[str, str], line: str) -> dict[str, str]:
    text = files["pairs/programme.yml"]
    return {"pairs/programme.yml": text.replace("minimum_sessions: 4", line)}


def test_what_was_completed_too_early_in_its_history_is_told_elsewhere() -> None:
    assert told("PAI011", {PAIR: pair(PROPOSED, ACTIVE, COMPLETED), **settings()}) == []
