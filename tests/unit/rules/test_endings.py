"""PAI013: endings without fault, and the links between one pair and the next; places are counted by hand."""

from __future__ import annotations

import pytest
from small import ACCEPTED, BEGUN, PAIR, PROPOSED, pair, settings
from telling import findings, related, told

DECLINED = "state: declined, on: 2026-01-19, by: coordinator, reason: time"
EXPIRED = "state: expired, on: 2026-01-19, by: coordinator, reason: time"
ENDED = "state: ended_early, on: 2026-01-19, by: coordinator, reason: time"
REMATCHED = "state: re_matched, on: 2026-02-02, by: coordinator"
ENDINGS = {"declined": (PROPOSED, DECLINED), "expired": (PROPOSED, EXPIRED), "ended_early": (PROPOSED, ACCEPTED, ENDED)}
NEXT = "pairs/spring/pair-04/pair.yml"
OTHER = "pairs/spring/pair-05/pair.yml"


@pytest.mark.parametrize("state", ENDINGS)
@pytest.mark.parametrize("reason", ["role change", "left", "time", "fit", "other"])
def test_an_ending_by_a_coordinator_with_a_category_is_fine(state: str, reason: str) -> None:
    *before, last = ENDINGS[state]
    assert told("PAI013", {PAIR: pair(*before, last.replace("time", reason))}) == []


@pytest.mark.parametrize("state", ENDINGS)
@pytest.mark.parametrize("by", ["mentor", "mentee", "both"])
def test_no_ending_says_which_side_it_was(state: str, by: str) -> None:
    *before, last = ENDINGS[state]
    (found,) = findings("PAI013", {PAIR: pair(*before, last.replace("coordinator", by))})
    column = last.index("coordinator") + 6
    assert str(found.span) == f"{PAIR}:{12 + len(before)}:{column}-{column + len(by)}"
    assert found.message == f"`{state}` is not written by a coordinator"
    assert (found.fix.grade, found.fix.text) == ("unsafe", "coordinator")


def test_being_matched_anew_is_written_by_a_coordinator_and_needs_no_reason() -> None:
    files = linked() | {PAIR: pair(PROPOSED, DECLINED, REMATCHED.replace("coordinator", "both"), more=LINK)}
    assert told("PAI013", files) == [f"{PAIR}:14:45-49 error: `re_matched` is not written by a coordinator"]


@pytest.mark.parametrize("state", ENDINGS)
def test_every_ending_has_a_reason_that_is_a_category(state: str) -> None:
    *before, last = ENDINGS[state]
    line = 12 + len(before)
    without = told("PAI013", {PAIR: pair(*before, last.replace(", reason: time", ""))})
    assert without == [f"{PAIR}:{line}:13-{13 + len(state)} error: `{state}` has no `reason`"]
    (found,) = findings("PAI013", {PAIR: pair(*before, last.replace("time", "leave"))})
    assert found.message == f"the `reason` of `{state}` is no category"
    assert "leave" not in found.help
    assert found.help == "give a category only: `role change`, `left`, `time`, `fit` or `other`"


def test_a_reason_that_names_a_side_is_told_by_the_code_for_it() -> None:
    files = {PAIR: pair(PROPOSED, DECLINED.replace("time", "the mentee had no time"))}
    assert told("PAI013", files) == []
    assert len(told("PRI001", files)) == 1


def test_the_nearest_category_is_offered() -> None:
    (found,) = findings("PAI013", {PAIR: pair(PROPOSED, DECLINED.replace("time", "role changed"))})
    assert (found.help, found.fix.text) == ("did you mean `role change`?", "role change")


@pytest.mark.parametrize(
    ("day", "days"), [("2026-01-18", 13), ("2026-01-19", 0), ("2026-01-06", 1), ("2026-01-05", -1)]
)
def test_a_proposal_expires_after_two_weeks(day: str, days: int) -> None:
    found = findings("PAI013", {PAIR: pair(PROPOSED, EXPIRED.replace("2026-01-19", day))})
    given = max(days, 0)
    after = "1 day" if given == 1 else f"{given} days"
    says = [f"the proposal expires {after} after it was made; 14 at least are given"] if days else []
    assert [each.message for each in found] == says
    assert [str(each.span) for each in found] == [f"{PAIR}:13:26-36"] * len(says)
    assert all(each.help.startswith("set `on: 2026-01-19` or a later day") for each in found)
    assert [related(each) for each in found] == [[f"{PAIR}:12:27-37: `proposed`"]] * len(says)


