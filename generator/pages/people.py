"""`/people/`, `/people/by/<facet>/<value>/` and `/people/<person>/`: who takes part, as they agreed to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.sides import capital, side
from generator.pages.template import plural, render
from generator.view.shapes import Link, Profile, View

SIZE = 60
_PEOPLE = Link("People", "/people/")
_LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a filter, with the people who have it."""

    address: str
    title: str
    short: str
    people: tuple[Profile, ...]


def pages(view: View) -> Iterator[Page]:
    """Give the directory, one list for each role and area, and everybody's own page."""
    facets = (("By role", roles(view)), ("By focus area", areas(view)))
    everybody = Facet(str(_PEOPLE.address), "People", "", view.people)
    yield from _list(view, everybody, facets, below="/people/by/name/")
    for _, found in facets:
        for facet in found:
            yield from _list(view, facet, facets, below=facet.address)
    for person in view.people:
        yield _page(view, person)


def roles(view: View) -> tuple[Facet, ...]:
    """Give both roles with those who have them; who has both stands under both."""
    return tuple(
        Facet(
            f"/people/by/role/{role}/",
            f"People: {side(view.site, role)}",
            capital(word),
            tuple(person for person in view.people if person.role in {role, "both"}),
        )
        for role, word in (("mentor", view.site.mentor), ("mentee", view.site.mentee))
    )


def areas(view: View) -> tuple[Facet, ...]:
    """Give every focus area with those who offer or want it."""
    return tuple(
        Facet(
            f"/people/by/area/{area.id}/",
            f"People: {area.title}",
            area.title,
            tuple(person for person in view.people if area.address in _wished(person)),
        )
        for area in view.areas
    )


def _wished(person: Profile) -> set[str | None]:
    return {wish.area.address for wish in (*person.offers, *person.wants)}


def _list(view: View, facet: Facet, facets: Iterable[tuple[str, tuple[Facet, ...]]], below: str) -> Iterator[Page]:
    crumbs = [_PEOPLE] if facet.short else [Link("Home", "/")]
    ground = "" if view.site.audience == "coordinators" else ", shown as they agreed"
    state = f"{plural(len(facet.people), 'person', 'people')}{ground}."
    for leaf in leaves(facet.people, facet.address, size=SIZE, below=below):
        title = leaf.title(facet.title)
        html = render("people", view, leaf.address, title=title, state=state, leaf=leaf, facets=facets, crumbs=crumbs)
        yield Page(path_of(leaf.address), title, state, html, "people")


def _page(view: View, person: Profile) -> Page:
    languages = ", ".join(_LANGUAGES.get(code.split("-")[0], code) for code in person.languages)
    wishes = (("offers", "Offers", person.offers), ("wants", "Wants to learn", person.wants))
    html = render("person", view, person.address, person=person, languages=languages, wishes=wishes, people=_PEOPLE)
    role = "takes part on both sides" if person.role == "both" else side(view.site, person.role)
    description = ", ".join(part for part in (person.name, role, person.department) if part)
    return Page(path_of(person.address), person.name, f"{description}.", html, "people", person.source)
