"""`/progress/…/files/<measure>/`: the very files a number was counted from, for coordinators."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import progress
from generator.pages.page import Page, path_of
from generator.pages.paging import Leaf, leaves
from generator.pages.sides import capital
from generator.pages.template import plural, render
from generator.view.indicator import CountedView
from generator.view.shapes import Link, View

_PROGRESS = Link("Progress", "/progress/")
SIZE = 300
File = tuple[str, str | None]


def pages(view: View) -> Iterator[Page]:
    """Give a page for each number, and further ones where it was counted from many files."""
    linked = progress.linked(view)
    for counted in view.progress.counted:
        if counted.address in linked:
            for leaf in leaves(counted.files, counted.address, size=SIZE):
                yield _page(view, counted, leaf)


def _page(view: View, counted: CountedView, leaf: Leaf[File]) -> Page:
    title = leaf.title(f"{counted.name}, {counted.of}: files")
    value = f": {counted.shown}" if counted.shown else ""
    state = f"{capital(counted.of)}{value}, counted from {plural(len(counted.files), 'file')}."
    html = render(
        "counted", view, leaf.address, title=title, state=state, counted=counted, leaf=leaf,
        crumbs=[_PROGRESS, *([] if counted.above == _PROGRESS.address else [Link(counted.of, counted.above)])],
    )  # fmt: skip
    return Page(path_of(leaf.address), title, state, html, "progress")
