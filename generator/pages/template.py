"""Templates: autoescaped, strict about missing names, and with participants' text only ever as a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.pages import text
from generator.pages.page import up
from generator.pages.sides import capital
from generator.source.addresses import RULES, of_rule
from generator.view.shapes import BODY, Body, View

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@cache
def environment() -> Environment:
    """Give the one environment all pages share."""
    found = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(at=_at, day=day, month=month, moment=moment, duration=duration, zone=zone)
    found.filters.update(body=_body, close=close, plural=plural, words=words, capital=capital)
    found.filters.update(rule=partial(of_rule, RULES))
    return found


def render(name: str, view: View, address: str, **values: Any) -> str:
    """Render a template for the page at an address; `site` is the view's."""
    template = environment().get_template(f"{name}.html.jinja")
    return template.render(site=view.site, base=up(address), address=address, **values).strip() + "\n"


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


def day(value: date) -> str:
    """Write a date as `21 May 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """Write a month as `May 2026`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """Write a date and time as `21 May 2026, 15:00`."""
    return f"{day(value.date())}, {value:%H:%M}"


def duration(minutes: int) -> str:
    """Write minutes as a person would: `45 min`, `2 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours))


def zone(name: str) -> str:
    """Write a time zone as a person would: `Buenos Aires time`; one without a place keeps its name."""
    area, _, place = name.rpartition("/")
    return f"{place.replace('_', ' ')} time" if area not in {"", "Etc"} else name


def plural(count: int, one: str, many: str | None = None) -> str:
    """Write a count with its noun: `1 session`, `2 sessions`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


_WORDS: Mapping[str, str] = {
    "ended_early": "ended early",
    "re_matched": "re-matched",
    "held": "held",
    "cancelled": "not held",
    "missed": "not held",
    "both": "both",
}


def words(value: str) -> str:
    """Write a closed value of the files as the site says it."""
    return _WORDS.get(value, value.replace("_", " "))
