"""`/progress/` and `/progress/<cohort>/`: what the programme adds up to; totals only, never a pair or a person.

Coordinators find the indicators here too, each beside its bar, with the files it was counted from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.language import found as text
from generator.language import gettext, ngettext
from generator.language.forms import day
from generator.pages import drawn, pulses
from generator.pages.absent import suppressed
from generator.pages.page import Page, path_of
from generator.pages.paging import Leaf, leaves
from generator.pages.places import place
from generator.pages.saying import Say, joined, linked, plainly
from generator.pages.sides import together
from generator.pages.template import render
from generator.pages.words import words
from generator.view.indicator import GroupView, IndicatorView, LinesView
from generator.view.shapes import CohortView, Link, PairView, TotalView, View

PART = {
    "sessions-held": "sessions", "hours": "hours", "steps-done": "steps", "roadmaps-finished": "finished",
    "changes": "changes",
}  # fmt: skip
"""Which total each measure of a figure is."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A total with its unit, the anchor of its measure, what it was counted from, and the page of these files."""

    number: int
    unit: str
    measure: str
    note: str
    files: str | None = None


def pages(view: View) -> Iterator[Page]:
    """Give the programme's totals, and a page for each cohort."""
    state, told, say = standing(view), view.progress, linked("/progress/")
    cohorts = [(cohort, period(cohort), summed(view, cohort.total, cohort.id, say)) for cohort in view.cohorts]
    groups = [each for each in (told.programme, told.cohorts.get(told.newest or ""), told.earlier) if each]
    html = render(
        "progress", view, "/progress/", state=standing(view, say), figures=figures(view.totals, files(view), say),
        total=view.totals,
        cohorts=cohorts, charts=charts(told.lines), rows=compared(groups),
        groups=groups, below=below(told.programme), parts=parted(view), suppressed=suppressed(view.site.smallest),
        judged={one.measure for each in groups for one in each.indicators},
        home=place("home"), pulses=newest(view), begun=files(view).get("pairs"),
    )  # fmt: skip
    yield Page("progress/index.md", gettext("Progress"), state, html, "progress")
    for cohort in view.cohorts:
        found = [pair for pair in view.pairs if pair.cohort.address == cohort.address]
        for leaf in leaves(found, cohort.address):
            yield _cohort(view, cohort, leaf)


def newest(view: View) -> tuple[tuple[Link, pulses.Table], ...]:
    """Give the newest pulse of each cohort that has one; none but for coordinators."""
    found = ((cohort, pulses.tables(view, cohort.id)) for cohort in view.cohorts)
    return tuple((Link(cohort.title, cohort.address), tables[0]) for cohort, tables in found if tables)


def standing(view: View, say: Say = plainly) -> str:
    """Say what the programme adds up to."""
    if view.totals is None:
        return gettext("Totals of the whole programme: %(none)s.", none=_kept_back(view, say))
    return gettext("%(totals)s, up to %(day)s.", totals=summed(view, view.totals, say=say), day=day(view.site.as_of))


def _kept_back(view: View, say: Say) -> str:
    return say(suppressed(view.site.smallest), "small-groups", None)


def summed(view: View, total: TotalView | None, group: str = "", say: Say = plainly) -> str:
    """Say a group's totals in a few words; the one wording of a group too small to be shown."""
    lists, parts = files(view, group), list[tuple[str, str, int]]()
    if total and total.pairs is not None:
        parts.append((ngettext("%(num)s pair", "%(num)s pairs", total.pairs), "pairs", total.pairs))
    if total and total.sessions is not None and total.hours is not None:
        held = ngettext("%(num)s session held", "%(num)s sessions held", total.sessions)
        talk = ngettext("%(num)s hour of talk", "%(num)s hours of talk", total.hours)
        parts += [(held, "sessions-held", total.sessions), (talk, "hours", total.hours)]
    said = [say(words, measure, lists.get(measure) if count else None) for words, measure, count in parts]
    return joined(said) if said else _kept_back(view, say)


def figures(total: TotalView | None, lists: Mapping[str, str] | None = None, say: Say = plainly) -> tuple[Figure, ...]:
    """Give at most four totals of a group: none where it is too small, and never a zero.

    A roadmap that was finished says more than steps; until there is one, steps are counted. `lists` are the pages
    that list what a measure was counted from, where there are any.
    """
    if total is None:
        return ()
    found = lists or {}
    records = ngettext("from %(num)s session record", "from %(num)s session records", total.records)
    counted = say(records, "hours", found.get("hours") if total.hours else None)
    roadmaps = (
        (total.finished, _finished, "roadmaps-finished", gettext("by the steps of sessions"))
        if total.finished
        else (total.steps, _steps, "steps-done", counted)
    )
    shown = (
        (total.sessions, _sessions, "sessions-held", counted),
        (total.hours, _hours, "hours", counted),
        roadmaps,
        (total.changes, _changes, "changes", gettext("told in posts")),
    )
    return tuple(
        Figure(count, unit(count), measure, note, found.get(measure)) for count, unit, measure, note in shown if count
    )


def _sessions(count: int) -> str:
    return ngettext("session held", "sessions held", count)


def _hours(count: int) -> str:
    return ngettext("hour of talk", "hours of talk", count)


def _steps(count: int) -> str:
    return ngettext("roadmap step done", "roadmap steps done", count)


