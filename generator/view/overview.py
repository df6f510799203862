"""The numbers below the list of who needs a coordinator: for coordinators alone, about pairs and the programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator import lifecycle
from generator.kinds.pair import Pair
from generator.kinds.session import Session
from generator.language import N_, gettext, ngettext
from generator.policy import policy
from generator.programme import Entry
from generator.progress import rhythm
from generator.progress.bands import SAID
from generator.progress.pair_at import PairAt, pair_at
from generator.progress.whole import Progress, Standing
from generator.view.desk import About, BandView, ComingView, CountView, ReachView, StripView, WeekView, WishView
from generator.view.gate import Gate
from generator.view.needing import about
from generator.view.people import counted

BANDS = ("stalled", "at risk", "watch", "on track", "too early", "paused")
"""The bands in the order of the page: who may need a call comes first."""
BEFORE, AHEAD = 20, 6
ROWS = 30
"""More pairs than this are no picture any more."""
SOON = timedelta(days=30)
WEEK = timedelta(days=7)
YEAR = timedelta(days=365)
_MATCHED = lifecycle.OPEN | {"proposed", "completed"}
_FUNNEL = ("proposed", "accepted", "active", "completed", "declined", "expired", "ended_early", "re_matched")


class _Date(NamedTuple):
    on: date
    what: str
    about: About


def bands(gate: Gate, standings: Mapping[str, Standing]) -> tuple[BandView, ...]:
    """Give the pairs of each band that has some."""
    found: dict[str, list[About]] = {}
    for name in gate.pairs:
        band = standings[name].band.name
        if band is not None:
            found.setdefault(band, []).append(about(gate, name))
    return tuple(BandView(band, SAID[band], tuple(found[band])) for band in BANDS if band in found)


def first_week(as_of: date) -> date:
    """Give the Monday on which the strips begin; at either end of the calendar, the nearest one with all weeks."""
    latest = date.max.toordinal() - (BEFORE + AHEAD + 2) * WEEK.days
    monday = min(as_of.toordinal() - as_of.weekday() - BEFORE * WEEK.days, latest - latest % WEEK.days + 1)
    return date.fromordinal(max(monday, date.min.toordinal()))


def strips(gate: Gate) -> tuple[tuple[StripView, ...], int]:
    """Give the weeks of the pairs that are active or on a break, the newest cohort first, and how many are left out."""
    running = _running(gate)
    return tuple(_strip(gate, name) for name in running[:ROWS]), len(running[ROWS:])


def drawn(gate: Gate) -> tuple[str, ...]:
    """Name the pairs whose weeks are given."""
    return tuple(_running(gate)[:ROWS])


def _running(gate: Gate) -> list[str]:
    newest = {name: -at for at, name in enumerate(gate.programme.cohorts)}
    running = [name for name in gate.pairs if gate.state(name) in ("active", "paused")]
    return sorted(running, key=lambda name: (newest.get(name.partition("/")[0], 1), name))


def _strip(gate: Gate, name: str) -> StripView:
    at = pair_at(gate.programme, name, gate.as_of)
    first = first_week(gate.as_of)
    weeks = tuple(_week(at, first + number * WEEK) for number in range(BEFORE + 1 + AHEAD))
    return StripView(about(gate, name), weeks, None if at.state == "paused" else at.quiet)


def _week(at: PairAt, monday: date) -> WeekView:
    found = Counter(
        _mark(at, each.item.status, each.item.day)
        for each in at.programme.sessions.get(at.name, ())
        if monday <= each.item.day < monday + WEEK
    )
    away = any(lifecycle.state(at.item, monday + timedelta(days=day)) == "paused" for day in range(7))
    return WeekView(found["held"], found["planned"], found["missed"], away and monday <= at.as_of)


def _mark(at: PairAt, status: str, day: date) -> str:
    if status == "held" and day <= at.as_of:
        return "held"
    if status in ("cancelled", "missed"):
        return "missed"
    lapsed = any(each.item.day == day and each.item.status == "planned" for each in at.due)
    return "missed" if lapsed else "planned"


def reach(gate: Gate, progress: Progress) -> tuple[ReachView, ...]:
    """Give each roadmap that pairs follow, with how many of them have done each step."""
    walking, found = following(gate), []
    for name, entry in sorted(gate.programme.roadmaps.items()):
        pairs = [each for each in walking if name in gate.programme.pairs[each].item.roadmaps]
        link = gate.roadmap(name)
        if pairs and link is not None:
            steps = [f"{name}/{step.id}" for step in entry.item.steps]
            done = tuple(sum(step in progress.pairs[each].steps_done for each in pairs) for step in steps)
            found.append(ReachView(About(link.title, link.address), len(pairs), done))
    return tuple(found)


def following(gate: Gate) -> tuple[str, ...]:
    """Name the pairs that ever began, whose roadmaps are counted."""
    return tuple(name for name in gate.pairs if lifecycle.was_active(gate.programme.pairs[name].item, gate.as_of))


def wishes(gate: Gate) -> tuple[WishView, ...]:
    """Give how many ask for each focus area and how many offer it; both are hidden where a side is too small."""
    return tuple(
        WishView(About(area.title, f"/areas/{name}/"), *(counted(gate, name) or (None, None)))
        for name, area in gate.programme.focus_areas.items()
    )


def funnel(gate: Gate) -> tuple[tuple[str, int], ...]:
    """Count the pairs that ever came to each step of the lifecycle; steps nobody came to are left out."""
    ever: Counter[str] = Counter()
    for name in gate.pairs:
        history = gate.programme.pairs[name].item.history
        ever.update({each.state for each in history if each.on <= gate.as_of})
    return tuple((state, ever[state]) for state in _FUNNEL if ever[state])


def unmatched(gate: Gate) -> tuple[About, ...]:
    """Name who signed up for a cohort that is not over and is in no pair of it; why is nobody's to read here."""
    running = {cohort.id for cohort in gate.programme.cohorts.values() if cohort.ends >= gate.as_of}
    taken = {
        (entry.parts["cohort"], person)
        for name, entry in gate.programme.pairs.items()
        if gate.state(name) in _MATCHED
        for person in entry.item.members
    }
    found = (
        About(gate.someone(name).name or name, gate.profile(name))
        for name, person in gate.programme.people.items()
        if any(cohort in running and (cohort, name) not in taken for cohort in person.item.cohorts)
    )
    return tuple(sorted(found, key=lambda each: each.title.casefold()))


