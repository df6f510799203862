"""Every format carries every finding, and each is what its readers publish that they read."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import bless
import fastjsonschema
import formats
import pytest
import rendered
import spoilt
import xmlschema
from hypothesis import given
from often import times

from generator.cli.check import RENDERERS
from generator.load import Raw, load
from generator.source.addresses import RULES, of_rule
from generator.source.finding import Finding
from generator.source.span import Span

Told = Counter[tuple[str, str, int]]
JUDGED = ("gitlab", "junit", "rdjson", "sarif")


def told(form: str, report: str) -> Told:
    """Read code, path and line of all findings out of a report."""
    if form in {"text", "summary", "junit"}:
        text = "\n\n".join(ET.fromstring(report).itertext()) if form == "junit" else report  # noqa: S314 - our own
        found = re.findall(r"(?m)^([A-Z]{3}\d{3}) \w+: .*\n *--> (.+?):(\d+):\d+-[\d:]+$", text)
        return Counter((code, path, int(line)) for code, path, line in found)
    read = json.loads(report)
    if form == "gitlab":
        return Counter(
            (each["check_name"], each["location"]["path"], each["location"]["lines"]["begin"]) for each in read
        )
    if form == "json":
        return Counter((each["code"], each["path"], each["line"]) for each in read["findings"])
    if form == "rdjson":
        places = [(each["code"]["value"], each["location"]) for each in read["diagnostics"]]
        return Counter((code, place["path"], place["range"]["start"]["line"]) for code, place in places)
    results = [each for run in read["runs"] for each in run["results"]]
    places = [(each["ruleId"], each["locations"][0]["physicalLocation"]) for each in results]
    lines = [(code, place["artifactLocation"]["uri"], place.get("region", {"startLine": 1})) for code, place in places]
    return Counter((code, unquote(uri), region["startLine"]) for code, uri, region in lines)


def expected(findings: tuple[Finding, ...]) -> Told:
    return Counter((each.code, each.span.path, each.span.line) for each in findings)


def test_every_finding_of_the_broken_programme_is_in_every_format() -> None:
    found, loaded = bless.broken_findings(), bless.broken()
    reports = formats.rendered(found, loaded.programme.documents, loaded.files)
    wanted = expected(found)
    assert len(found) > 30
    for form in {*reports} - {"github"}:
        assert told(form, reports[form]) == wanted, form


def test_every_finding_of_the_broken_programme_has_a_range_a_remedy_and_the_place_of_its_rule() -> None:
    found, loaded = bless.broken_findings(), bless.broken()
    reports = formats.rendered(found, loaded.programme.documents, loaded.files, "https://site.example/reference/rules/")
    assert [each for each in found if not each.help or each.span.end_line < each.span.line or each.span.line < 1] == []
    places = Counter(f"https://site.example/reference/rules/{each.code[:3].lower()}/#{each.code}" for each in found)
    junit = "\n".join(ET.fromstring(reports["junit"]).itertext())  # noqa: S314 - our own
    for report in (reports["text"], reports["summary"], junit):
        assert Counter(re.findall(r"(?m)^ *= rule: (\S+)$", report)) == places
        assert len(re.findall(r"(?m)^ *= help: \S", report)) == len(found)
    assert Counter(each["code"]["url"] for each in json.loads(reports["rdjson"])["diagnostics"]) == places
    for run in json.loads(reports["sarif"])["runs"]:
        at = [rule["helpUri"] for rule in run["tool"]["driver"]["rules"]]
        assert Counter(at[each["ruleIndex"]] for each in run["results"]) == places


def test_where_a_finding_leads_is_on_the_site() -> None:
    made = rendered.healthy("organisation")
    for code in {each.code for each in bless.broken_findings()}:
        address, _, anchor = of_rule(RULES, code).partition("#")
        assert anchor in rendered.read(made.html(address)).ids, code


def test_a_report_with_the_places_of_rules_is_valid() -> None:
    found, loaded = bless.broken_findings(), bless.broken()
    reports = formats.rendered(found, loaded.programme.documents, loaded.files, "https://site.example/reference/rules/")
    assert all(formats.is_valid(form, reports[form]) for form in JUDGED)


def test_a_thousand_findings_lose_none() -> None:
    found = tuple(
        Finding("SES004", "error", Span(f"pairs/{at % 7}.yml", at + 1, 1, at + 1, 2), f"m {at}", "h")
        for at in range(1000)
    )
    reports = formats.rendered(found, {}, 7)
    for form in {*reports} - {"github"}:
        assert told(form, reports[form]) == expected(found), form


@pytest.mark.parametrize("form", JUDGED)
def test_the_report_of_the_broken_programme_is_valid(form: str) -> None:
    found, loaded = bless.broken_findings(), bless.broken()
    assert formats.is_valid(form, formats.rendered(found, loaded.programme.documents, loaded.files)[form])


@pytest.mark.parametrize("form", JUDGED)
def test_a_report_without_findings_is_valid(form: str) -> None:
    assert formats.is_valid(form, formats.rendered((), {}, 7)[form])


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("gitlab", '"major"', '"bad"'), ("rdjson", '"start"', '"begin"'), ("sarif", '"ruleId"', '"rule"'),
        ("junit", "testcase", "case"),
    ],
)  # fmt: skip
def test_a_report_of_another_form_is_refused(form: str, old: str, new: str) -> None:
    report = formats.rendered(bless.broken_findings(), bless.broken().programme.documents)[form]
    assert old in report
    with pytest.raises((fastjsonschema.JsonSchemaException, xmlschema.XMLSchemaValidationError)):
        formats.is_valid(form, report.replace(old, new))


@given(spoilt.changes())
@times(60)
def test_whatever_the_files_hold_the_reports_are_valid_and_carry_all(changes: spoilt.Changes) -> None:
    loaded = load(Raw(path, data) for path, data in changes.items())
    reports = formats.rendered(loaded.findings, loaded.programme.documents)
    for form in JUDGED:
        assert formats.is_valid(form, reports[form])
    names = {form: sum(told(form, reports[form]).values()) for form in ("gitlab", "json", "rdjson", "sarif")}
    assert set(names.values()) == {len(loaded.findings)}


@given(spoilt.changes())
@times(30)
def test_the_same_findings_give_the_same_bytes(changes: spoilt.Changes) -> None:
    one, other = (load(Raw(path, data) for path, data in changes.items()) for _ in range(2))
    again = tuple(replace(finding) for finding in other.findings)
    assert formats.rendered(one.findings, one.programme.documents) == formats.rendered(again, other.programme.documents)


def test_each_format_is_one_module() -> None:
    assert set(RENDERERS) == {"text", "github", "gitlab", "json", "junit", "rdjson", "sarif"}
