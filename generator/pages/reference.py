"""`/reference/` and `/reference/fields/`: what may stand in the files, field by field, and where the rules are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page, path_of
from generator.pages.template import plural, render
from generator.view.shapes import Link, View

INDEX = "/reference/"
FIELDS = f"{INDEX}fields/"
SEEN = {
    "organisation": "everyone in the organisation",
    "cohort": "participants",
    "coordinators": "coordinators",
    "never": "nobody, on no site",
    "": "each field for itself",
}
_HANDBOOK, _REFERENCE = Link("How to", "/handbook/"), Link("Rules and fields", INDEX)


def pages(view: View) -> Iterator[Page]:
    """Give the index and the page of all fields."""
    state = "What may stand in the files of a programme, and what the check says of it."
    html = render("reference", view, INDEX, state=state, files=view.files, rules=len(view.rules), handbook=_HANDBOOK)
    yield Page(path_of(INDEX), _REFERENCE.title, state, html, "handbook")
    yield _fields(view)


def _fields(view: View) -> Page:
    count = sum(len(file.fields) for file in view.files)
    state = f"{plural(len(view.files), 'kind')} of file with {plural(count, 'field')}, and who may see each of them."
    html = render("fields", view, FIELDS, state=state, files=view.files, seen=SEEN, reference=_REFERENCE)
    return Page(path_of(FIELDS), "Fields", state, html, "handbook")
