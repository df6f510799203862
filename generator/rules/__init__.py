"""The rules: one function each, grouped by subject, found by walking this folder.

A rule is `(programme, as_of) -> Iterator[Finding]` under `@rule(code, severity)`. Its name completes
"there is …"; its docstring has four headings (What it checks, Why it matters, Example, Instead), is its
page in `mentoring rules CODE`, and its examples are its tests. Codes that loading itself reports are
declared with `@declared`, so that all codes stand in one registry.

A code can have further checks beside the documented one, under `@also(code, severity)`. Two kinds of check run
only when they are asked for: one whose only severity is `nightly` (time makes it true, not a change), and one
that takes `(programme, as_of, base)`, which compares the programme with what it was before a change.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, get_args

from generator.programme import Programme
from generator.source.finding import Finding, Severity, in_order

Check = Callable[..., Iterator[Finding]]
_INDENT = "\n    "


@dataclass(frozen=True, slots=True)
class Rule:
    """One code: its severities, its documentation, and the functions that look for it.

    `checks` need the files alone, `over_time` the day, `of_change` the programme before the change as well.
    """

    code: str
    severity: tuple[Severity, ...]
    title: str
    documentation: str
    checks: tuple[Check, ...] = ()
    over_time: tuple[Check, ...] = ()
    of_change: tuple[Check, ...] = ()

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


def also(code: str, *severity: Severity) -> Callable[[Check], Check]:
    """Register a further check of a code that another function documents."""

    def mark(check: Check) -> Check:
        check.__also__ = (code, severity)  # type: ignore[attr-defined]
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
    further: list[Check] = []
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for _, function in sorted(vars(module).items()):
            if getattr(function, "__module__", "") != module.__name__:
                continue
            if hasattr(function, "__rule__"):
                _add(found, function)
            elif hasattr(function, "__also__"):
                further.append(function)
    for check in further:
        code, severity = check.__also__  # type: ignore[attr-defined]
        found[code] = _with(found[code], check, severity)
    return dict(sorted(found.items()))


def _add(found: dict[str, Rule], function: Check) -> None:
    code, severity = function.__rule__  # type: ignore[attr-defined]
    documentation = (function.__doc__ or "").replace(_INDENT, "\n").rstrip()  # `inspect.getdoc` takes its time
    if code in found:
        raise DuplicateCodeError(code)
    page = Rule(code, severity, documentation.split("\n", 1)[0], documentation)
    found[code] = _with(page, function, severity) if inspect.isgeneratorfunction(function) else page


def _with(page: Rule, check: Check, severity: tuple[Severity, ...]) -> Rule:
    """Give a rule one check more, among those of its kind."""
    if "base" in inspect.getargs(check.__code__).args:
        kind = "of_change"
    else:
        kind = "over_time" if severity == ("nightly",) else "checks"
    every = tuple(each for each in get_args(Severity) if each in {*page.severity, *severity})
    changes: dict[str, Any] = {"severity": every, kind: (*getattr(page, kind), check)}
    return replace(page, **changes)


def judge(
    programme: Programme, as_of: date, *, nightly: bool = False, base: Programme | None = None
) -> tuple[Finding, ...]:
    """Run every rule over the whole programme and give the findings in their one order.

    What only time makes true is told when it is asked for (`nightly`); what a change makes true, when the
    programme before the change is given (`base`).
    """
    found: list[Finding] = []
    for each in rules().values():
        for check in (*each.checks, *(each.over_time if nightly else ())):
            found += check(programme, as_of)
        for check in each.of_change if base is not None else ():
            found += check(programme, as_of, base)
    return in_order(found)
