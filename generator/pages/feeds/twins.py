"""Which pages have their facts as data beside them, and from which part of the view: the page's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.language import N_
from generator.pages import celebrations, home, needs, pairs, progress, pulses
from generator.pages.charts import lines
from generator.pages.feeds import desk, weeks
from generator.pages.feeds import guides as g
from generator.pages.feeds import tables as t
from generator.pages.feeds.schema import address as schema_address
from generator.pages.feeds.table import Figure, Kind, Table, Twin, Value
from generator.pages.page import Page, up
from generator.view.indicator import GroupView
from generator.view.shapes import AreaView, CohortView, PairView, RoadmapView, Site, TotalView, View

TYPE = "application/json"
_WIDEST_FIRST = ("organisation", "cohort", "coordinators")
HOME = Kind("home", "/", N_("the programme at a glance"), (t.POSTS, t.CHANGES, t.COMING))
PROGRESS = Kind("progress", "/progress/", N_("what the programme adds up to"), (t.COHORTS, t.INDICATORS, t.LINES))
COHORT = Kind("cohort", "/progress/<cohort>/", N_("what a cohort adds up to"), (t.PAIRS, t.INDICATORS, t.PULSE))
PAIRS = Kind("pairs", "/pairs/", N_("who learns with whom"), (t.PAIRS,))
PAIR = Kind(
    "pair", "/pairs/<cohort>/<pair>/", N_("how far a pair has come"),
    (t.WALKED, t.GOALS, t.GOALS_BY_STATE, t.MILESTONES),
)  # fmt: skip
ROOM = Kind(
    "room", "/pairs/<cohort>/<pair>/room/", N_("a pair's sessions and promises"), (t.SESSIONS, t.ACTIONS), seen="cohort"
)  # fmt: skip
SESSION = Kind("session", "/pairs/<cohort>/<pair>/sessions/<nn>/", N_("a session"), (g.ITEMS, t.ACTIONS), seen="cohort")
PEOPLE = Kind("people", "/people/", N_("who takes part"), (t.PEOPLE,))
THREADS = Kind("threads", "/threads/", N_("all posts, the newest first"), (t.POSTS,))
THREAD = Kind("thread", "/threads/<cohort>/<pair>/", N_("a pair's posts, from the first on"), (t.POSTS,))
CHANGES = Kind("changes", "/changes/", N_("what changed because of this"), (t.CHANGES,))
AREAS = Kind("areas", "/areas/", N_("where leaders need a fresh view"), (g.AREAS,))
AREA = Kind("area", "/areas/<area>/", N_("a focus area"), (g.OFFERED, g.WANTED, t.POSTS))
ROADMAPS = Kind("roadmaps", "/roadmaps/", N_("the roadmaps"), (g.ROADMAPS,))
ROADMAP = Kind("roadmap", "/roadmaps/<roadmap>/", N_("a roadmap, step by step"), (g.STEPS, t.POSTS))
AGENDAS = Kind("agendas", "/agendas/", N_("the agenda templates"), (g.AGENDAS,))
AGENDA = Kind("agenda", "/agendas/<template>/", N_("an agenda template, part by part"), (g.ITEMS,))
COMMUNITIES = Kind("communities", "/communities/", N_("the communities"), (g.COMMUNITIES,))
COMMUNITY = Kind("community", "/communities/<community>/", N_("a community's practice notes"), (g.NOTES,))
CALENDAR = Kind("calendar", "/calendar/", N_("days of cohorts and sessions to come"), (t.COHORTS, t.COMING))
MEASURES = Kind("measures", "/measures/", N_("how each figure is counted"), (g.MEASURES,))
RULES = Kind("rules", "/reference/rules/", N_("every rule of the check"), (g.RULES,))
FIELDS = Kind("fields", "/reference/fields/", N_("every field of every kind of file"), (g.FIELDS,))
CELEBRATIONS = Kind("celebrations", "/celebrations/", N_("what pairs reached, and told of"), (t.POSTS, t.REACHED))
DESK = Kind("needs", "/needs/", N_("who needs a coordinator, and how pairs stand"), desk.TABLES, seen="coordinators")
PRIVACY = Kind("privacy", "/privacy/", N_("who sees what"), (g.REACH,))
KINDS = (
    HOME, PROGRESS, COHORT, PAIRS, PAIR, ROOM, SESSION, PEOPLE, THREADS, THREAD, CHANGES, AREAS, AREA, ROADMAPS,
    ROADMAP, AGENDAS, AGENDA, COMMUNITIES, COMMUNITY, CALENDAR, MEASURES, RULES, FIELDS, PRIVACY,
    CELEBRATIONS, DESK,
)  # fmt: skip


def kinds(view: View) -> tuple[Kind, ...]:
    """Give the kinds of page that this audience has."""
    own = _WIDEST_FIRST.index(view.site.audience)
    return tuple(kind for kind in KINDS if _WIDEST_FIRST.index(kind.seen) <= own)


def twins(view: View) -> Iterator[tuple[str, Twin]]:
    """Give the twin of every page that has numbers or a list, by the page's address."""
    yield from _programme(view)
    yield from _people(view)
    yield from _told(view)
    yield from _curated(view)
    yield "/measures/", Twin(MEASURES, (), (view.measures,))
    yield "/privacy/", Twin(PRIVACY, (), (view.shows.reach,))
    yield "/reference/rules/", Twin(RULES, (), (view.rules,))
    fields = [(file, field) for file in view.files for field in file.fields]
    yield "/reference/fields/", Twin(FIELDS, (), (fields,))


