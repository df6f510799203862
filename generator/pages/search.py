"""`/search/`: a box for words, and, with or without it, every list there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import N_, gettext
from generator.pages import facets
from generator.pages.archive import months
from generator.pages.page import Page
from generator.pages.places import place
from generator.pages.tags import tags
from generator.pages.template import render
from generator.view.shapes import Link, View

ADDRESS = "/search/"
STATE = N_("Find a post, a person, a path or a rule: by its words, or by the lists below.")
MOST = 30
_EXACT, _OTHER = N_("Measures, rules, fields"), N_("Lists and other pages")
BESIDE = frozenset({_EXACT, _OTHER})
"""What speaks of everything, and so comes after what somebody wrote of it."""
_KINDS = {
    "posts": N_("Posts"),
    "people": N_("People"),
    "pairs": N_("Pairs and rooms"),
    "roadmaps": N_("Roadmaps"),
    "agendas": N_("Agendas"),
    "communities": N_("Communities"),
    "handbook": N_("How to"),
    "measures": _EXACT,
    "reference": _EXACT,
}


def kind(page: Page) -> str:
    """Say what a page is, as a message: the filter of the search names it in the site's language."""
    top, _, rest = page.path.removesuffix(".md").partition("/")
    return _OTHER if rest == "index" or rest.startswith("by/") else _KINDS.get(top, _OTHER)


def pages(view: View) -> Iterator[Page]:
    """Give the one page; what needs the script stands in its form, which only the script shows."""
    tagged = sorted(tags(view), key=lambda tag: (-len(tag.cards), tag.name.casefold()))
    lists = (
        ("areas", gettext("Focus areas"), tuple(Link(area.title, area.address) for area in view.areas)),
        ("roadmaps", gettext("Roadmaps"), tuple(Link(each.title, each.address) for each in view.roadmaps)),
        ("tags", gettext("Tags"), tuple(tag.link for tag in tagged[:MOST])),
    )
    more = {
        "areas": Link(gettext("All focus areas"), "/areas/"),
        "roadmaps": Link(gettext("All roadmaps"), "/roadmaps/"),
        "tags": Link(gettext("All tags"), "/tags/"),
    }
    html = render(
        "search",
        view,
        ADDRESS,
        state=gettext(STATE),
        lists=lists,
        more=more,
        narrowed=_narrowed(view),
        people=facets.filters(view),
        months=months(view),
        home=place("home"),
    )
    yield Page("search/index.md", gettext("Search"), gettext(STATE), html, "search")


def _narrowed(view: View) -> tuple[tuple[str, str, Sequence[str]], ...]:
    """Give what an answer can be narrowed by: here, since to ask the index would be to load a part of it."""
    years = sorted({str(post.card.date.year) for post in view.posts}, reverse=True)
    kinds = tuple(gettext(each) for each in dict.fromkeys((*_KINDS.values(), _OTHER)))
    areas = [area.title for area in view.areas]
    return (
        ("kind", gettext("What"), kinds), ("area", gettext("Focus area"), areas), ("year", gettext("Year"), years),
    )  # fmt: skip
