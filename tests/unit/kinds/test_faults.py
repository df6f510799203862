"""What is said of a value of the wrong shape: how it is written, and with which fields."""

from __future__ import annotations

import programmes
import pytest

SETTINGS = "pairs/programme.yml"


def helps(old: str, new: str) -> list[str]:
    """Change the settings; give the remedies of what is wrong with a value."""
    text = programmes.healthy()[SETTINGS].decode()
    assert old in text
    files = programmes.healthy() | {SETTINGS: (text.partition(old)[0] + new).encode()}
    return [each.help for each in programmes.loaded(files).findings if each.code in {"FIL009", "FIL010"}]


@pytest.mark.parametrize(
    ("new", "remedy"),
    [
        ("not_for: promotion\n", "write a list: each item on a line of its own after `- `"),
        (
            "focus_areas: digital\n",
            "write a list: each item on a line of its own after `- `, with `id:`, `title:`, `why:`",
        ),
        (
            "focus_areas:\n  - digital\n",
            "write a mapping: below it, indented, a line for each of `id:`, `title:`, `why:`",
        ),
        (
            "defaults:\n",
            (
                "write a mapping after `defaults:`: below it, indented, a line for each of "
                "`sessions:`, `minimum_sessions:`, `every:`, `length:`"
            ),
        ),
        ("language:\n", "write a language tag (BCP 47), such as `en` or `pt-BR` after `language:`"),
        (
            "policy: 4\n",
            (
                "write a mapping: below it, indented, a line for each of `max_yaml:`, `max_markdown:`, `max_sealed:`, "
                "`cohort_weeks:`, `training_required:`, `capacity_mentor:`, …"
            ),
        ),
    ],
)
def test_the_remedy_shows_the_shape(new: str, remedy: str) -> None:
    assert remedy in helps("name: ", new)


def test_only_a_field_that_may_be_missing_may_be_left_out() -> None:
    person = "pairs/people/p-017.yml"
    files = programmes.healthy() | {person: b"name:\nrole: mentor\nlevel: 3\ninterests:\n"}
    found = {each.key: each.help for each in programmes.loaded(files).findings if each.code == "FIL009"}
    assert found["name"] == "write a text after `name:`"
    assert found["interests"] == (
        "write a list after `interests:`: each item on a line of its own after `- `, or leave the line out"
    )


@pytest.mark.parametrize(
    ("zone", "remedy"),
    [
        ("Europe/Berln", "did you mean `Europe/Berlin`?"),
        ("europe/berlin", "did you mean `Europe/Berlin`?"),
        ("Lisbon", "did you mean `Europe/Lisbon`?"),
        ("New York", "did you mean `America/New_York`?"),
        ("somewhere in the north", "write a time zone of the IANA database, such as `Europe/Berlin`"),
    ],
)
def test_the_zone_that_was_probably_meant_is_offered(zone: str, remedy: str) -> None:
    assert helps("timezone: ", f"timezone: {zone}\n") == [remedy]


def test_an_example_of_a_number_fits_its_field() -> None:
    person = "pairs/people/p-017.yml"
    for field, example in (("level", ", such as `3`"), ("capacity", "")):
        text = programmes.healthy()[person].decode()
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{field}:"))
        files = programmes.healthy() | {person: f"{text}{field}: x\n".encode()}
        found = [each.help for each in programmes.loaded(files).findings if each.key == field]
        assert found == [f"write a whole number{example}"]
