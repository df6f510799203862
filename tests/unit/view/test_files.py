"""The kinds of file in words: what a field is follows from its declaration, in the words of the check."""

from __future__ import annotations

import pytest

from generator.forms.described import described
from generator.kinds import kinds
from generator.view.account import FieldView
from generator.view.files import files

FILES = {each.name: {field.path: field for field in each.fields} for each in files()}


@pytest.mark.parametrize(
    ("kind", "path", "type_"),
    [
        ("session", "date", "a local date and time"),
        ("session", "purpose", "text"),
        ("session", "takeaways.mentor", "text of at most 280 characters"),
        ("session", "next", "a calendar day, or `closing`"),
        ("session", "agenda", "a list, each with fields of its own"),
        ("person", "languages", "a list of at least 1, each a language tag"),
        ("person", "style", "a table, each text"),
        ("pair", "match.both_consulted", "`true` or `false`"),
        ("pair", "agreement.signed", "fields of its own"),
        ("pair", "agreement.version", "a whole number from 1"),
        ("roadmap", "steps.prompts", "a list of at least 3, each text"),
        ("programme", "policy.cadence", "a list of 2, each a duration"),
        ("programme", "policy.match.style", "a table, each a table, each a whole number"),
        ("pulse", "items", "a table, each with fields of its own"),
        ("moved", "<address>", "an address of this site"),
        ("check-ins", "<id>", "a list, each with fields of its own"),
    ],
)
def test_a_type_is_said_in_words(kind: str, path: str, type_: str) -> None:
    assert FILES[kind][path].type == type_


def test_a_closed_set_is_listed_whoever_closes_it() -> None:
    assert FILES["post"]["kind"].values == ("reflection", "experiment", "win", "question", "recap", "story")
    assert FILES["session"]["actions.owner"].values == ("mentor", "mentee")
    assert FILES["pair"]["goals.progress"].values == ("0", "25", "50", "75", "100")
    assert FILES["pair"]["agreement.mode"].values == ("video", "in person", "mixed")


def test_what_must_be_there_is_what_new_files_are_asked_for() -> None:
    for kind in kinds().values():
        if kind.model is not None and not kind.table:
            asked = {field.name: "yes" if field.must else "no" for field in described(kind)}
            told = {path: field.must for path, field in FILES[kind.name].items() if "." not in path}
            assert told == asked | {path: must for path, must in told.items() if must.startswith("if ")}


def test_what_is_must_in_some_states_says_in_which() -> None:
    assert FILES["post"]["summary"].must == "if `visibility` is public, organisation or cohort"
    assert FILES["person"]["consent"].must == "if `role` is mentor, mentee or both"


def test_an_audience_is_the_one_that_the_gate_reads() -> None:
    assert FILES["person"]["manager"].seen == "never"
    assert FILES["person"]["level"].seen == "coordinators"
    assert FILES["check-ins"]["<id>.by"].seen == "coordinators"
    assert FILES["moved"]["<address>"].seen == "organisation"
    assert FILES["pair"]["agreement"].seen == ""


def test_only_a_mapping_has_no_audience() -> None:
    def holds_fields(field: FieldView) -> bool:
        return field.type.endswith("fields of its own")

    for fields in FILES.values():
        assert [path for path, field in fields.items() if bool(field.seen) == holds_fields(field)] == []


def test_a_file_that_is_no_text_has_no_fields() -> None:
    assert [name for name, fields in FILES.items() if not fields] == ["image", "signature"]
