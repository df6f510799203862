"""The code quality report: fields, severities, fingerprints."""

from __future__ import annotations

import json
from datetime import date

import pytest

from generator.report import gitlab
from generator.source.document import Document
from generator.source.finding import Finding, Severity
from generator.source.fingerprint import fingerprints
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PERSON = "pairs/people/p-017.yml"
DOCUMENTS = {PERSON: Document(PERSON, "name: her words\nlevel: 3\n")}


def test_the_whole_report() -> None:
    finding = Finding("PER003", "error", Span(PERSON, 2, 8, 2, 9), "a message", "do this\n        and that")
    assert json.loads(gitlab.render([finding], DOCUMENTS, AS_OF, 812, "https://site.example/rules/")) == [
        {
            "description": "a message; do this and that",
            "check_name": "PER003",
            "fingerprint": fingerprints([finding], DOCUMENTS)[0],
            "severity": "major",
            "location": {"path": PERSON, "lines": {"begin": 2, "end": 2}},
        }
    ]
    assert gitlab.render([], {}, AS_OF, 812) == "[]\n"


@pytest.mark.parametrize(
    ("code", "severity", "expected"),
    [
        ("PER003", "error", "major"), ("PER003", "warning", "minor"), ("PAI014", "nightly", "info"),
        ("PRI001", "error", "blocker"), ("SEA001", "error", "blocker"), ("SEA003", "warning", "minor"),
    ],
)  # fmt: skip
def test_severities(code: str, severity: Severity, expected: str) -> None:
    finding = Finding(code, severity, Span(PERSON), "m", "h")
    assert json.loads(gitlab.render([finding], {}, AS_OF, 1))[0]["severity"] == expected


def test_equal_findings_are_told_apart() -> None:
    twice = [Finding("PER003", "error", Span(PERSON, 2, 8, 2, 9), "m", "h")] * 2
    assert len({each["fingerprint"] for each in json.loads(gitlab.render(twice, DOCUMENTS, AS_OF, 1))}) == 2
