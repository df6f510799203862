"""Properties of progress and health: nothing held makes less of it, and time alone heals nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from couple import NAME, Couple, Talk
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.load import Raw, load
from generator.progress import measure, standing, standings
from generator.progress.pair_at import pair_at
from generator.progress.sessions import minutes_held

NOW = 90
"""The day of the term up to which everything is written down; what is planned may lie later."""
RANK = {"paused": 0, "too early": 0, "on track": 0, "watch": 1, "at risk": 2, "stalled": 3}
HISTORIES = (
    ((0, "active"),),
    ((0, "active"), (30, "paused")),
    ((0, "active"), (NOW, "paused")),
    ((0, "active"), (30, "paused"), (55, "active")),
    ((0, "active"), (20, "paused"), (40, "active"), (70, "paused")),
)
PROMISE = st.tuples(st.sampled_from(("mentor", "mentee")), st.integers(20, 120), st.none() | st.integers(20, NOW))
SIDES = st.sampled_from((("mentor", "mentee"), ("mentor",), ("mentee",)))
TOLD = st.builds(
    Talk,
    st.integers(0, NOW),
    st.sampled_from(("held", "held", "held", "cancelled", "missed")),
    SIDES,
    st.lists(PROMISE, max_size=3).map(tuple),
    st.sampled_from(("standard", "midpoint-review")),
    st.sampled_from(("", "step: path/one\n", "step: path/two\n")),
)
PLANNED = st.builds(Talk, st.integers(0, 2 * NOW), st.just("planned"), more=st.sampled_from(("", "moved: 3\n")))
DAYS = st.lists(st.integers(0, NOW), max_size=4).map(tuple)
COUPLES = st.builds(
    Couple,
    talks=st.tuples(st.lists(TOLD, max_size=6), st.lists(PLANNED, max_size=3)).map(lambda both: (*both[0], *both[1])),
    history=st.sampled_from(HISTORIES),
    posts=st.tuples(DAYS, DAYS),
    aims=st.sampled_from(((), (("mentor", "open", "50"),))),
    every=st.sampled_from(("7 days", "14 days", "3 weeks", "30 days", "42 days")),
    ends=st.sampled_from((120, 182)),
)


@given(COUPLES, TOLD, st.integers(0, 2 * NOW))
def test_a_held_session_more_never_lowers_progress(couple: Couple, talk: Talk, at: int) -> None:
    more = replace(couple, talks=(*couple.talks, replace(talk, status="held")))
    before, after = (each.programme() for each in (couple, more))
    day = couple.day(at)
    pair_before, pair_after = (measure(each, day).pairs[NAME] for each in (before, after))
    assert pair_after.sessions.done >= pair_before.sessions.done
    assert pair_after.sessions.whole == pair_before.sessions.whole
    assert pair_after.steps_done >= pair_before.steps_done
    assert minutes_held(after, NAME, day) >= minutes_held(before, NAME, day)
    adherence = [standing(pair_at(each, NAME, day)).adherence.exact for each in (before, after)]
    assert adherence[0] is adherence[1] is None or (adherence[1] or 0) >= (adherence[0] or 0)


@given(COUPLES, st.integers(NOW, 3 * NOW))
def test_time_alone_heals_nothing_but_for_a_session_that_comes_near(couple: Couple, at: int) -> None:
    programme = couple.programme()
    today, tomorrow = (pair_at(programme, NAME, couple.day(each)) for each in (at, at + 1))
    assume(today.booked or not tomorrow.booked)
    before, after = standing(today), standing(tomorrow)
    assert (after.health.score.exact or 0) >= (before.health.score.exact or 0)
    assert RANK[after.band.name or ""] >= RANK[before.band.name or ""]
    for one, other in ((after.momentum, before.momentum), (before.drift, after.drift)):
        assert one.exact is None or other.exact is None or one.exact <= other.exact


@given(COUPLES, st.integers(60, NOW), st.integers(0, 30))
def test_a_pair_on_track_that_declares_a_pause_is_not_flagged_in_its_first_30_days(
    couple: Couple, review: int, later: int
) -> None:
    talks = (*couple.talks, Talk(review, template="midpoint-review"))
    active = replace(couple, talks=talks, history=((0, "active"),), posts=((50,), (50,)))
    assume(active.stands(NOW).band.name == "on track")
    paused = replace(active, history=((0, "active"), (NOW, "paused")))
    assert RANK[paused.stands(NOW + later).band.name or ""] == 0


@given(COUPLES, st.randoms(use_true_random=False), st.integers(0, 2 * NOW))
def test_the_order_of_files_changes_nothing(couple: Couple, random: Random, at: int) -> None:
    files = [Raw(path, text.encode()) for path, text in couple.files().items()]
    before = standings(load(files).programme, couple.day(at))
    random.shuffle(files)
    assert standings(load(files).programme, couple.day(at)) == before
