"""`/people/`, `/people/by/<facet>/<value>/` and `/people/<person>/`: who takes part, as they agreed to be shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.language.forms import language
from generator.pages import facets, progress
from generator.pages.facets import Facet, Filter
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.saying import linked
from generator.pages.sides import side
from generator.pages.template import render
from generator.view.indicator import File
from generator.view.shapes import Link, Profile, View

SIZE = 150
_ALL = "/people/"
_BELOW = "/people/by/name/"


def pages(view: View) -> Iterator[Page]:
    """Give the directory, one list for each value of a filter, and everybody's own page."""
    filters = facets.filters(view)
    yield from _list(view, Facet("", _ALL, gettext("People"), "", view.people), filters, below=_BELOW)
    for found in filters:
        for facet in found.values:
            yield from _list(view, facet, filters, below=facet.address)
    for person in view.people:
        earned = tuple(each for each in view.certificates if each.profile == person.address)
        yield _page(view, person, tuple(Link(each.cohort.title, each.address) for each in earned))


def _list(view: View, facet: Facet, filters: tuple[Filter, ...], below: str) -> Iterator[Page]:
    crumbs = [place("people" if facet.short else "home")]
    state = _state(view, len(facet.people))
    for leaf in leaves(facet.people, facet.address, size=SIZE, below=below):
        title = leaf.title(facet.title)
        html = render(
            "people",
            view,
            leaf.address,
            title=title,
            state=linked(leaf.address)(state, "listed", progress.listed(view, "people")),
            plain=state,
            leaf=leaf,
            filters=filters,
            crumbs=crumbs,
            tokens=facets.tokens,
            whole=leaf.address == _ALL,
        )
        yield Page(path_of(leaf.address), title, state, html, "people")


def _state(view: View, count: int) -> str:
    if view.site.audience == "coordinators":
        return ngettext("%(num)s person.", "%(num)s people.", count)
    return ngettext("%(num)s person, shown as they agreed.", "%(num)s people, shown as they agreed.", count)


def _page(view: View, person: Profile, certificates: tuple[Link, ...]) -> Page:
    languages = ", ".join(map(language, facets.languages(person)))
    wishes = (("offers", gettext("Offers"), person.offers), ("wants", gettext("Wants to learn"), person.wants))
    html = render(
        "person", view, person.address, person=person, languages=languages, wishes=wishes, people=place("people"),
        certificates=certificates, files=_counted(person),
    )  # fmt: skip
    role = gettext("takes part on both sides") if person.role == "both" else side(view.site, person.role)
    description = ", ".join(part for part in (person.name, role, person.department) if part)
    return Page(path_of(person.address), person.name, f"{description}.", html, "people", person.source, _facets(person))


def _counted(person: Profile) -> tuple[tuple[str, str, tuple[File, ...]], ...]:
    """Give what the places of a person were counted from, for coordinators."""
    return (("places", gettext("Places free"), person.behind),) if person.behind else ()


def _facets(person: Profile) -> tuple[tuple[str, str], ...]:
    """Give the areas somebody offers or wants, to find the page by."""
    return tuple(dict.fromkeys(("area", wish.area.title) for wish in (*person.offers, *person.wants)))