def prepared(gate: Gate) -> tuple[CountView, ...]:
    """Count what is ready for the pairs that are accepted, active or on a break."""
    pairs = [gate.programme.pairs[name].item for name in gate.pairs if gate.state(name) in lifecycle.OPEN]
    people = {person for pair in pairs for person in pair.members if person in gate.programme.people}
    trained = sum(_trained(gate, person) for person in people)
    return (
        CountView(About(gettext("People trained"), "/reference/rules/per/#PER004"), trained, len(people)),
        CountView(
            About(gettext("Agreements signed by both"), "/reference/rules/agr/#AGR002"),
            sum(map(_signed, pairs)),
            len(pairs),
        ),
        CountView(
            About(gettext("Pairs with a goal of each side"), "/reference/rules/goa/#GOA001"),
            sum(map(_aims, pairs)),
            len(pairs),
        ),
    )


def _trained(gate: Gate, person: str) -> bool:
    day = gate.programme.people[person].item.trained
    return day is not None and day <= gate.as_of


def _signed(pair: Pair) -> bool:
    signed = pair.agreement.signed if pair.agreement else None
    return signed is not None and signed.mentor is not None and signed.mentee is not None


def _aims(pair: Pair) -> bool:
    return {goal.side for goal in pair.goals} == {"mentor", "mentee"}


def agendas(gate: Gate) -> tuple[CountView, ...]:
    """Count the agendas that were there for sessions that are due, and those of sessions close enough to need one."""
    lead = policy(gate.programme).agenda_lead.days
    return (
        _with_agenda(About(gettext("Agendas of due sessions"), "/measures/#agenda-readiness"), due(gate)),
        _with_agenda(About(_soon(lead), "/reference/rules/ses/#SES012"), soon(gate)),
    )


