"""`/reference/rules/` and `/reference/rules/<subject>/`: every rule of the checker, as its docstring has it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.language import N_, gettext, ngettext
from generator.pages.page import Page
from generator.pages.places import place
from generator.pages.template import render
from generator.source.addresses import RULES, of_rule, of_subject
from generator.view.account import RuleView
from generator.view.shapes import Body, Link, View

SUBJECTS = {
    "ACT": N_("Actions"), "AGD": N_("Agendas"), "AGR": N_("Agreements"), "COM": N_("Communities"), "FIL": N_("Files"),
    "GOA": N_("Goals"), "LNK": N_("Links"), "PAI": N_("Pairs"), "PER": N_("People"), "POS": N_("Posts"),
    "PRG": N_("The programme"), "PRI": N_("Privacy"), "ROA": N_("Roadmaps"), "SEA": N_("Sealing"),
    "SES": N_("Sessions"),
}  # fmt: skip
"""What the three letters of a code stand for."""
SEVERITIES = {
    "error": N_("an error: a change that causes it is refused"),
    "warning": N_("a warning: nobody is held up"),
    "nightly": N_("told at night, since time alone makes it true: nobody is held up"),
}


def pages(view: View) -> Iterator[Page]:
    """Give the list of all codes, and a page for each subject on which every rule has its code as anchor."""
    if not view.rules:
        return
    subjects = {name: tuple(found) for name, found in groupby(view.rules, key=lambda rule: rule.code[:3])}
    yield _index(view, subjects)
    for name, found in subjects.items():
        yield _subject(view, name, found)


def subject(code: str) -> Link:
    """Link the page of a code's subject."""
    name = code[:3]
    return Link(gettext(SUBJECTS[name]) if name in SUBJECTS else name, of_subject(RULES, name))


def _index(view: View, subjects: dict[str, tuple[RuleView, ...]]) -> Page:
    state = ngettext(
        "%(num)s rule that every change is checked by, each with an example and what to do.",
        "%(num)s rules that every change is checked by, each with an example and what to do.",
        len(view.rules),
    )
    groups = [
        (name, subject(name), [(rule, of_rule(RULES, rule.code)) for rule in found]) for name, found in subjects.items()
    ]
    html = render("rules", view, RULES, state=state, groups=groups, reference=place("reference"))
    return Page(_path(RULES), gettext("Rules"), state, html, "handbook")


def _subject(view: View, name: str, found: tuple[RuleView, ...]) -> Page:
    address, title = of_subject(RULES, name), gettext("Rules: %(subject)s", subject=subject(name).title)
    told = [(rule, Body(rule.documentation, _nowhere)) for rule in found]
    crumbs, state = [place("reference"), place("rules")], _span(found)
    html = render("rules_of", view, address, title=title, state=state, rules=told, severities=SEVERITIES, crumbs=crumbs)
    return Page(_path(address), title, state, html, "handbook")


def _span(found: tuple[RuleView, ...]) -> str:
    first, last = found[0].code, found[-1].code
    if len(found) == 1:
        return gettext("One rule, %(code)s.", code=first)
    return ngettext(
        "%(num)s rule, %(first)s to %(last)s.", "%(num)s rules, %(first)s to %(last)s.",
        len(found), first=first, last=last,
    )  # fmt: skip


def _path(address: str) -> str:
    return f"{address.strip('/')}.md"


def _nowhere(_destination: str) -> None:
    """Lead no link anywhere: a documentation shows links as examples only."""
