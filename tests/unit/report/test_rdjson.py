"""Diagnostics for reviewdog: columns in bytes, and suggestions that put the right text in the right place."""

from __future__ import annotations

import json
from datetime import date

from generator.report import rdjson
from generator.source.document import Document
from generator.source.finding import Finding, Fix
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PAIR = "pairs/2026-spring/pair-03/pair.yml"
TEXT = "mentor: p-017\nagreement: {feedback: 'größer 🙂', every: 30dyas}\nend: x\n"
DOCUMENTS = {PAIR: Document(PAIR, TEXT)}
EVERY = TEXT.split("\n")[1].index("30dyas") + 1


def diagnostics(*findings: Finding, rule_url: str = "") -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(rdjson.render(findings, DOCUMENTS, AS_OF, 1, rule_url))["diagnostics"]
    return found


def test_the_whole_diagnostic_counts_in_bytes() -> None:
    span = Span(PAIR, 2, EVERY, 2, EVERY + 6)
    fix = Fix("unsafe", "replace with `30 days`", "30 days")
    finding = Finding("FIL010", "error", span, "`every` is not a duration", "did you mean `30 days`?\n  Or 4?", fix=fix)
    # two bytes each for ö and ß, four for the face: five more than characters
    place = {"start": {"line": 2, "column": EVERY + 5}, "end": {"line": 2, "column": EVERY + 11}}
    assert TEXT.split("\n")[1].encode()[EVERY + 4 : EVERY + 10] == b"30dyas"
    assert diagnostics(finding, rule_url="https://site.example/rules/") == [
        {
            "message": "`every` is not a duration\nhelp: did you mean `30 days`?\nOr 4?",
            "location": {"path": PAIR, "range": place},
            "severity": "ERROR",
            "code": {"value": "FIL010", "url": "https://site.example/rules/fil/#FIL010"},
            "suggestions": [{"range": place, "text": "30 days"}],
        }
    ]


def test_safe_and_unsafe_fixes_are_suggested_and_manual_ones_are_not() -> None:
    span = Span(PAIR, 1, 1, 1, 7)
    fixes = [Fix("safe", "x", "y"), Fix("unsafe", "x", ""), Fix("manual", "x"), Fix("unsafe", "x")]
    given = [Finding("XXX001", "warning", span, "m", "h", fix=fix) for fix in fixes]
    assert [len(each.get("suggestions", ())) for each in diagnostics(*given)] == [1, 1, 0, 0]


def test_a_fix_with_a_place_of_its_own_is_suggested_there() -> None:
    fix = Fix("unsafe", "insert", "\n---", Span(PAIR, 2, 999, 2, 999))
    found = diagnostics(Finding("FIL006", "nightly", Span(PAIR, 1, 1, 1, 4), "m", "h", fix=fix))[0]
    end = {"line": 2, "column": len(TEXT.split("\n")[1].encode()) + 1}
    assert found["suggestions"] == [{"range": {"start": end, "end": end}, "text": "\n---"}]
    assert found["severity"] == "INFO"


def test_a_file_that_could_not_be_read_has_lines_only() -> None:
    finding = Finding("FIL001", "error", Span("x.yml", 3, 2, 4, 3), "m", "h", fix=Fix("safe", "delete it", ""))
    assert json.loads(rdjson.render([finding], {}, AS_OF, 1))["diagnostics"][0] == {
        "message": "m\nhelp: h",
        "location": {"path": "x.yml", "range": {"start": {"line": 3}, "end": {"line": 4}}},
        "severity": "ERROR",
        "code": {"value": "FIL001"},
    }