def _with_agenda(about: About, found: Sequence[Entry[Session]]) -> CountView:
    return CountView(about, sum(bool(each.item.agenda) for each in found), len(found))


def due(gate: Gate) -> tuple[Entry[Session], ...]:
    """Give the sessions of active pairs that are due."""
    return tuple(each for name in _active(gate) for each in rhythm.due(gate.programme, name, gate.as_of))


def soon(gate: Gate) -> tuple[Entry[Session], ...]:
    """Give the planned sessions of active pairs that are close enough to need an agenda."""
    lead = policy(gate.programme).agenda_lead
    return tuple(
        each
        for name in _active(gate)
        for each in gate.programme.sessions.get(name, ())
        if each.item.status == "planned" and timedelta() <= each.item.day - gate.as_of <= lead
    )


def _active(gate: Gate) -> tuple[str, ...]:
    return tuple(name for name in gate.pairs if gate.state(name) == "active")


def _soon(days: int) -> str:
    return ngettext("Agendas for the next %(num)s day", "Agendas for the next %(num)s days", days)


def coming(gate: Gate) -> tuple[ComingView, ...]:
    """Give the dates of the next thirty days: reviews, ends, breaks, consents given a year ago."""
    found: dict[tuple[date, str], list[About]] = {}
    for each in (*_of_pairs(gate), *_of_content(gate), *_of_people(gate)):
        if timedelta() <= each.on - gate.as_of <= SOON:
            found.setdefault((each.on, each.what), []).append(each.about)
    return tuple(
        ComingView(on, what, tuple(sorted(found[on, what], key=lambda each: each.title))) for on, what in sorted(found)
    )


def _of_pairs(gate: Gate) -> Iterator[_Date]:
    for name in gate.pairs:
        entry: Entry[Pair] = gate.programme.pairs[name]
        step, terms = lifecycle.at(entry.item, gate.as_of), entry.item.agreement
        if step is None or step.state not in ("active", "paused"):
            continue
        days = {N_("review of the agreement"): terms and terms.review_on, N_("end of the term"): terms and terms.ends}
        days |= {N_("end of the break"): step.until if step.state == "paused" else None}
        yield from (_Date(day, what, about(gate, name)) for what, day in days.items() if day)


def _of_content(gate: Gate) -> Iterator[_Date]:
    own = policy(gate.programme)
    for name, roadmap in gate.programme.roadmaps.items():
        fast = roadmap.item.focus_area in own.fast_areas
        link = gate.roadmap(name)
        if link is not None and roadmap.item.state != "retired":
            day = roadmap.item.reviewed_on + (own.review_age_fast if fast else own.review_age)
            yield _Date(day, N_("review of the roadmap"), About(link.title, link.address))
    for name, community in gate.programme.communities.items():
        day = community.item.reviewed_on + own.review_age
        yield _Date(day, N_("review of the community"), About(community.item.title, f"/communities/{name}/"))


def _of_people(gate: Gate) -> Iterator[_Date]:
    for name, person in gate.programme.people.items():
        if person.item.consent and person.item.role != "none":
            day = person.item.consent.on + YEAR
            yield _Date(day, N_("consent given a year ago"), About(person.item.name, gate.profile(name)))


def next_check(gate: Gate) -> date | None:
    """Give the first day ahead on which something falls due: a session, a promise, an answer, a date of the list."""
    days = [each.on for each in (*_of_pairs(gate), *_of_content(gate))]
    own = policy(gate.programme)
    for name in gate.pairs:
        item = gate.programme.pairs[name].item
        step = lifecycle.at(item, gate.as_of)
        if step is not None and step.state in ("proposed", "accepted"):
            days.append(step.on + (own.answer_within if step.state == "proposed" else own.first_session_within))
        if step is None or step.state != "active":
            continue
        for entry in gate.programme.sessions.get(name, ()):
            days += [entry.item.day] * (entry.item.status == "planned")
            days += [action.due for action in entry.item.actions or () if action.due and action.status == "open"]
    return min((day for day in days if day > gate.as_of), default=None)
