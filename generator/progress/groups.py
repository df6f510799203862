"""Small groups: which of several counts may be shown so that none under k can be had by subtraction."""

from __future__ import annotations

from collections.abc import Mapping

from generator.language import N_
from generator.progress.value import Measure

SMALLEST = 5

MEASURES = (
    Measure(
        id="small-groups",
        name=N_("Small groups"),
        formula=(
            "empty groups are left out; every group under 5 is hidden; while what is hidden adds up to less than 5, "
            "the smallest shown group is hidden as well; with no group left, no total is given either. Numbers of "
            "groups that overlap, and of groups some of whose pairs have pages of their own, are shown only if all of "
            "them together leave no piece under 5 that cannot be seen anyway; `policy.small_group` may ask for more"
        ),
        reads="the pairs of each cohort and roadmap, the people of each side, and who of them has a page",
        blind="what a reader knows from elsewhere",
        example=(
            "Groups of 8, 7 and 2: the 2 is hidden, and the 7 too, or the 2 could be had by subtraction. Shown: the 8."
        ),
        reading="'fewer than 5, not shown' is an answer, not a fault",
        source="usual practice of official statistics; 5 is our own choice and cannot be lowered",
    ),
)


def shown(sizes: Mapping[str, int], smallest: int = SMALLEST) -> frozenset[str]:
    """Name the groups whose size may be published.

    Empty groups are dropped; every group under `smallest` is hidden; while something is hidden, the
    hidden total is under `smallest` and something is shown, the smallest shown group is hidden too
    (ties by name). Nothing shown means no total either.
    """
    filled = {name: size for name, size in sizes.items() if size > 0}
    visible = {name: size for name, size in filled.items() if size >= smallest}
    hidden = sum(filled.values()) - sum(visible.values())
    while visible and len(visible) < len(filled) and hidden < smallest:
        least = min(visible, key=lambda name: (visible[name], name))
        hidden += visible.pop(least)
    return frozenset(visible)
