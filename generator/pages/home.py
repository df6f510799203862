"""`/`: what the programme is for, how it stands, what is new, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.language import N_, gettext, ngettext, number
from generator.language import found as text
from generator.language.forms import day, term
from generator.pages import needs, progress
from generator.pages.page import Page
from generator.pages.places import place
from generator.pages.saying import Say, linked, plainly
from generator.pages.sides import capital
from generator.pages.template import render
from generator.view.shapes import ChangeView, CohortView, Link, SessionView, View

NEWEST = 5
_AGREEMENT = "/handbook/agreement/"
WEEK = timedelta(days=7)
_ORDINALS = (
    N_("first"), N_("second"), N_("third"), N_("fourth"), N_("fifth"), N_("sixth"),
    N_("seventh"), N_("eighth"), N_("ninth"), N_("tenth"), N_("eleventh"), N_("twelfth"),
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
    state, say = standing(view), linked("/")
    html = render(
        "home",
        view,
        "/",
        state=standing(view, say),
        figures=figures(view, say),
        steps=steps(view, say),
        posts=view.posts[: -NEWEST - 1 : -1],
        changes=ledger(view),
        doors=doors(view),
        coming=coming(view),
        desk=view.desk,
        first=needs.FIRST,
        nobody=needs.standing(view.desk) if view.desk else "",
    )
    yield Page("index.md", view.site.name, f"{view.site.purpose} {state}", html, "home")


def standing(view: View, say: Say = plainly) -> str:
    """Say in one sentence how the programme stands."""
    cohort = current(view)
    if cohort is None:
        return gettext("No cohort has dates yet.")
    if cohort.phase == "starts soon":
        return gettext("%(cohort)s starts on %(day)s.", cohort=cohort.title, day=day(cohort.starts))
    if cohort.phase == "finished":
        return _ended(view, cohort, say)
    return _running(view, cohort, say)


def _ended(view: View, cohort: CohortView, say: Say) -> str:
    sums = _sums(view, cohort, say)
    if sums is None:
        return gettext("%(cohort)s ended on %(day)s.", cohort=cohort.title, day=day(cohort.ends))
    return gettext(
        "%(cohort)s ended on %(day)s: %(pairs)s held %(sessions)s.",
        cohort=cohort.title, day=day(cohort.ends), pairs=sums[0], sessions=sums[1],
    )  # fmt: skip


def _running(view: View, cohort: CohortView, say: Say) -> str:
    sums, month = _sums(view, cohort, say), _month(cohort.starts, view.site.as_of)
    if sums is None:
        return gettext(
            "%(cohort)s is %(month)s and runs until %(day)s.", cohort=cohort.title, month=month, day=day(cohort.ends)
        )
    return gettext(
        "%(cohort)s is %(month)s: %(pairs)s have held %(sessions)s so far.",
        cohort=cohort.title, month=month, pairs=sums[0], sessions=sums[1],
    )  # fmt: skip


def current(view: View) -> CohortView | None:
    """Give the cohort to speak of: the newest under way, else the next to start, else the last one."""
    running = [cohort for cohort in view.cohorts if cohort.phase == "under way"]
    ahead = [cohort for cohort in reversed(view.cohorts) if cohort.phase == "starts soon"]
    return next(iter([*running, *ahead, *view.cohorts]), None)


def _sums(view: View, cohort: CohortView, say: Say) -> tuple[str, str] | None:
    """Say how many pairs of a cohort have met how often, as far as that may be said."""
    total, files = cohort.total, progress.files(view, cohort.id)
    if total is None or total.sessions is None:
        return None
    held = ngettext("%(num)s session", "%(num)s sessions", total.sessions)
    sessions = say(held, "sessions-held", files.get("sessions-held"))
    if total.pairs is None:
        return gettext("its pairs"), sessions
    return say(ngettext("%(num)s pair", "%(num)s pairs", total.pairs), "pairs", files.get("pairs")), sessions


def _month(starts: date, as_of: date) -> str:
    months = (as_of.year - starts.year) * 12 + as_of.month - starts.month - (as_of.day < starts.day)
    if months < len(_ORDINALS):
        return gettext("in its %(ordinal)s month", ordinal=text(_ORDINALS[months]))
    return gettext("under way since %(day)s", day=day(starts))


def figures(view: View, say: Say = plainly) -> tuple[progress.Figure, ...]:
    """Give at most four totals with their units, and beside each what the cohort under way has added."""
    shown, cohort = progress.figures(view.totals, progress.files(view), say), current(view)
    if cohort is None or cohort.total is None or cohort.phase != "under way" or len(view.cohorts) == 1:
        return shown
    parts = {measure: getattr(cohort.total, name) for measure, name in progress.PART.items()}
    files = progress.files(view, cohort.id)

    def beside(figure: progress.Figure) -> str:
        part = parts[figure.measure]
        if part is None:
            return figure.note
        count = say(number(part), figure.measure, files.get(figure.measure) if part else None)
        return gettext("%(count)s in %(cohort)s", count=count, cohort=cohort.title)

    return tuple(replace(each, note=beside(each)) for each in shown)


def steps(view: View, say: Say = plainly) -> tuple[Step, ...]:
    """Give the five steps with a sentence and a link each; the newest cohort stands in one of them."""
    site, cohort = view.site, current(view)
    now = _STEP_OF_PHASE.get(cohort.phase) if cohort else None
    areas = ngettext(
        "%(num)s focus area: where leaders need a fresh view.",
        "%(num)s focus areas: where leaders need a fresh view.",
        len(view.areas),
    )
    areas = say(areas, "listed", progress.listed(view, "areas"))
    match = capital(
        gettext(
            "A %(mentor)s (junior) and a %(mentee)s (senior) outside one reporting line.",
            mentor=site.mentor, mentee=site.mentee,
        )
    )  # fmt: skip
    talk = ngettext(
        "%(num)s session of %(length)s, %(rhythm)s apart, each with an agenda.",
        "%(num)s sessions of %(length)s, %(rhythm)s apart, each with an agenda.",
        site.sessions, length=term(site.length), rhythm=term(site.rhythm),
    )  # fmt: skip
    found = (
        (N_("Identify"), areas, place("areas")),
        (N_("Match"), match, place("people")),
        (
            N_("Agree"),
            gettext("Rhythm, limits and goals of both, signed before the first session."),
            _agreement(view),
        ),
        (N_("Talk"), talk, place("pairs")),
        (N_("Celebrate"), gettext("What changed is told by the two who changed it."), place("celebrations")),
    )
    return tuple(Step(text(name), says, link, name == now) for name, says, link in found)


def _agreement(view: View) -> Link:
    """Link what says most of the agreement: its handbook page, else the first session's agenda, else the pairs."""
    page = next(
        (Link(gettext("The agreement"), page.address) for page in view.pages if page.address == "/handbook/agreement/"),
        None,
    )
    first = next((Link(agenda.title, agenda.address) for agenda in view.agendas if agenda.stage == "first"), None)
    return page or first or place("pairs")


def doors(view: View) -> tuple[Door, ...]:
    """Give the ways in; a door to a page that is not there is left out."""
    site, have = view.site, {page.address for page in view.pages}
    wanted = (
        (gettext("Read"), gettext("What pairs tried, what failed and what they changed."), "/threads/"),
        (
            gettext("I am a %(mentor)s", mentor=site.mentor),
            gettext("The junior of the two: how to begin, and what to do each time."),
            "/handbook/for-mentors/",
        ),
        (
            gettext("I am a %(mentee)s", mentee=site.mentee),
            gettext("The senior of the two: how to begin, and what to do each time."),
            "/handbook/for-mentees/",
        ),
        (
            gettext("Run one like this"),
            gettext("For coordinators: what to do, week by week."),
            "/handbook/for-coordinators/",
        ),
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
