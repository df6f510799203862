"""The directory's filters: every value somebody has, with the people who have it, as they agreed to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.language import gettext
from generator.language.forms import language, zone
from generator.pages.sides import capital, side
from generator.view.shapes import Profile, View


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a filter, with the people who have it; `token` is what the fragment and a row call it."""

    token: str
    address: str
    title: str
    short: str
    people: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with its values."""

    id: str
    label: str
    values: tuple[Facet, ...]


def filters(view: View) -> tuple[Filter, ...]:
    """Give the filters of this audience; free places only where it may know them."""
    people: dict[str, list[Profile]] = {}
    for person in view.people:
        for each in tokens(person):
            people.setdefault(each, []).append(person)
    roles = {role: capital(word) for role, word in (("mentor", view.site.mentor), ("mentee", view.site.mentee))}
    found = [
        _filter(people, "role", gettext("Role"), roles, lambda role: side(view.site, role)),
        _filter(people, "area", gettext("Focus area"), {area.id: area.title for area in view.areas}),
        _filter(people, "language", gettext("Language"), _present(view, languages, language)),
        _filter(people, "zone", gettext("Time zone"), _present(view, lambda each: [each.timezone], zone)),
    ]
    if any(person.places_free is not None for person in view.people):
        found.append(_filter(people, "places", gettext("Places"), {"free": gettext("Places free")}))
    return tuple(found)


def tokens(person: Profile) -> tuple[str, ...]:
    """Give every value a person has, as `<filter>:<value>`."""
    roles = ("mentor", "mentee") if person.role == "both" else (person.role,)
    areas = dict.fromkeys(
        str(wish.area.address).split("/")[2] for wish in (*person.offers, *person.wants) if wish.area.address
    )
    found = [("role", role) for role in roles] + [("area", area) for area in areas]
    found += [("language", token(each)) for each in languages(person)]
    found += [("zone", token(person.timezone))] * bool(person.timezone) + [("places", "free")] * bool(
        person.places_free
    )
    return tuple(f"{name}:{value}" for name, value in found)


def languages(person: Profile) -> tuple[str, ...]:
    """Give the codes of a person's languages without regions, each once."""
    return tuple(dict.fromkeys(code.split("-")[0].lower() for code in person.languages))


def token(value: str) -> str:
    """Write a value as an address does: `Europe/Berlin` is `europe-berlin`."""
    return value.lower().replace("+", "-plus-").replace("/", "-").replace("_", "-")


def _present(view: View, values: Callable[[Profile], Iterable[str]], name: Callable[[str], str]) -> Mapping[str, str]:
    """Name the values that people have, in the order of their names."""
    have = {value for person in view.people for value in values(person) if value}
    return {token(value): name(value) for value in sorted(have, key=lambda each: (name(each).casefold(), each))}


def _filter(
    people: Mapping[str, Sequence[Profile]],
    name: str,
    label: str,
    values: Mapping[str, str],
    title: Callable[[str], str] | None = None,
) -> Filter:
    """Make a filter of its values and what each is called; `title` where a page of its own says more than a list."""
    facets = (
        Facet(
            value,
            f"/people/by/{name}/{value}/",
            gettext("People: %(who)s", who=title(value) if title else short),
            short,
            tuple(people.get(f"{name}:{value}", ())),
        )
        for value, short in values.items()
    )
    return Filter(name, label, tuple(facets))
