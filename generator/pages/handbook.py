"""`/handbook/…` and the other free pages: how to take part. What a programme has not written, stands here in short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import gettext, ngettext
from generator.language.forms import term
from generator.pages import text
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.sides import side
from generator.pages.template import render
from generator.view.offer import Offer
from generator.view.shapes import FreeView, Link, Site, View

INDEX = "/handbook/"
FIRST_POST = f"{INDEX}first-post/"
ROLES = tuple(f"{INDEX}for-{role}/" for role in ("mentors", "mentees", "coordinators"))


@dataclass(frozen=True, slots=True)
class HowTo:
    """A short how-to that every programme has until it writes its own."""

    address: str
    template: str
    title: str
    state: str


def pages(view: View) -> Iterator[Page]:
    """Give the handbook's index, every free page at its address, and the how-to of each role that is missing."""
    written = {page.address: page for page in view.pages}
    missing = [each for each in howtos(view.site) if each.address not in written]
    yield _index(view, written.get(INDEX), missing)
    for page in view.pages:
        if page.address != INDEX:
            offers = _offers(view) if page.address == FIRST_POST else ()
            html = render("free", view, page.address, page=page, handbook=place("handbook"), offers=offers)
            yield Page(path_of(page.address), page.title, _says(page), html, "handbook", page.source)
    for each in missing:
        html = render(each.template, view, each.address, howto=each, handbook=place("handbook"), first=_first(view))
        yield Page(path_of(each.address), each.title, each.state, html, "handbook")


def howtos(site: Site) -> tuple[HowTo, ...]:
    """Give the how-to of each role."""
    mentor = gettext("For the %(side)s", side=side(site, "mentor"))
    mentee = gettext("For the %(side)s", side=side(site, "mentee"))
    return (
        HowTo(ROLES[0], "howto_mentor", mentor, gettext("You set the subject and keep the time.")),
        HowTo(ROLES[1], "howto_mentee", mentee, gettext("You bring the time and the questions.")),
        HowTo(ROLES[2], "howto_coordinator", gettext("For coordinators"), gettext("You look after the frame alone.")),
    )


def _index(view: View, own: FreeView | None, missing: list[HowTo]) -> Page:
    """Give the index: the programme's own words if it has some, then every page with its first sentence."""
    others = [page for page in view.pages if page.address != INDEX]
    rows = [(Link(page.title, page.address), text.sentence(page.body.markdown)) for page in others]
    rows += [(Link(each.title, each.address), each.state) for each in missing]
    rows.sort(key=lambda row: _order(row[0]))
    title = own.title if own else gettext("How to take part")
    html = render(
        "handbook",
        view,
        INDEX,
        title=title,
        own=own,
        rows=rows,
        state=_state(view),
        home=place("home"),
        offers=_offers(view),
    )  # fmt: skip
    description = _says(own) if own else _state(view)
    return Page("handbook/index.md", title, description, html, "handbook", own.source if own else None)


def _offers(view: View) -> tuple[Offer, ...]:
    return (view.first_post,) if view.first_post else ()


def _order(link: Link) -> tuple[int, str]:
    """Put the how-to of each role first, in the order in which a pair begins, then the handbook, then other pages."""
    address = link.address or ""
    if address in ROLES:
        return ROLES.index(address), ""
    return len(ROLES) + (not address.startswith(INDEX)), link.title.casefold()


def _state(view: View) -> str:
    site = view.site
    return ngettext(
        "%(num)s session of %(length)s, one every %(rhythm)s, and nothing that needs more than a browser.",
        "%(num)s sessions of %(length)s, one every %(rhythm)s, and nothing that needs more than a browser.",
        site.sessions, length=term(site.length), rhythm=term(site.rhythm),
    )  # fmt: skip


def _says(page: FreeView) -> str:
    return text.sentence(page.body.markdown) or page.title


def _first(view: View) -> Link:
    """Link the agenda of the first session, or the library where there is none."""
    found = (Link(each.title, each.address) for each in view.agendas if each.stage == "first")
    return next(found, Link(gettext("the agendas"), "/agendas/"))
