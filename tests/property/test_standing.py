"""Properties of progress and health: nothing held makes less of it, and time alone heals nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from couple import NAME, Couple, Talk
from couples import COUPLES, NOW, TOLD
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.load import Raw, load
from generator.progress.pair_at import pair_at
from generator.progress.sessions import minutes_held
from generator.progress.whole import measure, standing, standings

RANK = {"paused": 0, "too early": 0, "on track": 0, "watch": 1, "at risk": 2, "stalled": 3}


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