def _programme(view: View) -> Iterator[tuple[str, Twin]]:
    """Give the data of the pages of progress; of other indicators than the page's own the files are not told."""
    told = view.progress
    newest = view.posts[: -home.NEWEST - 1 : -1]
    lists = ([post.card for post in newest], home.ledger(view), home.coming(view))
    yield "/", Twin(HOME, _totals(view, view.totals), lists)
    groups = [each for each in (told.programme, told.cohorts.get(told.newest or ""), told.earlier) if each]
    parts = [each for _, found in progress.parted(view) for each in found]
    rows = (view.cohorts, _judged(view, [*groups, *parts]), _weeks(view))
    yield "/progress/", Twin(PROGRESS, _figures(view, view.totals), rows)
    if view.desk:
        yield needs.ADDRESS, Twin(DESK, (), desk.items(view, view.desk))
    for cohort in view.cohorts:
        beside = told.earlier if cohort.id == told.newest else None
        groups = [each for each in (told.cohorts.get(cohort.id), beside) if each]
        found = [pair for pair in view.pairs if pair.cohort.address == cohort.address]
        judged = _judged(view, groups)
        figures = _figures(view, cohort.total, cohort)
        yield cohort.address, Twin(COHORT, figures, (found, judged, _asked(view, cohort.id)))


def _judged(view: View, groups: Iterable[GroupView]) -> list[t.Judged]:
    files = _counted(view)
    return [(group, each, files.get(each.files or "", ())) for group in groups for each in group.indicators]


def _asked(view: View, cohort: str) -> list[t.Asked]:
    """Give what each question came to on each side, as the page's table of a wave has it."""
    return [
        (wave.caption, question, side, said)
        for wave in pulses.tables(view, cohort)
        for question, *answers in wave.rows
        for side, said in zip(wave.heads, answers, strict=True)
    ]


def _weeks(view: View) -> list[t.Week]:
    return [
        (each.measure, line.cohort, week, lines.shown(value))
        for each in view.progress.lines
        for line in each.lines
        for week, value in enumerate(line.values)
        if value is not None
    ]


def _counted(view: View) -> dict[str, tuple[str, ...]]:
    """Give what numbers were counted from, by the page that lists it."""
    return {each.address: tuple(path for path, _ in each.files) for each in view.progress.counted}


def _people(view: View) -> Iterator[tuple[str, Twin]]:
    yield "/people/", Twin(PEOPLE, (), (view.people,))
    yield "/pairs/", Twin(PAIRS, (), (pairs.in_order(view),))
    found = ((pair.address, _pair(pair)) for pair in view.pairs)
    yield from ((address, twin) for address, twin in found if twin.figures or any(twin.items))
    for room in view.rooms:
        yield room.address, Twin(ROOM, (), (room.sessions, room.carried))
        for session in room.sessions:
            yield session.address, Twin(SESSION, (), (session.items, session.actions))


def _told(view: View) -> Iterator[tuple[str, Twin]]:
    yield "/threads/", Twin(THREADS, (), ([post.card for post in reversed(view.posts)],))
    for thread in view.threads:
        yield thread.address, Twin(THREAD, (), (thread.posts,))
    yield "/changes/", Twin(CHANGES, (), (view.changes,))
    reached = [(pair, each) for pair in celebrations.told(view) for each in celebrations.reached(pair)]
    stories = [story.card for story in view.stories[: celebrations.SHOWN]]
    yield "/celebrations/", Twin(CELEBRATIONS, (), (stories, reached))
    yield "/calendar/", Twin(CALENDAR, (), (view.cohorts, weeks.ahead(view)))


