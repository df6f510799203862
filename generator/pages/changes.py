"""`/changes/`: the "you said, we did" ledger, from the posts this audience may read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.template import render
from generator.pages.words import words
from generator.view.shapes import View

_STATES = ("done", "planned", "dropped")


def pages(view: View) -> Iterator[Page]:
    """Give the ledger, newest first."""
    state = standing(view)
    for leaf in leaves(view.changes, "/changes/"):
        title = leaf.title(gettext("What changed"))
        html = render("changes", view, leaf.address, title=title, state=state, leaf=leaf, progress=place("progress"))
        yield Page(path_of(leaf.address), title, state, html, "progress")


def standing(view: View) -> str:
    """Say how many changes the ledger holds, by state."""
    if not view.changes:
        return gettext("Nothing is recorded yet.")
    counts = Counter(change.state for change in view.changes)
    parts = ", ".join(f"{counts[state]} {words(state)}" for state in _STATES if counts[state])
    return ngettext(
        "You said, we did: %(num)s change, %(states)s.", "You said, we did: %(num)s changes, %(states)s.",
        len(view.changes), states=parts,
    )  # fmt: skip
