"""`/celebrations/`: stories both approved, what pairs have reached, and totals by cohort; nothing is ranked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.pairs import in_order
from generator.pages.places import place
from generator.pages.progress import summed
from generator.pages.saying import Say, linked, plainly
from generator.pages.sides import together
from generator.pages.template import render
from generator.view.shapes import Milestone, PairView, View

SHOWN = 12
_KINDS = frozenset({"goal-reached", "goal-reframed", "roadmap", "change", "closure"})
_TOGETHER = frozenset({"active", "paused", "completed"})


def pages(view: View) -> Iterator[Page]:
    """Give the celebrations: the newest stories, then pairs by cohort and id; who left early is not in it."""
    found = [(pair, reached(pair)) for pair in told(view)]
    state = standing(view, len(found))
    for leaf in leaves(found, "/celebrations/"):
        title = leaf.title(gettext("Celebrations"))
        rows = [(pair, together(pair.mentor, pair.mentee), milestones) for pair, milestones in leaf.items]
        say = linked(leaf.address)
        wall = [(cohort, summed(view, cohort.total, cohort.id, say)) for cohort in view.cohorts]
        html = render(
            "celebrations", view, leaf.address, title=title, state=standing(view, len(found), say), leaf=leaf,
            rows=rows, wall=wall,
            stories=view.stories[:SHOWN], more=len(view.stories) > SHOWN, progress=place("progress"),
            lists=progress.links(view, "celebrations"),
        )  # fmt: skip
        yield Page(path_of(leaf.address), title, state, html, "progress")


def told(view: View) -> list[PairView]:
    """Give the pairs that are or were together to the end and have reached something, in an order that ranks nobody."""
    return [pair for pair in in_order(view) if pair.state in _TOGETHER and reached(pair)]


def reached(pair: PairView) -> tuple[Milestone, ...]:
    """Give the milestones of a pair that are told here; the first steps stand on its own page only."""
    return tuple(each for each in pair.milestones if each.kind in _KINDS)


def standing(view: View, pairs: int, say: Say = plainly) -> str:
    """Say how many stories there are, and how many of the pairs shown have reached something."""
    if not view.stories and not pairs:
        return gettext("Nothing is told here yet.")
    files = progress.listed(view, "celebrations")
    stories = ngettext("%(num)s story", "%(num)s stories", len(view.stories))
    count = ngettext("%(num)s pair", "%(num)s pairs", pairs)
    return gettext(
        "%(stories)s both sides approved, and what %(pairs)s reached.",
        stories=say(stories, "listed", files), pairs=say(count, "milestones", files),
    )  # fmt: skip
