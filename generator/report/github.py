"""Findings as annotations of a pull request on GitHub, and all of them as Markdown for the job's summary.

A step shows ten annotations of a level and drops the rest silently; so the first nine cover as many files
as possible, and the tenth says how many more there are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from generator import rules
from generator.report import summary
from generator.report.cells import plain
from generator.report.quoting import Sources
from generator.report.text import finding_text
from generator.source.document import Document
from generator.source.finding import Finding, Severity
from generator.source.span import Span

SHOWN = 10
LARGEST = 1 << 20
"""Bytes of the job's summary file; a larger one is refused as a whole."""

_LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "nightly": "notice"}
_ROOM = 300
"""Bytes kept for the line that says what was cut."""


def render(
    findings: Sequence[Finding], documents: Mapping[str, Document], as_of: date, files: int, rule_url: str = ""
) -> str:
    """Give the workflow commands, at most ten of a level, and the summary line."""
    del documents, as_of, rule_url  # every renderer is told; an annotation quotes nothing
    levels = [[finding for finding in findings if finding.severity == each] for each in summary.SEVERITIES]
    lines = [line for level in levels for line in _commands(level)]
    return "\n".join([*lines, summary.line(findings, files)]) + "\n"


def markdown(
    findings: Sequence[Finding],
    documents: Mapping[str, Document],
    as_of: date,
    files: int,
    rule_url: str = "",
    *,
    largest: int = LARGEST,
) -> str:
    """Give all findings for the job's summary, cut at a whole finding where they do not fit."""
    if largest < _ROOM:
        return ""
    sources = Sources(documents)
    parts = [f"### mentoring check: {summary.line(findings, files)}\n\nJudged as of {as_of.isoformat()}.\n"]
    left = largest - _ROOM - len(parts[0].encode())
    for at, finding in enumerate(findings):
        block = _fenced(finding_text(sources, finding, rule_url))
        left -= len(block.encode())
        if left < 0:
            parts.append(f"\n… and {summary.counted(len(findings) - at, 'more finding')}: run `mentoring check`.\n")
            break
        parts.append(block)
    return "".join(parts)


def _fenced(text: str) -> str:
    """Fence a text so that nothing in it can end the fence or be read as Markdown."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"\n{fence}text\n{text}\n{fence}\n"


def _commands(findings: Sequence[Finding]) -> list[str]:
    """Give the commands of one level, the tenth for all that do not fit."""
    if len(findings) <= SHOWN:
        return [_command(finding) for finding in findings]
    first = _spread(findings, SHOWN - 1)
    more = [finding for at, finding in enumerate(findings) if at not in first]
    files = len({finding.span.path for finding in more})
    said = f"+ {summary.counted(len(more), 'more finding')} in {summary.counted(files, 'file')}"
    last = f"::{_LEVEL[findings[0].severity]} title=more::{said}: see this job's summary, or run `mentoring check`"
    return [*(_command(findings[at]) for at in first), last]


def _spread(findings: Sequence[Finding], most: int) -> list[int]:
    """Choose the first finding of each file, then the second of each, and so on; in the order of the report."""
    met: Counter[str] = Counter()
    ranked = []
    for at, finding in enumerate(findings):
        met[finding.span.path] += 1
        ranked.append((met[finding.span.path], at))
    return sorted(at for _, at in sorted(ranked)[:most])


def _command(finding: Finding) -> str:
    rule = rules.rules().get(finding.code)
    title = f"{finding.code} {rule.title.rstrip('.')}" if rule else finding.code
    properties = {"file": finding.span.path, **_place(finding.span), "title": title}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVEL[finding.severity]} {given}::{_data(finding.message)}%0A{_data(f'help: {finding.help}')}"


def _place(span: Span) -> dict[str, int]:
    """Give the place as GitHub reads it: columns only where it lies on one line."""
    if span.line != span.end_line:
        return {"line": span.line, "endLine": span.end_line}
    return {"line": span.line, "col": span.column, "endColumn": span.end_column}


def _data(text: str) -> str:
    """Escape the text of a command: it cannot end its line."""
    return "%0A".join(plain(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    """Escape a property of a command: it can neither end its line nor start another property."""
    return plain(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
