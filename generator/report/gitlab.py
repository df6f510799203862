"""Findings as a code quality report, for the widget in GitLab's merge requests; it quotes no source line.

The report is an array of the fields that GitLab reads; of two entries with one fingerprint it shows one only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.report import ascii_json
from generator.report.cells import plain
from generator.source.document import Document
from generator.source.finding import Finding, Severity
from generator.source.fingerprint import fingerprints

_SEVERITY: Mapping[Severity, str] = {"error": "major", "warning": "minor", "nightly": "info"}
_GRAVEST = ("PRI", "SEA")
"""Subjects in which an error exposes somebody's words."""


def render(
    findings: Sequence[Finding], documents: Mapping[str, Document], as_of: date, files: int, rule_url: str = ""
) -> str:
    """Give one entry for each finding, as ASCII on one line."""
    del as_of, files, rule_url  # every renderer is told; the report has no field for them
    names = fingerprints(findings, documents)
    return ascii_json.line([_entry(finding, name) for finding, name in zip(findings, names, strict=True)])


def _entry(finding: Finding, name: str) -> dict[str, Any]:
    span = finding.span
    return {
        "description": plain(f"{finding.message}; {' '.join(finding.help.split())}"),
        "check_name": finding.code,
        "fingerprint": name,
        "severity": _severity(finding),
        "location": {"path": span.path, "lines": {"begin": span.line, "end": span.end_line}},
    }


def _severity(finding: Finding) -> str:
    if finding.severity == "error" and finding.code.startswith(_GRAVEST):
        return "blocker"
    return _SEVERITY[finding.severity]
