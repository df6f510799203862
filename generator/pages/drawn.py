"""What pages show as charts: from values of the view to values of the charts, and nothing is counted anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from markupsafe import Markup

from generator.language import found as text
from generator.language import gettext, ngettext
from generator.pages.absent import suppressed
from generator.pages.charts import bar, demand, heat, lines, ring, timeline
from generator.pages.charts.bar import Bar, Slice
from generator.pages.charts.lines import Line, Lines
from generator.pages.charts.ring import Ring
from generator.pages.charts.timeline import Event, Lane, Stage, Timeline
from generator.pages.words import words
from generator.view.desk import DeskView, WeekView
from generator.view.indicator import LinesView
from generator.view.shapes import ItemView, PairView, RoadmapUse, RoomView, SessionView, Site

_DAY = timedelta(days=1)
_LANES: dict[str | None, bar.Lane] = {"mentor": "upper", "mentee": "lower", "both": "both"}


def agenda(items: Iterable[ItemView], site: Site, name: str) -> Markup:
    """Draw the parts of an agenda, each as long as it takes: the mentor's in the upper lane, the mentee's in the lower.

    The page's own table says the same, with the prompts. Where the two keep to themselves who leads, nobody is named.
    """
    found = tuple(items)
    who = {"mentor": site.mentor, "mentee": site.mentee, "both": gettext("both")}
    whole, alone = sum(each.minutes for each in found), sum(each.minutes for each in found if each.lead == "mentor")
    said = gettext(
        "The %(mentor)s leads %(alone)s of %(whole)s minutes alone.", mentor=site.mentor, alone=alone, whole=whole
    )
    slices = tuple(
        Slice(
            each.text or words(each.kind), each.minutes, who.get(each.lead or "", ""), _LANES.get(each.lead, "unsaid")
        )
        for each in found
    )
    known = any(each.lead for each in found)
    title = ngettext("%(num)s part in %(whole)s minutes", "%(num)s parts in %(whole)s minutes", len(found), whole=whole)
    unsaid = gettext("Who leads stays between the two.")
    return bar.picture(Bar(title, gettext("minutes"), slices, said if known else unsaid), name)


def over_time(found: LinesView) -> Markup:
    """Draw a measure over the weeks of cohorts, the newest first."""
    drawn = tuple(Line(each.cohort, each.values) for each in found.lines)
    return lines.draw(Lines(text(found.name), found.verb, found.unit, drawn), found.measure)


def covered(use: RoadmapUse, name: str) -> Markup:
    """Draw how many steps of a roadmap are done; nothing where this audience does not see it, or all are skipped."""
    if use.part is None or not use.part.whole:
        return Markup()
    return ring.draw(
        Ring(
            gettext("Steps of %(roadmap)s", roadmap=use.roadmap.title),
            "step",
            words("done"),
            use.part.done,
            use.part.whole,
        ),
        name,
    )


def term(pair: PairView, room: RoomView | None, as_of: date) -> Markup:
    """Draw a pair's term: active and on a break, its sessions, its review; nothing outside or before it began."""
    if not pair.phases:
        return Markup()
    ends = pair.terms.ends if pair.terms else None
    sessions = [_event(each, as_of) for each in room.sessions] if room else []
    first = min([pair.phases[0].first, *(each.on for each in sessions)])
    last = max([pair.phases[-1].last, *(each.on for each in sessions), *([ends] if ends and _goes_on(pair) else [])])
    review = pair.terms.review_on if pair.terms else None
    turns = (
        [Event(gettext("Review"), review, gettext("date of the review"), "turn")]
        if review and first <= review <= last
        else []
    )
    events = tuple(sorted([*sessions, *turns], key=lambda each: each.on))
    lane = Lane("", tuple(_stages(pair, ends)), events)
    return timeline.draw(Timeline(gettext("The term"), "session", first, last, as_of, (lane,)), "term")


def _review(day: date) -> Event:
    return Event(gettext("Review"), day, gettext("date of the review"), "turn")


def _goes_on(pair: PairView) -> bool:
    return pair.state in ("active", "paused")


def _stages(pair: PairView, ends: date | None) -> list[Stage]:
    found = [
        Stage(gettext("on a break"), each.first, each.last, "away")
        if each.state == "paused"
        else Stage(words(each.state), each.first, each.last, "solid")
        for each in pair.phases
    ]
    now = found[-1].last
    return (
        [*found, Stage(gettext("to come"), now + _DAY, ends, "hollow")]
        if ends and ends > now and _goes_on(pair)
        else found
    )


def _event(session: SessionView, as_of: date) -> Event:
    """Give a session as its page shows it: held, planned, not held; never why, and never who moved it."""
    label, day = gettext("Session %(number)s", number=session.number), session.start.date()
    if session.status == "held":
        return Event(label, day, gettext("held"), "held")
    if session.status != "planned":
        return Event(label, day, gettext("not held"), "missed")
    return Event(label, day, gettext("planned") if day >= as_of else gettext("not recorded yet"), "planned")


def rhythm(desk: DeskView) -> Markup:
    """Draw the weeks of the pairs that are under way; nothing without one."""
    rows = strips(desk)
    return heat.draw(heat.Heat(gettext("Sessions by week"), desk.first, rows), "rhythm") if rows else Markup()


def strips(desk: DeskView) -> tuple[heat.Row, ...]:
    """Give a row of weeks for each pair."""
    return tuple(heat.Row(each.pair.title, tuple(map(_week, each.weeks)), each.waited) for each in desk.strips)


def _week(week: WeekView) -> heat.Week:
    return heat.Week(week.held, week.planned, week.missed, week.away)


def wishes(desk: DeskView, smallest: int) -> Markup:
    """Draw how many ask for each focus area and how many offer it."""
    needs = tuple(demand.Need(each.area.title, each.ask, each.offer) for each in desk.wishes)
    found = demand.Demand(gettext("Asked for and offered"), needs, suppressed(smallest))
    return demand.draw(found, "wishes") if needs else Markup()
