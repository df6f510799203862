"""`/changes/`: the "you said, we did" ledger, from the posts this audience may read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.template import plural, render
from generator.view.shapes import Link, View

_PROGRESS = Link("Progress", "/progress/")
_STATES = ("done", "planned", "dropped")


def pages(view: View) -> Iterator[Page]:
    """Give the ledger, newest first."""
    state = standing(view)
    for leaf in leaves(view.changes, "/changes/"):
        title = leaf.title("What changed")
        html = render("changes", view, leaf.address, title=title, state=state, leaf=leaf, progress=_PROGRESS)
        yield Page(path_of(leaf.address), title, state, html, "progress")


def standing(view: View) -> str:
    """Say how many changes the ledger holds, by state."""
    if not view.changes:
        return "Nothing is recorded yet."
    counts = Counter(change.state for change in view.changes)
    parts = ", ".join(f"{counts[state]} {state}" for state in _STATES if counts[state])
    return f"You said, we did: {plural(len(view.changes), 'change')}, {parts}."
