"""Couples of every sort, to be drawn at random: what they held and did not, promised, wrote and rested from."""

from __future__ import annotations

from couple import Couple, Talk
from hypothesis import strategies as st

NOW = 90
"""The day of the term up to which everything is written down; what is planned may lie later."""
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