@pytest.mark.parametrize(("policy", "fires"), [("10 days", False), ("14 days", True)])
def test_the_programme_says_how_long_an_answer_may_take(policy: str, *, fires: bool) -> None:
    files = {PAIR: pair(PROPOSED, EXPIRED.replace("01-19", "01-15")), **settings(answer_within=policy)}
    assert bool(told("PAI013", files)) is fires


LINK = "superseded_by: spring/pair-04\n"
BACK = "continues: spring/pair-03\n"


def linked(
    more: str = LINK, back: str = BACK, *steps: str, mentor: str = "p-017", mentee: str = "p-043"
) -> dict[str, str]:
    """Give a pair that was matched anew, its link on the line after its steps, and the pair that follows."""
    return {
        PAIR: pair(*(steps or (PROPOSED, DECLINED, REMATCHED)), more=more),
        NEXT: pair(PROPOSED, mentor=mentor, mentee=mentee, more=back),
    }


@pytest.mark.parametrize(("mentor", "mentee"), [("p-017", "p-043"), ("p-018", "p-042"), ("p-017", "p-042")])
def test_two_pairs_that_name_each_other_are_linked(mentor: str, mentee: str) -> None:
    assert told("PAI013", linked(mentor=mentor, mentee=mentee)) == []


def test_being_matched_anew_leads_somewhere() -> None:
    (found,) = findings("PAI013", linked(more="", back=""))
    assert (str(found.span), found.key) == (f"{PAIR}:14:13-23", "superseded_by")
    assert found.message == "the pair is `re_matched`, but `superseded_by` names no pair"
    (found,) = findings("PAI013", linked(more=""))
    assert found.help == "add `superseded_by: spring/pair-04`"


def test_the_next_pair_has_one_of_the_two() -> None:
    (found,) = findings("PAI013", linked(mentor="p-018"))
    assert str(found.span) == f"{PAIR}:15:16-30"
    assert found.message == "`spring/pair-04` is a pair of two other people"


def test_no_pair_is_its_own_next() -> None:
    own = "superseded_by: spring/pair-03\ncontinues: spring/pair-03\n"
    (found,) = findings("PAI013", {PAIR: pair(PROPOSED, DECLINED, REMATCHED, more=own)})
    assert found.message == "`spring/pair-03` is this pair itself"


def test_the_next_pair_leads_back() -> None:
    (found,) = findings("PAI013", linked(back=""))
    assert str(found.span) == f"{PAIR}:15:16-30"
    assert found.message == "`spring/pair-04` does not name this pair in `continues`"
    assert found.help == f"add `continues: spring/pair-03` to {NEXT}"


def test_a_next_pair_that_names_another_is_shown() -> None:
    files = linked(back="continues: spring/pair-05\n") | {OTHER: pair(PROPOSED, DECLINED)}
    (found,) = findings("PAI013", files)
    assert related(found) == [f"{NEXT}:13:12-26: it names another"]
    assert found.help.endswith(", or correct `superseded_by`")


@pytest.mark.parametrize("steps", ENDINGS.values())
def test_who_continues_a_pair_that_ended_is_named_by_it(steps: tuple[str, ...]) -> None:
    (found,) = findings("PAI013", linked("", BACK, *steps))
    assert str(found.span) == f"{NEXT}:13:12-26"
    assert found.message == "`spring/pair-03` does not name this pair in `superseded_by`"
    assert found.help == f"add `superseded_by: spring/pair-04` to {PAIR}"


def test_going_on_after_a_completed_pair_needs_no_link_back() -> None:
    completed = (*BEGUN, "state: completed, on: 2026-03-25, by: both")
    assert told("PAI013", linked("", BACK, *completed)) == []


def test_two_pairs_do_not_follow_one() -> None:
    files = linked() | {OTHER: pair(PROPOSED, mentor="p-018", more=BACK)}
    (found,) = findings("PAI013", files)
    assert str(found.span) == f"{OTHER}:13:12-26"
    assert related(found) == [f"{PAIR}:15:16-30: it names another"]


def test_a_pair_that_does_not_exist_is_told_elsewhere() -> None:
    lost = "superseded_by: spring/pair-44\n"
    assert told("PAI013", {PAIR: pair(PROPOSED, DECLINED, REMATCHED, more=lost)}) == []
    assert told("PAI013", linked(lost)) == []


def test_what_follows_an_illegal_step_is_not_looked_at() -> None:
    assert told("PAI013", {PAIR: pair(PROPOSED, ENDED.replace("coordinator", "mentor"))}) == []
