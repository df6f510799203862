"""One registry for all codes: what each check needs decides when it runs."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from datetime import date

import pytest

from generator import rules
from generator.programme import Programme
from generator.rules import Rule, also, judge
from generator.source.finding import Finding
from generator.source.span import Span

DAY = date(2026, 4, 1)


def said(word: str) -> Finding:
    """Give a finding that says one word."""
    return Finding("ABC001", "error", Span("pairs/programme.yml", 1, 1, 1, 2), word, "help")


@also("ABC001", "error", "warning")
def by_files(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Look at files."""
    del programme, as_of
    yield said("files")


@also("ABC001", "nightly")
def by_day(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Look at the day."""
    del programme
    yield said(as_of.isoformat())


@also("ABC001", "error")
def by_change(programme: Programme, as_of: date, base: Programme) -> Iterator[Finding]:
    """Look at what was before."""
    del as_of
    yield said("changed" if base is not programme else "the same")


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """Let one code with three checks be all there is."""
    page = Rule("ABC001", (), "There is something.", "")
    for check in (by_day, by_change, by_files):
        page = rules._with(page, check, check.__also__[1])  # type: ignore[attr-defined]
    monkeypatch.setattr(rules, "rules", lambda: {"ABC001": page})
    return page


def test_a_check_is_sorted_by_what_it_needs(registry: Rule) -> None:
    assert (registry.checks, registry.over_time, registry.of_change) == ((by_files,), (by_day,), (by_change,))
    assert registry.severity == ("error", "warning", "nightly")


@pytest.mark.usefixtures("registry")
def test_time_and_change_are_judged_when_asked_for() -> None:
    head, base = Programme(), Programme()
    assert [each.message for each in judge(head, DAY)] == ["files"]
    assert [each.message for each in judge(head, DAY, nightly=True)] == ["2026-04-01", "files"]
    assert [each.message for each in judge(head, DAY, base=base)] == ["changed", "files"]


def test_every_check_of_the_folder_is_registered_once() -> None:
    found = [check for rule in rules.rules().values() for check in (*rule.checks, *rule.over_time, *rule.of_change)]
    assert len(found) == len(set(found))
    assert len(found) >= len(rules.rules()) - 11, "only FIL codes are told by loading"


def test_documentation_is_what_a_reader_of_docstrings_gives() -> None:
    functions = [
        each
        for info in pkgutil.iter_modules(rules.__path__)
        for each in vars(importlib.import_module(f"generator.rules.{info.name}")).values()
        if hasattr(each, "__rule__")
    ]
    pages = {each.__rule__[0]: inspect.getdoc(each) for each in functions}
    assert {code: page.documentation for code, page in rules.rules().items()} == pages
