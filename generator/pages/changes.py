"""`/changes/`: the "you said, we did" ledger, from the posts this audience may read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.language import gettext, ngettext
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import leaves
from generator.pages.places import place
from generator.pages.saying import Say, joined, linked, plainly
from generator.pages.template import render
from generator.pages.words import words
from generator.view.shapes import View

_STATES = ("done", "planned", "dropped")


def pages(view: View) -> Iterator[Page]:
    """Give the ledger, newest first."""
    state = standing(view)
    for leaf in leaves(view.changes, "/changes/"):
        title = leaf.title(gettext("What changed"))
        html = render(
            "changes", view, leaf.address, title=title, state=standing(view, linked(leaf.address)), leaf=leaf,
            progress=place("progress"),
        )  # fmt: skip
        yield Page(path_of(leaf.address), title, state, html, "progress")


def standing(view: View, say: Say = plainly) -> str:
    """Say how many changes the ledger holds, by state."""
    if not view.changes:
        return gettext("Nothing is recorded yet.")
    counts = Counter(change.state for change in view.changes)
    files = progress.listed(view, "changes")
    parts = [say(f"{counts[state]} {words(state)}", "listed", files) for state in _STATES if counts[state]]
    changes = ngettext("%(num)s change", "%(num)s changes", len(view.changes))
    return gettext(
        "You said, we did: %(changes)s, %(states)s.", changes=say(changes, "listed", files), states=joined(parts)
    )
