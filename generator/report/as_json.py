"""Findings as one JSON object for scripts; it quotes no source line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.report import ascii_json, summary
from generator.source.document import Document
from generator.source.finding import Finding, Related
from generator.source.span import Span

VERSION = 1
"""Counts the forms of this object; a script may rely on what stands under its number."""


def render(
    findings: Sequence[Finding],
    documents: Mapping[str, Document],
    as_of: date,
    files: int,
    rule_url: str = "",
    *,
    since: str | None = None,
) -> str:
    """Give version, findings, number of files, counts, as-of date and what was compared with, as ASCII on one line."""
    del documents, rule_url  # every renderer is told; a script follows the places itself
    report = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in findings],
        "files": files,
        "counts": summary.counts(findings),
        "as_of": as_of.isoformat(),
        "since": since,
    }
    return ascii_json.line(report)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        **_place(finding.span),
        "message": finding.message,
        "help": finding.help,
        "related": [_related(each) for each in finding.related],
        "fix": _fix(finding),
    }


def _fix(finding: Finding) -> dict[str, Any]:
    edit = finding.edit
    edits = [{**_place(edit.span), "text": edit.text}] if edit is not None else []
    return {"grade": finding.fix.grade, "does": finding.fix.does, "edits": edits}


def _related(related: Related) -> dict[str, Any]:
    return {"message": related.message, **(_place(related.span) if related.span else {})}


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
