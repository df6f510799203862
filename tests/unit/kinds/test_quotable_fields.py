"""What of a field may be printed, asked of the models by key path."""

from __future__ import annotations

import pytest

from generator.kinds import kinds
from generator.kinds.fields import Key, may_be_named, may_be_quoted, models, names


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("session", ("date",)),
        ("session", ("agenda", 0, "minutes")),
        ("session", ("actions", 2, "due")),
        ("session", ("agenda", 0, "minuets")),
        ("pair", ("focus",)),
        ("pair", ("focus", 1)),
        ("pair", ("goals", 0, "state")),
        ("pair", ("agreement", "cancel", "notice")),
        ("person", ("hours", "from")),
        ("person", ("style", "pace")),
        ("person", ("keys", 0)),
        ("programme", ("policy", "cadence", 0)),
        ("programme", ("policy", "match", "style", "pace", "same")),
        ("moved", ("/old/",)),
        ("check-ins", ("pair-03", 0, "on")),
        ("pulse", ("wave",)),
    ],
)
def test_a_fact_in_its_place_may_be_quoted(kind: str, key: Key) -> None:
    assert may_be_quoted(kinds()[kind], key)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("session", ()),
        ("session", ("purpose",)),
        ("session", ("takeaways",)),
        ("session", ("takeaways", "mentor")),
        ("session", ("takeaway",)),
        ("session", ("agenda",)),
        ("session", ("agenda", 0)),
        ("session", ("agenda", 0, "item")),
        ("session", ("agenda", 0, "minuets", "x")),
        ("session", ("date", "x")),
        ("session", ("reason",)),
        ("session", ("remark",)),
        ("pair", ("focus", "x")),
        ("pair", ("agreement", "cancel")),
        ("pair", ("history", 0, "reason")),
        ("person", ("name",)),
        ("person", ("style",)),
        ("person", ("style", "pace", "x")),
        ("person", ("birthday",)),
        ("person", ("health", "score")),
        ("person", ("accounts", "emails", 0)),
        ("programme", ("words", "mentor")),
        ("moved", ("/old/", "x")),
        ("check-ins", ("pair-03",)),
        ("check-ins", ("pair-03", 0)),
        ("check-ins", ("pair-03", 0, "note")),
        ("roadmap", ("steps", 0, "prompts", 0)),
        ("pulse", ("answered", "mentor")),
        ("pulse", ("items", "speak", "mentor", "n")),
        ("pulse", ("items", "speak", "mentor", "mean")),
    ],
)
def test_words_and_what_stands_in_the_wrong_place_may_not(kind: str, key: Key) -> None:
    assert not may_be_quoted(kinds()[kind], key)


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        ("session", ("purpose",), True),
        ("session", ("nonsense",), True),
        ("person", ("health",), True),
        ("person", ("style", "pace"), True),
        ("moved", ("/old/",), True),
        ("check-ins", ("pair-03", 0, "note"), True),
        ("programme", ("words", "mentor"), True),
        ("session", ("purpose", "Question"), False),
        ("roadmap", ("steps", 0, "prompts", 0, "Question"), False),
        ("person", ("health", "score"), False),
        ("session", ("date", "x"), False),
        ("moved", ("/old/", "x"), False),
    ],
)
def test_a_key_may_be_printed_where_keys_belong(kind: str, key: Key, *, expected: bool) -> None:
    assert may_be_named(kinds()[kind], key) is expected


def test_all_models_and_names_of_a_kind() -> None:
    person = kinds()["person"]
    assert {model.__name__ for model in models(person)} == {"Person", "Wish", "Hours", "Consent", "Accounts"}
    assert {"from", "to", "offers", "area", "emails"} <= names(person)
    assert "begin" not in names(person)
    assert models(kinds()["image"]) == ()


def test_a_range_holds_where_a_field_is_must_and_where_it_may_be_left_out() -> None:
    person = kinds()["person"].model
    assert person is not None
    for level, capacity in (("0", "1"), ("100", "1"), ("3", "11"), ("3", "-1")):
        with pytest.raises(ValueError, match="Input should be"):
            person.model_validate({"name": "x", "role": "none", "level": level, "capacity": capacity})
    assert person.model_validate({"name": "x", "role": "none", "level": "99", "capacity": "10"})
