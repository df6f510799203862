"""From a view to pages: one module per kind of page, found by walking this folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from generator.language import speaking
from generator.pages.page import Maker, Page
from generator.view.shapes import View


def pages(view: View) -> Iterator[Page]:
    """Give all pages of one audience in the site's language, one at a time, in the order of their modules' names."""
    for name in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        maker = getattr(importlib.import_module(f"{__name__}.{name}"), "pages", None)
        if maker is not None:
            yield from _told(maker, view)


def _told(maker: Maker, view: View) -> Iterator[Page]:
    """Speak the site's language while a page is made, and not while it is elsewhere."""
    made = maker(view)
    while True:
        with speaking(view.site.language):
            page = next(made, None)
        if page is None:
            return
        yield page
