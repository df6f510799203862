"""`/measures/`: how each figure is counted, what it reads, what it cannot see, and an example worked out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.template import plural, render
from generator.view.shapes import Link, View

_PROGRESS = Link("Progress", "/progress/")


def pages(view: View) -> Iterator[Page]:
    """Give the one page of all measures; each has an anchor equal to its id."""
    state = f"{plural(len(view.measures), 'measure')}, each with its formula, what it cannot see, and an example."
    html = render("measures", view, "/measures/", state=state, measures=view.measures, progress=_PROGRESS)
    yield Page("measures/index.md", "Measures", state, html, "progress")
