"""`/progress/` and `/progress/<cohort>/`: what the programme adds up to; totals only, never a pair or a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.absent import SUPPRESSED
from generator.pages.page import Page, path_of
from generator.pages.paging import Leaf, leaves
from generator.pages.sides import together
from generator.pages.template import day, plural, render
from generator.view.shapes import CohortView, Link, PairView, TotalView, View

_HOME, _PROGRESS = Link("Home", "/"), Link("Progress", "/progress/")


@dataclass(frozen=True, slots=True)
class Figure:
    """A total with its unit, the anchor of its measure, and what it was counted from."""

    number: int
    unit: str
    measure: str
    note: str


def pages(view: View) -> Iterator[Page]:
    """Give the programme's totals, and a page for each cohort."""
    state = standing(view)
    html = render(
        "progress", view, "/progress/", state=state, figures=figures(view.totals), total=view.totals,
        cohorts=[(cohort, period(cohort), summed(cohort.total)) for cohort in view.cohorts],
        suppressed=SUPPRESSED, home=_HOME,
    )  # fmt: skip
    yield Page("progress/index.md", "Progress", state, html, "progress")
    for cohort in view.cohorts:
        found = [pair for pair in view.pairs if pair.cohort.address == cohort.address]
        for leaf in leaves(found, cohort.address):
            yield _cohort(view, cohort, leaf)


def standing(view: View) -> str:
    """Say what the programme adds up to."""
    if view.totals is None:
        return f"Totals of the whole programme: {SUPPRESSED}."
    return f"{summed(view.totals)}, up to {day(view.site.as_of)}."


def summed(total: TotalView | None) -> str:
    """Say a group's totals in a few words; the one wording of a group too small to be shown."""
    if total is None:
        return SUPPRESSED
    parts = [plural(total.pairs, "pair")] if total.pairs is not None else []
    if total.sessions is not None and total.hours is not None:
        parts += [f"{plural(total.sessions, 'session')} held", f"{plural(total.hours, 'hour')} of talk"]
    return ", ".join(parts) or SUPPRESSED


def figures(total: TotalView | None) -> tuple[Figure, ...]:
    """Give at most four totals of a group: none where it is too small, and never a zero."""
    if total is None:
        return ()
    counted = f"from {plural(total.records, 'session record')}"
    found = (
        (total.sessions, "session held", "sessions held", "sessions-held", counted),
        (total.hours, "hour of talk", "hours of talk", "hours", counted),
        (total.steps, "roadmap step done", "roadmap steps done", "steps-done", counted),
        (total.changes, "change made", "changes made", "changes", "told in posts"),
    )
    return tuple(Figure(count, one if count == 1 else many, *rest) for count, one, many, *rest in found if count)


def period(cohort: CohortView) -> str:
    """Say when a cohort runs, and where it stands."""
    return f"{day(cohort.starts)} to {day(cohort.ends)}, {cohort.phase}"


def _cohort(view: View, cohort: CohortView, leaf: Leaf[PairView]) -> Page:
    title, state = leaf.title(cohort.title), f"{period(cohort)}."
    html = render(
        "cohort", view, leaf.address, cohort=cohort, title=title, state=state, figures=figures(cohort.total),
        leaf=leaf, pairs=[(pair, together(pair.mentor, pair.mentee)) for pair in leaf.items],
        suppressed=SUPPRESSED, progress=_PROGRESS,
    )  # fmt: skip
    return Page(path_of(leaf.address), title, f"{cohort.title}: {state}", html, "progress")
