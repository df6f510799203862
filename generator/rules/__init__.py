"""The rules: one function each, grouped by subject, found by walking this folder.

A rule is `(programme, as_of) -> Iterator[Finding]` under `@rule(code, severity)`. Its name completes
"there is …"; its docstring has four headings (What it checks, Why it matters, Example, Instead), is its
page in `mentoring rules CODE`, and its examples are its tests. Codes that loading itself reports are
declared with `@declared`, so that all codes stand in one registry.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.programme import Programme
from generator.source.finding import Finding, Severity, in_order

Check = Callable[[Programme, date], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One code: its severities, its documentation, and the functions that look for it."""

    code: str
    severity: tuple[Severity, ...]
    title: str
    documentation: str
    checks: tuple[Check, ...]

    @property
    def subject(self) -> str:
        """Give the three letters of the subject."""
        return self.code[:3]


class DuplicateCodeError(Exception):
    """Two functions document one code: a mistake in the folder, caught by the tests."""


def rule(code: str, *severity: Severity) -> Callable[[Check], Check]:
    """Register a check under its code; the severities are those its findings may carry."""

    def mark(check: Check) -> Check:
        check.__rule__ = (code, severity)  # type: ignore[attr-defined]
        return check

    return mark


def declared(code: str, *severity: Severity) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Document a code that loading reports: the function has a docstring and no body."""

    def mark(page: Callable[[], None]) -> Callable[[], None]:
        page.__rule__ = (code, severity)  # type: ignore[attr-defined]
        return page

    return mark


@cache
def rules() -> Mapping[str, Rule]:
    """Give all rules by code, sorted; a code may have several checks but one documentation."""
    found: dict[str, Rule] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if hasattr(function, "__rule__") and function.__module__ == module.__name__:
                _add(found, function)
    return dict(sorted(found.items()))


def _add(found: dict[str, Rule], function: Callable[..., Iterator[Finding]]) -> None:
    code, severity = function.__rule__  # type: ignore[attr-defined]
    documentation = inspect.getdoc(function) or ""
    if code in found:
        raise DuplicateCodeError(code)
    checks = (function,) if inspect.isgeneratorfunction(function) else ()
    found[code] = Rule(code, severity, documentation.split("\n", 1)[0], documentation, checks)


def judge(programme: Programme, as_of: date) -> tuple[Finding, ...]:
    """Run every rule over the whole programme and give the findings in their one order."""
    found: list[Finding] = []
    for each in rules().values():
        for check in each.checks:
            found += check(programme, as_of)
    return in_order(found)
