"""The page on accessibility claims what the last run of the tests found, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import recording
import rendered

from generator.pages import accessibility
from generator.pages.accessibility import RECORD, read

AXE = {"check": "axe", "tools": {"axe-core": "4.14.1"}, "looks": 3}
ALL = [
    {"check": name, "tools": {"Tool": "1"}, "kinds": ["home"], "looks": 1, "faults": []} for name in recording.CHECKS
]


def said(monkeypatch: pytest.MonkeyPatch, record: accessibility.Tested | None) -> rendered.Read:
    monkeypatch.setattr(accessibility, "tested", lambda: record)
    [page] = accessibility.pages(rendered.healthy("organisation").view)
    return rendered.read(page.html)


def test_what_all_tests_told_is_added_up() -> None:
    more = [
        AXE | {"kinds": ["home", "post"], "faults": ["post, dark: image-alt"]},
        AXE | {"kinds": ["post"], "faults": ["post, dark: image-alt", "home: label"]},
    ]
    found = recording.gathered([*ALL, *more], date(2026, 5, 4))
    assert found["on"] == "2026-05-04"
    assert found["kinds"] == ["home", "post"]
    assert found["checks"]["axe"]["looks"] == 7
    assert found["checks"]["axe"]["tools"] == {"Tool": "1", "axe-core": "4.14.1"}
    assert found["checks"]["axe"]["faults"] == ["home: label", "post, dark: image-alt"]


def test_a_run_without_one_of_the_checks_is_not_kept() -> None:
    with pytest.raises(ValueError, match="there was no axe:"):
        recording.gathered(ALL[1:], date(2026, 5, 4))


def test_a_clean_run_is_told_with_its_day_tools_and_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = said(
        monkeypatch, read(recording.gathered([*ALL, AXE | {"kinds": ["post"], "faults": []}], date(2026, 5, 4)))
    )
    assert "The tests of 4 May 2026 found no fault on 2 kinds of pages." in found.words
    assert "WCAG 2.2, level AA" in found.words
    assert "4 pages and states: no fault, with Tool 1, axe-core 4.14.1." in found.words
    assert "home, post. A page of another kind came later, and was not in it." in found.words
    assert "None is known." in found.words


def test_a_fault_that_was_found_is_a_known_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = "post, dark, 320 px: image-alt: <b>no text</b>"
    record = recording.gathered([*ALL, AXE | {"kinds": ["post"], "faults": [fault]}], date(2026, 5, 4))
    found = said(monkeypatch, read(record))
    assert "found 1 fault on 2 kinds of pages." in found.words
    assert fault in found.words
    assert "None is known" not in found.words


def test_without_a_run_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = said(monkeypatch, None)
    assert "Nothing has been tested yet, so nothing is claimed." in found.words
    assert "The last run" not in found.words
    assert "Nobody has looked yet." in found.words


def test_what_no_run_can_show_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = said(monkeypatch, None)
    assert "With a screen reader, by people who use one every day." in found.words
    assert "No fault found does not mean that there is none." in found.words


def test_the_record_that_is_kept_is_of_a_whole_run_and_of_no_single_page() -> None:
    assert Path(RECORD) == recording.RECORD
    found = accessibility.tested()
    assert found is not None
    assert len(found.checks) == len(recording.CHECKS)
    assert not [fault for fault in found.faults if "/pairs/" in fault or "/posts/" in fault]
