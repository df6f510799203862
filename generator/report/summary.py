"""The one line under all findings: how many, in how many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from generator.source.finding import Finding, Severity

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """Count the findings of each severity, the gravest first; none is left out."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES}


def line(findings: Sequence[Finding], files: int) -> str:
    """Say how many findings there are in how many of the files looked at, and how many need nobody's decision."""
    if not findings:
        return f"no findings in {counted(files, 'file')}"
    found = ", ".join(_named(number, severity) for severity, number in counts(findings).items() if number)
    touched = len({finding.span.path for finding in findings})
    fixable = sum(finding.fix.grade == "safe" and finding.edit is not None for finding in findings)
    mended = f"; {fixable} can be fixed with --fix" if fixable else ""
    return f"{found} in {touched} of {counted(files, 'file')}{mended}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, in the plural where it is not one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _named(number: int, severity: str) -> str:
    return f"{number} {severity}" if severity == "nightly" else counted(number, severity)
