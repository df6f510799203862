"""Six archetypes of pairs, each as files: steady, new, a leader who cancels, one-sided, a declared pause, silent."""

from __future__ import annotations

from datetime import date

from couple import Couple, Talk

REVIEW = "midpoint-review"
MENTEE = ("mentee",)

STEADY = Couple(
    talks=(
        Talk(12, promises=(("mentor", 60, 58), ("mentee", 90, 93), ("mentee", 100, 100), ("mentor", 130, None))),
        Talk(43, promises=(("mentor", 140, None), ("mentee", 140, None), ("mentee", 141, None))),
        Talk(72, template=REVIEW),
        Talk(103),
        Talk(133, "planned"),
    ),
    posts=((20, 50, 80, 104), (25, 55, 85)),
)
NEW = Couple(talks=(Talk(10, "planned"),), aims=(), start=date(2026, 4, 22))
CANCELS = Couple(
    talks=(
        Talk(14, promises=(("mentor", 45, 44), ("mentee", 60, None), ("mentor", 70, None), ("mentor", 120, None))),
        Talk(45, keeps=MENTEE),
        Talk(75, "cancelled"),
        Talk(92, "missed"),
    ),
    posts=((15, 46, 80), ()),
)
ONE_SIDED = Couple(
    talks=(
        Talk(10, keeps=MENTEE, promises=(("mentor", 60, 60), *[("mentor", 120 + each, None) for each in range(4)])),
        Talk(40, keeps=MENTEE),
        Talk(70, keeps=MENTEE, template=REVIEW),
        Talk(101, keeps=MENTEE),
        Talk(131, "planned"),
    ),
    posts=((11, 12, 41, 42, 71, 72), ()),
)
PAUSE = Couple(
    talks=(
        Talk(10, promises=(("mentor", 120, None), ("mentee", 120, None))),
        Talk(40, template=REVIEW),
        Talk(115, "planned"),
    ),
    history=((0, "active"), (50, "paused"), (85, "active")),
    posts=((11, 41), (12, 42)),
)
SILENT = Couple(talks=(Talk(12, promises=(("mentor", 30, None),)),), posts=((13,), ()), aims=())
