"""`/progress/…/files/<measure>/`: the very files a number was counted from, for coordinators."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import decimal, found, gettext, ngettext
from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import Leaf, leaves
from generator.pages.places import place
from generator.pages.sides import capital
from generator.pages.template import render
from generator.view.indicator import CountedView, File
from generator.view.shapes import Link, View

SIZE = 300


def pages(view: View) -> Iterator[Page]:
    """Give a page for each number, and further ones where it was counted from many files."""
    linked = progress.led_to(view)
    for counted in (*view.progress.counted, *(view.desk.behind.values() if view.desk else ())):
        if counted.address in linked:
            for leaf in leaves(counted.files, counted.address, size=SIZE):
                yield _page(view, counted, leaf)


def _page(view: View, counted: CountedView, leaf: Leaf[File]) -> Page:
    name, crumbs = found(counted.name), _crumbs(counted)
    title = leaf.title(gettext("%(measure)s, %(group)s: files", measure=name, group=counted.of))
    state = _state(counted)
    html = render("counted", view, leaf.address, title=title, state=state, counted=counted, leaf=leaf, crumbs=crumbs)
    return Page(path_of(leaf.address), title, state, html, "needs" if crumbs[0] == place("needs") else "progress")


def _crumbs(counted: CountedView) -> list[Link]:
    """Give the way up; a cohort that is looked back at leads to its page, which tells of it as it is now."""
    progress, needs, above = place("progress"), place("needs"), Link(*counted.above)
    if above.address == needs.address:
        return [needs]
    return [progress] if above.address == progress.address else [progress, above]


def _state(counted: CountedView) -> str:
    whose = capital(f"{counted.of}: {decimal(counted.shown)}" if counted.shown else counted.of)
    return ngettext(
        "%(whose)s, counted from %(num)s file.", "%(whose)s, counted from %(num)s files.",
        len(counted.files), whose=whose,
    )  # fmt: skip
