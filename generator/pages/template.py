"""Templates: autoescaped, strict about missing names, and with participants' text only ever as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator import language
from generator.language.forms import day, duration, moment, month, term, zone
from generator.pages import text
from generator.pages.calling import Calling
from generator.pages.compiled import Compiled
from generator.pages.page import up
from generator.pages.saying import below
from generator.pages.sides import capital
from generator.pages.words import words
from generator.source.addresses import RULES, of_rule
from generator.view.shapes import BODY, Body, Site, View

_WRITTEN: dict[str, Any] = {"extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True}
"""How the texts of templates are read."""
_DATE = re.compile(r"\b(\d{1,2}\.?) ([^\W\d]+\.?) (\d{4})\b")
"""A day, a month's name and a year, as both languages of the site write them."""
_KEPT = 1 << 14
"""How many components are remembered at one depth: all cards of some thousand posts."""


@cache
def environment() -> Environment:
    """Give the one environment all pages share."""
    found = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        **_WRITTEN,
    )
    found.filters.update(at=_at, day=day, month=month, moment=moment, duration=duration, zone=zone)
    found.filters.update(body=_body, close=close, dated=dated, words=words, term=term, capital=capital)
    found.filters.update(
        rule=partial(of_rule, RULES), number=language.number, decimal=language.decimal, own=own, said=language.found
    )
    found.globals.update(gettext=_gettext, ngettext=_ngettext, _=_gettext, in_english=in_english, in_own=in_own)
    found.globals.update(written_in=written_in)
    found.context_class = Calling
    found.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension: it hands over the values
    found.bytecode_cache = Compiled(found, {**_WRITTEN, "autoescape": True, "newstyle_gettext": True})
    return found


def render(name: str, view: View, address: str, **values: Any) -> str:
    """Render a template for the page at an address; `site` is the view's, `p` the components.

    The sentence below the title is its `state`, of which no date is torn.
    """
    template, base = environment().get_template(f"{name}.html.jinja"), up(address)
    shared = {"site": view.site, "base": base, "p": _parts(view.site, base), "say": below(base), "address": address}
    if "state" in values:
        shared["state"] = dated(values.pop("state"))
    return template.render(shared, **values).strip() + "\n"


@lru_cache(64)
def _parts(site: Site, base: str) -> TemplateModule:
    """Give the components for pages of one depth: all that they know of a page is how far up its root is."""
    shared = {"site": site, "base": base, "say": below(base), "once": lru_cache(_KEPT)(_drawn)}
    return environment().get_template("_parts.jinja").make_module(shared)


def _drawn(macro: Macro, *values: Any) -> str:
    """Draw a component of values; kept, it is drawn once for all pages of one depth."""
    return macro(*values)


@pass_context
def _at(context: Context, address: str) -> str:
    """Write an address of the site relative to the page being rendered; other addresses stay."""
    if not address.startswith("/"):
        return address
    base: str = context["base"]
    return base + address[1:] if len(address) > 1 else base


@pass_context
def _body(context: Context, body: Body, level: int = 1, prefix: str = BODY) -> Markup:
    """Render somebody's Markdown as a safe fragment under a heading of a level, its links right on this page."""
    base: str = context["base"]
    return Markup(text.html(body.markdown, body.resolve, base, prefix, level))  # noqa: S704 - sanitised by text.html


def close(value: str) -> str:
    """Keep a number and its unit on one line."""
    return value.replace(" ", "\u00a0")


def dated(value: str) -> str:
    """Keep each date in a sentence on one line."""
    kept = _DATE.sub("\\1\u00a0\\2\u00a0\\3", value)
    return Markup(kept) if isinstance(value, Markup) else kept  # noqa: S704 - markup as before, but for its spaces


def _gettext(message: str, **values: object) -> Markup:
    """Give a message of a template, its values escaped; a value of the other direction is kept by itself."""
    if not values:
        return _whole(message, language.current())
    return Markup(language.found(message) % _shown(values))  # noqa: S704 - messages are ours, values are escaped


@lru_cache(4096)
def _whole(message: str, tag: str) -> Markup:
    """Give a message without values, filled once for each language."""
    del tag
    return Markup(language.found(message) % {})  # noqa: S704 - the same


def _ngettext(one: str, many: str, num: int, **values: object) -> Markup:
    """Give the form of a template's message that fits a count."""
    found = language.counted(one, many, num)
    return Markup(found % {**_shown(values), "num": language.number(num)})  # noqa: S704 - the same


def _shown(values: Mapping[str, object]) -> dict[str, Markup]:
    return {name: escape(own(value) if isinstance(value, str) else value) for name, value in values.items()}


def own(value: str) -> str:
    """Keep a name or title in letters of the other direction from moving the words around it."""
    if isinstance(value, Markup) or not language.runs_against(value):
        return value
    return Markup("<bdi>{}</bdi>").format(value)


def in_english() -> Markup:
    """Give the attributes of an element whose text is there in English only; none on an English page."""
    return Markup("") if language.is_english() else Markup(' lang="en" dir="ltr"')


def written_in(tag: str | None) -> Markup:
    """Give the attributes of an element whose text is in a language; none where that is the page's own."""
    return Markup(' lang="{}" dir="{}"').format(tag, language.direction(tag)) if tag else Markup("")


def in_own() -> Markup:
    """Give the attributes of an element that is back in the site's language inside one in English."""
    tag = language.current()
    return Markup("") if language.is_english() else Markup(' lang="{}" dir="{}"').format(tag, language.direction(tag))
