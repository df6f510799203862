"""`/needs/`: who needs a coordinator now, and below it how the programme stands; for coordinators alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.language import decimal, gettext, ngettext
from generator.language.forms import day
from generator.pages import drawn, progress
from generator.pages.absent import nothing_due
from generator.pages.page import Page
from generator.pages.saying import Say, linked, plainly
from generator.pages.template import render
from generator.view.desk import CountView, DeskView, NeedView
from generator.view.indicator import GroupView
from generator.view.shapes import Link, View

ADDRESS = "/needs/"
SHOWN = 10
NAMED = 8
"""So many pairs of a band are named; more would be a list to scroll, and each is on the page of pairs."""
FIRST = 3
"""So many entries stand on the first page."""
BANDS = {
    "too early": ("hollow", "muted"),
    "on track": ("full", "ok"),
    "watch": ("half", "watch"),
    "at risk": ("triangle", "care"),
    "stalled": ("gap", "quiet"),
    "paused": ("bars", "muted"),
}
"""The shape and the colour of a band."""


def pages(view: View) -> Iterator[Page]:
    """Give the coordinators' page; no other audience has one."""
    desk = view.desk
    if desk is None:
        return
    state, groups, say = standing(desk), beside(view), linked(ADDRESS)
    html = render(
        "needs", view, ADDRESS, state=standing(desk, say), desk=desk, shown=desk.needs[:SHOWN], rest=desk.needs[SHOWN:],
        groups=groups, compared=progress.compared(groups), ready=(*desk.prepared, *desk.agendas),
        rhythm=drawn.rhythm(desk), wishes=drawn.wishes(desk, view.site.smallest),
        lines=progress.charts(view.progress.lines[:1]), files=files(view), lists=partial(behind, view),
        merged=merged(desk, say),
        quality=view.quality, bands=BANDS, named=NAMED, whose=whose, counted=counted,
    )  # fmt: skip
    yield Page("needs/index.md", gettext("Needs you now"), state, html, "needs")


def standing(desk: DeskView, say: Say = plainly) -> str:
    """Say in one sentence how many need somebody, and since when; or that nobody does, and when to look again."""
    if not desk.waiting:
        if desk.next_check is None:
            return gettext("Nobody needs you today.")
        return gettext("Nobody needs you today. Next check: %(day)s.", day=day(desk.next_check))
    count = desk.waiting
    since = min((each.since for each in desk.needs if each.since), default=None)
    if since is None:
        said = ngettext("%(num)s entry needs you.", "%(num)s entries need you.", count)
        return say(said, "listed", _to(desk, "now"))
    said = ngettext(
        "%(num)s entry needs you, the oldest since %(day)s.", "%(num)s entries need you, the oldest since %(day)s.",
        count, day=day(since),
    )  # fmt: skip
    return say(said, "listed", _to(desk, "now"))


def _to(desk: DeskView, table: str) -> str | None:
    return desk.behind[table].address if table in desk.behind else None


def whose(need: NeedView) -> str:
    """Say whose turn it is."""
    if need.owner:
        return gettext("owned by %(name)s", name=need.owner)
    if need.turn is None:
        return gettext("yours")
    return gettext("the two are asked first; yours from %(day)s", day=day(need.turn))


def counted(part: CountView) -> str:
    """Say so many of so many; what is not due has no number."""
    if not part.whole:
        return nothing_due()
    return gettext("%(done)s of %(whole)s", done=part.done, whole=part.whole)


def beside(view: View) -> list[GroupView]:
    """Give the indicators of the newest cohort and of the one before it; of the programme while there is only one."""
    told = view.progress
    found = (told.cohorts.get(told.newest), told.earlier) if told.newest else (told.programme,)
    return [each for each in found if each]


def files(view: View) -> Mapping[str, str]:
    """Give the pages that list the files behind the tables of this page, by table; none but for coordinators."""
    return {name: each.address for name, each in view.desk.behind.items()} if view.desk else {}


def behind(view: View, table: str) -> tuple[Link, ...]:
    """Link the files behind a table, where this audience has a list of them."""
    found = files(view).get(table)
    return (progress.behind(found),) if found else ()


def merged(desk: DeskView, say: Say = plainly) -> str:
    """Say how long contributions took, the middle one of them."""
    if desk.merged is None:
        return gettext("unknown: this history has no merges, or only a part of it is here")
    count = ngettext("%(num)s merge", "%(num)s merges", desk.merges)
    days, merges = (say(each, "contribution-time", _to(desk, "merged")) for each in (_days(desk.merged), count))
    return gettext("%(days)s, middle of %(merges)s", days=days, merges=merges)


def _days(count: float) -> str:
    if count < 1:
        return gettext("less than a day")
    if count == int(count):
        return ngettext("%(num)s day", "%(num)s days", int(count))
    return gettext("%(count)s days", count=decimal(f"{count:g}"))
