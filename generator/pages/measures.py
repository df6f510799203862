"""`/measures/`: how each figure is counted, what it reads, what it cannot see, and an example worked out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.pages.page import Page
from generator.pages.places import place
from generator.pages.template import render
from generator.view.shapes import View


def pages(view: View) -> Iterator[Page]:
    """Give the one page of all measures; each has an anchor equal to its id."""
    state = ngettext(
        "%(num)s measure, each with its formula, what it cannot see, and an example.",
        "%(num)s measures, each with its formula, what it cannot see, and an example.",
        len(view.measures),
    )
    html = render("measures", view, "/measures/", state=state, measures=view.measures, progress=place("progress"))
    yield Page("measures/index.md", gettext("Measures"), state, html, "progress")
