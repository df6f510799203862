"""`/reference/rules/` and `/reference/rules/<subject>/`: every rule of the checker, as its docstring has it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.pages.page import Page
from generator.pages.template import plural, render
from generator.source.addresses import RULES, of_rule, of_subject
from generator.view.account import RuleView
from generator.view.shapes import Body, Link, View

SUBJECTS = {
    "ACT": "Actions", "AGD": "Agendas", "AGR": "Agreements", "COM": "Communities", "FIL": "Files", "GOA": "Goals",
    "LNK": "Links", "PAI": "Pairs", "PER": "People", "POS": "Posts", "PRG": "The programme", "PRI": "Privacy",
    "ROA": "Roadmaps", "SEA": "Sealing", "SES": "Sessions",
}  # fmt: skip
"""What the three letters of a code stand for."""
SEVERITIES = {
    "error": "an error: a change that causes it is refused",
    "warning": "a warning: nobody is held up",
    "nightly": "told at night, since time alone makes it true: nobody is held up",
}
_REFERENCE, _ALL = Link("Rules and fields", "/reference/"), Link("Rules", RULES)


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
    return Link(SUBJECTS.get(name, name), of_subject(RULES, name))


def _index(view: View, subjects: dict[str, tuple[RuleView, ...]]) -> Page:
    state = f"{plural(len(view.rules), 'rule')} that every change is checked by, each with an example and what to do."
    groups = [
        (name, subject(name), [(rule, of_rule(RULES, rule.code)) for rule in found]) for name, found in subjects.items()
    ]
    html = render("rules", view, RULES, state=state, groups=groups, reference=_REFERENCE)
    return Page(_path(RULES), "Rules", state, html, "handbook")


def _subject(view: View, name: str, found: tuple[RuleView, ...]) -> Page:
    address, title = of_subject(RULES, name), f"Rules: {subject(name).title}"
    state = f"{plural(len(found), 'rule')}, {found[0].code} to {found[-1].code}."
    if len(found) == 1:
        state = f"One rule, {found[0].code}."
    told = [(rule, Body(rule.documentation, _nowhere)) for rule in found]
    crumbs = [_REFERENCE, _ALL]
    html = render("rules_of", view, address, title=title, state=state, rules=told, severities=SEVERITIES, crumbs=crumbs)
    return Page(_path(address), title, state, html, "handbook")


def _path(address: str) -> str:
    return f"{address.strip('/')}.md"


def _nowhere(_destination: str) -> None:
    """Lead no link anywhere: a documentation shows links as examples only."""
