"""Findings as SARIF 2.1.0 (OASIS), for code scanning; it quotes no source line.

Code scanning takes 25,000 results a run and 20 runs a file, so that more findings than that go into several runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from generator import __version__, rules
from generator.report import ascii_json
from generator.report.cells import plain
from generator.source.addresses import of_rule
from generator.source.document import Document
from generator.source.finding import Edit, Finding, Severity
from generator.source.fingerprint import fingerprints
from generator.source.span import Span

RESULTS = 25_000
"""The most results of a run; a file with more in one is refused."""
LOCATIONS = 1_000
"""The most places of a result, its own among them."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "nightly": "note"}
_FINGERPRINT = "mentoring/v1"
"""Names how a fingerprint is made; another way would need another number."""


def render(
    findings: Sequence[Finding],
    documents: Mapping[str, Document],
    as_of: date,
    files: int,
    rule_url: str = "",
    *,
    most: int = RESULTS,
) -> str:
    """Give all findings with the rules they come from, as ASCII on one line."""
    names = fingerprints(findings, documents)
    runs = [
        _run(findings[at : at + most], names[at : at + most], rule_url)
        | {"automationDetails": {"id": f"mentoring/{at // most}"}, "properties": _judged(as_of, files)}
        for at in range(0, len(findings) or 1, most)
    ]
    return ascii_json.line({"$schema": _SCHEMA, "version": "2.1.0", "runs": runs})


def _judged(as_of: date, files: int) -> dict[str, Any]:
    return {"asOf": as_of.isoformat(), "files": files}


def _run(findings: Sequence[Finding], names: Sequence[str], rule_url: str) -> dict[str, Any]:
    codes = sorted({finding.code for finding in findings})
    at = {code: place for place, code in enumerate(codes)}
    driver = {"name": "mentoring", "version": __version__, "rules": [_rule(code, rule_url) for code in codes]}
    results = [
        _result(finding, name) | {"ruleIndex": at[finding.code]} for finding, name in zip(findings, names, strict=True)
    ]
    return {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}


def _rule(code: str, rule_url: str) -> dict[str, Any]:
    """Describe a rule; its help is its documentation, which is Markdown."""
    rule = rules.rules().get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        **({"helpUri": of_rule(rule_url, code)} if rule_url else {}),
        "defaultConfiguration": {"level": _LEVEL[rule.severity[0]]},
        "properties": {"tags": [rule.subject, *rule.severity]},
    }


def _result(finding: Finding, name: str) -> dict[str, Any]:
    told = [finding.message, *finding.help.split("\n")]
    result = {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": "\n".join(plain(line) for line in told)},
        "locations": [_location(finding.span)],
        "partialFingerprints": {_FINGERPRINT: name},
    }
    related = list(_related(finding))[: LOCATIONS - 1]
    edit = finding.edit
    return (
        result | ({"relatedLocations": related} if related else {}) | ({"fixes": [_fix(finding, edit)]} if edit else {})
    )


def _related(finding: Finding) -> Iterator[dict[str, Any]]:
    for message, span in dict.fromkeys((related.message, related.span) for related in finding.related):
        place = _location(span) if span is not None else {}
        said = {"message": {"text": plain(message)}} if message else {}
        if place or said:
            yield place | said


def _fix(finding: Finding, edit: Edit) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": _file(edit.span), "replacements": [replacement]}
    return {"description": {"text": plain(f"{finding.fix.grade}: {finding.fix.does}")}, "artifactChanges": [change]}


def _location(span: Span) -> dict[str, Any]:
    place = {"artifactLocation": _file(span)} | ({} if span == Span(span.path) else {"region": _region(span)})
    return {"physicalLocation": place}


def _file(span: Span) -> dict[str, str]:
    return {"uri": _uri(span.path), "uriBaseId": "%SRCROOT%"}


@lru_cache(LOCATIONS)
def _uri(path: str) -> str:
    return quote(path, errors="surrogatepass")


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
