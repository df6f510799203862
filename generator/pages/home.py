"""`/`: what the programme is for, how it stands, what is new, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.pages import needs, progress
from generator.pages.page import Page
from generator.pages.template import day, plural, render
from generator.view.shapes import ChangeView, CohortView, Link, SessionView, TotalView, View

NEWEST = 5
WEEK = timedelta(days=7)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_STEP_OF_PHASE = {"starts soon": "Match", "under way": "Talk", "finished": "Celebrate"}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps of every pair; `now` where the newest cohort stands."""

    name: str
    says: str
    link: Link
    now: bool


@dataclass(frozen=True, slots=True)
class Door:
    """A way in for somebody who comes for the first time."""

    name: str
    says: str
    address: str


def pages(view: View) -> Iterator[Page]:
    """Give the first page."""
    state = standing(view)
    html = render(
        "home",
        view,
        "/",
        state=state,
        figures=figures(view),
        steps=steps(view),
        posts=view.posts[: -NEWEST - 1 : -1],
        changes=ledger(view),
        doors=doors(view),
        coming=coming(view),
        desk=view.desk,
        first=needs.FIRST,
        nobody=needs.standing(view.desk) if view.desk else "",
    )
    yield Page("index.md", view.site.name, f"{view.site.purpose} {state}", html, "home")


def standing(view: View) -> str:
    """Say in one sentence how the programme stands."""
    cohort = current(view)
    if cohort is None:
        return "No cohort has dates yet."
    if cohort.phase == "starts soon":
        return f"{cohort.title} starts on {day(cohort.starts)}."
    if cohort.phase == "finished":
        return f"{cohort.title} ended on {day(cohort.ends)}{_sums(cohort.total, ': {} held {}')}."
    so_far = _sums(cohort.total, ": {} have held {} so far") or f" and runs until {day(cohort.ends)}"
    return f"{cohort.title} is {_month(cohort.starts, view.site.as_of)}{so_far}."


def current(view: View) -> CohortView | None:
    """Give the cohort to speak of: the newest under way, else the next to start, else the last one."""
    running = [cohort for cohort in view.cohorts if cohort.phase == "under way"]
    ahead = [cohort for cohort in reversed(view.cohorts) if cohort.phase == "starts soon"]
    return next(iter([*running, *ahead, *view.cohorts]), None)


def _sums(total: TotalView | None, form: str) -> str:
    """Say how much a cohort has met, as far as that may be said."""
    if total is None or total.sessions is None:
        return ""
    who = "its pairs" if total.pairs is None else plural(total.pairs, "pair")
    return form.format(who, plural(total.sessions, "session"))


def _month(starts: date, as_of: date) -> str:
    months = (as_of.year - starts.year) * 12 + as_of.month - starts.month - (as_of.day < starts.day)
    return f"in its {_ORDINALS[months]} month" if months < len(_ORDINALS) else f"under way since {day(starts)}"


def figures(view: View) -> tuple[progress.Figure, ...]:
    """Give at most four totals with their units, and beside each what the cohort under way has added."""
    shown, cohort = progress.figures(view.totals), current(view)
    if cohort is None or cohort.total is None or cohort.phase != "under way" or len(view.cohorts) == 1:
        return shown
    parts = {measure: getattr(cohort.total, name) for measure, name in progress.PART.items()}
    return tuple(
        replace(each, note=f"{parts[each.measure]} in {cohort.title}") if parts[each.measure] is not None else each
        for each in shown
    )


def steps(view: View) -> tuple[Step, ...]:
    """Give the five steps with a sentence and a link each; the newest cohort stands in one of them."""
    site, cohort = view.site, current(view)
    now = _STEP_OF_PHASE.get(cohort.phase) if cohort else None
    areas = f"{plural(len(view.areas), 'focus area')} where leaders need a fresh view."
    match = f"A {site.mentor} (junior) and a {site.mentee} (senior) outside one reporting line."
    talk = f"{plural(site.sessions, 'session')} of {site.length}, {site.rhythm} apart, each with an agenda."
    found = (
        ("Identify", areas, Link("Focus areas", "/areas/")),
        ("Match", match, Link("People", "/people/")),
        ("Agree", "Rhythm, limits and goals of both, signed before the first session.", _agreement(view)),
        ("Talk", talk, Link("Pairs", "/pairs/")),
        ("Celebrate", "What changed is told by the two who changed it.", Link("Celebrations", "/celebrations/")),
    )
    return tuple(Step(name, says, link, name == now) for name, says, link in found)


def _agreement(view: View) -> Link:
    """Link what says most of the agreement: its handbook page, else the first session's agenda, else the pairs."""
    page = next(
        (Link("The agreement", page.address) for page in view.pages if page.address == "/handbook/agreement/"), None
    )
    first = next((Link(agenda.title, agenda.address) for agenda in view.agendas if agenda.stage == "first"), None)
    return page or first or Link("Pairs", "/pairs/")


def doors(view: View) -> tuple[Door, ...]:
    """Give the ways in; a door to a page that is not there is left out."""
    site, have = view.site, {page.address for page in view.pages}
    wanted = (
        ("Read", "What pairs tried, what failed and what they changed.", "/threads/"),
        (
            f"I am a {site.mentor}",
            "The junior of the two: how to begin, and what to do each time.",
            "/handbook/for-mentors/",
        ),
        (
            f"I am a {site.mentee}",
            "The senior of the two: how to begin, and what to do each time.",
            "/handbook/for-mentees/",
        ),
        ("Run one like this", "For coordinators: what to do, week by week.", "/handbook/for-coordinators/"),
    )
    return tuple(
        Door(name, says, address) for name, says, address in wanted if address == "/threads/" or address in have
    )


def ledger(view: View) -> tuple[ChangeView, ...]:
    """Give what changed, the newest first; what is only planned comes after what is done."""
    done = [change for change in view.changes if change.state == "done"]
    planned = [change for change in view.changes if change.state == "planned"]
    return tuple([*done, *planned][:NEWEST])


def coming(view: View) -> tuple[tuple[Link, SessionView], ...]:
    """Give the sessions planned within seven days of the as-of date, by time; rooms are known inside only."""
    today, now = view.site.as_of, timedelta()
    found = [
        (room.pair, session)
        for room in view.rooms
        for session in room.sessions
        if session.status == "planned" and now <= session.start.date() - today <= WEEK
    ]
    return tuple(sorted(found, key=lambda each: (each[1].start, each[1].address)))
