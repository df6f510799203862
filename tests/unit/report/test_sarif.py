"""SARIF: results with rules, places and fixes, within the limits of code scanning."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import formats

from generator import __version__
from generator.report import sarif
from generator.rules import rules
from generator.source.document import Document
from generator.source.finding import Finding, Fix, Related
from generator.source.fingerprint import fingerprints
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PERSON = "pairs/people/p-017.yml"
DOCUMENTS = {PERSON: Document(PERSON, "name: her words\nlevel: 3\n")}
SPAN = Span(PERSON, 2, 8, 2, 9)


def runs(*findings: Finding, rule_url: str = "", most: int = sarif.RESULTS) -> list[Any]:
    report = sarif.render(findings, DOCUMENTS, AS_OF, 812, rule_url, most=most)
    assert formats.is_valid("sarif", report)
    found: list[Any] = json.loads(report)["runs"]
    return found


def test_a_whole_result() -> None:
    related = (Related("a label", SPAN), Related("a note"), Related("", Span("x y/ü.yml"), excerpt=False), Related(""))
    finding = Finding(
        "PER003", "error", SPAN, "a message", "do this\nand that", "level", related, Fix("safe", "x", "y")
    )
    region = {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 9}
    file = {"uri": PERSON, "uriBaseId": "%SRCROOT%"}
    assert runs(finding)[0]["results"] == [
        {
            "ruleId": "PER003",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "a message\ndo this\nand that"},
            "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
            "partialFingerprints": {"mentoring/v1": fingerprints([finding], DOCUMENTS)[0]},
            "relatedLocations": [
                {
                    "physicalLocation": {"artifactLocation": file, "region": region},
                    "message": {"text": "a label"},
                },
                {"message": {"text": "a note"}},
                {"physicalLocation": {"artifactLocation": file | {"uri": "x%20y/%C3%BC.yml"}}},
            ],
            "fixes": [
                {
                    "description": {"text": "safe: x"},
                    "artifactChanges": [
                        {
                            "artifactLocation": file,
                            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "y"}}],
                        }
                    ],
                }
            ],
        }
    ]


def test_the_run_says_how_it_counts_and_what_it_judged() -> None:
    run = runs()[0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["properties"] == {"asOf": "2026-05-01", "files": 812}
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == ("mentoring", __version__)


def test_rules_come_with_their_page_as_help() -> None:
    found = [Finding(code, "nightly", SPAN, "m", "h") for code in ("SES004", "AGD001", "SES004", "XXX001")]
    run = runs(*found, rule_url="https://site.example/rules/")[0]
    described = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in described] == ["AGD001", "SES004", "XXX001"]
    assert [each["ruleIndex"] for each in run["results"]] == [1, 0, 1, 2]
    assert described[1]["help"] == {
        "text": rules()["SES004"].documentation,
        "markdown": rules()["SES004"].documentation,
    }
    assert described[1]["helpUri"] == "https://site.example/rules/ses/#SES004"
    assert described[1]["properties"] == {"tags": ["SES", *rules()["SES004"].severity]}
    assert {each["level"] for each in run["results"]} == {"note"}


def test_no_rule_has_more_tags_than_are_shown() -> None:
    found = [Finding(code, "warning", SPAN, "m", "h") for code in rules()]
    described = runs(*found)[0]["tool"]["driver"]["rules"]
    assert len(described) == len(rules())
    assert all(len(each["properties"]["tags"]) <= 10 for each in described)


def test_more_results_than_a_run_holds_go_into_several() -> None:
    found = [Finding("SES004", "error", Span(PERSON, at, 1, at, 2), "m", "h") for at in range(1, 6)]
    parts = runs(*found, most=2)
    assert [len(run["results"]) for run in parts] == [2, 2, 1]
    assert [run["automationDetails"]["id"] for run in parts] == ["mentoring/0", "mentoring/1", "mentoring/2"]
    names = [each["partialFingerprints"]["mentoring/v1"] for run in parts for each in run["results"]]
    assert len(set(names)) == 5


def test_a_place_is_given_once() -> None:
    finding = Finding(
        "SES004", "error", SPAN, "m", "h", related=(Related("x", SPAN), Related("x", SPAN, excerpt=False))
    )
    assert len(runs(finding)[0]["results"][0]["relatedLocations"]) == 1


def test_a_result_has_no_more_places_than_are_taken() -> None:
    finding = Finding("SES004", "error", SPAN, "m", "h", related=tuple(Related(f"x {at}", SPAN) for at in range(1500)))
    assert len(runs(finding)[0]["results"][0]["relatedLocations"]) == 999
