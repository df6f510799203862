"""The test report: a case for each file, failing by its errors."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import formats

from generator.report import junit, text
from generator.source.document import Document
from generator.source.finding import Finding
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PERSON = "pairs/people/p-017.yml"
OTHER = "pairs/people/p-042.yml"
DOCUMENTS = {PERSON: Document(PERSON, "name: her words\nlevel: 3\n")}
PATHS = (OTHER, PERSON, "mkdocs.yml")


def suites(*findings: Finding, paths: tuple[str, ...] = PATHS) -> ET.Element:
    report = junit.render(findings, DOCUMENTS, AS_OF, len(paths), paths=paths)
    assert formats.is_valid("junit", report)
    return ET.fromstring(report)  # noqa: S314 - written a line above


def test_every_file_is_a_case_and_those_without_findings_pass() -> None:
    found = suites()
    assert found.attrib == {"name": "mentoring check", "tests": "3", "failures": "0", "errors": "0"}
    cases = [each.attrib for each in found.iter("testcase")]
    assert cases == [
        {"name": "mkdocs.yml", "classname": "", "file": "mkdocs.yml"},
        {"name": "p-017.yml", "classname": "pairs/people", "file": PERSON},
        {"name": "p-042.yml", "classname": "pairs/people", "file": OTHER},
    ]
    assert found.findtext("testsuite/system-out") == "no findings in 3 files"
    assert found.find("testsuite/properties/property").attrib == {"name": "as_of", "value": "2026-05-01"}


def test_all_errors_of_a_file_stand_in_its_one_failure() -> None:
    given = [Finding("PER003", "error", Span(PERSON, at, 1, at, 2), f"message {at}", "h") for at in (1, 2)]
    found = suites(*given)
    failures = list(found.iter("failure"))
    assert found.attrib["failures"] == "1"
    assert [each.attrib for each in failures] == [{"type": "PER003", "message": "2 errors"}]
    whole = text.render(given, DOCUMENTS, AS_OF, 3)
    assert failures[0].text == whole.rpartition("\n\n")[0]
    assert "her words" not in whole


def test_what_blocks_nobody_fails_no_case() -> None:
    given = [Finding("PER005", "warning", Span(PERSON), "w", "h"), Finding("PAI014", "nightly", Span(OTHER), "n", "h")]
    found = suites(*given)
    assert found.attrib["failures"] == "0"
    said = [case.findtext("system-out", "") for case in found.iter("testcase")]
    assert ["PER005 warning: w" in each for each in said] == [False, True, False]
    assert ["PAI014 nightly: n" in each for each in said] == [False, False, True]


def test_a_finding_in_a_file_that_is_gone_has_a_case() -> None:
    found = suites(Finding("LNK001", "error", Span("gone.yml"), "m", "h"))
    assert found.attrib["tests"] == "4"
    assert found.find("testsuite/testcase[@file='gone.yml']/failure").attrib["message"] == "m"


def test_signs_that_xml_cannot_hold_are_named() -> None:
    odd = "a\x00b\ufffe<&>\"'\ud800.yml"
    found = suites(Finding("FIL003", "error", Span(odd), "m\x1b", "h"), paths=())
    assert found.find(".//testcase").attrib["name"] == "a<U+0000>b<U+FFFE><&>\"'<U+D800>.yml"
    assert found.find(".//failure").attrib["message"] == "m<U+001B>"
