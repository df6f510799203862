"""`/reference/` and `/reference/fields/`: what may stand in the files, field by field, and where the rules are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import N_, gettext, ngettext
from generator.pages.page import Page, path_of
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import View

INDEX = "/reference/"
FIELDS = f"{INDEX}fields/"
SEEN = {
    "organisation": N_("everyone in the organisation"),
    "cohort": N_("participants"),
    "coordinators": N_("coordinators"),
    "never": N_("nobody, on no site"),
    "": N_("each field for itself"),
}


def pages(view: View) -> Iterator[Page]:
    """Give the index and the page of all fields."""
    state = gettext("What may stand in the files of a programme, and what the check says of it.")
    above = place("handbook")
    html = render("reference", view, INDEX, state=state, files=view.files, rules=len(view.rules), handbook=above)
    yield Page(path_of(INDEX), place("reference").title, state, html, "handbook")
    yield _fields(view)


def _fields(view: View) -> Page:
    count = sum(len(file.fields) for file in view.files)
    state = ngettext(
        "%(files)s kinds of file with %(num)s field, and who may see each of them.",
        "%(files)s kinds of file with %(num)s fields, and who may see each of them.",
        count, files=len(view.files),
    )  # fmt: skip
    html = render("fields", view, FIELDS, state=state, files=view.files, seen=SEEN, reference=place("reference"))
    return Page(path_of(FIELDS), gettext("Fields"), state, html, "handbook")
