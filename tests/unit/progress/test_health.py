"""Each point of health at the edge of its condition, each band, and the thresholds of the programme's own policy."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import programmes
import pytest
from couple import AIMS, FOLDER, NAME, Couple, Promise, Talk, held
from small import settings

from generator.progress import health, reciprocity
from generator.progress.pair_at import pair_at
from generator.progress.whole import Standing, standing, standings

NEXT = Talk(200, "planned")
REVIEW = "midpoint-review"


def told(found: Standing) -> set[str]:
    """Give the sentences of a pair's points."""
    return {each.sentence for each in found.health.points}


@pytest.mark.parametrize(("at", "expected"), [(20, False), (21, True)])
def test_no_first_session_by_day_21(at: int, *, expected: bool) -> None:
    assert ("no first session by day 21" in told(Couple().stands(at))) is expected
    assert "no first session by day 21" not in told(Couple(held(at)).stands(at))


@pytest.mark.parametrize(
    ("every", "quiet", "expected"),
    [
        ("30 days", 52, ""),
        ("30 days", 53, "behind the agreed rhythm"),
        ("30 days", 60, "behind the agreed rhythm"),
        ("30 days", 61, "far behind the agreed rhythm"),
        ("20 days", 35, ""),
        ("20 days", 36, "behind the agreed rhythm"),
        ("14 days", 35, "behind the agreed rhythm"),
        ("14 days", 36, "far behind the agreed rhythm"),
        ("15 days", 30, "behind the agreed rhythm"),
        ("15 days", 31, "far behind the agreed rhythm"),
    ],
)
def test_behind_the_agreed_rhythm(every: str, quiet: int, expected: str) -> None:
    found = told(Couple(held(10), every=every).stands(10 + quiet))
    assert {each for each in found if each.endswith("behind the agreed rhythm")} == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("talks", "expected"),
    [
        ((Talk(10, "missed"),), False),
        ((Talk(10, "missed"), Talk(20, "cancelled")), True),
        ((Talk(10, "missed"), Talk(20, "cancelled"), Talk(30)), False),
        ((Talk(5), Talk(10, "missed"), Talk(20), Talk(30, "missed")), False),
        ((Talk(10, "missed"), Talk(25, "planned")), False),
        ((Talk(10, "missed"), Talk(24, "planned")), True),
    ],
)
def test_two_sessions_in_a_row_did_not_happen(talks: tuple[Talk, ...], *, expected: bool) -> None:
    found = told(Couple(talks).stands(39))
    assert ("two sessions in a row did not happen" in found) is expected


def test_no_goal_after_30_days() -> None:
    bare = Couple(held(10), aims=())
    assert "no goal after 30 days" not in told(bare.stands(30))
    assert "no goal after 30 days" in told(bare.stands(31))
    assert "no goal after 30 days" not in told(replace(bare, aims=AIMS[:1]).stands(31))


def test_one_side_carries_it_under_two_fifths() -> None:
    both, one = Talk(10), Talk(40, keeps=("mentee",))
    even = Couple((both, one), posts=((11, 12, 13), (14,)))
    assert even.stands(50).reciprocity.exact == Fraction(1, 2)  # posts 2 ÷ 4, takeaways 1 ÷ 2
    assert "one side carries it" not in told(even.stands(50))
    at_the_edge = replace(
        even, posts=((11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27), (28, 29, 30))
    )
    assert at_the_edge.stands(50).reciprocity.exact == Fraction(2, 5)  # posts 6 ÷ 20, takeaways 1 ÷ 2
    assert "one side carries it" not in told(at_the_edge.stands(50))
    under = replace(at_the_edge, posts=(at_the_edge.posts[0], (28, 29)))
    assert "one side carries it" in told(under.stands(50))


def test_no_mid_point_review_after_three_fifths_of_the_term() -> None:
    couple = Couple((*held(10, 40, 70), NEXT), ends=150)
    assert "no mid-point review" not in told(couple.stands(90))
    assert "no mid-point review" in told(couple.stands(91))
    reviewed = replace(couple, talks=(*couple.talks, Talk(80, template=REVIEW)))
    assert "no mid-point review" not in told(reviewed.stands(91))
    unknown = replace(couple, talks=(*couple.talks, Talk(80, template="of-our-own")))
    assert "no mid-point review" not in told(unknown.stands(91))
    assert "no mid-point review" not in told(replace(couple, ends=-1).stands(91))


