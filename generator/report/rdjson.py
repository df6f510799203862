"""Findings in reviewdog's diagnostic format: comments in a pull request, with fixes to accept by one click.

Its columns count bytes of UTF-8; a suggestion replaces what stands in its range. Of the source nothing is
quoted: a suggestion holds the new text only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.report import ascii_json
from generator.report.cells import plain
from generator.source.addresses import of_rule
from generator.source.document import Document
from generator.source.finding import Finding, Severity
from generator.source.span import Span

_SEVERITY: Mapping[Severity, str] = {"error": "ERROR", "warning": "WARNING", "nightly": "INFO"}


def render(
    findings: Sequence[Finding], documents: Mapping[str, Document], as_of: date, files: int, rule_url: str = ""
) -> str:
    """Give one diagnostic for each finding, as ASCII on one line."""
    del as_of, files  # every renderer is told; the format has no field for them
    ranges = _Ranges(documents)
    report = {
        "source": {"name": "mentoring"},
        "diagnostics": [_diagnostic(ranges, finding, rule_url) for finding in findings],
    }
    return ascii_json.line(report)


def _diagnostic(ranges: _Ranges, finding: Finding, rule_url: str) -> dict[str, Any]:
    told = [finding.message, *f"help: {finding.help}".split("\n")]
    code = {"value": finding.code} | ({"url": of_rule(rule_url, finding.code)} if rule_url else {})
    diagnostic: dict[str, Any] = {
        "message": "\n".join(plain(line.strip()) for line in told),
        "location": {"path": finding.span.path, "range": ranges.of(finding.span)},
        "severity": _SEVERITY[finding.severity],
        "code": code,
    }
    edit = finding.edit
    if edit is not None and ranges.counted(edit.span):
        diagnostic["suggestions"] = [{"range": ranges.of(edit.span), "text": edit.text}]
    return diagnostic


class _Ranges:
    """Turns places into ranges in bytes; each document is split into lines once."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._lines: dict[str, list[str]] = {}

    def counted(self, span: Span) -> bool:
        """Tell whether the bytes before a place are known: a file that could not be read has none to count."""
        return span.path in self._documents

    def of(self, span: Span) -> dict[str, dict[str, int]]:
        """Give a place in bytes, or as whole lines where they are not known; the end is exclusive."""
        if not self.counted(span):
            return {"start": {"line": span.line}, "end": {"line": span.end_line}}
        start = {"line": span.line, "column": self._column(span.path, span.line, span.column)}
        return {
            "start": start,
            "end": {"line": span.end_line, "column": self._column(span.path, span.end_line, span.end_column)},
        }

    def _column(self, path: str, line: int, column: int) -> int:
        if path not in self._lines:
            self._lines[path] = self._documents[path].lines
        lines = self._lines[path]
        text = lines[line - 1] if line <= len(lines) else ""
        return len(text[: column - 1].encode(errors="surrogatepass")) + 1