def _finished(count: int) -> str:
    return ngettext("roadmap finished", "roadmaps finished", count)


def _changes(count: int) -> str:
    return ngettext("change made", "changes made", count)


def period(cohort: CohortView) -> str:
    """Say when a cohort runs, and where it stands."""
    return gettext(
        "%(first)s to %(last)s, %(phase)s", first=day(cohort.starts), last=day(cohort.ends), phase=words(cohort.phase)
    )


def compared(groups: list[GroupView]) -> list[tuple[IndicatorView, list[IndicatorView]]]:
    """Give each indicator of the first group with its values in all of them."""
    return [(row[0], list(row)) for row in zip(*(each.indicators for each in groups), strict=True)]


def parted(view: View) -> list[tuple[tuple[str, ...], list[GroupView]]]:
    """Give the focus areas and the roadmaps that pairs have come to.

    Before the groups stand the id of their table, its heading, its note, and what its rows are.
    """
    told = (
        (
            "areas", gettext("By focus area"), gettext("A pair counts for each of its focus areas."),
            gettext("Focus area"), view.progress.areas,
        ),
        (
            "roadmaps", gettext("By roadmap"), gettext("A pair counts for each of its roadmaps."),
            gettext("Roadmap"), view.progress.roadmaps,
        ),
    )  # fmt: skip
    rows = ((said, [each for each in groups if any(one.n for one in each.indicators)]) for *said, groups in told)
    return [(tuple(said), found) for said, found in rows if found]


def below(group: GroupView | None) -> str:
    """Say which indicators of a group are below their bar."""
    if group is None:
        return ""
    known = [each for each in group.indicators if each.meets is not None]
    short = [each.name for each in known if not each.meets]
    if not known:
        return gettext("Nothing can be counted yet.")
    if not short:
        return gettext("All %(count)s indicators that can be counted reach their bar.", count=len(known))
    of = ngettext("%(num)s indicator", "%(num)s indicators", len(known))
    return ngettext("%(num)s of %(all)s is below the bar.", "%(num)s of %(all)s are below the bar.", len(short), all=of)


def charts(found: Iterable[LinesView]) -> list[tuple[LinesView, Markup, tuple[Link, ...]]]:
    """Draw measures over the weeks of cohorts; beside each what its lines were counted from, for coordinators."""
    return [(each, drawn.over_time(each), tuple(_lists(each))) for each in found]


def _lists(lines: LinesView) -> Iterator[Link]:
    name = text(lines.name)
    for each in lines.lines:
        if each.files:
            said = gettext("%(measure)s, %(group)s: files", measure=name, group=each.cohort)
            yield Link(said, each.files)


def listed(view: View, name: str) -> str | None:
    """Give the page that lists the files of a list of the site, such as its posts; for coordinators alone."""
    return view.progress.files.get(("listed", name))


def links(view: View, name: str) -> tuple[Link, ...]:
    """Link what a list of the site was made from, where this audience may know it."""
    found = listed(view, name)
    return (behind(found),) if found else ()


def behind(address: str) -> Link:
    """Link what a number was counted from."""
    return Link(gettext("The files behind it"), address)


def led_to(view: View) -> frozenset[str]:
    """Give the pages of files to which a number leads."""
    totals = (("", view.totals), *((each.id, each.total) for each in view.cohorts))
    found = [each.files for cohort, total in totals for each in figures(total, files(view, cohort))]
    found += [files(view, cohort).get("pairs") for cohort, total in totals if total and _counts(total)]
    found += [files(view, f"roadmap/{each.id}").get("pairs") for each in view.roadmaps if each.used_by is not None]
    found += [each.address for each in (view.desk.behind.values() if view.desk else ())]
    told = view.progress
    single = [each for each in (told.programme, told.earlier) if each]
    groups = (*single, *told.cohorts.values(), *told.areas, *told.roadmaps)
    found += [one.files for group in groups for one in group.indicators]
    found += [line.files for each in told.lines for line in each.lines]
    found += files(view, "listed").values()
    return frozenset(each for each in found if each)


def _counts(total: TotalView) -> bool:
    return any(count is not None for count in (total.pairs, total.mentors, total.mentees))


def files(view: View, group: str = "") -> Mapping[str, str]:
    """Give the pages that list the files behind a group's numbers, by measure; none but for coordinators."""
    return {measure: address for (of, measure), address in view.progress.files.items() if of == group}


def _cohort(view: View, cohort: CohortView, leaf: Leaf[PairView]) -> Page:
    title, state, told = leaf.title(cohort.title), f"{period(cohort)}.", view.progress
    say = linked(leaf.address)
    group = told.cohorts.get(cohort.id)
    groups = [each for each in (group, told.earlier if cohort.id == told.newest else None) if each]
    html = render(
        "cohort", view, leaf.address, cohort=cohort, title=title, state=state,
        figures=figures(cohort.total, files(view, cohort.id), say), rows=compared(groups), groups=groups,
        below=below(group), leaf=leaf, pairs=[(pair, together(pair.mentor, pair.mentee)) for pair in leaf.items],
        suppressed=suppressed(view.site.smallest), progress=place("progress"),
        pulses=pulses.tables(view, cohort.id), begun=files(view, cohort.id).get("pairs"),
        lists=links(view, "celebrations"),
    )  # fmt: skip
    return Page(path_of(leaf.address), title, f"{cohort.title}: {state}", html, "progress")