def test_a_pause_is_overdue_after_30_days_and_needs_no_next_session() -> None:
    couple = Couple(held(10), history=((0, "active"), (20, "paused")))
    assert (told(couple.stands(50)), couple.stands(50).band.name) == (set(), "paused")
    assert (told(couple.stands(51)), couple.stands(51).band.name) == ({"pause is overdue"}, "watch")
    back = replace(couple, history=(*couple.history, (52, "active")))
    assert told(back.stands(52)) == {"no next session planned"}


@pytest.mark.parametrize(
    ("promises", "expected"),
    [
        ([("mentor", 30, None), ("mentee", 30, None)], True),
        ([("mentor", 30, None), ("mentee", 31, None)], False),
        ([("mentor", 30, None), ("mentee", 30, 44)], False),
        ([("mentor", 30, None)], False),
    ],
)
def test_promises_are_late_when_two_are_open_for_over_14_days(promises: list[Promise], *, expected: bool) -> None:
    found = told(Couple((Talk(10, promises=tuple(promises)),)).stands(45))
    assert ("promises are late" in found) is expected


def test_a_promise_without_its_days_or_dropped_is_neither_kept_nor_late() -> None:
    files = Couple((Talk(10, promises=(("mentor", 30, None), ("mentee", 30, None))),)).files()
    path = f"{FOLDER}/sessions/01.yml"
    due = f"due: {Couple().day(30)}, "
    for old, new in (("status: open", "status: dropped"), ("status: open", "status: done"), (due, "")):
        programme = programmes.loaded(files | {path: files[path].replace(old, new)}).programme
        found = standing(pair_at(programme, NAME, Couple().day(45)))
        assert found.closure.exact is None
        assert "promises are late" not in told(found)


def test_a_promise_kept_a_week_late_counts_and_one_kept_later_does_not() -> None:
    promises = (("mentor", 30, 37), ("mentee", 30, 38), ("mentee", 46, None))
    couple = Couple((Talk(10, promises=promises),))
    assert couple.stands(45).closure.exact == Fraction(1, 2)
    assert couple.stands(36).closure.exact == 0
    assert couple.stands(29).closure.exact is None


@pytest.mark.parametrize(
    ("couple", "at", "band"),
    [
        (Couple(history=((0, "active"), (5, "paused"))), 10, "paused"),
        (Couple(), 20, "too early"),
        (Couple(every="7 days"), 21, "stalled"),
        (Couple(), 21, "at risk"),
        (Couple((Talk(30, "planned"),)), 21, "watch"),
        (Couple(held(10)), 20, "on track"),
        (Couple(held(10), every="42 days"), 99, "at risk"),
        (Couple(held(10), every="42 days"), 100, "stalled"),
        (Couple(held(10)), 100, "stalled"),
    ],
)
def test_bands(couple: Couple, at: int, band: str) -> None:
    assert couple.stands(at).band.name == band


@pytest.mark.parametrize(
    "history",
    [
        ((0, "proposed"),),
        ((0, "accepted"),),
        ((0, "active"), (30, "completed")),
        ((0, "active"), (30, "ended_early")),
        ((0, "active"), (40, "paused"), (30, "active")),
    ],
)
def test_health_is_not_applicable_unless_a_pair_is_under_way_and_its_dates_tell(
    history: tuple[tuple[int, str], ...],
) -> None:
    found = Couple(held(10), history=history).stands(60)
    assert (found.health.score.exact, found.health.score.shown, found.health.points) == (None, "n/a", ())
    assert found.band.name is None


def test_a_pair_that_never_began_has_no_drift_and_no_momentum() -> None:
    found = Couple((Talk(10, "missed"),), history=((0, "proposed"),)).stands(60)
    assert (found.drift.exact, found.momentum.exact) == (None, None)


