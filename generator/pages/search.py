"""`/search/`: a box for words, and, with or without it, every list there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.pages import facets
from generator.pages.archive import months
from generator.pages.page import Page
from generator.pages.tags import tags
from generator.pages.template import render
from generator.view.shapes import Link, View

ADDRESS = "/search/"
STATE = "Find a post, a person, a path or a rule: by its words, or by the lists below."
MOST = 30
_EXACT, _OTHER = "Measures, rules, fields", "Lists and other pages"
BESIDE = frozenset({_EXACT, _OTHER})
"""What speaks of everything, and so comes after what somebody wrote of it."""
_KINDS = {
    "posts": "Posts",
    "people": "People",
    "pairs": "Pairs and rooms",
    "roadmaps": "Roadmaps",
    "agendas": "Agendas",
    "communities": "Communities",
    "handbook": "How to",
    "measures": _EXACT,
    "reference": _EXACT,
}


def kind(page: Page) -> str:
    """Say what a page is, as the filter of the search names it."""
    top, _, rest = page.path.removesuffix(".md").partition("/")
    return _OTHER if rest == "index" or rest.startswith("by/") else _KINDS.get(top, _OTHER)


def pages(view: View) -> Iterator[Page]:
    """Give the one page; what needs the script stands in its form, which only the script shows."""
    tagged = sorted(tags(view), key=lambda tag: (-len(tag.cards), tag.name.casefold()))
    lists = (
        ("areas", "Focus areas", tuple(Link(area.title, area.address) for area in view.areas)),
        ("roadmaps", "Roadmaps", tuple(Link(each.title, each.address) for each in view.roadmaps)),
        ("tags", "Tags", tuple(tag.link for tag in tagged[:MOST])),
    )
    more = {name: Link(f"All {title.lower()}", f"/{name}/") for name, title, _ in lists}
    html = render(
        "search",
        view,
        ADDRESS,
        state=STATE,
        lists=lists,
        more=more,
        narrowed=_narrowed(view),
        people=facets.filters(view),
        months=months(view),
        home=Link("Home", "/"),
    )
    yield Page("search/index.md", "Search", STATE, html, "search")


def _narrowed(view: View) -> tuple[tuple[str, str, Sequence[str]], ...]:
    """Give what an answer can be narrowed by: here, since to ask the index would be to load a part of it."""
    years = sorted({str(post.card.date.year) for post in view.posts}, reverse=True)
    kinds = dict.fromkeys((*_KINDS.values(), _OTHER))
    areas = [area.title for area in view.areas]
    return (("kind", "What", tuple(kinds)), ("area", "Focus area", areas), ("year", "Year", years))
