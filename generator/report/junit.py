"""Findings as a test report in the XML that most CI servers read: one test case for each file looked at.

An empty report cannot pass for a run then. A test case fails by its errors; what does not block anybody is its
output.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from generator.report import summary
from generator.report.cells import plain
from generator.report.quoting import Sources
from generator.report.text import finding_text
from generator.source.document import Document
from generator.source.finding import Finding

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(
    findings: Sequence[Finding],
    documents: Mapping[str, Document],
    as_of: date,
    files: int,
    rule_url: str = "",
    *,
    paths: Sequence[str] = (),
) -> str:
    """Give a test case for each path and for each file with a finding; a case has one failure at most.

    Servers show the first failure of a case only, so all errors of a file stand in it.
    """
    sources = Sources(documents)
    by_path: dict[str, list[Finding]] = {path: [] for path in paths}
    for finding in findings:
        by_path.setdefault(finding.span.path, []).append(finding)
    cases = [_case(sources, path, by_path[path], rule_url) for path in sorted(by_path)]
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"name": "mentoring check", "tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    suites, suite = ET.Element("testsuites", counts), ET.Element("testsuite", counts)
    suites.append(suite)
    judged = ET.SubElement(ET.SubElement(suite, "properties"), "property")
    judged.attrib.update({"name": "as_of", "value": as_of.isoformat()})
    suite.extend(cases)
    ET.SubElement(suite, "system-out").text = summary.line(findings, files)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _case(sources: Sources, path: str, findings: Sequence[Finding], rule_url: str) -> ET.Element:
    folder, _, name = path.rpartition("/")
    case = ET.Element(
        "testcase", {"name": _xml(plain(name)), "classname": _xml(plain(folder)), "file": _xml(plain(path))}
    )
    errors = [finding for finding in findings if finding.severity == "error"]
    others = [finding for finding in findings if finding.severity != "error"]
    if errors:
        said = errors[0].message if len(errors) == 1 else summary.counted(len(errors), "error")
        failure = ET.SubElement(case, "failure", {"type": errors[0].code, "message": _xml(plain(said))})
        failure.text = _texts(sources, errors, rule_url)
    if others:
        ET.SubElement(case, "system-out").text = _texts(sources, others, rule_url)
    return case


def _texts(sources: Sources, findings: Sequence[Finding], rule_url: str) -> str:
    return _xml("\n\n".join(finding_text(sources, finding, rule_url) for finding in findings))


def _xml(text: str) -> str:
    """Name the few characters that XML cannot hold."""
    return _NOT_XML.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