def test_health_is_not_applicable_where_a_session_cannot_be_read() -> None:
    files = Couple(held(10, 40)).files() | {f"{FOLDER}/sessions/02.yml": "date: soon\n"}
    found = standings(programmes.loaded(files).programme, Couple().day(60))[NAME]
    assert (found.health.score.exact, found.band.name) == (None, None)


def test_the_thresholds_are_the_policy_of_the_programme() -> None:
    own = settings(
        first_session_within="10 days", drift_watch="1", drift_risk="1.5", drift_stalled="6", stalled_after="40 days",
        goals_by="5 days", action_late="1 day", pause="7 days", midpoint="[0.2, 0.5]",
    )  # fmt: skip
    couple = Couple((Talk(10, promises=(("mentor", 20, None), ("mentee", 20, None))),), aims=(), ends=80)
    found = standings(programmes.loaded(couple.files() | own).programme, couple.day(41))[NAME]
    assert told(found) == {
        "behind the agreed rhythm", "no goal after 5 days", "no mid-point review", "no next session planned",
        "promises are late",
    }  # fmt: skip
    later = standings(programmes.loaded(couple.files() | own).programme, couple.day(50))[NAME]
    assert (later.drift.exact, later.band.name) == (Fraction(40, 30), "stalled")
    never = standings(programmes.loaded(Couple().files() | own).programme, couple.day(10))[NAME]
    assert "no first session by day 10" in told(never)
    assert never.expected.exact == 1
    paused = replace(couple, history=((0, "active"), (30, "paused")))
    away = standings(programmes.loaded(paused.files() | own).programme, couple.day(38))[NAME]
    assert "pause is overdue" in told(away)


def test_goals_are_unknown_for_a_day_after_which_the_files_tell_more() -> None:
    couple = Couple(held(10, 40), aims=())
    assert "no goal after 30 days" not in told(couple.stands(39))
    assert "no goal after 30 days" in told(couple.stands(40))
    found = Couple(held(10, 40)).stands(39)
    assert {each.exact for each in (*found.goal_progress.values(), *found.goal_lag.values())} == {None}
    assert (found.goal_outcome.strict.exact, found.goal_outcome.broad.exact) == (None, None)


@pytest.mark.parametrize(
    ("later", "past"),
    [
        (Couple(history=((0, "active"), (40, "paused"))), True),
        (Couple((Talk(40, "missed"),)), True),
        (Couple((Talk(10, promises=(("mentor", 40, 40),)),)), True),
        (Couple(posts=((40,), ())), True),
        (Couple((Talk(40, "planned"), Talk(41, "cancelled"))), False),
    ],
)
def test_a_plan_tells_of_no_later_day_and_a_fact_does(later: Couple, *, past: bool) -> None:
    assert pair_at(later.programme(), NAME, later.day(39)).is_past is past
    assert not pair_at(later.programme(), NAME, later.day(40)).is_past


def test_no_more_sessions_are_expected_than_were_agreed_on() -> None:
    found = Couple(ends=400)
    assert [found.stands(at).expected.exact for at in (20, 21, 50, 51, 170, 171, 300)] == [0, 1, 1, 2, 5, 6, 6]


def test_posts_of_a_later_day_and_a_later_step_change_nothing_for_a_past_one() -> None:
    then = Couple(held(10, 40), posts=((11,), ()), ends=50)
    now = replace(then, posts=((11,), (45, 46)), history=((0, "active"), (60, "completed")))
    assert now.stands(44).reciprocity.exact == then.stands(44).reciprocity.exact == Fraction(1, 2)
    assert told(now.stands(44)) == told(then.stands(44)) >= {"no mid-point review"}


def test_balance_is_not_applicable_where_nobody_has_any() -> None:
    assert [reciprocity.balance(*each) for each in ((0, 0), (3, 0), (3, 1), (2, 2))] == [None, 0, Fraction(1, 2), 1]


def test_weights_are_those_of_the_table() -> None:
    assert {"active", "paused"} == health.JUDGED
    late = Couple((Talk(10, "missed"), Talk(20, "missed")), aims=(), history=((0, "active"),), ends=40).stands(60)
    assert sum(each.weight for each in late.health.points) == late.health.score.exact == 3 + 3 + 2 + 2 + 1