def _curated(view: View) -> Iterator[tuple[str, Twin]]:
    yield "/areas/", Twin(AREAS, (), (view.areas,))
    yield from ((area.address, _area(area)) for area in view.areas)
    yield "/roadmaps/", Twin(ROADMAPS, (), (view.roadmaps,))
    yield from ((roadmap.address, _roadmap(view, roadmap)) for roadmap in view.roadmaps)
    yield "/agendas/", Twin(AGENDAS, (), (view.agendas,))
    yield from ((agenda.address, Twin(AGENDA, (), (agenda.items,))) for agenda in view.agendas)
    yield "/communities/", Twin(COMMUNITIES, (), (view.communities,))
    yield from ((each.address, Twin(COMMUNITY, (), (each.notes,))) for each in view.communities)


def _totals(view: View, total: TotalView | None, cohort: str = "") -> tuple[Figure, ...]:
    """Give the figures of a group that its page shows."""
    files, listed = _counted(view), view.progress.files
    return tuple(
        Figure(each.measure, each.unit, each.number, files=files.get(listed.get((cohort, each.measure), ""), ()))
        for each in progress.figures(total)
    )


def _figures(view: View, total: TotalView | None, cohort: CohortView | None = None) -> tuple[Figure, ...]:
    """Give the figures, and how many pairs and people took part, where the page counts them."""
    found = _totals(view, total, cohort.id if cohort else "")
    if total is None or not found:
        return ()
    files = _begun(view, cohort.address if cohort else "")
    counts = (("pairs", total.pairs), (f"{view.site.mentor}s", total.mentors), (f"{view.site.mentee}s", total.mentees))
    return (*found, *(Figure("pairs", said, count, files=files) for said, count in counts))


def _begun(view: View, cohort: str = "", roadmap: str = "") -> tuple[str, ...]:
    """Name the files of the pairs of a cohort (or all) that began, or of those on a roadmap, for coordinators."""
    if view.site.audience != "coordinators":
        return ()
    found = [each for each in view.pairs if each.sessions and cohort in ("", each.cohort.address)]
    used = [each for each in found if not roadmap or roadmap in {use.roadmap.address for use in each.roadmaps}]
    return tuple(each.source for each in used if each.source)


def _pair(pair: PairView) -> Twin:
    """Give a pair's figures and lists, which it may have none of; its posts are its thread's."""
    parts = [("planned sessions held", pair.sessions)] if pair.sessions else []
    parts += [(f"{use.roadmap.title}: steps done", use.part) for use in pair.roadmaps if use.part]
    figures = tuple(
        Figure(part.measure, name, part.done, part.whole, tuple(path for path, _ in part.sources))
        for name, part in parts
        if part.whole
    )
    walked = [(use.roadmap.title, *step) for use in pair.roadmaps for step in use.steps]
    counted = [
        (side, state, count) for side, states in (pair.goals or {}).items() for state, count in states.items() if count
    ]
    goals = (pair.goal_texts, ()) if pair.goal_texts else ((), counted)
    return Twin(PAIR, figures, (walked, *goals, pair.milestones))


def _area(area: AreaView) -> Twin:
    return Twin(AREA, (), (area.offering, area.wanting, area.posts))


def _roadmap(view: View, roadmap: RoadmapView) -> Twin:
    files = _begun(view, roadmap=roadmap.address)
    used = () if roadmap.used_by is None else (Figure("pairs", "pairs", roadmap.used_by, files=files),)
    return Twin(ROADMAP, used, (roadmap.steps, roadmap.posts))


def filled(twin: Twin) -> tuple[tuple[Table[Any], list[dict[str, Value]]], ...]:
    """Give the tables of a twin with their rows."""
    return tuple((table, table.rows(items)) for table, items in zip(twin.kind.tables, twin.items, strict=True))


def write(twin: Twin, page: Page, site: Site, found: Iterable[tuple[Table[Any], list[dict[str, Value]]]]) -> bytes:
    """Write a twin with the title and the sentence of its page."""
    said = {
        "$schema": up(page.address) + schema_address(twin.kind)[1:],
        "address": page.address,
        "title": page.title,
        "says": page.description,
        "audience": site.audience,
        "as_of": site.as_of.isoformat(),
        "figures": [_figure(figure) for figure in twin.figures],
        "tables": {table.name: rows for table, rows in found},
    }
    return (json.dumps(said, ensure_ascii=False) + "\n").encode()


def _figure(figure: Figure) -> dict[str, Any]:
    found: dict[str, Any] = {"name": figure.name, "formula": f"/measures/#{figure.measure}", "value": figure.value}
    if figure.whole is not None:
        found["whole"] = figure.whole
    return found | ({"files": list(figure.files)} if figure.files else {})
