"""The object for scripts: its form is a promise under its version."""

import json
from datetime import date

from generator.report import as_json
from generator.source.document import Document
from generator.source.finding import Finding, Fix, Related
from generator.source.span import Span

AS_OF = date(2026, 5, 1)
PERSON = "pairs/people/p-017.yml"


def test_the_whole_object() -> None:
    span = Span(PERSON, 2, 8, 3, 9)
    related = (Related("a label", span), Related("elsewhere", Span("x.yml"), excerpt=False), Related("a note"))
    found = [
        Finding("PER003", "error", span, "a message", "do this", "level", related, Fix("safe", "x", "y")),
        Finding("PER003", "warning", Span(PERSON), "another", "do that"),
    ]
    documents = {PERSON: Document(PERSON, "name: her words\nlevel: 3\n\n")}
    assert json.loads(as_json.render(found, documents, AS_OF, 812)) == {
        "version": 1,
        "findings": [
            {
                "code": "PER003", "severity": "error", "path": PERSON,
                "line": 2, "column": 8, "end_line": 3, "end_column": 9,
                "message": "a message", "help": "do this",
                "related": [
                    {"message": "a label", "path": PERSON, "line": 2, "column": 8, "end_line": 3, "end_column": 9},
                    {"message": "elsewhere", "path": "x.yml", "line": 1, "column": 1, "end_line": 1, "end_column": 1},
                    {"message": "a note"},
                ],
                "fix": {
                    "grade": "safe", "does": "x",
                    "edits": [
                        {"path": PERSON, "line": 2, "column": 8, "end_line": 3, "end_column": 9, "text": "y"},
                    ],
                },
            },
            {
                "code": "PER003", "severity": "warning", "path": PERSON,
                "line": 1, "column": 1, "end_line": 1, "end_column": 1,
                "message": "another", "help": "do that", "related": [],
                "fix": {"grade": "manual", "does": "", "edits": []},
            },
        ],
        "files": 812,
        "counts": {"error": 1, "warning": 1, "nightly": 0},
        "as_of": "2026-05-01",
        "since": None,
    }  # fmt: skip


def test_a_clean_run() -> None:
    assert json.loads(as_json.render([], {}, AS_OF, 1)) == {
        "version": 1,
        "findings": [],
        "files": 1,
        "counts": {"error": 0, "warning": 0, "nightly": 0},
        "as_of": "2026-05-01",
        "since": None,
    }


def test_it_says_what_was_compared_with() -> None:
    assert json.loads(as_json.render([], {}, AS_OF, 1, since="origin/main"))["since"] == "origin/main"


def test_it_is_one_line_of_ascii_whatever_stands_in_it() -> None:
    path = "pairs/people/ü\n\x7f\x1b\u202e\udcff.yml"
    rendered = as_json.render([Finding("FIL003", "error", Span(path), "müßig\u2028", "x")], {}, AS_OF, 1)
    assert rendered.isascii()
    assert rendered.removesuffix("\n").isprintable()
    assert rendered.count("\n") == 1
    assert json.loads(rendered)["findings"][0]["path"] == path
